import { dayOf, lastDayOfMonth } from '#src/shared/calendar-day.ts';
import { monthNumber } from '#src/shared/fuzzy-date/month-number.ts';
import { type Days, END, MONTH, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { yearAfter } from '#src/shared/fuzzy-date/year-after.ts';

const WORD = sticky(`(${MONTH})${END}`);
const NEXT = sticky(`\\.?\\s?([-/+]|og|eller|til|samt)\\s?(${MONTH})${END}`);
const MONTH_AND_YEAR = sticky(`(0?[1-9]|1[0-2])\\s?[./]\\s?(20\\d\\d)${END}(?![./-]\\d)`);
const ISO_MONTH = sticky(`(20\\d\\d)-(0[1-9]|1[0-2])${END}(?![./-]\\d)`);
const WHOLE = sticky('\\småned' + END);

/** "december", "dec-25", "jan-feb 2026", "januar/februar", "12/2025", "2025-12". */
export function readMonth(text: string, at: number): Phrase | null {
  return readWords(text, at) ?? readNumbers(text, at);
}

function readWords(text: string, at: number): Phrase | null {
  const match = matchAt(WORD, text, at);
  if (!match) return null;
  let end = at + match[0].length;
  const first = monthNumber(match[1] ?? '') ?? 0;
  const next = nextMonth(text, end, first);
  const last = next ? (monthNumber(next[2] ?? '') ?? 0) : first;
  const lastWord = next?.[2] ?? match[1] ?? '';
  if (next) end += next[0].length;
  else end += matchAt(WHOLE, text, end)?.[0].length ?? 0;
  const year = yearAfter(text, end);
  if (!year) return null;
  // "jul" alone is Christmas, and short words ("maj", "jan") are names of people too.
  const dot = year.end === end && text[end] === '.' && lastWord.length <= 4 ? 1 : 0;
  const phrase: Phrase = {
    end: year.end + dot,
    precision: first === last ? 'month' : 'range',
    year: year.year,
    days: (inYear) => months(first <= last ? inYear : inYear - 1, first, inYear, last),
  };
  if (next) return { ...phrase, ranged: true };
  if (year.year !== null) return phrase;
  return match[1] === 'jul' && !dot ? null : { ...phrase, weak: true };
}

/** "januar og marts" are two months and no range. */
function nextMonth(text: string, at: number, first: number): RegExpExecArray | null {
  const next = matchAt(NEXT, text, at);
  if (!next || next[1] === '-' || next[1] === 'til') return next;
  return monthNumber(next[2] ?? '') === (first % 12) + 1 ? next : null;
}

function readNumbers(text: string, at: number): Phrase | null {
  const iso = matchAt(ISO_MONTH, text, at);
  const danish = iso ? null : matchAt(MONTH_AND_YEAR, text, at);
  const match = iso ?? danish;
  if (!match) return null;
  const month = Number(iso ? iso[2] : danish?.[1]);
  return {
    end: at + match[0].length,
    precision: 'month',
    year: Number(iso ? iso[1] : danish?.[2]),
    days: (year) => months(year, month, year, month),
    weak: true,
  };
}

/** From the first day of one month to the last day of another. */
export function months(firstYear: number, first: number, lastYear: number, last: number): Days | null {
  const from = dayOf(firstYear, first, 1);
  return from === null ? null : { from, to: lastDayOfMonth(lastYear, last) };
}

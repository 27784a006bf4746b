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
  if (!match || isChristmas(text, at, match[0])) return null;
  let end = at + match[0].length;
  const first = monthNumber(match[1] ?? '') ?? 0;
  const next = nextMonth(text, end, first);
  const last = next ? (monthNumber(next[2] ?? '') ?? 0) : first;
  const lastWord = next?.[2] ?? match[1] ?? '';
  if (next) end += next[0].length;
  else end += matchAt(WHOLE, text, end)?.[0].length ?? 0;
  const year = yearAfter(text, end);
  if (!year) return null;
  const dot = year.end === end && text[end] === '.' && lastWord.length <= 4 ? 1 : 0;
  const phrase: Phrase = {
    end: year.end + dot,
    precision: first === last ? 'month' : 'range',
    year: year.year,
    days: (inYear) => months(first <= last ? inYear : inYear - 1, first, inYear, last),
  };
  if (next) return { ...phrase, ranged: true };
  if (year.year !== null) return phrase;
  return { ...phrase, weak: true };
}

/** "jul" is July in "jul. 2026" and "jun-jul", and Christmas alone or after "inden". */
function isChristmas(text: string, at: number, word: string): boolean {
  if (word !== 'jul') return false;
  if (/(?:inden|før|efter|til|omkring)\s$/.test(text.slice(Math.max(0, at - 8), at))) return true;
  return !/^jul(?:[./-]|\s\d{4})/.test(text.slice(at, at + 8));
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

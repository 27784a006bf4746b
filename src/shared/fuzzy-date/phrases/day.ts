import { dayOf } from '#src/shared/calendar-day.ts';
import { monthNumber } from '#src/shared/fuzzy-date/month-number.ts';
import { type Days, END, MONTH, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { wholeYear, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';

const WEEKDAY = sticky('(man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\\.?,?\\s(?:(?:den|d\\.?)\\s?)?(?=\\d)');
const ISO = sticky(`(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${END}(?![./-]\\d)`);
const WITH_YEAR = sticky(
  '(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})' +
    '(?:\\s?[./-]{1,2}\\s?(\\d{4})|\\.?[ ](\\d{4})|\\.?[ ]?[./-]\\s?(\\d\\d))' +
    `${END}(?!\\s?[./]\\s?\\d|\\.?\\s?${MONTH}${END})`,
);
const WITHOUT_YEAR = sticky(`(\\d{1,2})\\s?[./]\\s?(\\d{1,2})${END}(?![./,-]?\\d|\\s?%)`);
const WORDED = sticky(`(\\d{1,2})(?:\\.\\s?|[\\s-]|)(${MONTH})${END}`);

const WEEKDAYS = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'];

/** "15.12.2025", "18/11 2025", "15/12-25", "2025-12-15", "15. december", "torsdag den 8. januar 2026". */
export function readDay(text: string, at: number): Phrase | null {
  const weekday = matchAt(WEEKDAY, text, at);
  const start = at + (weekday?.[0].length ?? 0);
  const day = readIso(text, start) ?? readWorded(text, start) ?? readNumbers(text, start);
  if (!day || !weekday) return day;
  const { weak: _surelyADay, ...sure } = day;
  return { ...sure, weekday: WEEKDAYS.indexOf((weekday[1] ?? '').slice(0, 3)) + 1 };
}

function readIso(text: string, at: number): Phrase | null {
  const match = matchAt(ISO, text, at);
  if (!match) return null;
  const [whole, year, , month, day] = match;
  return phraseOf(at + whole.length, Number(year), Number(month), Number(day));
}

function readWorded(text: string, at: number): Phrase | null {
  const match = matchAt(WORDED, text, at);
  const month = match && monthNumber(match[2] ?? '');
  if (!match || !month) return null;
  const year = yearAfter(text, at + match[0].length);
  return year && phraseOf(withDot(text, match[2] ?? '', year.end), year.year, month, Number(match[1]));
}

function readNumbers(text: string, at: number): Phrase | null {
  const given = matchAt(WITH_YEAR, text, at);
  if (given) {
    const year = wholeYear(given[4] ?? given[5] ?? given[6] ?? '');
    const phrase = phraseOf(at + given[0].length, year, Number(given[3]), Number(given[1]));
    // "33-34-94" is rather a telephone number.
    return given[2] === '-' && given[6] ? { ...phrase, weak: true } : phrase;
  }
  const match = matchAt(WITHOUT_YEAR, text, at);
  const year = match && yearAfter(text, at + match[0].length);
  // A year after it would have been read above: what stands there belongs to something else, or is damaged.
  if (!match || !year) return null;
  return { ...phraseOf(at + match[0].length, null, Number(match[2]), Number(match[1])), weak: true };
}

function phraseOf(end: number, year: Phrase['year'], month: number, day: number): Phrase {
  return { end, precision: 'day', year, days: (inYear) => oneDay(inYear, month, day) };
}

function oneDay(year: number, month: number, day: number): Days | null {
  const iso = dayOf(year, month, day);
  return iso === null ? null : { from: iso, to: iso };
}

/** The dot of "3. dec." belongs to the date; that of "3. december." ends the sentence. */
function withDot(text: string, monthWord: string, end: number): number {
  return text[end] === '.' && monthWord.length <= 4 && text.slice(0, end).endsWith(monthWord) ? end + 1 : end;
}

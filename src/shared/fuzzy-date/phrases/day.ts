import { dayOf } from '#src/shared/calendar-day.ts';
import { monthNumber } from '#src/shared/fuzzy-date/month-number.ts';
import { type Days, END, MONTH, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { wholeYear, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';

const WEEKDAY = sticky('(man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\\.?,?\\s(?:(?:den|d\\.?)\\s?)?(?=\\d)');
const ISO = sticky(`(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${END}(?![./-]\\d)`);
/** Never over a line end: there stands another row's date. */
const DAY_AND_MONTH = '(\\d{1,2})[ ]?[./][ ]?(\\d{1,2})';
const WITH_YEAR = sticky(
  `${DAY_AND_MONTH}(?:[ ]?[./-]{1,2}[ ]?(\\d{4})|\\.?[ ](\\d{4})|\\.?[ ]?[./-][ ]?(\\d\\d))` +
    `${END}(?![ ]?[./][ ]?\\d|\\.?\\s?${MONTH}${END})`,
);
/** Only numbers that can be a date: "33-34-94" is a telephone number. */
const WITH_HYPHENS = sticky(`(0?[1-9]|[12]\\d|3[01])-(0?[1-9]|1[0-2])-(\\d{4}|\\d\\d)${END}(?!-\\d)`);
const WITHOUT_YEAR = sticky(`${DAY_AND_MONTH}${END}(?![./,]?\\d|\\s?%)`);
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
  const given = matchAt(WITH_YEAR, text, at) ?? matchAt(WITH_HYPHENS, text, at);
  if (given) {
    const year = wholeYear(given[3] ?? given[4] ?? given[5] ?? '');
    return phraseOf(at + given[0].length, year, Number(given[2]), Number(given[1]));
  }
  const match = matchAt(WITHOUT_YEAR, text, at);
  const end = at + (match?.[0].length ?? 0);
  const year = match && yearAfter(text, end);
  if (!match || !year) return null;
  const isSameLine = !/[\n\u2029]/.test(text.slice(end, year.end));
  if (year.year !== null && isSameLine) {
    return phraseOf(year.end, year.year, Number(match[2]), Number(match[1]));
  }
  return { ...phraseOf(end, null, Number(match[2]), Number(match[1])), weak: true };
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

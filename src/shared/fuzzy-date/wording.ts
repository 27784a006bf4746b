/**
 * A date in Danish, as design.md section 8 has it. Read back by `parseFuzzyDate`, every wording means the same days
 * again; none is more exact than the date. Show the source's own words (`raw`) beside a fuzzy one.
 */
import { addDays, isoWeek, lastDayOfMonth, partsOf } from '#src/shared/calendar-day.ts';
import {
  dayInList,
  dayInSentence,
  dayInTable,
  intervalInList,
  intervalInSentence,
  intervalInTable,
  monthName,
  monthShortName,
} from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import { summerHoliday } from './phrases/holiday.ts';

/** How days and months are written in one place. */
interface Style {
  day: (day: string) => string;
  interval: (from: string, to: string) => string;
  week: (from: string, to: string) => string;
  month: (month: number) => string;
}

const SENTENCE: Style = {
  day: dayInSentence,
  interval: intervalInSentence,
  week: weekInSentence,
  month: monthName,
};
const LIST: Style = {
  day: dayInList,
  interval: intervalInList,
  week: intervalInList,
  month: monthShortName,
};
const TABLE: Style = {
  day: dayInTable,
  interval: intervalInTable,
  week: intervalInTable,
  month: monthShortName,
};

/** In running text: "15. december 2025", "11.–20. december 2025", "uge 44 i 2025", "efter sommerferien 2026". */
export function fuzzyInSentence(date: FuzzyDate): string {
  return worded(date, SENTENCE);
}

/** In a list: "man. 15. dec. 2025", "11.–20. dec. 2025", "27. okt.–2. nov. 2025", "dec. 2025". */
export function fuzzyInList(date: FuzzyDate): string {
  return worded(date, LIST);
}

/** In a table or a field: "15.12.2025", "11.–20.12.2025", "27.10.–02.11.2025", "dec. 2025". */
export function fuzzyInTable(date: FuzzyDate): string {
  return worded(date, TABLE);
}

/**
 * Said of a year, not of a month: the portal counts December, which is a convention, and shows nothing but the words
 * (domain.md 5.4, row 31).
 */
export function isEndOfYear({ raw, precision }: FuzzyDate): boolean {
  return precision === 'month' && /udgangen\s+af\s+\d{4}$/i.test(raw);
}

function worded(date: FuzzyDate, style: Style): string {
  if (date.precision === 'none') return 'Ikke oplyst';
  if (date.precision === 'unclear') return date.raw || 'Uafklaret';
  const words = wordsOf(date, style) ?? `${date.raw} (år ikke oplyst)`;
  return date.uncertain && !words.endsWith('?') ? `${words}?` : words;
}

/** Null for a date of the calendar whose days are not known. */
function wordsOf(date: FuzzyDate, style: Style): string | null {
  const { from, to, precision } = date;
  if (precision === 'immediate') return to === null && from !== null ? 'snarest' : 'umiddelbart efter mødet';
  if (precision === 'ongoing') return ongoing(from, to, style);
  if (from === null) return to === null ? null : before(to, style);
  if (to === null) return after(from, style);
  if (isEndOfYear(date)) return `ved udgangen af ${partsOf(from).year}`;
  return closed(from, to, precision, style);
}

function closed(from: string, to: string, precision: FuzzyDate['precision'], style: Style): string {
  const { year, month } = partsOf(from);
  switch (precision) {
    case 'day':
      return style.day(from);
    case 'week':
      return style.week(from, to);
    case 'month':
      return `${style.month(month)} ${year}`;
    case 'quarter':
      return `${Math.ceil(month / 3)}. kvartal ${year}`;
    case 'half':
      return `${Math.ceil(month / 6)}. halvår ${year}`;
    case 'year':
      return String(year);
    case 'season':
      return seasonName(from, to) ?? style.interval(from, to);
    default:
      return style.interval(from, to);
  }
}

/** "foråret 2025", "vinteren 2025/26"; null for a holiday, which is shown by its days. */
function seasonName(from: string, to: string): string | null {
  const { year, month, day } = partsOf(from);
  const names: Readonly<Record<number, string>> = {
    3: 'foråret',
    6: 'sommeren',
    9: 'efteråret',
    12: 'vinteren',
  };
  const name = names[month];
  const lastMonth = month === 12 ? 2 : month + 2;
  const lastYear = month === 12 ? year + 1 : year;
  if (!name || day !== 1 || to !== lastDayOfMonth(lastYear, lastMonth)) return null;
  return month === 12 ? `${name} ${year}/${String(lastYear).slice(2)}` : `${name} ${year}`;
}

/** Before the summer holiday a month is said, for the holiday's first day is a convention (domain.md 5.4, row 23). */
function before(to: string, style: Style): string {
  const { year, month } = partsOf(to);
  if (addDays(to, 1) === summerHoliday(year)?.from) return `senest juni ${year} (før sommerferien)`;
  if (to === lastDayOfMonth(year, 12)) return `inden udgangen af ${year}`;
  if (to === lastDayOfMonth(year, month)) return `inden udgangen af ${style.month(month)} ${year}`;
  return `før ${style.day(addDays(to, 1))}`;
}

function after(from: string, style: Style): string {
  const { year } = partsOf(from);
  const holidayEnd = summerHoliday(year)?.to;
  if (holidayEnd && from === addDays(holidayEnd, 1)) return `efter sommerferien ${year}`;
  return from === `${year}-01-01` ? `fra ${year}` : `tidligst ${style.day(from)}`;
}

function ongoing(from: string | null, to: string | null, style: Style): string {
  if (from !== null && to !== null) return `løbende ${style.interval(from, to)}`;
  if (from !== null) return `løbende fra ${style.day(from)}`;
  return to === null ? 'løbende' : `løbende til og med ${style.day(to)}`;
}

function weekInSentence(from: string): string {
  const { year, week } = isoWeek(from);
  return `uge ${week} i ${year}`;
}

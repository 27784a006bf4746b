/** The Danish words of the calendar. Short forms as in design.md section 8. */
import { isoWeekday, partsOf } from './calendar-day.ts';

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

const MONTHS_SHORT = [
  'jan.',
  'feb.',
  'marts',
  'apr.',
  'maj',
  'juni',
  'juli',
  'aug.',
  'sept.',
  'okt.',
  'nov.',
  'dec.',
] as const;

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

const WEEKDAYS_SHORT = ['man.', 'tirs.', 'ons.', 'tors.', 'fre.', 'lør.', 'søn.'] as const;

/** "december" for 12. Throws a RangeError outside 1–12. */
export function monthName(month: number): string {
  return wordAt(MONTHS, month);
}

/** "dec." for 12; marts, maj, juni and juli are never shortened. Throws a RangeError outside 1–12. */
export function monthShortName(month: number): string {
  return wordAt(MONTHS_SHORT, month);
}

/** "mandag" for an ISO day that is a Monday. */
export function weekdayName(day: string): string {
  return wordAt(WEEKDAYS, isoWeekday(day));
}

/** "man." for an ISO day that is a Monday. */
export function weekdayShortName(day: string): string {
  return wordAt(WEEKDAYS_SHORT, isoWeekday(day));
}

/** "15. december 2025" for an ISO day. */
export function dayInSentence(day: string): string {
  return wordedDay(day, monthName);
}

/** "man. 15. dec. 2025" for an ISO day. */
export function dayInList(day: string): string {
  return `${weekdayShortName(day)} ${dayInShort(day)}`;
}

/** "15. dec. 2025" for an ISO day. */
export function dayInShort(day: string): string {
  return wordedDay(day, monthShortName);
}

/** "15.12.2025" for an ISO day. */
export function dayInTable(day: string): string {
  return day.split('-').reverse().join('.');
}

/** "11.–20. december 2025", "27. oktober–2. november 2025"; one day alone when both are the same. */
export function intervalInSentence(from: string, to: string): string {
  return from === to ? dayInSentence(from) : wordedInterval(from, to, monthName);
}

/** "11.–20. dec. 2025", "27. okt.–2. nov. 2025", "22. dec. 2025–11. jan. 2026". */
export function intervalInList(from: string, to: string): string {
  return from === to ? dayInList(from) : wordedInterval(from, to, monthShortName);
}

/** "11.–20.12.2025", "27.10.–02.11.2025", "22.12.2025–11.01.2026". */
export function intervalInTable(from: string, to: string): string {
  const end = dayInTable(to);
  if (from === to) return end;
  const [year, month, day] = from.split('-');
  if (to.startsWith(`${year}-${month}-`)) return `${day}.–${end}`;
  return to.startsWith(`${year}-`) ? `${day}.${month}.–${end}` : `${dayInTable(from)}–${end}`;
}

function wordedDay(iso: string, nameOf: (month: number) => string): string {
  const { year, month, day } = partsOf(iso);
  return `${day}. ${nameOf(month)} ${year}`;
}

/** What both ends have in common is said once. */
function wordedInterval(from: string, to: string, nameOf: (month: number) => string): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const end = wordedDay(to, nameOf);
  if (first.year !== last.year) return `${wordedDay(from, nameOf)}–${end}`;
  return first.month === last.month ? `${first.day}.–${end}` : `${first.day}. ${nameOf(first.month)}–${end}`;
}

function wordAt(words: readonly string[], number: number): string {
  const word = words[number - 1];
  if (word === undefined) throw new RangeError(`No calendar word number ${number}`);
  return word;
}

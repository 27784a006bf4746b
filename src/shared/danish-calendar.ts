/** The Danish words of the calendar. Short forms as in design.md section 8. */
import { isoWeekday } from './calendar-day.ts';

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

function wordAt(words: readonly string[], number: number): string {
  const word = words[number - 1];
  if (word === undefined) throw new RangeError(`No calendar word number ${number}`);
  return word;
}

/**
 * Days of the calendar as ISO text `YYYY-MM-DD`. A day has no clock and no zone, so arithmetic runs in UTC;
 * only the step from an instant to a day asks what the calendar shows in Copenhagen.
 */
import { DateTime } from 'luxon';

const COPENHAGEN = 'Europe/Copenhagen';

/** The day that the calendar shows in Copenhagen at an instant. Throws a RangeError on an invalid Date. */
export function copenhagenDay(instant: Date): string {
  return written(DateTime.fromJSDate(instant, { zone: COPENHAGEN }));
}

/** True for ISO text of a day that exists: `2024-02-29` yes, `2025-02-29` no. */
export function isRealDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/** ISO day of a year (four digits), month 1–12 and day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = DateTime.utc(year, month, day);
  return date.isValid && year >= 1000 && year <= 9999 ? written(date) : null;
}

/** Moves an ISO day by whole days, backwards when negative. */
export function addDays(day: string, days: number): string {
  return written(read(day).plus({ days }));
}

/** Moves an ISO day by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  return written(read(day).plus({ months }));
}

/** Whole days from one ISO day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return read(to).diff(read(from), 'days').days;
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: string): number {
  return read(day).weekday;
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return isoWeekday(day) > 5;
}

/** ISO week and the year the week belongs to, which differs from the calendar year around New Year. */
export function isoWeek(day: string): { year: number; week: number } {
  const date = read(day);
  return { year: date.weekYear, week: date.weekNumber };
}

/** The Monday of an ISO week; null when that year has no such week (53 in most years). */
export function mondayOfWeek(weekYear: number, week: number): string | null {
  const date = DateTime.fromObject({ weekYear, weekNumber: week, weekday: 1 }, { zone: 'utc' });
  return date.isValid ? written(date) : null;
}

/** The Sunday that ends the ISO week of a day. */
export function sundayOfSameWeek(day: string): string {
  return addDays(day, 7 - isoWeekday(day));
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const days = DateTime.utc(year, month).daysInMonth;
  if (days === undefined) throw new RangeError(`No month ${month} in ${year}`);
  return days;
}

/** The last day of a month (1–12) of a year. */
export function lastDayOfMonth(year: number, month: number): string {
  return written(DateTime.utc(year, month, daysInMonth(year, month)));
}

/** Year, month and day of the month of an ISO day, as numbers. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  const date = read(day);
  return { year: date.year, month: date.month, day: date.day };
}

function read(day: string): DateTime<true> {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid) throw new RangeError(`Not an ISO day: ${day}`);
  return date;
}

function written(date: DateTime): string {
  const day = date.toISODate();
  if (day === null) throw new RangeError('Not a date');
  return day;
}

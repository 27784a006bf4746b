/**
 * Days of the calendar as ISO text `YYYY-MM-DD`. A day has no clock and no zone, so it is counted as whole days since
 * 1970 (by the hundred on every page, which is why no date library is asked); only the step from an instant to a day
 * asks what the calendar shows in Copenhagen.
 */
import { DateTime } from 'luxon';

const COPENHAGEN = 'Europe/Copenhagen';
const MILLISECONDS_A_DAY = 86_400_000;

/** The day that the calendar shows in Copenhagen at an instant. Throws a RangeError on an invalid Date. */
export function copenhagenDay(instant: Date): string {
  const day = DateTime.fromJSDate(instant, { zone: COPENHAGEN }).toISODate();
  if (day === null) throw new RangeError('Not an instant');
  return day;
}

/** The instant at which a day begins in Copenhagen, as ISO text in UTC. Throws a RangeError when the text is no ISO day. */
export function startOfDay(day: string): string {
  const midnight = DateTime.fromISO(day, { zone: COPENHAGEN }).toUTC().toISO();
  if (midnight === null) throw new RangeError(`Not an ISO day: ${day}`);
  return midnight;
}

/** True for ISO text of a day that exists: `2024-02-29` yes, `2025-02-29` no. */
export function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** ISO day of a year (1000–9999), month 1–12 and day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const exists = year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  return exists && day <= daysInMonth(year, month) ? `${year}-${padded(month)}-${padded(day)}` : null;
}

/** Moves an ISO day by whole days, backwards when negative. */
export function addDays(day: string, days: number): string {
  return dayNumbered(numberOf(day) + days);
}

/** Moves an ISO day by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const parts = partsOf(day);
  const monthsSinceZero = parts.year * 12 + parts.month - 1 + months;
  const [year, month] = [Math.floor(monthsSinceZero / 12), (((monthsSinceZero % 12) + 12) % 12) + 1];
  return `${year}-${padded(month)}-${padded(Math.min(parts.day, daysInMonth(year, month)))}`;
}

/** Whole days from one ISO day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: string): number {
  // 1 January 1970 was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return isoWeekday(day) > 5;
}

/** ISO week and the year the week belongs to, which differs from the calendar year around New Year. */
export function isoWeek(day: string): { year: number; week: number } {
  // A week belongs to the year of its Thursday.
  const thursday = addDays(day, 4 - isoWeekday(day));
  const { year } = partsOf(thursday);
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}

/** The Monday of an ISO week; null when that year has no such week (53 in most years). */
export function mondayOfWeek(weekYear: number, week: number): string | null {
  const fourthOfJanuary = dayOf(weekYear, 1, 4);
  if (fourthOfJanuary === null || week < 1) return null;
  const monday = addDays(fourthOfJanuary, 1 - isoWeekday(fourthOfJanuary) + 7 * (week - 1));
  return isoWeek(monday).year === weekYear ? monday : null;
}

/** The Sunday that ends the ISO week of a day. */
export function sundayOfSameWeek(day: string): string {
  return addDays(day, 7 - isoWeekday(day));
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The last day of a month (1–12) of a year. */
export function lastDayOfMonth(year: number, month: number): string {
  return `${year}-${padded(month)}-${padded(daysInMonth(year, month))}`;
}

/** Year, month and day of the month of an ISO day, as numbers. Throws a RangeError when the text is no ISO day. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`Not an ISO day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}

/** Days since 1 January 1970. */
function numberOf(iso: string): number {
  const { year, month, day } = partsOf(iso);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

function dayNumbered(number: number): string {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

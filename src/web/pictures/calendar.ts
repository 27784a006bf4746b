import { monthShortName } from '#src/shared/danish-calendar.ts';

/**
 * Days and months as a picture's axis needs them. Days are ISO `YYYY-MM-DD`; a day number counts days since 1970 and
 * is only ever subtracted from another.
 */
const MS_PER_DAY = 86_400_000;

export function dayNumber(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / MS_PER_DAY;
}

export function isoDayOf(dayNumber: number): string {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);
}

/** First day of the month that lies `offset` months after the month of `isoDay`. */
export function monthStart(isoDay: string, offset = 0): string {
  const index = yearOf(isoDay) * 12 + monthOf(isoDay) - 1 + offset;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** First days of the months from the one of `from` to the one of `to`, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months = [];
  for (let month = monthStart(from); month <= to; month = monthStart(month, 1)) months.push(month);
  return months;
}

/** 1 to 12 */
export function monthOf(isoDay: string): number {
  return Number(isoDay.slice(5, 7));
}

export function yearOf(isoDay: string): number {
  return Number(isoDay.slice(0, 4));
}

/** "15. dec." */
export function shortDay(isoDay: string): string {
  return `${Number(isoDay.slice(8, 10))}. ${monthShortName(monthOf(isoDay))}`;
}

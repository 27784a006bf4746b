import { daysBetween } from '#src/shared/calendar-day.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { FuzzyDate } from './fuzzy-date.ts';

/**
 * How far off a date is: "om 21 dage", "i dag", "35 dage siden". An interval ahead is "tidligst om 17 dage"; one that
 * has begun, or of which only the end is known, "senest om 5 dage". Null when there is nothing to count to.
 */
export function distanceInWords({ from, to }: FuzzyDate, today: string): string | null {
  if (to !== null && to < today) return `${days(to, today)} siden`;
  if (from !== null && from === to) return ahead(from, today);
  if (from !== null && from >= today) return `tidligst ${ahead(from, today)}`;
  return to === null ? null : `senest ${ahead(to, today)}`;
}

function ahead(day: string, today: string): string {
  return day === today ? 'i dag' : `om ${days(today, day)}`;
}

function days(from: string, to: string): string {
  return plural(daysBetween(from, to), 'dag', 'dage');
}

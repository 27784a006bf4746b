/** Where a date stands among others, and how far it is from today. Days are calendar days in Copenhagen. */
import { addDays, daysBetween, sundayOfSameWeek } from '#src/shared/calendar-day.ts';
import type { FuzzyDate, Precision } from './fuzzy-date.ts';

/** The groups of the front page and of Frister (design.md, page 01), in the order they are shown. */
export type DateGroup = 'passed' | 'this-week' | 'next' | 'later' | 'undated';

/** For Array.sort: by start, then by end, then precise before fuzzy; what has no date comes last, unclear after not told. */
export function compareDates(a: FuzzyDate, b: FuzzyDate): number {
  return (
    compare(a.from ?? a.to ?? NEVER, b.from ?? b.to ?? NEVER) ||
    compare(a.to ?? NEVER, b.to ?? NEVER) ||
    fuzziness(a.precision) - fuzziness(b.precision)
  );
}

/** True when the last possible day is over. A date with an open end is never overdue. */
export function isPassed(date: FuzzyDate, today: string): boolean {
  return date.to !== null && date.to < today;
}

/**
 * The group a date is shown in: placed by its earliest day, but passed only after its last one. The week ends on
 * Sunday; what has begun and not ended is this week's.
 */
export function dateGroup(date: FuzzyDate, today: string): DateGroup {
  return dateGroups(today)(date);
}

/** The same for many dates as seen from one day. */
export function dateGroups(today: string): (date: FuzzyDate) => DateGroup {
  const [sunday, lastOfNext] = [sundayOfSameWeek(today), addDays(today, 14)];
  return (date) => {
    const earliest = date.from ?? date.to;
    if (earliest === null) return 'undated';
    if (isPassed(date, today)) return 'passed';
    if (earliest <= sunday) return 'this-week';
    return earliest <= lastOfNext ? 'next' : 'later';
  };
}

/**
 * Days to the earliest day; 0 from that day until the last one is over, then negative, counted from the last day.
 * Null without a date.
 */
export function daysUntil(date: FuzzyDate, today: string): number | null {
  const earliest = date.from ?? date.to;
  if (earliest === null) return null;
  if (date.to !== null && date.to < today) return daysBetween(today, date.to);
  return Math.max(0, daysBetween(today, earliest));
}

const NEVER = '9999-12-31';

/** From one day to no day at all. */
const BY_FUZZINESS: readonly Precision[] = [
  'day',
  'immediate',
  'week',
  'third',
  'range',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'before',
  'after',
  'ongoing',
  'none',
  'unclear',
];

function fuzziness(precision: Precision): number {
  return BY_FUZZINESS.indexOf(precision);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { LEVELS } from './levels.ts';

/** The solution that the governance is about. */
export const K98_SOLUTION = 'k98';

/** The level's full name; the wheel shortens Porteføljeråd to PR. */
export function levelName(level: string | null): string | null {
  return level === 'PR' ? 'Porteføljeråd' : level;
}

/** The rings of the wheel from the outside in: each level once, by its full name. */
export const RINGS = [...new Set(LEVELS.map((level) => levelName(level) ?? level))];

/** Where a step of the process lies; what its date says, not what somebody has confirmed. */
export type StepStanding = 'passed' | 'ongoing' | 'next' | 'ahead' | 'undated';

/** One standing per step, in the order of the steps. `next` is the first one that has not begun. */
export function stepStandings(steps: readonly { date: FuzzyDate }[], today: string): StepStanding[] {
  const standings = steps.map(({ date }) => standingOf(date, today));
  const next = standings.indexOf('ahead');
  return standings.map((standing, index) => (index === next ? 'next' : standing));
}

/** The one step of the process that a municipality must act on. */
export function isApplicationDeadline(title: string): boolean {
  return /ansøgningsfrist/i.test(title);
}

/** What the number of seats of a council comes to, as far as the material says it. */
export interface SeatTally<S> {
  places: number;
  /** The number is the least there may be. */
  isMinimum: boolean;
  taken: number;
  /** Kinds of seats whose number is not told. */
  uncounted: S[];
  /** Kinds of seats that may stay empty. */
  optional: S[];
}

interface CountedSeat {
  count: number | null;
  minimum: boolean;
  optional: boolean;
  appointed: string[];
}

export function tallyOf<S extends CountedSeat>(seats: readonly S[]): SeatTally<S> {
  const fixed = seats.filter(({ optional }) => !optional);
  return {
    places: fixed.reduce((sum, { count }) => sum + (count ?? 0), 0),
    isMinimum: fixed.some(({ minimum }) => minimum),
    taken: seats.reduce((sum, { appointed }) => sum + appointed.length, 0),
    uncounted: fixed.filter(({ count }) => count === null),
    optional: seats.filter(({ optional }) => optional),
  };
}

function standingOf(date: FuzzyDate, today: string): StepStanding {
  const first = date.from ?? date.to;
  if (first === null) return 'undated';
  if (date.to !== null && date.to < today) return 'passed';
  return first <= today ? 'ongoing' : 'ahead';
}

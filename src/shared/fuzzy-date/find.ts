import type { DateContext } from './context.ts';
import type { FuzzyDate } from './fuzzy-date.ts';

export interface FoundDate {
  date: FuzzyDate;
  /** Where the words of the date stand in the text: offsets of UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  /** The words of the time of day that follow the date, for `parseTime`. */
  time?: string;
}

/** Finds the date phrases of running Danish text, in the order they stand. Never throws. */
export function findDates(_text: string, _context: DateContext): FoundDate[] {
  return [];
}

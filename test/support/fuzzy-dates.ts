/** Dates for tests of rules, as the reader would have made them. */
import type { DispatchState, FuzzyDate, Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';

/** An exact day, ISO. */
export function day(iso: string, state?: DispatchState): FuzzyDate {
  return between(iso, iso, 'day', state);
}

/** Some day from the first to the last, ISO. */
export function between(
  from: string | null,
  to: string | null,
  precision: Precision = 'range',
  state?: DispatchState,
): FuzzyDate {
  return { raw: 'ord', from, to, precision, yearInferred: false, ...(state ? { state } : {}) };
}

/** An empty cell. */
export const EMPTY: FuzzyDate = { raw: '', from: null, to: null, precision: 'none', yearInferred: false };

/** The word "Uafklaret". */
export const UNCLEAR: FuzzyDate = {
  raw: 'Uafklaret',
  from: null,
  to: null,
  precision: 'unclear',
  yearInferred: false,
};

import type { FuzzyDate, Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';

/** A date as the reader makes it; the words are the days unless given. */
export function fuzzy(from: string | null, to: string | null, precision: Precision, raw?: string): FuzzyDate {
  return { raw: raw ?? `${from ?? ''}/${to ?? ''}`, from, to, precision, yearInferred: false };
}

export function onDay(day: string): FuzzyDate {
  return fuzzy(day, day, 'day', day);
}

export const NOT_TOLD: FuzzyDate = fuzzy(null, null, 'none', '');

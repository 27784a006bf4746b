import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { ElectionAsk, ElectionStep } from './queries.ts';

/** A step that lies open from one named day to another waits for somebody to take part; any other date only happens. */
export function isOpenPeriod(date: FuzzyDate): boolean {
  return date.precision === 'range' && date.from !== null && date.to !== null;
}

/** First and last day of an open period as dates of their own; the words of the source stay with both. */
export function endsOf(date: FuzzyDate): { opens: FuzzyDate; closes: FuzzyDate } {
  const on = (day: string | null): FuzzyDate => ({ ...date, from: day, to: day, precision: 'day' });
  return { opens: on(date.from), closes: on(date.to) };
}

/**
 * Asks that end on the very day a period closes. They may be one and the same; the material does not say so, so both
 * stand and each is named beside the other.
 */
export function asksEndingWith<T extends Pick<ElectionAsk, 'deadline'>>(
  { date }: Pick<ElectionStep, 'date'>,
  asks: readonly T[],
): T[] {
  if (!isOpenPeriod(date)) return [];
  return asks.filter(({ deadline }) => deadline !== null && deadline.to === date.to);
}

/** Does the material say anything of when? "Uafklaret" counts as a word, an empty cell does not. */
export function hasDate({ date }: Pick<ElectionStep, 'date'>): boolean {
  return date.precision !== 'none';
}

/** Largest first: an order of its own, so that nobody reads days into it. */
export function unassignedValues(values: readonly number[]): number[] {
  return [...values].sort((a, b) => b - a);
}

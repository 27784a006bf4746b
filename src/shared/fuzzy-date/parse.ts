import { readCell } from './cell.ts';
import type { DateContext } from './context.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Unreadable } from './meaning.ts';

/**
 * Reads the words of one cell or one phrase. Never throws: what cannot be read is `unclear` with the words kept.
 * `state` stands only with the role `dispatch`. See `whyUnreadable` for the reason of an unreadable date.
 */
export function parseFuzzyDate(raw: string, context: DateContext): FuzzyDate {
  return readCell(raw, context).date;
}

/**
 * Why words without days have none: the day does not exist ("31.11.2025"), the year is out of reach ("dec. 2075"),
 * or the words are not understood ("271"). Null for a date that was read and for words that are a value themselves
 * ("Uafklaret", an empty cell).
 */
export function whyUnreadable(raw: string, context: DateContext): Unreadable | null {
  return readCell(raw, context).why;
}

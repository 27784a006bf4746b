/** Which days an entry fills, and how sure its title is of them. */
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

export interface Days {
  /** ISO, both inclusive. */
  first: string;
  last: string;
  /** Stands in the title: "(usikker)", "(tidligst)", ''. */
  mark: string;
}

/** Null for a date without a day. One that is open at an end stands on the day it has. */
export function daysOf(date: FuzzyDate): Days | null {
  const { from, to } = date;
  if (from !== null && to !== null) {
    return { first: from, last: to, mark: isExact(date) ? '' : '(usikker)' };
  }
  if (from !== null) return { first: from, last: from, mark: '(usikker, tidligst)' };
  return to === null ? null : { first: to, last: to, mark: '(usikker, senest)' };
}

/** An exact day, or a period from one exact day to another ("1.12.-22.12"), unless the source itself doubts. */
function isExact({ precision, raw, uncertain }: FuzzyDate): boolean {
  if (uncertain) return false;
  return precision === 'day' || (precision === 'range' && !/uge|primo|medio|ultimo/i.test(raw));
}

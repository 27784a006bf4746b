/** Months and quarters as they stand over a wheel or beside it. */
import { monthNumber } from '#src/shared/fuzzy-date/month-number.ts';

/** First and last month, from 1. */
export type MonthSpan = [number, number];

const QUARTER = /^(?:Q([1-4])|([1-4])\.? ?(?:kvartal|kv\.?))$/i;

/** "Jan", "sept.", "Marts", "Q2", "3. kvartal", "jan-feb"; null for any other words. */
export function monthsNamed(text: string): MonthSpan | null {
  const quarter = QUARTER.exec(text.trim());
  if (quarter) {
    const number = Number(quarter[1] ?? quarter[2]);
    return [number * 3 - 2, number * 3];
  }
  const [first = '', last = first, ...more] = text.trim().split(/\s?[-–/]\s?/);
  const span = [monthNumber(first), monthNumber(last)] as const;
  return more.length === 0 && span[0] && span[1] ? [span[0], span[1]] : null;
}

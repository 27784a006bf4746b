/** Months and quarters as they stand over a wheel or beside it. */

/** First and last month, from 1. */
export type MonthSpan = [number, number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const FULL = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
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

function monthNumber(word: string): number | null {
  const bare = word.toLowerCase().replace(/\.$/, '');
  if (bare.length < 3 || !/^\p{L}+$/u.test(bare)) return null;
  const index = FULL.findIndex((name, at) => name.startsWith(bare) && bare.startsWith(MONTHS[at] ?? '?'));
  return index < 0 ? null : index + 1;
}

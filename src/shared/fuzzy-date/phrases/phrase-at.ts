import { daysBetween } from '#src/shared/calendar-day.ts';
import { matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { readBound } from './bound.ts';

const OPENING = sticky('\\s?\\((?:(?:den|d\\.)\\s?(?=\\d))?');
const CLOSING = sticky('\\.?\\s?\\)');
const ANY_YEAR = 2025;

/**
 * The date phrase that begins exactly at a place in plain text; null when none does.
 * A second phrase in a parenthesis governs when it tells the same more exactly: "udgangen af 2028 (24. november 2028)".
 */
export function readPhrase(text: string, at: number): Phrase | null {
  const outer = readBound(text, at);
  const opening = outer && matchAt(OPENING, text, outer.end);
  const inner = opening && readBound(text, outer.end + opening[0].length);
  const closing = inner && matchAt(CLOSING, text, inner.end);
  if (!outer || !inner || !closing) return outer;
  const end = inner.end + closing[0].length;
  return governs(inner, outer) ? { ...inner, year: inner.year ?? outer.year, end } : { ...outer, end };
}

/** The last day told is within reach of the outer phrase, and it is told by fewer days or by a holiday. */
function governs(inner: Phrase, outer: Phrase): boolean {
  const [innerLength, outerLength] = [lengthOf(inner), lengthOf(outer)];
  return inner.landmark === 'holiday' ? outer.precision === 'month' : innerLength < outerLength;
}

function lengthOf(phrase: Phrase): number {
  const days = phrase.days(typeof phrase.year === 'number' ? phrase.year : ANY_YEAR, '2025-01-01');
  return days?.from && days.to ? daysBetween(days.from, days.to) + 1 : Number.POSITIVE_INFINITY;
}

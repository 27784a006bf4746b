import type { DateContext } from './context.ts';
import type { FuzzyDate } from './fuzzy-date.ts';

/**
 * Reads the words of one cell or one phrase. Never throws: what cannot be read is `unclear` with the words kept.
 * `state` stands only with the role `dispatch`. See `whyUnreadable` for the reason of an unreadable date.
 */
export function parseFuzzyDate(raw: string, _context: DateContext): FuzzyDate {
  const words = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  return { raw: words, from: null, to: null, precision: words ? 'unclear' : 'none', yearInferred: false };
}

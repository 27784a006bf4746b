import type { DateContext } from './context.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import { meaningOf } from './meaning.ts';
import { plainText } from './plain-text.ts';
import { scanPhrases } from './scan.ts';

export interface FoundDate {
  date: FuzzyDate;
  /** Where the words of the date stand in the text: offsets of UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  /** The words of the time of day that follow the date, for `parseTime`. */
  time?: string;
}

/**
 * Finds the date phrases of running Danish text, in the order they stand. Never throws.
 * Numbers that only might be dates ("2.1", "maj") count when a word leads to them or they fill their line.
 * `whyUnreadable(found.date.raw, context)` tells why a found date has no days.
 */
export function findDates(text: string, context: DateContext): FoundDate[] {
  const plain = plainText(text);
  return scanPhrases(plain.text, { letters: context.letters ?? 'clean', cell: false }).map((scanned) => {
    const start = plain.sourceIndex[scanned.start] ?? text.length;
    const end = plain.sourceIndex[scanned.phrase.end] ?? text.length;
    const { date } = meaningOf(scanned.phrase, folded(text.slice(start, end)), context, scanned.said);
    const found: FoundDate = { date, start, end };
    if (scanned.time) {
      const [first, last] = [plain.sourceIndex[scanned.time.start], plain.sourceIndex[scanned.time.end]];
      found.time = folded(text.slice(first, last));
    }
    return found;
  });
}

function folded(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim();
}

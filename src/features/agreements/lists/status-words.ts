/** The words by which people write a status in a spreadsheet. */
import type { SetStatus } from '#src/features/agreements/signing/save.ts';

const WORDS: Record<SetStatus, readonly string[]> = {
  signed: ['underskrevet', 'har underskrevet', 'signeret', 'ja', 'x', 'ok'],
  missing: ['mangler', 'mangler underskrift', 'ikke underskrevet', 'nej'],
  'in-progress': ['under behandling', 'i gang', 'undervejs'],
  claimed: ['meldt af kommunen', 'meldt'],
  'not-relevant': ['ikke relevant'],
  'not-counted': ['ikke opgjort'],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [word, status as SetStatus])),
);

export function statusOfWord(written: string): SetStatus | undefined {
  return BY_WORD.get(written.toLowerCase().replace(/[.!]+$/, ''));
}

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

/** Looking for marks at the end of a text that is all marks takes long. */
const LONGEST_WORDS = 100;

export function statusOfWord(written: string): SetStatus | undefined {
  if (written.length > LONGEST_WORDS) return undefined;
  return BY_WORD.get(written.toLowerCase().replace(/[.!]+$/, ''));
}

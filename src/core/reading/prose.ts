import { proseHash } from '#src/shared/danish-text.ts';

/** A sentence with the hash it is known by when its text is not kept. */
export function proseOf(text: string): { text: string; sha256: string } {
  return { text, sha256: proseHash(text) };
}

/** Words known to be rightly spelled, and the repair of words that OCR damaged. */
import { damageDistance, damageSkeleton } from '#src/shared/letter-damage.ts';
import { DANISH_WORDS } from './danish-words.ts';

export interface Vocabulary {
  has(word: string): boolean;
  /** The one known word that `read` is when damaged letters cost nothing; undefined for none and for a tie. */
  damagedFrom(read: string): string | undefined;
  /** The one known word nearest to a long `read`, at most one more letter apart; undefined for none and for a tie. */
  nearest(read: string): string | undefined;
}

/** Below this length one changed letter makes another word. */
const NEAREST_MIN_LENGTH = 7;
/** From this length a word is known although its first letter is wrong: "Qverordnet". */
const FIRST_LETTER_MIN_LENGTH = 9;

/** @param texts text with good letters, whose words are known to be right */
export function makeVocabulary(texts: Iterable<string>): Vocabulary {
  const exact = new Set<string>();
  const bySkeleton = new Map<string, string[]>();
  const add = (word: string): void => {
    if (exact.has(word)) return;
    exact.add(word);
    const key = damageSkeleton(word);
    const bucket = bySkeleton.get(key);
    if (bucket) bucket.push(word);
    else bySkeleton.set(key, [word]);
  };
  for (const word of DANISH_WORDS) add(word);
  for (const text of texts)
    for (const word of text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []) add(uncapitalised(word));

  const isKnown = (word: string): boolean => exact.has(word) || exact.has(uncapitalised(word));
  return {
    // The genitive of a known word is known.
    has: (word) => isKnown(word) || (word.endsWith('s') && isKnown(word.slice(0, -1))),
    damagedFrom: (read) => onlyNearest(read, 0, bySkeleton.get(damageSkeleton(read)) ?? []),
    nearest(read) {
      if (read.length < NEAREST_MIN_LENGTH) return undefined;
      const key = damageSkeleton(read);
      const near: string[] = [];
      for (const [other, words] of bySkeleton) if (isOneEditApart(key, other)) near.push(...words);
      const word = onlyNearest(read, 1, near);
      const sameFirst = word?.charAt(0) === read.charAt(0).toLowerCase();
      return sameFirst || read.length >= FIRST_LETTER_MIN_LENGTH ? word : undefined;
    },
  };
}

/** The one word at the smallest distance from `read`, which is at most `limit`; undefined when two lie as near. */
function onlyNearest(read: string, limit: number, words: readonly string[]): string | undefined {
  const forms = [read, uncapitalised(read)];
  let found: string | undefined;
  let best = limit;
  for (const word of words) {
    const distance = Math.min(...forms.map((form) => damageDistance(form, word, limit)));
    if (distance > best) continue;
    found = distance === best && found !== undefined && found !== word ? undefined : word;
    best = distance;
  }
  return found;
}

/** "Kommune" -> "kommune"; "KLIK" stays. */
function uncapitalised(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/** Equal but for one letter put in, taken out or changed. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

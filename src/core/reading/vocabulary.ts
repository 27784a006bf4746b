/** Words known to be rightly spelled, and the repair of words that OCR damaged. */
import { damageDistance, damageSkeleton, isOneLetterApart } from '#src/shared/letter-damage.ts';
import { DANISH_WORDS } from './danish-words.ts';

export interface Vocabulary {
  has(word: string): boolean;
  /** The one known word that `read` is when damaged letters cost nothing; undefined for none and for a tie. */
  damagedFrom(read: string): string | undefined;
  /** The one known word nearest to a long `read`, at most one more letter apart; undefined for none and for a tie. */
  nearest(read: string): string | undefined;
  /** The shortest known word that begins with `read` but for its last letter, when it is long: a word cut off. */
  cutOffFrom(read: string): string | undefined;
}

/** Below this length one changed letter makes another word. */
const NEAREST_MIN_LENGTH = 7;
/** A word cut off lacks at most so many letters. */
const CUT_MAX = 3;
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
      for (const [other, words] of bySkeleton) if (isOneLetterApart(key, other)) near.push(...words);
      const word = onlyNearest(read, 1, near);
      const sameFirst = word?.charAt(0) === read.charAt(0).toLowerCase();
      return sameFirst || read.length >= FIRST_LETTER_MIN_LENGTH ? word : undefined;
    },
    cutOffFrom(read) {
      const start = uncapitalised(read).slice(0, -1);
      if (start.length < NEAREST_MIN_LENGTH) return undefined;
      const key = damageSkeleton(start);
      const found: string[] = [];
      for (const [other, words] of bySkeleton) {
        if (!other.startsWith(key)) continue;
        for (const word of words) {
          const lacks = word.length - read.length;
          if (lacks > 0 && lacks <= CUT_MAX && beginsWith(word, start)) found.push(word);
        }
      }
      found.sort((a, b) => a.length - b.length);
      const [shortest] = found;
      return shortest && found.every((word) => word.startsWith(shortest)) ? shortest : undefined;
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

/** Only where a letter before the cut is damaged too: else it is a word of its own with the same beginning. */
function beginsWith(word: string, start: string): boolean {
  if (word.startsWith(start)) return false;
  for (let length = start.length - 2; length <= start.length; length += 1) {
    if (damageDistance(start, word.slice(0, length), 0) === 0) return true;
  }
  return false;
}

/** "Kommune" -> "kommune"; "KLIK" stays. */
function uncapitalised(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

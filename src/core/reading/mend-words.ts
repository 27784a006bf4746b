/** Words that a slide has broken: "brugergrænse-fladen" at a line end that is none any more, "anve ndelse" in a PDF. */
import { DANISH_WORDS } from './danish-words.ts';

const HYPHEN = /(?<![\p{L}-])(\p{L}\p{Ll}{2,})-(\p{Ll}{3,})(?![\p{L}-])/gu;
const GAP = /(?<![\p{L}-])(\p{L}\p{Ll}+) (?=(\p{Ll}{3,})(?![\p{L}-]))/gu;
const COMMON = new Set(DANISH_WORDS.map((word) => word.toLowerCase()));

/** @param texts everything the deck says: a word that stands whole elsewhere may be mended */
export function makeMender(texts: readonly string[]): (text: string) => string {
  const times = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.match(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu) ?? []) {
      const key = word.toLowerCase();
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const isWord = (word: string): boolean => COMMON.has(word) || times.has(word);
  return (text) =>
    text
      .replace(HYPHEN, (whole, first: string, second: string) =>
        isWord((first + second).toLowerCase()) ? first + second : whole,
      )
      .replace(GAP, (whole, first: string, second: string) => {
        // Two words that are words by themselves stay two: "til bage" is no reason to write "tilbage".
        const isBroken =
          !COMMON.has(first.toLowerCase()) && !COMMON.has(second) && (times.get(second) ?? 0) < 2;
        return isBroken && isWord((first + second).toLowerCase()) ? first : whole;
      });
}

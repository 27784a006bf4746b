/** One word or name written in two ways in the same material. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageDistance, NO_DAMAGE } from '#src/shared/letter-damage.ts';
import type { Slide } from './slide.ts';

type Warning = Snapshot['warnings'][number];

/** Shorter words differ by a letter because they are other words. */
const LONG_WORD = 12;

export function findSpellings(slides: readonly Slide[]): Warning[] {
  const first = new Map<string, { word: string; slide: number }>();
  const pairs = new Map<string, Set<string>>();
  for (const slide of slides) {
    for (const line of [...slide.titleLines, ...slide.lines]) {
      if (line.source !== 'text') continue;
      for (const [, a = '', gap = '', b = ''] of line.text.matchAll(
        /(?<!\S)(\p{Lu}{2,})([ -])(\p{L}{4,})/gu,
      )) {
        const key = `${a} ${b}`.toLowerCase();
        pairs.set(key, (pairs.get(key) ?? new Set()).add(`${a}${gap}${b}`));
      }
      for (const [word] of line.text.matchAll(/\p{L}+/gu)) {
        const key = word.toLowerCase();
        if (word.length >= LONG_WORD && !first.has(key)) first.set(key, { word, slide: slide.number });
      }
    }
  }
  const warn = (slide: number | null, a: string, b: string): Warning => ({
    slide,
    code: 'spelling',
    text: `${a} / ${b}`,
    reason: 'Materialet staver det på to måder. Begge er beholdt, som de står.',
    about: null,
  });
  const words = [...first.values()];
  const found = words.flatMap(({ word, slide }, index) =>
    words
      .slice(index + 1)
      .flatMap((other) => (isOtherSpelling(word, other.word) ? [warn(slide, word, other.word)] : [])),
  );
  for (const spellings of pairs.values()) {
    const [a, b] = [...spellings].sort();
    if (a && b) found.push(warn(null, a, b));
  }
  return found;
}

/** One letter more or less inside the word: an ending or a compound's head makes another word. */
function isOtherSpelling(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return (
    Math.abs(x.length - y.length) === 1 &&
    x.slice(0, 3) === y.slice(0, 3) &&
    x.slice(-4) === y.slice(-4) &&
    damageDistance(x, y, 1, NO_DAMAGE) === 1
  );
}

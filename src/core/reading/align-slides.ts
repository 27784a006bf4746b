/** Which slide of one source is which of the other: the best pairs in order, by the words they share. */
import { damageSkeleton } from '#src/shared/letter-damage.ts';

/** Indexes into the two lists; null where the other list has no such slide. */
export interface SlidePair {
  first: number | null;
  second: number | null;
}

/** Below this share of common words two slides are different ones. */
const LEAST_LIKENESS = 0.2;
/** Likeness of a part that stands wholly in the other slide. */
const PART_LIKENESS = 0.5;

/** @param first the words of each slide of one source, as plain text @param second the same of the other */
export function alignSlides(first: readonly string[], second: readonly string[]): SlidePair[] {
  const firstWords = first.map(wordWeights);
  const secondWords = second.map(wordWeights);
  const width = second.length + 1;
  const best = new Array<number>((first.length + 1) * width).fill(0);
  const likeness = (i: number, j: number): number => {
    const value = likenessOf(firstWords[i], secondWords[j]);
    return value < LEAST_LIKENESS ? -1 : value;
  };
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + likeness(i, j));
    }
  }
  const pairs: SlidePair[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const here = at(i, j);
    if (i < first.length && j < second.length && here === at(i + 1, j + 1) + likeness(i, j)) {
      pairs.push({ first: i, second: j });
      i += 1;
      j += 1;
    } else if (j < second.length && (i === first.length || here === at(i, j + 1))) {
      pairs.push({ first: null, second: j });
      j += 1;
    } else {
      pairs.push({ first: i, second: null });
      i += 1;
    }
  }
  return pairs;
}

type Weights = ReadonlyMap<string, number>;

/** Words in the form that letter damage does not change, each with the letters it stands for. */
function wordWeights(text: string): Weights {
  const weights = new Map<string, number>();
  for (const word of text.match(/[\p{L}\d|@¢/]{2,}/gu) ?? []) {
    const key = damageSkeleton(word) || word.toLowerCase();
    weights.set(key, (weights.get(key) ?? 0) + key.length);
  }
  return weights;
}

/** 0 for no common word, 1 for the same words. A slide of which OCR saw only a part is like the whole one. */
function likenessOf(a: Weights = new Map(), b: Weights = new Map()): number {
  let common = 0;
  for (const [key, weight] of a) common += Math.min(weight, b.get(key) ?? 0);
  const smaller = Math.min(sum(a), sum(b));
  if (smaller === 0) return 0;
  return Math.max((2 * common) / (sum(a) + sum(b)), (PART_LIKENESS * common) / smaller);
}

function sum(weights: Weights): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}

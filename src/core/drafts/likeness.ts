/** Is an object of the material one that stands under other words? By its identity, whose parts are divided by "|". */

export interface Likeness {
  /** The identities it may stand under, the likest first. */
  candidates: string[];
  /** `reworded`: hardly anything but the first. `doubtful`: a person must say. */
  kind: 'reworded' | 'doubtful';
}

const REWORDED = 0.85;
const DOUBTFUL = 0.65;
/** A second one nearly as like leaves it open which is meant. */
const CLEARLY_BEST = 0.08;
/** Nobody chooses well between more. */
const MOST_CANDIDATES = 4;
/** Shorter words begin too many others. */
const LEAST_BEGINNING = 8;
/** A title that has lost or got more than this is perhaps another one. */
const LEAST_SHARE = 0.6;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** A hash or an address is the same or another one. */
const EXACT = /[0-9a-f]{32}|:\/\/|@/;

/**
 * @param standing identities that no object of the material has by its own words
 * @returns null when none is like it
 */
export function likeness(identity: string, standing: readonly string[]): Likeness | null {
  if (EXACT.test(identity)) return null;
  const ranked = standing
    .map((other) => ({ other, score: scoreOf(identity.split('|'), other.split('|')) }))
    .filter(({ score }) => score >= DOUBTFUL)
    .sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (!best) return null;
  const isClear = best.score >= REWORDED && (!next || best.score - next.score >= CLEARLY_BEST);
  const candidates = ranked.slice(0, MOST_CANDIDATES).map(({ other }) => other);
  return { candidates, kind: isClear ? 'reworded' : 'doubtful' };
}

/** One part may differ: in its words, or by another day. Figures in the words must be the same. */
function scoreOf(parts: readonly string[], others: readonly string[]): number {
  if (parts.length !== others.length) return 0;
  const differing = parts.flatMap((part, index) => (part === others[index] ? [] : [index]));
  const [at] = differing;
  if (at === undefined || differing.length > 1) return 0;
  const [a, b] = [parts[at] ?? '', others[at] ?? ''];
  if (DAY.test(a) && DAY.test(b)) return DOUBTFUL;
  if (String(a.match(/\d+/g)) !== String(b.match(/\d+/g))) return 0;
  return likenessOf(bare(a), bare(b));
}

function likenessOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const share = short.length / Math.max(long.length, 1);
  if (short.length >= LEAST_BEGINNING && long.startsWith(short))
    return Math.max(share >= LEAST_SHARE ? REWORDED : DOUBTFUL, share);
  return common(pairs(a), pairs(b));
}

/** Twice the letter pairs they share, by all they have. */
function common(a: string[], b: string[]): number {
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(a.length + b.length, 1);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function bare(text: string): string {
  return text.toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Boxes that lie beside each other, read line by line -> the lines of each box. OCR leaves no mark between them,
 * so every way to deal out the words is tried and the one that reads best is taken: a small word such as "i" or
 * "til" leads to a next word in its box and follows one.
 */

const SMALL = /^(?:i|til|af|på|og|for|med|om|fra|ved|en|et|den|det|de)$/i;
/** A box's last line ends with a small word, or a noun follows a noun: it reads badly. */
const DANGLING = 4;
const NOUN_AFTER_NOUN = 1;
const LONG_CELL = 0.5;
/** Boxes with more words in a line than this are no boxes. */
const MAX_WORDS_IN_LINE = 14;
const MAX_LINES = 6;
const MAX_BOXES = 7;

/** @returns for each of `count` boxes its lines from top to bottom; null when the lines cannot be dealt out */
export function splitColumns(lines: readonly string[], count: number): string[][] | null {
  if (lines.length === 0 || lines.length > MAX_LINES || count < 2 || count > MAX_BOXES) return null;
  let best: { cells: string[][]; cost: number }[] = [
    { cells: Array.from({ length: count }, () => []), cost: 0 },
  ];
  for (const line of lines) {
    const words = line.split(' ');
    if (words.length < count || words.length > MAX_WORDS_IN_LINE) return null;
    const next = best.flatMap(({ cells, cost }) =>
      divisions(words, count).map((division) => ({
        cells: cells.map((cell, index) => [...cell, division[index] ?? '']),
        cost: cost + division.reduce((sum, part, index) => sum + costOf(cells[index]?.at(-1), part), 0),
      })),
    );
    // The best few suffice: a choice costs at once or in the next line.
    best = next.sort((a, b) => a.cost - b.cost).slice(0, 200);
  }
  const finished = best.map(({ cells, cost }) => ({
    cells,
    cost: cost + cells.filter((cell) => SMALL.test(lastWord(cell.at(-1)))).length * DANGLING,
  }));
  return finished.sort((a, b) => a.cost - b.cost)[0]?.cells ?? null;
}

/** Every way to cut the words into `count` parts of at least one word. */
function divisions(words: readonly string[], count: number): string[][] {
  if (count === 1) return [[words.join(' ')]];
  const found: string[][] = [];
  for (let size = 1; size <= words.length - count + 1; size += 1) {
    for (const rest of divisions(words.slice(size), count - 1))
      found.push([words.slice(0, size).join(' '), ...rest]);
  }
  return found;
}

function costOf(above: string | undefined, part: string): number {
  const words = part.split(' ');
  let cost = (words.length - 1) * LONG_CELL;
  const before = above === undefined ? [] : [lastWord(above)];
  const chain = [...before, ...words];
  for (let index = 1; index < chain.length; index += 1) {
    const [first = '', second = ''] = [chain[index - 1], chain[index]];
    if (SMALL.test(first) && SMALL.test(second)) cost += DANGLING;
    else if (!SMALL.test(first) && !SMALL.test(second) && !isFirstVerb(chain, index, before.length))
      cost += NOUN_AFTER_NOUN;
  }
  return cost;
}

/** A box begins with what is to be done, and a noun follows: "Tildel rettigheder". */
function isFirstVerb(chain: readonly string[], index: number, linesAbove: number): boolean {
  return linesAbove > 0 && index === 1 && /^\p{Lu}\p{Ll}/u.test(chain[0] ?? '');
}

function lastWord(text = ''): string {
  return text.split(' ').at(-1) ?? '';
}

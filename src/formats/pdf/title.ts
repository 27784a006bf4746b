/** Which text of a page is its title: the largest at the top. */
import type { Drawing, Word } from './drawing.ts';
import type { FoundBlock } from './text-blocks.ts';

/** Shares of the page's height: a title begins above the first line; alone on its page it may stand lower. */
const TOP = 0.3;
const LOWEST = 0.66;
/** How much larger than the ordinary text a title is. */
const LARGER = 1.12;
/** Alone on a page only large letters are a title: this share of the page's height. */
const LARGE = 0.033;
const LONGEST = 200;
const VERY_TOP = 0.16;

/** The block, or null when nothing stands out. */
export function findTitle(blocks: readonly FoundBlock[], page: Drawing): FoundBlock | null {
  const { height: pageHeight } = page;
  const letters = lettersBySize(page);
  const candidates = blocks.filter(
    ({ lines, block }) =>
      lines.every((line) => line.turn === 0) &&
      (lines[0]?.box.top ?? 0) < LOWEST * pageHeight &&
      !block.paragraphs.some((paragraph) => paragraph.isBullet) &&
      block.paragraphs.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST &&
      /\p{L}/u.test(block.paragraphs[0]?.text ?? ''),
  );
  const atTop = candidates.filter(({ lines }) => (lines[0]?.box.top ?? 0) < TOP * pageHeight);
  const found = [largest(atTop), largest(candidates)].find((block) => {
    if (!block) return false;
    const ordinary = usualSize(letters, block);
    return sizeOf(block) > (ordinary > 0 ? LARGER * ordinary : LARGE * pageHeight);
  });
  if (found) return found;
  return firstIfHeading(atTop, pageHeight);
}

/** In a page of one letter size a line alone at the very top is its title, further down only a bold one. */
function firstIfHeading(atTop: readonly FoundBlock[], pageHeight: number): FoundBlock | null {
  const [first] = atTop.toSorted((a, b) => topOf(a) - topOf(b));
  const [line, ...more] = first?.lines ?? [];
  if (!first || !line || more.length > 0) return null;
  return line.isBold || line.box.bottom < VERY_TOP * pageHeight ? first : null;
}

function topOf({ lines }: FoundBlock): number {
  return lines[0]?.box.top ?? 0;
}

function largest(blocks: readonly FoundBlock[]): FoundBlock | undefined {
  return blocks.toSorted((a, b) => sizeOf(b) - sizeOf(a) || topOf(a) - topOf(b))[0];
}

function sizeOf({ lines }: FoundBlock): number {
  return Math.round(Math.max(...lines.map((line) => line.size)) * 2) / 2;
}

/** How many letters of the page, tables and all, have each size. */
function lettersBySize(page: Drawing): Map<number, number> {
  const letters = new Map<number, number>();
  for (const run of page.runs) count(letters, run.size, run.words, 1);
  return letters;
}

/** The size most letters outside the block have; 0 where there are none. */
function usualSize(letters: ReadonlyMap<number, number>, { lines }: FoundBlock): number {
  const others = new Map(letters);
  for (const line of lines) count(others, line.size, line.words, -1);
  const [most] = [...others].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] > 0 ? most[0] : 0;
}

function count(letters: Map<number, number>, size: number, words: readonly Word[], sign: 1 | -1): void {
  const key = Math.round(size * 2) / 2;
  const sum = words.reduce((total, word) => total + word.text.length, 0);
  letters.set(key, (letters.get(key) ?? 0) + sign * sum);
}

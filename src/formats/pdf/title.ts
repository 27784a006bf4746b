/** Which text of a page is its title: the largest at the top. */
import type { FoundBlock } from './text-blocks.ts';

/** Shares of the page's height: a title begins above the first line; alone on its page it may stand lower. */
const TOP = 0.3;
const LOWEST = 0.66;
/** How much larger than the ordinary text a title is. */
const LARGER = 1.12;
const LONGEST = 200;

/** The block, or null when nothing stands out. */
export function findTitle(blocks: readonly FoundBlock[], pageHeight: number): FoundBlock | null {
  const candidates = blocks.filter(
    ({ lines, block }) =>
      lines.every((line) => line.turn === 0) &&
      (lines[0]?.box.top ?? 0) < LOWEST * pageHeight &&
      !block.paragraphs.some((paragraph) => paragraph.isBullet) &&
      block.paragraphs.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST &&
      /\p{L}/u.test(block.paragraphs[0]?.text ?? ''),
  );
  const ordinary = usualSize(blocks);
  const atTop = candidates.filter(({ lines }) => (lines[0]?.box.top ?? 0) < TOP * pageHeight);
  const largestAtTop = largest(atTop);
  const largestOfAll = largest(candidates);
  if (largestAtTop && (isOnly(blocks, largestAtTop) || sizeOf(largestAtTop) > LARGER * ordinary))
    return largestAtTop;
  if (largestOfAll && (isOnly(blocks, largestOfAll) || sizeOf(largestOfAll) > LARGER * ordinary))
    return largestOfAll;
  return firstIfHeading(atTop);
}

/** In a page of one letter size a short bold line at the very top is its title. */
function firstIfHeading(atTop: readonly FoundBlock[]): FoundBlock | null {
  const [first] = atTop.toSorted((a, b) => (a.lines[0]?.box.top ?? 0) - (b.lines[0]?.box.top ?? 0));
  return first?.lines.length === 1 && first.lines[0]?.isBold ? first : null;
}

function isOnly(blocks: readonly FoundBlock[], block: FoundBlock): boolean {
  return blocks.length === 1 && blocks[0] === block;
}

function largest(blocks: readonly FoundBlock[]): FoundBlock | undefined {
  return blocks.toSorted(
    (a, b) => sizeOf(b) - sizeOf(a) || (a.lines[0]?.box.top ?? 0) - (b.lines[0]?.box.top ?? 0),
  )[0];
}

function sizeOf({ lines }: FoundBlock): number {
  return Math.round(Math.max(...lines.map((line) => line.size)) * 2) / 2;
}

/** The size most letters of the page have. */
function usualSize(blocks: readonly FoundBlock[]): number {
  const letters = new Map<number, number>();
  for (const line of blocks.flatMap((block) => block.lines)) {
    const size = Math.round(line.size * 2) / 2;
    const count = line.words.reduce((sum, word) => sum + word.text.length, 0);
    letters.set(size, (letters.get(size) ?? 0) + count);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

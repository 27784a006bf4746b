/** Boxes that stand in columns, each under its own heading, are read column by column. */
import type { Box, DeckBlock } from '#src/formats/deck.ts';

/** A heading of a column has at most so many words. */
const HEADING_MAX_WORDS = 8;
/** Boxes may overlap by this share of the slide and still stand beside each other. */
const OVERLAP = 0.01;

/** @param blocks in reading order: top to bottom, left to right */
export function columnsFirst(blocks: readonly DeckBlock[]): DeckBlock[] {
  const placed = blocks.filter((block) => block.box !== null);
  if (placed.length !== blocks.length || blocks.length < 4) return [...blocks];
  return bandsOf(blocks).flatMap((band) => {
    const columns = columnsOf(band);
    const headed = columns.filter((column) => column.length > 1 && isHeading(column[0]));
    return headed.length > 1 && headed.length === columns.length ? columns.flat() : band;
  });
}

/** A block as wide as the rest together divides what is above it from what is below. */
function bandsOf(blocks: readonly DeckBlock[]): DeckBlock[][] {
  const bands: DeckBlock[][] = [[]];
  for (const block of blocks) {
    const isWide = (block.box?.width ?? 0) > 0.7;
    if (isWide) bands.push([block], []);
    else bands.at(-1)?.push(block);
  }
  return bands.filter((band) => band.length > 0);
}

/** Groups that no vertical line crosses, from left to right, each from top to bottom. */
function columnsOf(blocks: readonly DeckBlock[]): DeckBlock[][] {
  const columns: { right: number; blocks: DeckBlock[] }[] = [];
  for (const block of [...blocks].sort((a, b) => left(a.box) - left(b.box))) {
    const open = columns.at(-1);
    if (open && left(block.box) < open.right - OVERLAP) {
      open.blocks.push(block);
      open.right = Math.max(open.right, right(block.box));
    } else columns.push({ right: right(block.box), blocks: [block] });
  }
  return columns.map((column) => column.blocks.sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0)));
}

function isHeading(block: DeckBlock | undefined): boolean {
  if (block?.kind !== 'text' || block.paragraphs.length !== 1) return false;
  const [only] = block.paragraphs;
  return only !== undefined && !only.isBullet && only.text.split(/\s+/).length <= HEADING_MAX_WORDS;
}

function left(box: Box | null): number {
  return box?.x ?? 0;
}

function right(box: Box | null): number {
  return box ? box.x + box.width : 0;
}

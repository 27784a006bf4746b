/** Boxes that stand in columns, each under its own heading, are read column by column. */
import type { Box, DeckBlock } from '#src/formats/deck.ts';

/** A heading of a column has at most so many words. */
const HEADING_MAX_WORDS = 8;
/** Boxes of one row overlap in height by so much of the lower one; boxes of one column in width likewise. */
const SHARED = 0.5;

/** @param blocks in reading order: top to bottom, left to right */
export function columnsFirst(blocks: readonly DeckBlock[]): DeckBlock[] {
  if (blocks.some((block) => block.box === null)) return [...blocks];
  const rows = rowsOf(blocks);
  const ordered: DeckBlock[] = [];
  let at = 0;
  while (at < rows.length) {
    const heads = rows[at] ?? [];
    let end = at + 1;
    while (end < rows.length && isAligned(heads, rows[end] ?? [])) end += 1;
    const group = rows.slice(at, end);
    if (group.length > 1 && heads.every(isHeading)) {
      for (const column of heads.keys()) ordered.push(...group.flatMap((row) => row[column] ?? []));
    } else ordered.push(...group.flat());
    at = end;
  }
  return ordered.length === blocks.length && rows.some((row) => row.length > 1) ? ordered : [...blocks];
}

/** Blocks that stand beside each other, from left to right. */
function rowsOf(blocks: readonly DeckBlock[]): DeckBlock[][] {
  const rows: DeckBlock[][] = [];
  for (const block of [...blocks].sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))) {
    const open = rows.at(-1);
    const [first] = open ?? [];
    if (open && first && share(vertical(first), vertical(block)) >= SHARED) open.push(block);
    else rows.push([block]);
  }
  for (const row of rows) row.sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0));
  return rows;
}

/** Under each head stands one block. */
function isAligned(heads: readonly DeckBlock[], row: readonly DeckBlock[]): boolean {
  if (heads.length < 2 || row.length !== heads.length) return false;
  return row.every((block, column) => {
    const head = heads[column];
    return head !== undefined && share(horizontal(head), horizontal(block)) >= SHARED;
  });
}

function isHeading(block: DeckBlock): boolean {
  if (block.kind !== 'text' || block.paragraphs.length !== 1) return false;
  const [only] = block.paragraphs;
  return only !== undefined && !only.isBullet && only.text.split(/\s+/).length <= HEADING_MAX_WORDS;
}

interface Span {
  start: number;
  length: number;
}

/** How much of the shorter span lies within the other. */
function share(a: Span, b: Span): number {
  const common = Math.min(a.start + a.length, b.start + b.length) - Math.max(a.start, b.start);
  return common / Math.max(Math.min(a.length, b.length), 0.001);
}

function vertical({ box }: DeckBlock): Span {
  return spanOf(box, 'y', 'height');
}

function horizontal({ box }: DeckBlock): Span {
  return spanOf(box, 'x', 'width');
}

function spanOf(box: Box | null, start: 'x' | 'y', length: 'width' | 'height'): Span {
  return { start: box?.[start] ?? 0, length: box?.[length] ?? 0 };
}

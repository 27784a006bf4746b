import type { Box, DeckBlock, TableBlock, TextBlock } from './deck.ts';
import { inReadingOrder } from './reading-order.ts';

/** Boxes in decks are drawn roughly: so much of a text must lie over a table before it counts as put there. */
const CALLOUT_OVERLAP = 0.25;

/** Blocks in reading order; a text over a table, or pointing into one, is marked so and follows its table. */
export function arrangeBlocks(blocks: readonly DeckBlock[]): DeckBlock[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const callouts = new Map<TableBlock, TextBlock[]>();
  const others: DeckBlock[] = [];
  for (const block of blocks) {
    const table = block.kind === 'text' ? tableUnder(block, tables) : undefined;
    if (block.kind === 'text' && table) {
      callouts.set(table, [...(callouts.get(table) ?? []), { ...block, isCallout: true }]);
    } else {
      others.push(block);
    }
  }
  return inReadingOrder(others).flatMap((block) =>
    block.kind === 'table' ? [block, ...inReadingOrder(callouts.get(block) ?? [])] : [block],
  );
}

/** Where it points decides; else the table it covers most of. */
function tableUnder(text: TextBlock, tables: TableBlock[]): TableBlock | undefined {
  if (text.isTitle || !text.box) return undefined;
  const { box, pointsAt } = text;
  const pointedAt = tables.find((table) => pointsAt && table.box && holds(table.box, pointsAt));
  if (pointedAt) return pointedAt;
  const [most] = tables
    .map((table) => ({ table, share: coveredShare(box, table.box) }))
    .sort((a, b) => b.share - a.share);
  return most && most.share >= CALLOUT_OVERLAP ? most.table : undefined;
}

function holds(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** How much of the first lies within the second, 0..1. */
function coveredShare(box: Box, other: Box | null): number {
  const area = box.width * box.height;
  if (!other || area <= 0) return 0;
  const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  return width > 0 && height > 0 ? (width * height) / area : 0;
}

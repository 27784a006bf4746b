import type { Box } from './deck.ts';

/** Boxes are drawn larger than their words: that much overlap, in shares of the slide, does not count. */
const OVERLAP = 0.012;

interface Placed<T> {
  item: T;
  box: Box;
}

type Side = 'y' | 'x';

/**
 * The order a reader takes: bands from top to bottom, in a band columns from left to right, and so on inside (the
 * recursive cut of page layout). Where nothing can be cut apart, by upper edge, then left. Without a box: last.
 */
export function inReadingOrder<T extends { box: Box | null }>(items: readonly T[]): T[] {
  const placed = items.flatMap((item) => (item.box ? [{ item, box: item.box }] : []));
  const homeless = items.filter(({ box }) => box === null);
  return [...cut(placed, 'y').map(({ item }) => item), ...homeless];
}

function cut<T>(placed: Placed<T>[], side: Side): Placed<T>[] {
  if (placed.length < 2) return placed;
  const parts = partsAlong(placed, side);
  if (parts.length > 1) return parts.flatMap((part) => cut(part, side === 'y' ? 'x' : 'y'));
  const across = partsAlong(placed, side === 'y' ? 'x' : 'y');
  if (across.length > 1) return across.flatMap((part) => cut(part, side));
  return placed.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Groups divided by a straight gap from edge to edge. */
function partsAlong<T>(placed: Placed<T>[], side: Side): Placed<T>[][] {
  const parts: Placed<T>[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const one of placed.toSorted((a, b) => a.box[side] - b.box[side])) {
    const start = one.box[side];
    const current = parts.at(-1);
    if (current && start < end - OVERLAP) current.push(one);
    else parts.push([one]);
    end = Math.max(end, start + (side === 'y' ? one.box.height : one.box.width));
  }
  return parts;
}

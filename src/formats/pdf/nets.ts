/** Which edges belong to one table. */
import { boxOfEdges, type Edge, netsOf, TOUCH } from './edges.ts';
import type { Box } from './geometry.ts';

/** Rows of one table end at the same left and right, give or take this many points. */
const SAME_SIDE = 5;
/** Two lines further apart than this share of the page are no neighbours in a table. */
const FARTHEST_ROW = 0.25;

/**
 * Nets of edges that may be tables: touching ones, and level lines under each other, or under a row of boxes, with the
 * same ends.
 */
export function tableNetsOf(edges: readonly Edge[], pageHeight: number): Edge[][] {
  const nets = netsOf(edges).map(withoutLooseEnds);
  const closed = nets.filter((net) => !isOneRow(net));
  const rows = nets.filter(isOneRow).toSorted((a, b) => boxOfEdges(a).top - boxOfEdges(b).top);
  const stacks: Edge[][] = [];
  for (const row of rows) {
    const isLine = row.every((edge) => edge.isLevel);
    const stack = stacks.find((other) => isLine && follows(boxOfEdges(other), boxOfEdges(row), pageHeight));
    if (stack) stack.push(...row);
    else stacks.push([...row]);
  }
  return [...closed, ...stacks];
}

/** A level line, or one row of boxes. */
function isOneRow(net: readonly Edge[]): boolean {
  const levels = net.filter((edge) => edge.isLevel).map((edge) => edge.at);
  const places = new Set(levels.toSorted((a, b) => a - b).map((at) => Math.round(at / TOUCH)));
  const distinct = [...places].filter((place) => !places.has(place - 1));
  return levels.length > 0 && distinct.length <= 2;
}

function follows(above: Box, below: Box, pageHeight: number): boolean {
  return (
    Math.abs(above.left - below.left) < SAME_SIDE &&
    Math.abs(above.right - below.right) < SAME_SIDE &&
    below.top - above.bottom < FARTHEST_ROW * pageHeight &&
    below.top > above.bottom - TOUCH
  );
}

/** Without lines that end in the middle of nowhere: an arrow that points into the table is no border of it. */
function withoutLooseEnds(net: Edge[]): Edge[] {
  const box = boxOfEdges(net);
  const held = net.filter((edge) => {
    const [first, last] = edge.isLevel ? [box.left, box.right] : [box.top, box.bottom];
    return [edge.from, edge.to].every(
      (end) =>
        Math.abs(end - first) < TOUCH ||
        Math.abs(end - last) < TOUCH ||
        net.some((other) => other.isLevel !== edge.isLevel && Math.abs(other.at - end) < TOUCH + 0.5),
    );
  });
  return held.length > 0 ? held : net;
}

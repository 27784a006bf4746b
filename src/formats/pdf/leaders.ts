/** Lines that lead from a text to the row of a table it speaks of. */
import type { Drawing, Rule } from './drawing.ts';
import { type Box, holdsPoint, type Point, unionOf } from './geometry.ts';
import type { Grid } from './grid.ts';
import { sharePoint } from './shares.ts';
import type { FoundBlock } from './text-blocks.ts';

/** How near (points) a line must begin to the text or its shape, and how far it must lead away from it. */
const NEAR = 8;
const AWAY = 12;

/** Gives each text outside the tables that a line leads into one from its place there. */
export function pointByLeaders(blocks: readonly FoundBlock[], grids: readonly Grid[], page: Drawing): void {
  if (grids.length === 0) return;
  const leaders = page.rules.filter((rule) => !grids.some((grid) => isBorder(grid, rule)));
  for (const { block, lines, holderBox } of blocks) {
    if (block.pointsAt) continue;
    const box = holderBox ?? unionOf(lines.map((line) => line.box));
    const end = leaders
      .flatMap((rule) => farEnd(rule, box))
      .find((point) => grids.some((grid) => holdsPoint(grid.box, point)));
    if (end) block.pointsAt = sharePoint(end, page);
  }
}

/** Level or upright along an edge of the grid. */
function isBorder(grid: Grid, { from, to }: Rule): boolean {
  const along = (edges: readonly number[], a: number, b: number) =>
    edges.some((edge) => Math.abs(edge - a) < 2 && Math.abs(edge - b) < 2);
  return along(grid.rowEdges, from.y, to.y) || along(grid.columnEdges, from.x, to.x);
}

function farEnd({ from, to }: Rule, box: Box): Point[] {
  if (holdsPoint(grown(box, NEAR), from) && !holdsPoint(grown(box, AWAY), to)) return [to];
  if (holdsPoint(grown(box, NEAR), to) && !holdsPoint(grown(box, AWAY), from)) return [from];
  return [];
}

function grown(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

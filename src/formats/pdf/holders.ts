/** Which drawn shape a text stands in. */

import { type Bubble, findBubble } from './bubble.ts';
import type { Drawing, Shape, TextRun } from './drawing.ts';
import { isGround } from './edges.ts';
import { areaOf, type Box, centreOf, heightOf, holdsBox, holdsPoint, sharedArea } from './geometry.ts';
import type { Grid } from './grid.ts';
import { boxOfCell } from './part-cells.ts';
import { isPartOf } from './tables.ts';

export interface Holder {
  /** The shape without the tip of a speech bubble. */
  box: Box;
  bubble: Bubble | null;
  /** Lines of text can use its whole width: in a circle or an arrow they cannot. */
  isFull: boolean;
  fill: string | null;
  order: number;
}

/** A shape lower than this (in points) holds no text. */
const LOWEST = 7;
/** A rounded box fills more of its box than this, an arrow or a circle less. */
const FULL = 0.9;

/** Shapes that can hold text, in drawing order; a shape's outline drawn after its ground is the same one. */
export function holdersOf(page: Drawing, grids: readonly Grid[]): Holder[] {
  const holders: Holder[] = [];
  for (const shape of page.shapes) {
    if (heightOf(shape.box) < LOWEST || isGround(shape, page) || !holdsText(shape, page.runs)) continue;
    if (grids.some((grid) => isPartOf(grid, shape) || holdsBox(shape.box, grid.box))) continue;
    const bubble = findBubble(shape);
    const box = bubble?.body ?? shape.box;
    const same = holders.find((holder) => isSame(holder.box, box));
    const fill = plainFill(shape);
    if (same) {
      same.order = shape.order;
      same.fill = fill ?? same.fill;
    } else
      holders.push({
        box,
        bubble,
        isFull: bubble !== null || shape.fullness > FULL,
        fill,
        order: shape.order,
      });
  }
  return holders.toSorted((a, b) => a.order - b.order);
}

/** The uppermost shape that was drawn before the text and holds the middle of it. */
export function holderOf(
  run: TextRun,
  holders: readonly Holder[],
  grids: readonly Grid[],
  page: Drawing,
): Holder | null {
  const holder = uppermostUnder(run, holders);
  if (!holder || holder.bubble) return holder;
  return grids.some((grid) => isMarkIn(grid, holder, holders, page)) ? null : holder;
}

function uppermostUnder(run: TextRun, holders: readonly Holder[]): Holder | null {
  const middle = centreOf(run.box);
  return holders.findLast((one) => one.order < run.order && holdsPoint(one.box, middle)) ?? null;
}

/** A coloured mark drawn with the cell it stands in is part of what the cell says; one put over it later is not. */
function isMarkIn(grid: Grid, holder: Holder, holders: readonly Holder[], page: Drawing): boolean {
  const cell = grid.cells.find((one) => holdsBox(boxOfCell(grid, one), holder.box, 2));
  if (!cell) return false;
  const below = { ...grid.box, top: grid.rowEdges[cell.row + cell.rowSpan] ?? grid.box.bottom };
  return page.runs.some(
    (run) =>
      run.order > holder.order && holdsPoint(below, centreOf(run.box)) && !uppermostUnder(run, holders),
  );
}

/** A map or a drawing has thousands of shapes, few of which hold any. */
function holdsText(shape: Shape, runs: readonly TextRun[]): boolean {
  return runs.some((run) => run.order > shape.order && holdsPoint(shape.box, centreOf(run.box)));
}

function isSame(a: Box, b: Box): boolean {
  return sharedArea(a, b) > 0.94 * Math.max(areaOf(a), areaOf(b));
}

function plainFill(shape: Shape): string | null {
  return shape.fill === 'pattern' ? null : shape.fill;
}

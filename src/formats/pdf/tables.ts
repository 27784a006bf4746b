/** The tables of a page that lines or grounds of cells draw. */
import type { DeckCell, TableBlock } from '#src/formats/deck.ts';
import { columnEdgesOfText } from './columns-of-text.ts';
import type { Drawing, Shape, TextRun } from './drawing.ts';
import { boxOfEdges, type Edge, edgesOf, TOUCH } from './edges.ts';
import { areaOf, type Box, centreOf, holdsBox, holdsPoint, sharedArea } from './geometry.ts';
import { type Grid, type GridCell, gridOf } from './grid.ts';
import { linesOf, TABLE_COLUMN_GAP } from './lines.ts';
import { tableNetsOf } from './nets.ts';
import { paragraphsOf } from './paragraphs.ts';
import { boxOfCell, partedByText, runsIn } from './part-cells.ts';
import { shareBox, shareX, shareY } from './shares.ts';

/** Grids without overlap, the largest first. */
export function gridsOf(page: Drawing): Grid[] {
  const grids = tableNetsOf(edgesOf(page), page.height)
    .flatMap((net) => gridOf(net) ?? gridOfLevelLines(net, page.runs) ?? [])
    .map((grid) => partedByText(grid, page.runs))
    .filter((grid) => hasTextInColumns(grid, page.runs))
    .toSorted((a, b) => areaOf(b.box) - areaOf(a.box));
  return grids.filter(
    (grid, index) =>
      !grids.slice(0, index).some((larger) => sharedArea(larger.box, grid.box) > 0.2 * areaOf(grid.box)),
  );
}

/** Whether the shape is the ground or frame of a cell of the grid, or of the whole. */
export function isPartOf(grid: Grid, shape: Shape): boolean {
  const near = (edges: readonly number[], at: number) => edges.some((edge) => Math.abs(edge - at) < 3);
  return (
    shape.isRectangle &&
    holdsBox(grid.box, shape.box, 3) &&
    near(grid.columnEdges, shape.box.left) &&
    near(grid.columnEdges, shape.box.right) &&
    near(grid.rowEdges, shape.box.top) &&
    near(grid.rowEdges, shape.box.bottom)
  );
}

/** @param runs what stands in the table; words laid over it left out */
export function tableBlockOf(grid: Grid, runs: readonly TextRun[], page: Drawing): TableBlock {
  const rows = grid.rowEdges.slice(1).map((_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => deckCellOf(grid, cell, runs, page)),
  );
  return {
    kind: 'table',
    box: shareBox(grid.box, page),
    isChart: false,
    rows,
    rowEdges: grid.rowEdges.map((at) => shareY(at, page)),
    columnEdges: grid.columnEdges.map((at) => shareX(at, page)),
  };
}

function deckCellOf(grid: Grid, cell: GridCell, runs: readonly TextRun[], page: Drawing): DeckCell {
  const box = boxOfCell(grid, cell);
  const middle = centreOf(box);
  const ground = page.shapes.findLast(
    (shape) => shape.fill !== null && isPartOf(grid, shape) && holdsPoint(shape.box, middle),
  );
  return {
    ...cell,
    paragraphs: paragraphsOf(linesOf(runsIn(grid, cell, runs)), { frame: box, isFree: false }),
    fill: ground?.fill === 'pattern' ? null : (ground?.fill ?? null),
  };
}

/** Three level lines or more with the same ends, or boxes under each other: columns as the text has them. */
function gridOfLevelLines(net: readonly Edge[], runs: readonly TextRun[]): Grid | null {
  const box = boxOfEdges(net);
  const isInside = (at: number) => at > box.left + TOUCH && at < box.right - TOUCH;
  if (net.some((edge) => !edge.isLevel && isInside(edge.at))) return null;
  const rowEdges = net
    .filter((edge) => edge.isLevel)
    .map((edge) => edge.at)
    .toSorted((a, b) => a - b)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] ?? at) > 3);
  if (rowEdges.length < 3) return null;
  const inside = linesOf(
    runs.filter((run) => holdsPoint(box, centreOf(run.box))),
    TABLE_COLUMN_GAP,
  );
  const columnEdges = columnEdgesOfText(inside, box.left, box.right);
  if (columnEdges.length < 3) return null;
  const columnSpan = columnEdges.length - 1;
  return {
    box: widened(box, columnEdges),
    rowEdges,
    columnEdges,
    cells: rowEdges.slice(1).map((_, row) => ({ row, column: 0, rowSpan: 1, columnSpan })),
    lastOrder: Math.max(...net.map((edge) => edge.order)),
  };
}

function widened(box: Box, columnEdges: readonly number[]): Box {
  return { ...box, left: columnEdges[0] ?? box.left, right: columnEdges.at(-1) ?? box.right };
}

/** A drawing of boxes side by side is no table: a table has two rows or more with text in two columns or more. */
function hasTextInColumns(grid: Grid, runs: readonly TextRun[]): boolean {
  const filled = grid.cells.filter((cell) => runsIn(grid, cell, runs).length > 0);
  const rows = new Set(filled.map((cell) => cell.row));
  const columns = new Set(filled.map((cell) => cell.column));
  return rows.size >= 2 && columns.size >= 2 && filled.length >= 4;
}

/** Cells no line parts, parted where their text stands in several columns. */
import type { TextRun } from './drawing.ts';
import { type Box, centreOf, holdsPoint } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Line, linesOf, TABLE_COLUMN_GAP } from './lines.ts';

/** How far (points) a text must reach over a column's edge before it is one text over both columns. */
const REACH = 3;

/**
 * Tables drawn with level lines alone, or with upright ones in the heading only, have rows that look like one wide
 * cell. Such a row is parted between its texts. A cell that is merged on purpose holds one text and stays.
 */
export function partedByText(grid: Grid, runs: readonly TextRun[]): Grid {
  const wide = grid.cells.filter((cell) => cell.columnSpan > 1);
  const rows = grid.rowEdges.length - 1;
  const isOpen = new Set(wide.map((cell) => cell.row)).size > rows / 2;
  const cells = grid.cells.flatMap((cell) => {
    if (cell.columnSpan === 1) return [cell];
    const lines = linesOf(runsIn(grid, cell, runs), TABLE_COLUMN_GAP);
    if (!isOpen && !standSideBySide(lines)) return [cell];
    return parts(grid, cell, lines);
  });
  return { ...grid, cells };
}

/** Whether two of the lines stand at one height. */
export function standSideBySide(lines: readonly Line[]): boolean {
  return lines.some((line, index) =>
    lines.slice(index + 1).some((other) => Math.abs(other.baseline - line.baseline) < 0.3 * line.size),
  );
}

function parts(grid: Grid, cell: GridCell, lines: readonly Line[]): GridCell[] {
  const cuts = [cell.column];
  for (let column = cell.column + 1; column < cell.column + cell.columnSpan; column++) {
    const edge = grid.columnEdges[column] ?? 0;
    if (!lines.some((line) => line.box.left < edge - REACH && line.box.right > edge + REACH))
      cuts.push(column);
  }
  return cuts.map((column, index) => ({
    ...cell,
    column,
    columnSpan: (cuts[index + 1] ?? cell.column + cell.columnSpan) - column,
  }));
}

/** What of the runs stands in a cell, by the middle of each. */
export function runsIn(grid: Grid, cell: GridCell, runs: readonly TextRun[]): TextRun[] {
  const box = boxOfCell(grid, cell);
  return runs.filter((run) => holdsPoint(box, centreOf(run.box)));
}

export function boxOfCell({ rowEdges, columnEdges }: Grid, cell: GridCell): Box {
  return {
    left: columnEdges[cell.column] ?? 0,
    top: rowEdges[cell.row] ?? 0,
    right: columnEdges[cell.column + cell.columnSpan] ?? 0,
    bottom: rowEdges[cell.row + cell.rowSpan] ?? 0,
  };
}

/** Words laid over a table without a shape of their own. */
import type { TextRun } from './drawing.ts';
import { centreOf } from './geometry.ts';
import type { Grid } from './grid.ts';

/**
 * A table is drawn row after row. What is drawn after its last row, but stands further up, was put over it.
 * @param runs what stands within the table
 */
export function overlaysOf(grid: Grid, runs: readonly TextRun[]): Set<TextRun> {
  const drawn = runs.toSorted((a, b) => a.order - b.order);
  const rows = drawn.map((run) => rowAt(grid, centreOf(run.box).y));
  const lastRow = Math.max(...rows);
  const end = rows.lastIndexOf(lastRow);
  const start = rows.indexOf(lastRow);
  const isRowByRow = rows.slice(0, start).every((row, index) => row >= (rows[index - 1] ?? 0));
  return new Set(isRowByRow ? drawn.slice(end + 1) : []);
}

function rowAt(grid: Grid, y: number): number {
  return grid.rowEdges.findLastIndex((edge) => edge <= y);
}

/** A net of edges -> the grid of a table: its rows, its columns, and which places are one merged cell. */
import { boxOfEdges, type Edge, TOUCH } from './edges.ts';
import type { Box } from './geometry.ts';

export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface Grid {
  box: Box;
  /** Upper edge of each row and, last, the lower edge of the table, in points. */
  rowEdges: number[];
  columnEdges: number[];
  cells: GridCell[];
  /** Last drawing operation that drew an edge of it. */
  lastOrder: number;
}

/** Share of the table that closed cells must fill: less, and the lines are a drawing. */
const FILLED_SHARE = 0.9;
/** Share of a cell's side that must be drawn to close it. */
const DRAWN_SHARE = 0.6;

/** The grid, or null when the net has fewer than two rows or columns or is no table. */
export function gridOf(net: readonly Edge[]): Grid | null {
  const box = boxOfEdges(net);
  const level = net.filter((edge) => edge.isLevel).map((edge) => edge.at);
  const upright = net.filter((edge) => !edge.isLevel).map((edge) => edge.at);
  // Many tables have no line around them: inner ones that reach further tell where they end.
  const rowEdges = placesOf([...level, box.top, box.bottom]);
  const columnEdges = placesOf([...upright, box.left, box.right]);
  if (rowEdges.length < 3 || columnEdges.length < 3 || level.length === 0 || upright.length === 0)
    return null;
  const regions = regionsOf(net, rowEdges, columnEdges);
  const cells = regions.flatMap((places) => rectangleOf(places));
  const places = (rowEdges.length - 1) * (columnEdges.length - 1);
  const filled = cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
  if (cells.length < 4 || filled < FILLED_SHARE * places) return null;
  return {
    box,
    rowEdges,
    columnEdges,
    cells,
    lastOrder: Math.max(...net.map((edge) => edge.order)),
  };
}

/** Where edges lie, near ones taken as one. */
function placesOf(given: readonly number[]): number[] {
  const places: number[][] = [];
  for (const at of given.toSorted((a, b) => a - b)) {
    const last = places.at(-1);
    if (last && at - (last[0] ?? at) < TOUCH) last.push(at);
    else places.push([at]);
  }
  return places.map((near) => near.reduce((sum, at) => sum + at, 0) / near.length);
}

interface Place {
  row: number;
  column: number;
}

/** Places of the grid that no edge parts. The outer border counts as drawn. */
function regionsOf(net: readonly Edge[], rowEdges: number[], columnEdges: number[]): Place[][] {
  const rows = rowEdges.length - 1;
  const columns = columnEdges.length - 1;
  const level = sorted(net, true);
  const upright = sorted(net, false);
  const seen = new Set<number>();
  const regions: Place[][] = [];
  for (let start = 0; start < rows * columns; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const region: Place[] = [];
    const waiting = [start];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const row = Math.floor(index / columns);
      const column = index % columns;
      region.push({ row, column });
      const across = [columnEdges[column] ?? 0, columnEdges[column + 1] ?? 0] as const;
      const down = [rowEdges[row] ?? 0, rowEdges[row + 1] ?? 0] as const;
      const steps = [
        { to: index + columns, isOpen: row + 1 < rows && !isDrawn(level, down[1], across) },
        { to: index - columns, isOpen: row > 0 && !isDrawn(level, down[0], across) },
        { to: index + 1, isOpen: column + 1 < columns && !isDrawn(upright, across[1], down) },
        { to: index - 1, isOpen: column > 0 && !isDrawn(upright, across[0], down) },
      ];
      for (const { to, isOpen } of steps) {
        if (!isOpen || seen.has(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    regions.push(region);
  }
  return regions;
}

function sorted(net: readonly Edge[], isLevel: boolean): Edge[] {
  return net.filter((edge) => edge.isLevel === isLevel).toSorted((a, b) => a.from - b.from);
}

function isDrawn(edges: readonly Edge[], at: number, [from, to]: readonly [number, number]): boolean {
  let drawn = 0;
  let reached = from;
  for (const edge of edges) {
    if (Math.abs(edge.at - at) > TOUCH || edge.to <= reached || edge.from >= to) continue;
    drawn += Math.min(edge.to, to) - Math.max(edge.from, reached);
    reached = Math.max(reached, edge.to);
  }
  return drawn > DRAWN_SHARE * (to - from);
}

/** One cell when the places make a rectangle; none when they wind around others. */
function rectangleOf(places: readonly Place[]): GridCell[] {
  const rows = places.map((place) => place.row);
  const columns = places.map((place) => place.column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const rowSpan = Math.max(...rows) - row + 1;
  const columnSpan = Math.max(...columns) - column + 1;
  return rowSpan * columnSpan === places.length ? [{ row, column, rowSpan, columnSpan }] : [];
}

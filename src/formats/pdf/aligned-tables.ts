/** Tables without lines: rows of texts whose columns are told by white strips alone. */
import type { TableBlock } from '#src/formats/deck.ts';
import { columnEdgesOfText } from './columns-of-text.ts';
import type { Drawing, TextRun } from './drawing.ts';
import { type Box, centreOf, heightOf, holdsPoint, unionOf } from './geometry.ts';
import type { Grid } from './grid.ts';
import { type Line, linesOf, TABLE_COLUMN_GAP } from './lines.ts';
import { partedByText } from './part-cells.ts';
import { tableBlockOf } from './tables.ts';

/** Rows further apart than this share of the letter height are no neighbours. */
const FARTHEST_ROW = 3.2;
/** Lines nearer than this share belong to one cell. */
const SAME_CELL = 0.3;
/** Lines of a cell never lie over each other; a line centred beside two lines lies over both by more than this share. */
const OVERLAP = 0.2;
/** Share of a column's texts that must begin, end or be centred at one place. */
const ALIGNED_SHARE = 0.6;
/** Places this near (points) are the same. */
const SAME_PLACE = 4;

/** @param runs text outside every shape and drawn table */
export function alignedTablesOf(
  runs: readonly TextRun[],
  page: Drawing,
): { tables: TableBlock[]; rest: TextRun[] } {
  const rest = new Set(runs);
  const tables: TableBlock[] = [];
  for (const bands of regionsOf(bandsOf(linesOf(runs, TABLE_COLUMN_GAP)))) {
    const lines = bands.flat();
    const grid = gridOfBands(bands);
    if (!grid || !isDrawnByRow(lines) || !areColumnsAligned(grid, lines)) continue;
    const inside = runs.filter((run) => holdsPoint(grid.box, centreOf(run.box)));
    const parted = partedByText(grid, inside);
    tables.push(tableBlockOf(parted, inside, page));
    for (const run of inside) rest.delete(run);
  }
  return { tables, rest: [...rest] };
}

/** Lines beside each other, however their cells are set: a row as long as no line of it wraps. */
function bandsOf(lines: readonly Line[]): Line[][] {
  const bands: Line[][] = [];
  for (const line of lines.filter((one) => one.turn === 0).toSorted((a, b) => a.box.top - b.box.top)) {
    const band = bands.at(-1);
    if (band && line.box.top < unionOf(band.map((one) => one.box)).bottom - OVERLAP * heightOf(line.box))
      band.push(line);
    else bands.push([line]);
  }
  return bands;
}

/** Bands that follow each other closely, from the first to the last that has texts beside each other. */
function regionsOf(bands: readonly Line[][]): Line[][][] {
  const regions: Line[][][] = [];
  let region: Line[][] = [];
  for (const band of bands) {
    const last = region.at(-1);
    if (last && roomBetween(last, band) > FARTHEST_ROW) {
      regions.push(region);
      region = [];
    }
    if (band.length > 1 || region.length > 0) region.push(band);
  }
  regions.push(region);
  return regions
    .map((bands) => bands.slice(0, bands.findLastIndex((band) => band.length > 1) + 2))
    .map(withoutStrayEnd)
    .filter((bands) => bands.filter((band) => band.length > 1).length >= 3);
}

/** A last line that begins at the left edge is the text below the table; one further in is the end of a cell. */
function withoutStrayEnd(bands: Line[][]): Line[][] {
  const last = bands.at(-1);
  const before = bands.slice(0, -1);
  if (last?.length !== 1 || before.length === 0) return bands;
  const left = Math.min(...before.flat().map((line) => line.box.left));
  const isCellEnd =
    (last[0]?.box.left ?? 0) > left + SAME_PLACE && roomBetween(before.at(-1) ?? [], last) < SAME_CELL;
  return isCellEnd ? bands : before;
}

function roomBetween(above: readonly Line[], below: readonly Line[]): number {
  if (above.length === 0 || below.length === 0) return 0;
  const size = Math.max(...below.map((line) => line.size));
  return (unionOf(below.map((line) => line.box)).top - unionOf(above.map((line) => line.box)).bottom) / size;
}

function gridOfBands(bands: readonly Line[][]): Grid | null {
  const lines = bands.flat();
  const box = unionOf(lines.map((line) => line.box));
  const columnEdges = columnEdgesOfText(lines, box.left, box.right);
  const rows = rowsOf(bands, columnEdges);
  if (columnEdges.length < 3 || rows.length < 3) return null;
  const edges = rows.slice(1).map((row, index) => {
    const above = unionOf((rows[index] ?? row).map((line) => line.box)).bottom;
    return (above + unionOf(row.map((line) => line.box)).top) / 2;
  });
  const columnSpan = columnEdges.length - 1;
  return {
    box: { ...box, left: columnEdges[0] ?? box.left, right: columnEdges.at(-1) ?? box.right },
    rowEdges: [box.top, ...edges, box.bottom],
    columnEdges,
    cells: rows.map((_, row) => ({ row, column: 0, rowSpan: 1, columnSpan })),
    lastOrder: Math.max(...lines.map((line) => line.order)),
  };
}

/**
 * A band is a row of its own unless it only carries on cells of the row above: it stands close under it, with fewer
 * texts, each under one of them, and nothing in the first column.
 */
function rowsOf(bands: readonly Line[][], columnEdges: readonly number[]): Line[][] {
  const rows: Line[][] = [];
  const steps = bands.slice(1).map((band, index) => roomBetween(bands[index] ?? [], band));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  bands.forEach((band, index) => {
    const row = rows.at(-1);
    const room = steps[index - 1] ?? Number.POSITIVE_INFINITY;
    if (row && carriesOn(row, band, room, usual, columnEdges)) row.push(...band);
    else rows.push([...band]);
  });
  return rows;
}

function carriesOn(
  row: readonly Line[],
  band: readonly Line[],
  room: number,
  usual: number,
  columnEdges: readonly number[],
): boolean {
  if (room >= SAME_CELL) return false;
  const filled = columnsOf(row, columnEdges);
  const columns = columnsOf(band, columnEdges);
  if ([...columns].some((column) => !filled.has(column)) || columns.size >= filled.size) {
    // Every column may wrap at once, but then rows stand further apart than lines.
    return columns.size === filled.size && usual > room + 0.25;
  }
  return !columns.has(0) || usual > room + 0.25;
}

function columnsOf(lines: readonly Line[], columnEdges: readonly number[]): Set<number> {
  return new Set(lines.map((line) => columnEdges.findLastIndex((edge) => edge <= centreOf(line.box).x)));
}

/**
 * Tables are drawn row after row. Text in columns (a list of names over the page, two texts side by side) is drawn
 * column after column, and stays text.
 */
function isDrawnByRow(lines: readonly Line[]): boolean {
  const drawn = lines.toSorted((a, b) => a.order - b.order);
  let beside = 0;
  let below = 0;
  drawn.slice(1).forEach((line, index) => {
    const before = drawn[index];
    if (!before) return;
    if (before.box.right < line.box.left) beside++;
    else if (line.box.top > before.box.bottom - 0.5 * line.size && overlaps(before.box, line.box)) below++;
  });
  return beside > 1.2 * below;
}

function overlaps(a: Box, b: Box): boolean {
  return Math.min(a.right, b.right) > Math.max(a.left, b.left);
}

/** In each column most texts share a place; prose set beside prose may too, but then its lines are long. */
function areColumnsAligned(grid: Grid, lines: readonly Line[]): boolean {
  const columns = Map.groupBy(lines, (line) =>
    grid.columnEdges.findLastIndex((edge) => edge <= centreOf(line.box).x),
  );
  return [...columns.values()].every((column) => {
    const places = [
      column.map((line) => line.textLeft),
      column.map((line) => line.box.right),
      column.map((line) => centreOf(line.box).x),
    ];
    return column.length < 3 || places.some((at) => sharedBy(at) >= ALIGNED_SHARE * column.length);
  });
}

function sharedBy(places: readonly number[]): number {
  return Math.max(...places.map((at) => places.filter((other) => Math.abs(other - at) < SAME_PLACE).length));
}

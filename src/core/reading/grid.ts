/**
 * Rows of a table whose cells are known: columns found by their headings in any order, and where a heading is none
 * of the known ones by what stands below it. Merged cells count for every row they cover.
 */
import { whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import type { ReadContext } from './reading.ts';
import type { Line, SlideCell, SlideTable } from './slide.ts';
import type { Cell, Row } from './table.ts';
import type { HeadingKind } from './table-header.ts';
import type { Piece } from './table-pieces.ts';

/** A kind of column: by its heading, or by how well its cells fit. */
export interface GridKind<K extends string> extends HeadingKind<K> {
  /** About 5 for surely, 0 for perhaps, -5 for hardly. Absent: known by its heading only. */
  fits?: (piece: Piece) => number;
}

export interface GridColumn<K extends string> {
  key: K | null;
  heading: string;
  /** Found by what stands in it: its heading is none of the known ones. */
  isGuessed?: true;
}

export interface GridRow<K extends string> extends Row<K> {
  /** Place in the table, from 0. */
  index: number;
  /** A column of it is guessed, so nothing in it is sure. */
  isGuessed: boolean;
}

export interface Grid<K extends string> {
  columns: GridColumn<K>[];
  rows: GridRow<K>[];
  /** Lines of headings, and of rows that only head a group. */
  headings: Line[];
  /** Cells over the whole width that are sentences. */
  outside: Line[];
}

/** Headings stand in the first rows. */
const HEADING_ROWS = 4;
/** A heading has at most so many words beside those it is known by. */
const HEADING_SPARE_WORDS = 3;
const GROUP_MAX_WORDS = 5;
const FITS_WELL = 1.5;
const TOTAL = /^(?:i alt|total(?:t)?|sum|samlet)(?![\p{L}])/iu;

/**
 * @param inherited the columns of the table before, for one that goes on without headings
 * @param groupKey what a row over the whole width tells of the rows below it
 * @returns null when the table has neither headings of two known kinds nor inherited ones
 */
export function readGrid<K extends string>(
  table: SlideTable,
  kinds: readonly GridKind<K>[],
  context: ReadContext,
  { inherited = null, groupKey = null }: { inherited?: GridColumn<K>[] | null; groupKey?: K | null } = {},
): Grid<K> | null {
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const headingRow = headingRowOf(table, kinds);
  const goesOn = headingRow < 0 && inherited !== null && inherited.length === width;
  if (headingRow < 0 && !goesOn) return null;
  const body = table.rows.slice(headingRow + 1);
  const columns = goesOn ? inherited : columnsOf(table.rows[headingRow] ?? [], body, kinds, context);
  const grid: Grid<K> = { columns, rows: [], headings: [], outside: [] };
  grid.headings.push(
    ...table.rows
      .slice(0, headingRow + 1)
      .flat()
      .flatMap((cell) => cell.lines),
  );
  let group: SlideCell | null = null;
  for (const [at, places] of body.entries()) {
    const filled = new Set(places.filter((cell) => cell.text !== ''));
    const [only] = filled;
    if (!only) continue;
    if (filled.size === 1 && (only.columnSpan > 1 || places[0] === only) && width > 2) {
      const isGroup =
        groupKey !== null && only.text.split(' ').length <= GROUP_MAX_WORDS && !/[.!?:]$/.test(only.text);
      if (isGroup && only.rowSpan === 1) {
        group = only;
        grid.headings.push(...only.lines);
        continue;
      }
      if (only.columnSpan >= width) {
        grid.outside.push(...only.lines);
        continue;
      }
    }
    // A sum is no row; its cells are told as not understood.
    if (TOTAL.test(places[0]?.text ?? '')) continue;
    const row = rowOf(places, columns, headingRow + 1 + at);
    if (groupKey !== null && group && !row.cells[groupKey])
      row.cells[groupKey] = { text: group.text, lines: group.lines };
    grid.rows.push(row);
  }
  return grid;
}

/** The row among the first ones with the most known headings; -1 when none has two. */
function headingRowOf<K extends string>(table: SlideTable, kinds: readonly GridKind<K>[]): number {
  let best = { at: -1, count: 1 };
  for (const [at, row] of table.rows.slice(0, HEADING_ROWS).entries()) {
    const keys = new Set(row.flatMap((cell) => headingKey(cell.text, kinds) ?? []));
    if (keys.size > best.count) best = { at, count: keys.size };
  }
  return best.at;
}

/** The kind whose words the heading begins with; the longest where several do. */
function headingKey<K extends string>(text: string, kinds: readonly GridKind<K>[]): K | null {
  const bare = text.replace(/[\s:*¹²³]+$/u, '');
  let best: { key: K; length: number } | null = null;
  for (const { key, words } of kinds) {
    const told = words.exec(bare)?.[0];
    if (!told || told.length <= (best?.length ?? 0)) continue;
    const spare = bare.slice(told.length).trim();
    if (/\d/.test(spare) || spare.split(' ').length > HEADING_SPARE_WORDS) continue;
    best = { key, length: told.length };
  }
  return best?.key ?? null;
}

function columnsOf<K extends string>(
  headings: readonly SlideCell[],
  body: readonly (readonly SlideCell[])[],
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): GridColumn<K>[] {
  const taken = new Set<K>();
  const columns = headings.map((cell, index): GridColumn<K> => {
    const key = headingKey(cell.text, kinds);
    const heading = cell.text || `Kolonne ${index + 1}`;
    if (key === null || taken.has(key)) return { key: null, heading };
    taken.add(key);
    return { key, heading };
  });
  for (const kind of kinds) {
    if (taken.has(kind.key) || !kind.fits) continue;
    const best = bestColumn(kind.fits, columns, body, context);
    if (!best) continue;
    best.key = kind.key;
    best.isGuessed = true;
    taken.add(kind.key);
  }
  return columns;
}

/** The column of no known kind whose cells fit best, where they fit well. */
function bestColumn<K extends string>(
  fits: (piece: Piece) => number,
  columns: readonly GridColumn<K>[],
  body: readonly (readonly SlideCell[])[],
  context: ReadContext,
): GridColumn<K> | null {
  let best: { column: GridColumn<K>; fit: number } | null = null;
  for (const [index, column] of columns.entries()) {
    if (column.key !== null) continue;
    const cells = body.flatMap((row) => row[index] ?? []).filter((cell) => cell.text !== '');
    if (cells.length === 0) continue;
    const sum = cells.reduce((total, cell) => total + fits(pieceOf(cell, context)), 0);
    const fit = sum / cells.length;
    if (fit >= FITS_WELL && fit > (best?.fit ?? 0)) best = { column, fit };
  }
  return best?.column ?? null;
}

/** A cell as the readers of tables without borders know it. */
function pieceOf({ text, lines }: SlideCell, context: ReadContext): Piece {
  const [line] = lines;
  const isDate = whyUnreadable(text, { meetingDay: context.meetingDay }) === null;
  const plain: Line = line ?? {
    text,
    raw: text,
    source: 'text',
    afterGap: true,
    wraps: false,
    wrapsAreMarked: true,
    doubtful: false,
  };
  return { text, line: plain, lines, isDate, startsLine: true, startsBlock: true, isProse: false };
}

function rowOf<K extends string>(
  places: readonly SlideCell[],
  columns: readonly GridColumn<K>[],
  index: number,
): GridRow<K> {
  const isGuessed = columns.some((column) => column.isGuessed);
  const row: GridRow<K> = { cells: {}, extra: {}, lines: [], index, isGuessed };
  const lines = new Set<Line>();
  for (const [at, { key, heading }] of columns.entries()) {
    const cell = places[at];
    if (!cell || cell.text === '') continue;
    for (const line of cell.lines) lines.add(line);
    const value: Cell = { text: cell.text, lines: cell.lines };
    if (key !== null) row.cells[key] = value;
    else row.extra[heading] = cell.text;
  }
  row.lines = [...lines];
  return row;
}

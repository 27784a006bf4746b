/**
 * Rows of a table whose cells are known: columns found by their headings in any order, and where a heading is none
 * of the known ones by what stands below it. Merged cells count for every row they cover.
 */

import { joinLines } from '#src/formats/text/join-lines.ts';
import { whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import { guessedColumns, headingsOf } from './grid-columns.ts';
import type { ReadContext } from './reading.ts';
import type { Line, SlideCell, SlideTable } from './slide.ts';
import type { Cell, Row } from './table.ts';
import type { HeadingKind } from './table-header.ts';
import type { Piece } from './table-pieces.ts';

/** A kind of column: by its heading, or by how well its cells fit. */
export interface GridKind<K extends string> extends HeadingKind<K> {
  /** About 5 for surely, 0 for perhaps, -5 for hardly. Absent: known by its heading only. */
  fits?: (piece: Piece) => number;
  /** What a column guessed to be of this kind is, where the table has none of that other kind: one date is the end. */
  alone?: K;
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

const GROUP_MAX_WORDS = 5;
const TOTAL = /^(?:i alt|total(?:t)?|sum|samlet)(?![\p{L}])/iu;

interface GridWords<K extends string> {
  /** The columns of the table before, for one that goes on without headings. */
  inherited?: GridColumn<K>[] | null;
  /** What a row over the whole width tells of the rows below it. */
  groupKey?: K | null;
  /** Kinds by which a table without any headings is believed; none when it never is. */
  needed?: readonly K[];
}

/** @returns null when the table has no headings of two known kinds, inherits none, and cannot be guessed */
export function readGrid<K extends string>(
  table: SlideTable,
  kinds: readonly GridKind<K>[],
  context: ReadContext,
  { inherited = null, groupKey = null, needed = [] }: GridWords<K> = {},
): Grid<K> | null {
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const told = headingsOf(table, kinds, context);
  const goesOn = inherited?.length === width ? inherited : null;
  const guessed = needed.length > 0 ? guessedColumns(table, kinds, needed, context) : null;
  const columns = told?.columns ?? goesOn ?? guessed;
  if (!columns) return null;
  const rowCount = told?.rowCount ?? 0;
  const body = table.rows.slice(rowCount);
  const grid: Grid<K> = { columns, rows: [], headings: [], outside: [] };
  grid.headings.push(
    ...table.rows
      .slice(0, rowCount)
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
    const row = rowOf(places, columns, rowCount + at);
    const above = grid.rows.at(-1);
    if (above && goesOnInRow(row, above, context)) {
      addTo(above, row);
      continue;
    }
    if (groupKey !== null && group && !row.cells[groupKey])
      row.cells[groupKey] = { text: group.text, lines: group.lines };
    grid.rows.push(row);
  }
  return grid;
}

/** A row that goes on with the words of the one above, as a wrapped cell does: no date, and small letters first. */
function goesOnInRow<K extends string>(row: GridRow<K>, above: GridRow<K>, context: ReadContext): boolean {
  const cells = Object.entries(row.cells) as [K, Cell][];
  return (
    cells.length > 0 &&
    Object.keys(row.extra).length === 0 &&
    cells.every(
      ([key, { text }]) =>
        above.cells[key] !== undefined &&
        /^[\p{Ll}(]/u.test(text) &&
        whyUnreadable(text, { meetingDay: context.meetingDay }) !== null,
    )
  );
}

function addTo<K extends string>(above: GridRow<K>, row: GridRow<K>): void {
  for (const [key, cell] of Object.entries(row.cells) as [K, Cell][]) {
    const before = above.cells[key];
    const lines = [...(before?.lines ?? []), ...cell.lines];
    above.cells[key] = { text: joinLines([{ text: before?.text ?? '' }, { text: cell.text }]), lines };
  }
  above.lines.push(...row.lines);
  above.isGuessed = true;
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

/**
 * Rows of a table whose borders are lost. Every piece of text is given the column where it fits best, so that
 * pieces stay in the order of the columns; empty cells, wrapped cells and notes beside the table cost a little.
 */
import { joinLines } from '#src/formats/text/join-lines.ts';
import type { Line } from './slide.ts';
import type { Piece } from './table-pieces.ts';

export interface Column<K extends string> {
  key: K | null;
  heading: string;
  isDate: boolean;
  /** How well a text fits the column: about 5 for surely, 0 for perhaps, -5 for hardly. */
  fits(piece: Piece): number;
}

export interface Cell {
  text: string;
  lines: Line[];
}

export interface Row<K extends string> {
  /** The cell of each column of a known kind; absent when empty. */
  cells: Partial<Record<K, Cell>>;
  /** Cells of columns known by their heading only. */
  extra: Record<string, string>;
  lines: Line[];
}

export interface Table<K extends string> {
  rows: Row<K>[];
  /** Lines beside the table: notes. */
  outside: Line[];
}

const EMPTY_CELL = -1.2;
const EMPTY_FIRST_CELLS = -2.5;
const NEW_ROW = -0.5;
const WRAPPED = -0.3;
const WRAPPED_OVER_GAP = -1.5;
const SECOND_DATE_IN_CELL = -6;
/** OCR reads a table line by line, so the second line of a row goes back to its first columns. */
const BACK_IN_ROW = -1.5;
const PROSE_IN_TABLE = -2.5;
const OUTSIDE_PROSE = 1;
const OUTSIDE_OTHER = -6;

interface Step {
  score: number;
  /** Column of the piece; -1 is outside the table. */
  column: number;
  /** The last column of the row that is open, also while pieces lie outside. */
  reached: number;
  startsRow: boolean;
  /** A row has been begun. */
  open: boolean;
  before: Step | null;
}

export function readRows<K extends string>(
  pieces: readonly Piece[],
  columns: readonly Column<K>[],
): Table<K> {
  let steps: Step[] = [
    { score: 0, column: -1, reached: columns.length - 1, startsRow: false, open: false, before: null },
  ];
  for (const piece of pieces) steps = bestSteps(piece, steps, columns);
  let last = steps[0] ?? null;
  for (const step of steps) if (last && step.score > last.score) last = step;
  return collect(pieces, columns, last);
}

function bestSteps<K extends string>(
  piece: Piece,
  before: readonly Step[],
  columns: readonly Column<K>[],
): Step[] {
  const best = new Map<string, Step>();
  const offer = (step: Step): void => {
    const key = `${step.column}/${step.reached}/${step.open}`;
    const known = best.get(key);
    if (!known || step.score > known.score) best.set(key, step);
  };
  const outside = piece.isProse ? OUTSIDE_PROSE : OUTSIDE_OTHER;
  const fits = columns.map((column) => column.fits(piece) + (piece.isProse ? PROSE_IN_TABLE : 0));
  for (const step of before) {
    offer({ ...step, score: step.score + outside, column: -1, startsRow: false, before: step });
    for (const [column, fit] of fits.entries()) {
      const within = withinRow(piece, step, column, columns);
      if (within !== null) {
        offer({
          score: step.score + fit + within,
          column,
          reached: Math.max(column, step.reached),
          startsRow: false,
          open: true,
          before: step,
        });
      }
      if (!piece.startsLine) continue;
      const empty = (columns.length - 1 - step.reached) * EMPTY_CELL + column * EMPTY_FIRST_CELLS;
      offer({
        score: step.score + fit + NEW_ROW + empty,
        column,
        reached: column,
        startsRow: true,
        open: true,
        before: step,
      });
    }
  }
  return [...best.values()];
}

/** Cost of staying in the row that is open; null when the piece cannot. */
function withinRow<K extends string>(
  piece: Piece,
  step: Step,
  column: number,
  columns: readonly Column<K>[],
): number | null {
  if (!step.open) return null;
  const { reached } = step;
  if (column > reached) return (column - reached - 1) * EMPTY_CELL;
  if (column === step.column) {
    if (columns[column]?.isDate) return SECOND_DATE_IN_CELL;
    return piece.startsBlock ? WRAPPED_OVER_GAP : WRAPPED;
  }
  if (column < reached && piece.line.source === 'ocr' && !piece.startsBlock && !columns[column]?.isDate) {
    return BACK_IN_ROW;
  }
  return null;
}

function collect<K extends string>(
  pieces: readonly Piece[],
  columns: readonly Column<K>[],
  last: Step | null,
): Table<K> {
  const path: Step[] = [];
  for (let step = last; step?.before; step = step.before) path.unshift(step);
  const rows: { parts: Piece[][]; lines: Set<Line> }[] = [];
  const outside = new Set<Line>();
  for (const [index, step] of path.entries()) {
    const piece = pieces[index];
    if (!piece) continue;
    if (step.startsRow) rows.push({ parts: columns.map(() => []), lines: new Set() });
    const row = rows.at(-1);
    const inTable = step.column >= 0 && row;
    if (inTable) row.parts[step.column]?.push(piece);
    for (const line of piece.lines) (inTable ? row.lines : outside).add(line);
  }
  return { rows: rows.map((row) => makeRow(row.parts, [...row.lines], columns)), outside: [...outside] };
}

function makeRow<K extends string>(parts: Piece[][], lines: Line[], columns: readonly Column<K>[]): Row<K> {
  const row: Row<K> = { cells: {}, extra: {}, lines };
  for (const [index, { key, heading }] of columns.entries()) {
    const pieces = parts[index] ?? [];
    if (pieces.length === 0) continue;
    const text = joinLines(pieces);
    if (key === null) row.extra[heading] = text;
    else row.cells[key] = { text, lines: [...new Set(pieces.map((piece) => piece.line))] };
  }
  return row;
}

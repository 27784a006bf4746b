/** The columns of a table whose cells are known: by their headings in any order, else by what stands below them. */
import { whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import type { GridColumn, GridKind } from './grid.ts';
import type { ReadContext } from './reading.ts';
import type { Line, SlideCell, SlideTable } from './slide.ts';
import { OTHER_HEADINGS } from './table-header.ts';
import type { Piece } from './table-pieces.ts';

/** Headings stand in the first rows. */
const HEADING_ROWS = 4;
/** A heading has at most so many words beside those it is known by. */
const HEADING_SPARE_WORDS = 3;
const FITS_WELL = 1.5;

export interface Headings<K extends string> {
  columns: GridColumn<K>[];
  /** Rows of the table that are headings, or stand over them. */
  rowCount: number;
}

/** Null when no row has headings of two known kinds. */
export function headingsOf<K extends string>(
  { rows }: SlideTable,
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): Headings<K> | null {
  const at = headingRowOf(rows, kinds);
  if (at < 0) return null;
  const goesOn = isHeadingRow(rows[at + 1] ?? [], rows[at] ?? [], kinds);
  const last = goesOn ? at + 1 : at;
  const above = rows[at - 1];
  const first = above && new Set(above.filter(({ text }) => text !== '')).size > 1 ? at - 1 : at;
  const body = rows.slice(last + 1);
  const columns = columnsOf(rows.slice(first, last + 1), body, kinds, context);
  return { columns, rowCount: last + 1 };
}

/** Columns taken from the table before, which this table's cells do not fit: it was drawn in another order. */
export function fitsColumns<K extends string>(
  { rows }: SlideTable,
  columns: readonly GridColumn<K>[],
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): boolean {
  return columns.every(({ key }, index) => {
    const { fits } = kinds.find((kind) => kind.key === key) ?? {};
    const cells = rows.flatMap((row) => row[index] ?? []).filter((cell) => cell.text !== '');
    if (!fits || cells.length === 0) return true;
    return cells.reduce((total, cell) => total + fits(pieceOf(cell, context)), 0) >= 0;
  });
}

/** The columns of a table without headings, all of them by what stands in them; null when one of `needed` is not found. */
export function guessedColumns<K extends string>(
  { rows }: SlideTable,
  kinds: readonly GridKind<K>[],
  needed: readonly K[],
  context: ReadContext,
): GridColumn<K>[] | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at): GridColumn<K> => nameless(at));
  guess(columns, rows, kinds, context);
  const found = columns.map(({ key }) => key);
  return needed.every((key) => found.includes(key)) ? columns : null;
}

/** The row among the first ones with the most known headings; -1 when none has two. */
function headingRowOf<K extends string>(
  rows: readonly (readonly SlideCell[])[],
  kinds: readonly GridKind<K>[],
): number {
  let best = { at: -1, count: 1 };
  for (const [at, row] of rows.slice(0, HEADING_ROWS).entries()) {
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

/** A second row of headings: nothing but known ones, and not those of the row above once more. */
function isHeadingRow<K extends string>(
  row: readonly SlideCell[],
  above: readonly SlideCell[],
  kinds: readonly GridKind<K>[],
): boolean {
  const own = row.filter((cell) => cell.text !== '' && !above.includes(cell));
  return (
    own.length > 1 && own.every(({ text }) => headingKey(text, kinds) !== null || OTHER_HEADINGS.test(text))
  );
}

/** A heading may stand in two rows: the lower cell tells more ("Dato for / start"), else the upper, else both together. */
function columnsOf<K extends string>(
  headings: readonly (readonly SlideCell[])[],
  body: readonly (readonly SlideCell[])[],
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): GridColumn<K>[] {
  const width = Math.max(0, ...headings.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index): GridColumn<K> => {
    const cells = [...new Set(headings.flatMap((row) => row[index] ?? []))].filter(({ text }) => text !== '');
    const texts = cells.map(({ text }) => text).reverse();
    const whole = [...texts].reverse().join(' ');
    if (whole === '') return nameless(index);
    const key = [...texts, whole].flatMap((text) => headingKey(text.replace(NEWER, ''), kinds) ?? [])[0];
    // The upper cell may reach over several columns and name none of them.
    const heading = cells.at(-1)?.columnSpan === 1 || cells.length === 1 ? (texts[0] ?? whole) : whole;
    return { key: key ?? null, heading };
  });
  for (const column of replaced(columns)) {
    if (column.key !== null) column.older = column.key;
    column.key = null;
  }
  guess(columns, body, kinds, context);
  return columns;
}

/** "Ny frist" beside "Frist": the newer one holds. */
const NEWER = /^(?:ny|nyt|nye|revideret|opdateret|ændret|justeret)\s+(?=\p{L})/iu;
const OLDER = /^(?:oprindelig|tidligere|gammel|hidtidig)/iu;

/** The columns of a kind that another column tells: the newer one stays, else the first. */
function replaced<K extends string>(columns: readonly GridColumn<K>[]): GridColumn<K>[] {
  return columns.filter((column) => {
    const same = columns.filter(({ key }) => key !== null && key === column.key);
    const kept =
      same.find(({ heading }) => NEWER.test(heading)) ?? same.find(({ heading }) => !OLDER.test(heading));
    return same.length > 1 && column !== (kept ?? same[0]);
  });
}

function nameless(index: number): GridColumn<never> {
  return { key: null, heading: `Kolonne ${index + 1}` };
}

/** Kinds that no heading told, by what stands in the columns that are left. */
function guess<K extends string>(
  columns: readonly GridColumn<K>[],
  body: readonly (readonly SlideCell[])[],
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): void {
  const isTaken = (key: K): boolean => columns.some((column) => column.key === key);
  for (const kind of kinds) {
    if (isTaken(kind.key) || !kind.fits) continue;
    const best = bestColumn(kind.fits, columns, body, context);
    if (!best) continue;
    best.key = kind.key;
    best.isGuessed = true;
  }
  for (const { key, alone } of kinds) {
    const lone = columns.find((column) => column.key === key && column.isGuessed);
    if (lone && alone !== undefined && !isTaken(alone)) lone.key = alone;
  }
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
    if (column.key !== null || OTHER_HEADINGS.test(column.heading)) continue;
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

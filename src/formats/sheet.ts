/** A spreadsheet as data, the same for CSV and XLSX: rows of cells, without formats and formulas. */
import { RefusedError } from '#src/shared/errors.ts';

/** A calendar day as ISO text `YYYY-MM-DD`; a cell that a spreadsheet shows as a date. */
export interface SheetDay {
  day: string;
}

export type SheetCell = string | number | SheetDay | null;

/** What was read. Empty rows are left out, so the numbers may jump. */
export interface Sheet {
  rows: SheetRow[];
}

export interface SheetRow {
  /** As Excel counts it, from 1: what a person sees at the edge of the sheet. */
  number: number;
  /** From column A on; empty cells at the end are left out. */
  cells: SheetCell[];
}

/** What is to be written: one heading row, then the rows. */
export interface Table {
  /** Of the sheet in the workbook, at most 31 characters: "Frister". */
  name: string;
  columns: TableColumn[];
  /** Each row as long as `columns`. */
  rows: SheetCell[][];
}

export interface TableColumn {
  heading: string;
  /** In characters, for XLSX. */
  width: number;
}

/** More than any list the portal takes, little enough to be read while others wait. */
export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 200;
/** Signs in a cell; Excel holds no more. */
const LONGEST_CELL = 32_767;
/** Signs in a row: more is no list, and is not read to its end. */
export const LONGEST_ROW = 8 * LONGEST_CELL;

/** A file that cannot be read as a spreadsheet. The message tells in Danish what is wrong and what to do. */
export class UnreadableSheetError extends RefusedError {
  override readonly name = 'UnreadableSheetError';
}

/** Trims what is empty at the end and keeps the rows that say something. @throws UnreadableSheetError on too many */
export function sheetOf(rows: Iterable<SheetRow>): Sheet {
  const kept: SheetRow[] = [];
  for (const { number, cells } of rows) {
    const last = cells.findLastIndex((cell) => cell !== null && cell !== '');
    if (last < 0) continue;
    if (last >= MOST_COLUMNS) throw tooWide();
    if (kept.length === MOST_ROWS) throw tooLong();
    if (cells.some((cell) => typeof cell === 'string' && cell.length > LONGEST_CELL))
      throw cellTooLong(number);
    kept.push({ number, cells: cells.slice(0, last + 1) });
  }
  if (kept.length === 0) {
    throw new UnreadableSheetError('Regnearket er tomt. Vælg en fil med mindst én udfyldt række.');
  }
  return { rows: kept };
}

export function tooLong(): UnreadableSheetError {
  return new UnreadableSheetError(
    `Regnearket har flere end ${MOST_ROWS.toLocaleString('da-DK')} rækker. Slet de rækker, der ikke skal bruges, og prøv igen.`,
  );
}

function cellTooLong(row: number): UnreadableSheetError {
  return new UnreadableSheetError(
    `Række ${row} har en celle med flere end ${LONGEST_CELL.toLocaleString('da-DK')} tegn. Gør den kortere, og prøv igen.`,
  );
}

export function rowTooLong(row: number): UnreadableSheetError {
  return new UnreadableSheetError(
    `Række ${row} har flere end ${LONGEST_ROW.toLocaleString('da-DK')} tegn. Gør den kortere, og prøv igen.`,
  );
}

export function tooWide(): UnreadableSheetError {
  return new UnreadableSheetError(
    `Regnearket har flere end ${MOST_COLUMNS} kolonner. Slet de kolonner, der ikke skal bruges, og prøv igen.`,
  );
}

/** The cells of a workbook: what a person sees in them, as data. */
import { addDays, isRealDay } from '#src/shared/calendar-day.ts';
import {
  MOST_COLUMNS,
  type Sheet,
  type SheetCell,
  type SheetRow,
  sheetOf,
  tooWide,
  UnreadableSheetError,
} from './sheet.ts';
import { attribute, openWorkbook, richText, unescaped, type Workbook } from './xlsx-workbook.ts';
import { childrenNamed, findChild } from './xml/find.ts';
import type { XmlElement } from './xml/read-xml.ts';

/** The first visible sheet with content. @throws UnreadableSheetError */
export function readXlsx(bytes: Uint8Array): Sheet {
  const workbook = openWorkbook(bytes);
  for (const worksheet of workbook.visibleSheets) {
    const rows = [...rowsOf(worksheet, workbook)];
    if (rows.some(({ cells }) => cells.length > 0)) return sheetOf(rows);
  }
  return sheetOf([]);
}

/** Numbers and letters of rows and cells may be left out; then they follow on the one before. */
function* rowsOf(worksheet: XmlElement, workbook: Workbook): Generator<SheetRow> {
  let number = 0;
  for (const row of childrenNamed(findChild(worksheet, 'sheetData'), 'row')) {
    number = Number(attribute(row, 'r')) || number + 1;
    const cells: SheetCell[] = [];
    let column = -1;
    for (const cell of childrenNamed(row, 'c')) {
      column = columnOf(attribute(cell, 'r')) ?? column + 1;
      const value = cellFrom(cell, workbook, number);
      if (value === null || value === '') continue;
      if (column >= MOST_COLUMNS) throw tooWide();
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
    yield { number, cells };
  }
}

/** "B7" -> 1, from 0; null where a cell does not say where it stands. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Of a formula, what it last came to. */
function cellFrom(cell: XmlElement, workbook: Workbook, rowNumber: number): SheetCell {
  const value = findChild(cell, 'v')?.text ?? '';
  switch (attribute(cell, 't')) {
    case 's':
      return workbook.texts[Number(value)] ?? null;
    case 'inlineStr':
      return richText(findChild(cell, 'is'));
    case 'b':
      return value === '1' ? 'SAND' : 'FALSK';
    case 'd':
      return dayFrom(value.slice(0, 10), rowNumber);
    case 'str':
    case 'e':
      return unescaped(value);
    default:
      return numberOrDay(value, Number(attribute(cell, 's') || 0), workbook, rowNumber);
  }
}

function numberOrDay(value: string, style: number, workbook: Workbook, rowNumber: number): SheetCell {
  if (value.trim() === '') return null;
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  const format = workbook.formats[style];
  if (format === undefined || !showsDay(format)) return number;
  // Excel counts a 29 February 1900 that never was, so its days fit from 1 March 1900 on.
  const [dayZero, firstDay] = workbook.countsFrom1904 ? ['1904-01-01', 0] : ['1899-12-30', 61];
  const lastDay = 2_900_000;
  if (number < firstDay || number > lastDay) throw noSuchDay(rowNumber);
  return dayFrom(addDays(dayZero, Math.floor(number)), rowNumber);
}

/** Number formats of the standard itself that show a day; 18–21 and 45–47 show a time of day only. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A format's own code shows a day when it has years or days, or months by name, outside quotes and brackets. */
function showsDay({ id, code }: { id: number; code: string | null }): boolean {
  if (code === null) return DAY_FORMATS.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  return /[yd]|mmm/i.test(bare) && !/general/i.test(bare);
}

function dayFrom(iso: string, rowNumber: number): SheetCell {
  if (!isRealDay(iso)) throw noSuchDay(rowNumber);
  return { day: iso };
}

function noSuchDay(rowNumber: number): UnreadableSheetError {
  return new UnreadableSheetError(
    `Række ${rowNumber} i regnearket har en dato, der ikke findes. Skriv den som 15.12.2025, og prøv igen.`,
  );
}

/** XLSX for people: real dates, a heading row that stays, columns wide enough, text that is never a formula. */
import { type CellValue, type ColumnDef, rangeRef, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { SheetCell, Table } from './sheet.ts';

const DAY_FORMAT = 'dd\\.mm\\.yyyy';
const ABOUT_WIDTHS = [22, 80];

/**
 * One workbook of two sheets: the table, and `about`, which says in words what the table is (pairs of heading and text).
 */
export async function writeXlsx(
  { name, columns, rows }: Table,
  about: readonly (readonly [string, string])[],
): Promise<Buffer> {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name,
        rows: [columns.map(({ heading }) => textOf(heading)), ...rows.map((row) => row.map(written))],
        columns: columns.map(({ width }, index) =>
          columnOf(
            width,
            rows.some((row) => isDay(row[index])),
          ),
        ),
        cells: new Map(columns.map((_, index) => [`0,${index}`, { style: BOLD }])),
        freezePane: { rows: 1 },
        autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
      },
      {
        name: 'Om regnearket',
        rows: about.map((pair) => pair.map(textOf)),
        columns: ABOUT_WIDTHS.map((width) => columnOf(width, false)),
      },
    ],
  });
  return Buffer.from(bytes);
}

const BOLD = { font: { bold: true }, alignment: { vertical: 'top', wrapText: true } } as const;

function columnOf(width: number, hasDays: boolean): ColumnDef {
  const style = { alignment: { vertical: 'top', wrapText: true } } as const;
  return { width, style: hasDays ? { ...style, numFmt: DAY_FORMAT } : style };
}

function isDay(cell: SheetCell | undefined): boolean {
  return typeof cell === 'object' && cell !== null;
}

function written(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : textOf(cell);
  return typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell;
}

/** `_x0041_` is how a workbook spells a character, so text that looks like it has to be spelled itself. */
function textOf(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

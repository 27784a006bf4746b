/** CSV as Danish Excel opens it: semicolons, UTF-8 with byte order mark, CRLF. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
  LONGEST_ROW,
  MOST_ROWS,
  rowTooLong,
  type Sheet,
  type SheetCell,
  sheetOf,
  type Table,
  tooLong,
  UnreadableSheetError,
} from './sheet.ts';
import { decodeText, UnreadableTextError } from './text/decode.ts';

/**
 * Days are written as ISO text, numbers with a decimal comma. Text that a spreadsheet would take for a formula gets a
 * `'` before it; numbers never do.
 */
export function writeCsv({ columns, rows }: Table): Buffer {
  const records = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(plain))];
  const text = stringify(records, {
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
    escape_formulas: true,
    // The library quotes CRLF only; a lone one would end the row.
    quoted_match: /[\t\r\n]/,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
  return Buffer.from(text, 'utf8');
}

/**
 * Every cell is text: what looks like a number may be a code with zeros in front. A line break inside quotes is part of
 * its cell and no new row, as in Excel.
 * @throws UnreadableSheetError when it is not text, or a quotation mark is not closed
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const { text, told } = withoutSeparatorLine(textOf(bytes));
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: told ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: stopAtTooMany(),
      max_record_size: LONGEST_ROW,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_MAX_RECORD_SIZE' ? rowTooLong(Number(error.records) + 1) : notClosed();
  }
  return sheetOf(records.map((cells, index) => ({ number: index + 1, cells: cells.map(read) })));
}

/** The rest of a file that is too long anyway is not read: others wait meanwhile. */
function stopAtTooMany(): (cells: string[]) => string[] {
  let filled = 0;
  return (cells) => {
    if (cells.some((cell) => cell !== '')) filled += 1;
    if (filled > MOST_ROWS) throw tooLong();
    return cells;
  };
}

function plain(cell: SheetCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.day : cell;
}

function read(cell: string): string | null {
  if (cell === '') return null;
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}

/** What `writeCsv` put a `'` before; CR is a line break by now. */
const ESCAPED = /^'[-=+@\t\n\uff1d\uff0b\uff0d\uff20]/;

function textOf(bytes: Uint8Array): string {
  try {
    return decodeText('', bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTextError)) throw error;
    throw new UnreadableSheetError('Filen er ikke et regneark. Gem den som .xlsx eller .csv, og prøv igen.');
  }
}

/** The first line `sep=;`, which Excel understands and does not count as a row. */
function withoutSeparatorLine(text: string): { text: string; told: string | null } {
  const match = /^sep=([;,\t])\n/.exec(text);
  return { text: text.slice(match?.[0].length ?? 0), told: match?.[1] ?? null };
}

const DELIMITERS = [';', '\t', ','];
const LINES_TO_ASK = 20;

/** The mark on most of the first lines, outside quotes; a text with several is one of Danish Excel. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split('\n', LINES_TO_ASK)
    .filter((line) => line !== '');
  const linesWith = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return DELIMITERS.reduce((best, mark) => (linesWith(mark) > linesWith(best) ? mark : best));
}

function notClosed(): UnreadableSheetError {
  return new UnreadableSheetError(
    'Et citationstegn i filen bliver ikke lukket. Ret det, eller gem filen som .xlsx, og prøv igen.',
  );
}

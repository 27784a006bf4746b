/** Which column of a spreadsheet holds what: by its heading, in any order, and by its content where there is none. */
import { matchWholeName } from '#src/core/municipalities/match.ts';
import type { Named } from '#src/core/municipalities/queries.ts';
import { type SheetCell, type SheetRow, UnreadableSheetError } from '#src/formats/sheet.ts';
import { statusOfWord } from './status-words.ts';

export type ColumnKey = 'code' | 'name' | 'status' | 'signedOn' | 'countedOn' | 'note';

export interface SheetColumns {
  /** Place of each column that was found, from 0. */
  at: Partial<Record<ColumnKey, number>>;
  /** The rows below the heading. */
  rows: SheetRow[];
  /** Headings that mean nothing here. */
  unused: string[];
}

const HEADINGS: Record<ColumnKey, RegExp> = {
  code: /^(kommune ?(kode|nr|nummer)|nr|kode)$/,
  name: /^(kommune|kommunenavn|kommunens navn|navn)$/,
  status: /^(status|underskriftsstatus|underskrift)$/,
  signedOn: /^(underskrevet|underskrevet (den|d|pr)|underskriftsdato|dato|dato for underskrift|signeret)$/,
  countedOn: /^(opgjort|opgjort pr|opgjort den|opgørelsesdato)$/,
  note: /^(bemærkning|bemærkninger|note|noter|kommentar|kommentarer)$/,
};

const LONGEST_HEADING = 100;
/** A title and an empty line may stand above the headings. */
const HEADING_WITHIN = 10;

/** Undefined when nothing tells which column names the municipality. @throws UnreadableSheetError for two statuses */
export function findColumns(
  rows: readonly SheetRow[],
  municipalities: readonly Named[],
): SheetColumns | undefined {
  for (const [index, row] of rows.slice(0, HEADING_WITHIN).entries()) {
    const found = byHeadings(row);
    if (!found) continue;
    const below = rows.slice(index + 1);
    return { ...found, at: settleStatus(found.at, below), rows: below };
  }
  const at = byContent(rows, municipalities);
  return at && { at, rows: [...rows], unused: [] };
}

function byHeadings({ cells }: SheetRow): Pick<SheetColumns, 'at' | 'unused'> | undefined {
  const at: SheetColumns['at'] = {};
  const unused: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const heading = plain(cell);
    const key = keyOf(heading);
    if (key && at[key] === undefined) at[key] = place;
    else if (heading !== '') unused.push(wordsOf(cell));
  }
  const isHeading = (at.code ?? at.name) !== undefined && (at.status ?? at.signedOn) !== undefined;
  if (!isHeading) return undefined;
  if (cells.filter((cell) => keyOf(plain(cell)) === 'status').length > 1) throw twoStatuses();
  return { at, unused };
}

/** Which of them holds nobody can tell. */
function twoStatuses(): UnreadableSheetError {
  return new UnreadableSheetError('Filen har flere kolonner med status. Slet dem, der ikke skal bruges.');
}

/** "Underskrevet" with ja and nej below it is a status, with days below it a day. */
function settleStatus(at: SheetColumns['at'], rows: readonly SheetRow[]): SheetColumns['at'] {
  const place = at.signedOn;
  if (at.status !== undefined || place === undefined) return at;
  const { signedOn: _, ...others } = at;
  return share(rows, place, (cell) => statusOfWord(wordsOf(cell)) !== undefined) > 0.5
    ? { ...others, status: place }
    : at;
}

function byContent(
  rows: readonly SheetRow[],
  municipalities: readonly Named[],
): SheetColumns['at'] | undefined {
  const codes = new Set(municipalities.map((one) => one.code));
  const fits: [ColumnKey, (cell: SheetCell) => boolean][] = [
    ['code', (cell) => codes.has(codeIn(cell))],
    ['name', (cell) => matchWholeName(wordsOf(cell), municipalities) !== undefined],
    ['status', (cell) => statusOfWord(wordsOf(cell)) !== undefined],
  ];
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const at: SheetColumns['at'] = {};
  for (const [key, isOne] of fits) {
    for (let place = 0; place < width; place += 1) {
      if (at[key] === undefined && share(rows, place, isOne) > 0.5) at[key] = place;
    }
  }
  return (at.code ?? at.name) !== undefined && at.status !== undefined ? at : undefined;
}

/** Share of the filled cells of a column that fit. */
function share(rows: readonly SheetRow[], place: number, fits: (cell: SheetCell) => boolean): number {
  const filled = rows.map(({ cells }) => cells[place] ?? null).filter((cell) => cell !== null && cell !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}

/** "0461" of 461, "461" and "0461". */
export function codeIn(cell: SheetCell | undefined): string {
  const words = wordsOf(cell ?? null);
  return /^\d{3,4}$/.test(words) ? words.padStart(4, '0') : words;
}

/** A cell as text, without blanks around it. */
export function wordsOf(cell: SheetCell): string {
  if (cell === null) return '';
  return (typeof cell === 'object' ? cell.day : String(cell)).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function plain(cell: SheetCell): string {
  return wordsOf(cell)
    .slice(0, LONGEST_HEADING)
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/[.:?*]+$/, '');
}

function keyOf(heading: string): ColumnKey | undefined {
  return (Object.keys(HEADINGS) as ColumnKey[]).find((key) => HEADINGS[key].test(heading));
}

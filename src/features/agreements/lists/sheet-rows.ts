/** Rows of a spreadsheet -> what municipalities are set to, or every fault with its row as Excel counts it. */
import { matchWholeName } from '#src/core/municipalities/match.ts';
import { nearestMunicipalities } from '#src/core/municipalities/nearest.ts';
import type { Named } from '#src/core/municipalities/queries.ts';
import { LONGEST_NOTE } from '#src/features/agreements/signing/forms.ts';
import type { Registration } from '#src/features/agreements/signing/save.ts';
import type { SheetCell, SheetRow } from '#src/formats/sheet.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import { codeIn, type SheetColumns, wordsOf } from './sheet-columns.ts';
import { statusOfWord } from './status-words.ts';

export interface SheetFault {
  /** Null: about the file as a whole. */
  row: number | null;
  text: string;
}

export interface SheetRead {
  registrations: Registration[];
  faults: SheetFault[];
  /** The day of the count, where the file has one and the same in every row. */
  countedOn: string | null;
}

const STATUSES = 'Underskrevet, Mangler, Under behandling, Ikke relevant eller Ikke opgjort';
/** To look for what a name may mean takes time; whoever has this many faults has the wrong file. */
const MOST_HINTS = 200;

/** @param today ISO; nothing is signed after it */
export function readRows(columns: SheetColumns, municipalities: readonly Named[], today: string): SheetRead {
  const faults: SheetFault[] = [];
  const byMunicipality = new Map<string, { row: number; registration: Registration }>();
  for (const row of columns.rows) {
    const hintOf = faults.length < MOST_HINTS ? hint : () => '';
    const read = readRow(row, columns.at, municipalities, today, hintOf);
    if ('faults' in read) {
      faults.push(...read.faults.map((text) => ({ row: row.number, text })));
      continue;
    }
    const before = byMunicipality.get(read.municipalityId);
    if (before) {
      const name = municipalities.find(({ code }) => code === read.municipalityId)?.name ?? '';
      faults.push({ row: row.number, text: `${name} står også i række ${before.row}. Slet den ene.` });
      continue;
    }
    byMunicipality.set(read.municipalityId, { row: row.number, registration: read });
  }
  const registrations = [...byMunicipality.values()].map(({ registration }) => registration);
  if (registrations.length === 0 && faults.length === 0)
    faults.push({ row: null, text: 'Der står ingen kommuner under overskrifterne.' });
  return { registrations, faults, countedOn: sharedDay(columns) };
}

function readRow(
  { cells }: SheetRow,
  at: SheetColumns['at'],
  municipalities: readonly Named[],
  today: string,
  hintOf: typeof hint,
): Registration | { faults: string[] } {
  const cell = (place: number | undefined): SheetCell =>
    place === undefined ? null : (cells[place] ?? null);
  const municipality = municipalityIn(cell(at.code), cell(at.name), municipalities, hintOf);
  const status = statusIn(cell(at.status), cell(at.signedOn), at);
  const signedOn = dayIn(cell(at.signedOn), today);
  const note = wordsOf(cell(at.note));
  const faults = [municipality, status, signedOn].flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (note.length > LONGEST_NOTE)
    faults.push(`Bemærkningen er længere end ${LONGEST_NOTE} tegn. Gør den kortere.`);
  if (!('fault' in status || 'fault' in signedOn) && signedOn.value !== null && status.value !== 'signed')
    faults.push('Der er en dato for underskrift, men status er en anden. Ret den ene.');
  if (faults.length > 0 || 'fault' in municipality || 'fault' in status || 'fault' in signedOn)
    return { faults };
  return {
    municipalityId: municipality.value.code,
    status: status.value,
    ...(at.signedOn === undefined ? {} : { signedOn: signedOn.value }),
    ...(at.note === undefined ? {} : { note: note || null }),
  };
}

type Found<T> = { value: T } | { fault: string };

function municipalityIn(
  code: SheetCell,
  name: SheetCell,
  all: readonly Named[],
  hintOf: typeof hint,
): Found<Named> {
  const written = { code: codeIn(code), name: wordsOf(name) };
  if (written.code === '' && written.name === '')
    return { fault: 'Kommunen mangler. Skriv navn eller kommunekode.' };
  const byCode = all.find((one) => one.code === written.code);
  const byName = matchWholeName(written.name, all)?.municipality;
  if (written.code !== '' && !byCode) return { fault: `Kommunekoden ${shown(written.code)} findes ikke.` };
  if (written.name !== '' && !byName)
    return { fault: `${shown(written.name)} er ikke en kommune.${hintOf(written.name, all)}` };
  if (byCode && byName && byCode !== byName)
    return { fault: `Kommunekoden ${byCode.code} er ${byCode.name}, men der står ${byName.name}.` };
  const found = byCode ?? byName;
  return found ? { value: found } : { fault: 'Kommunen mangler. Skriv navn eller kommunekode.' };
}

function hint(name: string, all: readonly Named[]): string {
  const [nearest] = nearestMunicipalities(name, all);
  return nearest ? ` Mener I ${nearest.municipality.name}?` : '';
}

function statusIn(
  cell: SheetCell,
  signedOn: SheetCell,
  at: SheetColumns['at'],
): Found<Registration['status']> {
  const words = wordsOf(cell);
  if (words === '' && at.status === undefined && wordsOf(signedOn) !== '') return { value: 'signed' };
  if (words === '') return { fault: `Status mangler. Skriv ${STATUSES}.` };
  const status = statusOfWord(words);
  return status ? { value: status } : { fault: `Status ${shown(words)} kendes ikke. Skriv ${STATUSES}.` };
}

function dayIn(cell: SheetCell, today: string): Found<string | null> {
  const words = wordsOf(cell);
  if (words === '' || words === '-' || words === '–') return { value: null };
  const read = parseTypedDay(words);
  if ('reason' in read) return { fault: `${read.reason} Der står ${shown(words)}.` };
  return read.day > today
    ? { fault: `Datoen ${shown(words)} ligger efter i dag. Skriv den dag, aftalen blev underskrevet.` }
    : { value: read.day };
}

/** In every row the same, or not at all. */
function sharedDay({ at, rows }: SheetColumns): string | null {
  if (at.countedOn === undefined) return null;
  const place = at.countedOn;
  const days = new Set(
    rows.map(({ cells }) => wordsOf(cells[place] ?? null)).filter((words) => words !== ''),
  );
  const [only] = days;
  const read = days.size === 1 && only !== undefined ? parseTypedDay(only) : undefined;
  return read && 'day' in read ? read.day : null;
}

function shown(words: string): string {
  return `»${words.slice(0, 40)}«`;
}

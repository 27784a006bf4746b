/** From what a person typed into a field to the value it means, or one Danish sentence that says what to do. */
import { getEntity } from '#src/core/journal/entities.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findMunicipalitySet, listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type FuzzyDate, NO_DATE } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import { parseTime } from '#src/shared/fuzzy-date/time.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import type { EditableField } from './editable.ts';

export type ReadField = { value: unknown } | { fault: string };

/** What a field is read with. */
export interface FieldGround {
  db: Db;
  entity: string;
  /** ISO day from which a year that nobody typed is worked out. */
  baseDay: string;
  /** Values of the record that are known already: an end is read after its start. */
  known: Readonly<Record<string, unknown>>;
}

const LONGEST: Partial<Record<EditableField['kind'], number>> = { text: 300, link: 1000, date: 120 };
const LONGEST_TEXT = 4000;
const MOST_WORDS = 60;
const LARGEST_NUMBER = 1_000_000;

export function readField(field: EditableField, typed: string, ground: FieldGround): ReadField {
  const text = typed.trim();
  if (text === '') return emptyField(field, ground.entity);
  const longest = LONGEST[field.kind] ?? LONGEST_TEXT;
  if (text.length > longest) return { fault: `Teksten er for lang. Skriv højst ${longest} tegn.` };
  return readFilled(field, text, ground);
}

function emptyField({ kind, name, isRequired }: EditableField, entity: string): ReadField {
  if (isRequired) return { fault: MUST[kind] ?? 'Feltet skal udfyldes.' };
  if (kind === 'words') return { value: [] };
  const { notNull } = columnOf(entity, name);
  if (!notNull) return { value: null };
  if (kind === 'date') return { value: NO_DATE };
  return kind === 'yes-no' ? { fault: 'Vælg ja eller nej.' } : { value: '' };
}

const MUST: Partial<Record<EditableField['kind'], string>> = {
  choice: 'Vælg en fra listen.',
  solution: 'Vælg en løsning.',
  date: 'Skriv en dato, fx 15. december 2025 eller »uafklaret«.',
  link: 'Skriv en adresse, der begynder med https://.',
};

function readFilled(field: EditableField, text: string, ground: FieldGround): ReadField {
  const { db, entity } = ground;
  switch (field.kind) {
    case 'text':
      return text.includes('\n') ? { fault: 'Skriv teksten på én linje.' } : { value: text };
    case 'long-text':
      return { value: text };
    case 'words':
      return readWords(text);
    case 'yes-no':
      return oneOf(text, ['ja', 'nej'], text === 'ja');
    case 'number':
      return /^\d+$/.test(text) && Number(text) <= LARGEST_NUMBER
        ? { value: Number(text) }
        : { fault: 'Skriv et helt tal, fx 12.' };
    case 'month':
      return oneOf(text, MONTHS, Number(text));
    case 'choice':
      return oneOf(text, columnOf(entity, field.name).enumValues ?? [], text);
    case 'solution':
      return oneOf(
        text,
        listSolutions(db).map(({ id }) => id),
        text,
      );
    case 'municipality':
      return oneOf(
        text,
        listMunicipalities(db).map(({ id }) => id),
        text,
      );
    case 'municipality-set':
      return oneOf(text, findMunicipalitySet(db, text)?.withdrawnOn === null ? [text] : [], text);
    case 'link':
      return readLink(text);
    case 'day': {
      const read = parseTypedDay(text);
      return 'reason' in read ? { fault: read.reason } : { value: read.day };
    }
    case 'time': {
      const time = parseTime(`kl. ${text.replace(/^kl\.?\s*/i, '')}`);
      return time
        ? { value: time.to === null ? time.from : `${time.from}-${time.to}` }
        : { fault: 'Skriv klokkeslættet som 9.30 eller 9.30-11.00.' };
    }
    case 'date':
      return readDate(field, text, ground);
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

function oneOf(text: string, allowed: readonly string[], value: unknown): ReadField {
  return allowed.includes(text) ? { value } : { fault: 'Vælg en fra listen.' };
}

/** One a line; the same twice is one. */
function readWords(text: string): ReadField {
  const words = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (words.length > MOST_WORDS) return { fault: `Der er for mange. Skriv højst ${MOST_WORDS}.` };
  return { value: words };
}

function readLink(text: string): ReadField {
  const url = URL.parse(text);
  const isWeb = url !== null && /^https?:\/\//i.test(text) && !/\s/.test(text) && url.hostname.includes('.');
  return isWeb ? { value: text } : { fault: 'Skriv en adresse, der begynder med https://.' };
}

/** Words that cannot be read are a fault; "uafklaret" and "løbende" are values. */
function readDate({ role, startsAt }: EditableField, text: string, ground: FieldGround): ReadField {
  const start = startsAt ? (ground.known[startsAt] as FuzzyDate | null | undefined) : undefined;
  const context = {
    meetingDay: ground.baseDay,
    ...(role ? { role } : {}),
    ...(start ? { startOf: start } : {}),
  };
  const why = whyUnreadable(text, context);
  if (why) return { fault: faultOf(why, text) };
  const date = parseFuzzyDate(text, context);
  if (start?.from && date.to !== null && date.to < start.from) {
    return { fault: 'Datoen ligger før starten. Ret den ene af de to.' };
  }
  return { value: date.precision === 'unclear' ? { ...date, raw: capital(text) } : date };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}

function faultOf(why: NonNullable<ReturnType<typeof whyUnreadable>>, text: string): string {
  if (why === 'far-year') return `Året i »${text}« ligger langt fra i dag. Skriv året igen.`;
  if (why === 'impossible') {
    const typed = parseTypedDay(text);
    return 'reason' in typed && typed.reason.includes('findes ikke')
      ? typed.reason
      : `Datoen »${text}« findes ikke i kalenderen. Skriv den igen.`;
  }
  return `Portalen kan ikke læse »${text}« som en dato. Skriv fx 15. december 2025, medio dec., uge 3, 1. kvartal 2026, løbende eller uafklaret.`;
}

function columnOf(entity: string, name: string) {
  const column = getEntity(entity).columns[name];
  if (!column) throw new Error(`${entity} has no column "${name}"`);
  return column;
}

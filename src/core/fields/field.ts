/** Kinds of field: the Danish label of a column, and its values as words. Values come out of the journal as JSON. */
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findMunicipalitySet, solutionNames } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { formatNumber } from '#src/shared/danish-text.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { withSource } from '#src/shared/fuzzy-date/said-and-meant.ts';
import { fuzzyInSentence } from '#src/shared/fuzzy-date/wording.ts';

export interface Field {
  /** "Frist" */
  label: string;
  /** A value as a reader reads it: "15. december 2025", "Underskrevet", "Ikke oplyst". */
  words: (value: unknown, db: Db) => string;
  /** The portal's own bookkeeping, or a sentence of the source: told in the log, not as news. */
  isInner: boolean;
  /** Its value is a fuzzy date. */
  isDate: boolean;
}

/** What nobody filled in. */
const EMPTY = 'Ikke oplyst';

export function text(label: string): Field {
  return field(label, (value) => String(value));
}

export function number(label: string): Field {
  return field(label, (value) => formatNumber(Number(value)));
}

/** A number that is a name, such as a year: no point at thousands. */
export function ordinal(label: string): Field {
  return field(label, (value) => String(value));
}

export function flag(label: string, yes = 'Ja', no = 'Nej'): Field {
  return field(label, (value) => (value ? yes : no));
}

export function fuzzy(label: string): Field {
  return { ...field(label, (value) => fuzzyWords(value as FuzzyDate)), isDate: true };
}

/** An ISO day. */
export function day(label: string): Field {
  return field(label, (value) => dayInSentence(String(value)));
}

/** One of a few words; every one of them has its Danish one. */
export function choice<T extends string>(label: string, words: Readonly<Record<T, string>>): Field {
  return field(label, (value) => words[value as T] ?? String(value));
}

export function list(label: string): Field {
  return field(label, (value) => (value as unknown[]).map(String).join(', ') || EMPTY);
}

/** Cells of columns that the portal does not know, by their heading. */
export function cells(label: string): Field {
  return field(
    label,
    (value) =>
      Object.entries(value as object)
        .map(([heading, cell]) => `${heading}: ${String(cell)}`)
        .join('; ') || EMPTY,
  );
}

export function solutionName(label: string): Field {
  return field(label, (value, db) => solutionNames(db).get(String(value)) ?? String(value));
}

export function municipalityName(label: string): Field {
  return field(
    label,
    (value, db) => listMunicipalities(db).find((one) => one.id === value)?.name ?? String(value),
  );
}

export function municipalitySetName(label: string): Field {
  return field(label, (value, db) => findMunicipalitySet(db, String(value))?.name ?? String(value));
}

/** What holds for one municipality; where nothing stands, nobody has counted. */
export function status(words: Readonly<Record<string, string>>): Field {
  const counted = choice('Status', words);
  return { ...counted, words: (value, db) => (value === null ? 'Ikke opgjort' : counted.words(value, db)) };
}

/** The same field, but no news to a reader. */
export function inner(one: Field): Field {
  return { ...one, isInner: true };
}

/** Any other kind: its own words for what is filled in. */
export function field(label: string, words: (value: unknown, db: Db) => string): Field {
  return {
    label,
    words: (value, db) => (value === null || value === undefined || value === '' ? EMPTY : words(value, db)),
    isInner: false,
    isDate: false,
  };
}

function fuzzyWords(date: FuzzyDate): string {
  return withSource(date, fuzzyInSentence(date));
}

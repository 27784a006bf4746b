import { z } from 'zod';
import type { DeadlineKind } from '#src/core/offers/offers.ts';
import { findMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import { findSolution, type Solution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';

/** Words of the address and what they mean; the same on the page and in the API. */
export const KIND_OF = {
  klik: 'task',
  aftale: 'agreement',
  arrangement: 'event',
  milepael: 'milestone',
  raad: 'council',
  opgave: 'request',
} as const satisfies Record<string, DeadlineKind>;

export const STATUS_FILTERS = [
  'aaben',
  'alle',
  'mangler',
  'underskrevet',
  'meldt',
  'ikke-opgjort',
] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

const KIND_WORDS = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];

/** An empty field of a form is a field that nobody filled in. */
const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** The filters as they stand in the address. */
export const deadlineQuery = z.object({
  kommune: text,
  type: text.pipe(z.enum(KIND_WORDS).optional()),
  loesning: text,
  status: text.pipe(z.enum(STATUS_FILTERS).optional()),
  fra: text,
  til: text,
});

export interface DeadlineFilter {
  municipality: Municipality | null;
  kind: DeadlineKind | null;
  solution: Solution | null;
  status: StatusFilter;
  /** ISO, both inclusive. */
  from: string | null;
  to: string | null;
}

/**
 * Reads the filters of an address. `ownSlug` is the municipality the reader has chosen: it counts where the address
 * does not speak of municipalities at all; `kommune=` means all of them.
 * @throws InvalidInputError that names the value and says what to do.
 */
export function readFilter(query: unknown, db: Db, ownSlug: string | null = null): DeadlineFilter {
  const read = deadlineQuery.safeParse(query);
  if (!read.success) throw new InvalidInputError(refusal(read.error, query));
  const asked = isRecord(query) && query.kommune !== undefined ? read.data.kommune : (ownSlug ?? undefined);
  const from = dayIn('fra', read.data.fra);
  const to = dayIn('til', read.data.til);
  if (from && to && from > to) {
    throw new InvalidInputError(
      `Perioden begynder ${read.data.fra} og slutter ${read.data.til}. Byt om på de to datoer.`,
    );
  }
  return {
    municipality: asked === undefined ? null : municipalityIn(db, asked),
    kind: read.data.type ? KIND_OF[read.data.type] : null,
    solution: read.data.loesning === undefined ? null : solutionIn(db, read.data.loesning),
    status: read.data.status ?? 'aaben',
    from,
    to,
  };
}

/** @throws InvalidInputError */
export function municipalityIn(db: Db, slug: string): Municipality {
  const found = findMunicipality(db, slug);
  if (!found) {
    throw new InvalidInputError(
      `Der er ingen kommune med navnet »${slug.slice(0, 60)}« i adressen. Vælg kommunen på listen.`,
    );
  }
  return found;
}

function solutionIn(db: Db, id: string): Solution {
  const found = findSolution(db, id);
  if (!found) {
    throw new InvalidInputError(
      `Der er ingen løsning med navnet »${id.slice(0, 60)}« i adressen. Vælg løsningen på listen.`,
    );
  }
  return found;
}

function dayIn(field: string, typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const read = parseTypedDay(typed);
  if ('reason' in read) throw new InvalidInputError(`Datoen i »${field}« kan ikke læses. ${read.reason}`);
  return read.day;
}

const CHOICES: Record<string, { what: string; words: readonly string[] }> = {
  type: { what: 'Typen', words: KIND_WORDS },
  status: { what: 'Statussen', words: STATUS_FILTERS },
};

function refusal(error: z.ZodError, query: unknown): string {
  const field = String(error.issues[0]?.path[0] ?? '');
  const value = isRecord(query) ? query[field] : undefined;
  if (typeof value !== 'string') return `Adressen har flere værdier for »${field}«. Vælg én.`;
  const choice = CHOICES[field];
  return `${choice?.what ?? 'Værdien'} »${value.slice(0, 60)}« findes ikke. Vælg ${listed(choice?.words ?? [])}.`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} eller ${words.at(-1) ?? ''}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import { z } from 'zod';
import { findMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import type { DeadlineKind } from '#src/core/offers/offers.ts';
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

export const STATUS_FILTERS = ['aaben', 'alle', 'mangler', 'underskrevet', 'meldt', 'ikke-opgjort'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

const KIND_WORDS = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];

/** The filters as they stand in the address. A form sends a field that nobody filled in as ''. */
export const deadlineQuery = z.object({
  kommune: z.string().optional(),
  type: z.enum([...KIND_WORDS, '']).optional(),
  loesning: z.string().optional(),
  status: z.enum([...STATUS_FILTERS, '']).optional(),
  fra: z.string().optional(),
  til: z.string().optional(),
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
  const { kommune = ownSlug, type, loesning, status, fra, til } = read.data;
  const from = fra ? dayIn('fra', fra) : null;
  const to = til ? dayIn('til', til) : null;
  if (from && to && from > to) {
    throw new InvalidInputError(`Perioden begynder ${fra} og slutter ${til}. Byt om på de to datoer.`);
  }
  return {
    municipality: kommune ? municipalityIn(db, kommune) : null,
    kind: type ? KIND_OF[type] : null,
    solution: loesning ? solutionIn(db, loesning) : null,
    status: status || 'aaben',
    from,
    to,
  };
}

/** The filters as an address has them: the same list for everybody, whatever municipality a reader has chosen. */
export function filterQuery(filter: DeadlineFilter): string {
  const kind = KIND_WORDS.find((word) => KIND_OF[word] === filter.kind);
  const query = new URLSearchParams();
  const add = (name: string, value: string | null | undefined) => value && query.set(name, value);
  add('kommune', filter.municipality?.slug);
  add('type', kind);
  add('loesning', filter.solution?.id);
  add('status', filter.status === 'aaben' ? null : filter.status);
  add('fra', filter.from);
  add('til', filter.to);
  return query.size === 0 ? '' : `?${query.toString()}`;
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

function dayIn(field: string, typed: string): string {
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
  const value = (query as Record<string, unknown>)[field];
  if (typeof value !== 'string') return `Adressen har flere værdier for »${field}«. Vælg én.`;
  const choice = CHOICES[field];
  return `${choice?.what ?? 'Værdien'} »${value.slice(0, 60)}« findes ikke. Vælg ${listed(choice?.words ?? [])}.`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} eller ${words.at(-1) ?? ''}`;
}

import { z } from 'zod';
import { entityNames } from '#src/core/journal/entities.ts';
import { findMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { readPeriod } from '#src/web/period.ts';

const number = z
  .string()
  .regex(/^\d{0,15}$/)
  .transform((text) => (text === '' ? undefined : Number(text)))
  .optional();

/** The filters as they stand in the address. A form sends a field that nobody filled in as ''. */
const logQuery = z.object({
  hvem: z.string().max(100).optional(),
  type: z.enum([...entityNames, '']).optional(),
  kommune: z.string().max(100).optional(),
  fra: z.string().max(100).optional(),
  til: z.string().max(100).optional(),
  aendring: number,
  objekt: z
    .string()
    .max(300)
    .regex(/^$|^[a-z_]+\/.+$/s)
    .optional(),
  foer: number,
});

export interface LogFilter {
  actor: string | null;
  /** Table. */
  entity: string | null;
  /** Whose signature, seat or own facts were changed. */
  municipality: Municipality | null;
  /** ISO days of recording in Copenhagen, both inclusive. */
  from: string | null;
  to: string | null;
  batchId: number | null;
  /** One record. */
  object: { entity: string; objectId: string } | null;
}

export interface LogQuery {
  filter: LogFilter;
  /** Only what is older than this batch. */
  before: number | undefined;
}

/** @throws InvalidInputError that names the value and says what to do. */
export function readLogQuery(query: unknown, db: Db): LogQuery {
  const read = logQuery.safeParse(query);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '');
    throw new InvalidInputError(`Værdien i »${field}« kan ikke bruges. Vælg den på listen.`);
  }
  const { hvem, type, kommune, fra, til, aendring, objekt, foer } = read.data;
  return {
    filter: {
      actor: hvem || null,
      entity: type || null,
      municipality: kommune ? municipalityIn(db, kommune) : null,
      ...readPeriod(fra, til),
      batchId: aendring ?? null,
      object: objekt ? objectIn(objekt) : null,
    },
    before: foer,
  };
}

/** The filters as an address has them, without where a page begins. */
export function logParameters(filter: LogFilter): [string, string][] {
  const { actor, entity, municipality, from, to, batchId, object } = filter;
  const pairs: [string, string | null][] = [
    ['hvem', actor],
    ['type', entity],
    ['kommune', municipality?.slug ?? null],
    ['fra', from],
    ['til', to],
    ['aendring', batchId === null ? null : String(batchId)],
    ['objekt', object && `${object.entity}/${object.objectId}`],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

function municipalityIn(db: Db, slug: string): Municipality {
  const found = findMunicipality(db, slug);
  if (!found) throw new InvalidInputError('Kommunen i adressen findes ikke. Vælg den på listen.');
  return found;
}

function objectIn(text: string): { entity: string; objectId: string } {
  const at = text.indexOf('/');
  const entity = text.slice(0, at);
  if (!entityNames.includes(entity))
    throw new InvalidInputError('Det, adressen spørger om, findes ikke. Vælg det fra dets egen side.');
  return { entity, objectId: text.slice(at + 1) };
}

import { z } from 'zod';
import { ACCESS_EVENTS, type AccessEvent } from '#src/core/access-log/events.ts';
import type { AccessFilter } from '#src/core/access-log/queries.ts';
import type { OUTCOMES } from '#src/db/schema/access-log.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { instantsOf, readPeriod } from '#src/web/period.ts';

const EVENTS = Object.keys(ACCESS_EVENTS) as AccessEvent[];

/** Words of the address for the outcomes. */
export const OUTCOME_OF = { iorden: 'ok', afvist: 'refused', mislykket: 'failed' } as const satisfies Record<
  string,
  (typeof OUTCOMES)[number]
>;
type OutcomeWord = keyof typeof OUTCOME_OF;
const OUTCOME_WORDS = Object.keys(OUTCOME_OF) as OutcomeWord[];

const ref = z
  .string()
  .max(100)
  .regex(/^[\w:@.-]*$/)
  .optional();

const accessQuery = z.object({
  haendelse: z.enum([...EVENTS, '']).optional(),
  person: ref,
  udfald: z.enum([...OUTCOME_WORDS, '']).optional(),
  fra: z.string().max(100).optional(),
  til: z.string().max(100).optional(),
  kode: ref,
  session: ref,
  stikproeve: z
    .string()
    .regex(/^(|\d{4}-(0[1-9]|1[0-2]))$/)
    .optional(),
  foer: z
    .string()
    .regex(/^\d{0,15}$/)
    .optional(),
});

export interface AccessQuery {
  /** As the address has them: what the form shows, and what the log says was asked for. */
  chosen: Record<string, string>;
  filter: AccessFilter;
  /** Month (`2025-10`) of which a random sample is asked for. */
  sample: string | null;
  before: number | undefined;
}

/** @throws InvalidInputError that names the value. */
export function readAccessQuery(query: unknown): AccessQuery {
  const read = accessQuery.safeParse(query);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '');
    throw new InvalidInputError(`Værdien i »${field}« kan ikke bruges. Ret den, eller vælg den på listen.`);
  }
  const { haendelse, person, udfald, fra, til, kode, session, stikproeve, foer } = read.data;
  const period = readPeriod(fra, til);
  const chosen: [string, string | null | undefined][] = [
    ['haendelse', haendelse],
    ['person', person],
    ['udfald', udfald],
    ['fra', period.from],
    ['til', period.to],
    ['kode', kode],
    ['session', session],
    ['stikproeve', stikproeve],
  ];
  return {
    chosen: Object.fromEntries(chosen.filter((pair): pair is [string, string] => Boolean(pair[1]))),
    filter: {
      event: haendelse || undefined,
      person: person || undefined,
      outcome: udfald ? OUTCOME_OF[udfald] : undefined,
      requestId: kode || undefined,
      sessionRef: session || undefined,
      ...instantsOf(period),
    },
    sample: stikproeve || null,
    before: foer ? Number(foer) : undefined,
  };
}

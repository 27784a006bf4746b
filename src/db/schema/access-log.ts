/**
 * The access log: who signed in, was refused, looked, changed rights, sent out; what the portal itself did. Apart from
 * the journal, with a retention of its own: addresses go after 30 days, entries after 13 months.
 */
import { index, integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { json, oneOf } from './columns.ts';

export const OUTCOMES = ['ok', 'refused', 'failed'] as const;

export const accessLog = sqliteTable(
  'access_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    /** Instant, UTC, ISO with milliseconds. */
    at: text('at').notNull(),
    /** Event code, e.g. `sign-in`, `account-invited`; Danish words in `src/core/access-log/events.ts`. */
    event: text('event').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    reason: text('reason'),
    /** Account id, `anonym`, `system`, or `cli:<os user>`. */
    actor: text('actor').notNull(),
    /** Roles at that time, joined by a comma. */
    actorRoles: text('actor_roles').notNull(),
    actorMunicipalityId: text('actor_municipality_id'),
    objectType: text('object_type'),
    objectId: text('object_id'),
    objectMunicipalityId: text('object_municipality_id'),
    /** Old and new values of what is no business fact: roles, municipality. Never a secret. */
    detail: json<Record<string, unknown>>('detail'),
    /** The journal's batch, where the deed changed business facts. */
    batchId: integer('batch_id'),
    /** Also on the error page. */
    requestId: text('request_id'),
    sessionRef: text('session_ref'),
    /** SHA-256 of what was typed as mail address, when no account has it: attempts can be counted, nobody is named. */
    typedHash: text('typed_hash'),
    /** Whole client address; emptied after 30 days and therefore outside the chain. */
    address: text('address'),
    /** The address cut to /24 or /48. */
    addressNet: text('address_net'),
    version: text('version').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    oneOf('access_log', t.outcome, OUTCOMES),
    index('access_log_at').on(t.at),
    index('access_log_event').on(t.event, t.at),
    index('access_log_actor').on(t.actor, t.at),
    index('access_log_address').on(t.address, t.at),
  ],
);

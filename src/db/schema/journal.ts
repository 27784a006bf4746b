/** The journal: append-only (triggers in the first migration forbid UPDATE and DELETE), each entry chained to the one before. */
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { index, integer, sqliteTable, text } from '#src/db/drizzle.ts';
import { oneOf } from './columns.ts';

export const BATCH_KINDS = ['seed', 'review', 'import', 'edit', 'paste', 'file', 'undo'] as const;

/** One deed: everything one person accepted, saved or undid at once. */
export const batch = sqliteTable(
  'batch',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: BATCH_KINDS }).notNull(),
    /** Who: an account's id, `system`, or `cli:<name>`. */
    actor: text('actor').notNull(),
    /** Roles at that time, joined by a comma. */
    actorRole: text('actor_role').notNull(),
    actorMunicipalityId: text('actor_municipality_id'),
    title: text('title').notNull(),
    reason: text('reason'),
    meetingId: text('meeting_id'),
    /** SHA-256 of the material or seeds it came from. */
    materialHash: text('material_hash'),
    /** Instant, UTC, ISO with milliseconds. */
    recordedAt: text('recorded_at').notNull(),
    /** The request it came with, as in the log. */
    requestId: text('request_id'),
    /** The batch that this one undoes. */
    undoesBatchId: integer('undoes_batch_id').references((): AnySQLiteColumn => batch.id),
    /** Chains batches as `entry.hash` chains entries; null in what was recorded before batches were chained. */
    previousHash: text('previous_hash'),
    hash: text('hash'),
  },
  (t) => [oneOf('batch', t.kind, BATCH_KINDS)],
);

/** One change of one object: a whole state (`field` null, `newValue` an object) or one field. */
export const entry = sqliteTable(
  'entry',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id),
    entity: text('entity').notNull(),
    objectId: text('object_id').notNull(),
    field: text('field'),
    /** JSON; null when there was nothing before. */
    oldValue: text('old_value'),
    newValue: text('new_value').notNull(),
    /** Day from which it holds, ISO: the counting date, the meeting day, the day a person names. */
    effectiveOn: text('effective_on').notNull(),
    meetingId: text('meeting_id'),
    slide: integer('slide'),
    reason: text('reason'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('entry_object').on(t.entity, t.objectId),
    index('entry_effective').on(t.effectiveOn),
    index('entry_slide').on(t.meetingId, t.slide),
    index('entry_batch').on(t.batchId),
  ],
);

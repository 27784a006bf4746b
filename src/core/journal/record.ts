import { createHash } from 'node:crypto';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import type { BATCH_KINDS } from '#src/db/schema/journal.ts';
import { assertField, getEntity } from './entities.ts';
import { type FoldableEntry, fold } from './fold.ts';
import { writeRow } from './project.ts';

export type BatchKind = (typeof BATCH_KINDS)[number];

/** Who did what, once: one deed is one batch, one transaction. */
export interface Deed {
  kind: BatchKind;
  actor: string;
  /** Roles at that time, joined by a comma. */
  actorRole: string;
  actorMunicipalityId?: string | null;
  title: string;
  reason?: string;
  meetingId?: string;
  materialHash?: string;
  requestId?: string;
  /** The batch that this one undoes. */
  undoesBatchId?: number;
  /** Instant of recording. */
  now: Date;
}

export interface Change {
  entity: string;
  objectId: string;
  /** Null: `value` is an object that sets many fields at once (a new object, or one met again in a later deck). */
  field: string | null;
  value: unknown;
  /** Day from which it holds, ISO. */
  effectiveOn: string;
  meetingId: string | null;
  slide: number | null;
  reason?: string;
}

/** Effective day of what has always held for the portal: reference data and the meetings themselves. */
export const ALWAYS = '0001-01-01';

/**
 * Records one deed: writes the batch and its entries and brings every touched row up to date, all or nothing.
 * @returns the batch id.
 * @throws SqliteError when a rule of the database is broken; nothing is stored then.
 */
export function recordDeed(db: Db, deed: Deed, changes: readonly Change[]): number {
  const run = db.$client.transaction(() => {
    // Rows may refer to rows that come later in the same deed.
    db.$client.pragma('defer_foreign_keys = ON');
    const batchId = insertBatch(db, deed);
    const touched = touchedObjects(db, changes);
    insertEntries(db, batchId, changes, touched);
    for (const object of touched.values()) projectObject(db, object);
    return batchId;
  });
  return run.immediate();
}

/** What the hash of a batch is made of, in this order. */
export const BATCH_PARTS =
  'kind, actor, actor_role, actor_municipality_id, title, reason, meeting_id, material_hash, recorded_at, request_id, undoes_batch_id';

/** Hash that chains an entry, or a batch, to the one before; `check` recomputes it. */
export function entryHash(previousHash: string, parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(previousHash).update(JSON.stringify(parts)).digest('hex');
}

function insertBatch(db: Db, deed: Deed): number {
  const previous = db.$client.prepare('select hash from batch order by id desc limit 1').pluck().get();
  const previousHash = (previous as string | null | undefined) ?? '';
  const parts = [
    deed.kind,
    deed.actor,
    deed.actorRole,
    deed.actorMunicipalityId ?? null,
    deed.title,
    deed.reason ?? null,
    deed.meetingId ?? null,
    deed.materialHash ?? null,
    deed.now.toISOString(),
    deed.requestId ?? null,
    deed.undoesBatchId ?? null,
  ];
  const { lastInsertRowid } = db.$client
    .prepare(
      `insert into batch (${BATCH_PARTS}, previous_hash, hash) values (${parts.map(() => '?').join(', ')}, ?, ?)`,
    )
    .run(...parts, previousHash, entryHash(previousHash, parts));
  return Number(lastInsertRowid);
}

const lastHash = prepared((db) =>
  db.$client.prepare('select hash from entry order by seq desc limit 1').pluck(),
);
const insertEntry = prepared((db) =>
  db.$client.prepare(
    `insert into entry (batch_id, entity, object_id, field, old_value, new_value, effective_on, meeting_id, slide, reason, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
);
const entriesOfObject = prepared((db) =>
  db.$client.prepare(
    `select seq, field, new_value as newValue, effective_on as effectiveOn, meeting_id as meetingId, slide
     from entry where entity = ? and object_id = ?`,
  ),
);

/** An object that a deed changes, with all its entries: read once, and grown by those of the deed. */
interface Touched {
  entity: string;
  objectId: string;
  entries: FoldableEntry[];
}

function touchedObjects(db: Db, changes: readonly Change[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const { entity, objectId } of changes) {
    const key = keyOf(entity, objectId);
    if (touched.has(key)) continue;
    const entries = entriesOfObject(db).all(entity, objectId) as FoldableEntry[];
    touched.set(key, { entity, objectId, entries });
  }
  return touched;
}

function insertEntries(
  db: Db,
  batchId: number,
  changes: readonly Change[],
  touched: ReadonlyMap<string, Touched>,
): void {
  let previousHash = (lastHash(db).get() as string | undefined) ?? '';
  for (const change of changes) {
    const { entity, objectId, field, effectiveOn, meetingId, slide } = change;
    const entries = touched.get(keyOf(entity, objectId))?.entries ?? [];
    const oldValue = valueNow(change, entries);
    const newValue = JSON.stringify(change.value ?? null);
    const parts = [batchId, entity, objectId, field, oldValue, newValue, effectiveOn] as const;
    const sources = [meetingId, slide, change.reason ?? null] as const;
    const hash = entryHash(previousHash, [...parts, ...sources]);
    const { lastInsertRowid } = insertEntry(db).run(...parts, ...sources, previousHash, hash);
    entries.push({ seq: Number(lastInsertRowid), field, newValue, effectiveOn, meetingId, slide });
    previousHash = hash;
  }
}

/** JSON of what stands in the fields that the change sets, or null when the object is new. */
function valueNow(change: Change, entries: readonly FoldableEntry[]): string | null {
  const entity = getEntity(change.entity);
  const keys = change.field === null ? Object.keys(change.value as object) : [change.field];
  for (const key of keys) assertField(entity, key);
  const folded = fold(entries);
  if (!folded) return null;
  if (change.field !== null) return JSON.stringify(folded.fields[change.field] ?? null);
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, folded.fields[key] ?? null])));
}

function projectObject(db: Db, { entity, objectId, entries }: Touched): void {
  const folded = fold(entries);
  if (!folded) throw new Error(`${entity}/${objectId}: a field was set before the object was made`);
  writeRow(db, entity, objectId, folded);
}

function keyOf(entity: string, objectId: string): string {
  return `${entity}/${objectId}`;
}

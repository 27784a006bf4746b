/** Undoing a batch: a new record that says what would stand without it. Facts that came later stay. */
import { getEntity } from '#src/core/journal/entities.ts';
import { type FoldableEntry, fold } from '#src/core/journal/fold.ts';
import type { Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { batch, entry } from '#src/db/schema/journal.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import type { Doer } from './doer.ts';
import { saveDeed } from './save.ts';

const SOURCE: ReadonlySet<string> = new Set(['meetingId', 'slide']);

const UNDO_DAYS = 30;
const DAY_MS = 24 * 3600_000;

export type Batch = typeof batch.$inferSelect;
type Entry = typeof entry.$inferSelect;

/** Why a batch cannot be undone, one Danish sentence, or null when it can. */
export function whyNotUndo(db: Db, one: Batch, now: Date): string | null {
  if (one.kind === 'seed' || one.kind === 'review') return 'Portalens grunddata kan ikke fortrydes.';
  if (now.getTime() - Date.parse(one.recordedAt) > UNDO_DAYS * DAY_MS)
    return `Ændringen er mere end ${UNDO_DAYS} dage gammel. Ret oplysningen i stedet.`;
  if (undoneBy(db, one.id) !== undefined) return 'Ændringen er allerede fortrudt.';
  const moved = movedSince(db, one.id);
  if (moved === 0) return null;
  const what = moved === 1 ? 'Én oplysning' : `${moved} oplysninger`;
  return `${what} er ændret igen siden. Fortryd den nyere ændring først, eller ret oplysningen.`;
}

/**
 * @returns the id of the undoing batch.
 * @throws NotFoundError for an unknown batch, RefusedError with the reason when it cannot be undone
 */
export function undoBatch(db: Db, batchId: number, doer: Doer): number {
  const run = db.$client.transaction(() => {
    const one = getBatch(db, batchId);
    const reason = whyNotUndo(db, one, doer.now);
    if (reason) throw new RefusedError(reason);
    const words = { kind: 'undo', title: `Fortrudt: ${one.title}`, undoesBatchId: batchId } as const;
    return saveDeed(db, doer, words, withoutBatch(db, batchId));
  });
  return run.immediate();
}

export function getBatch(db: Db, batchId: number): Batch {
  const one = db.select().from(batch).where(eq(batch.id, batchId)).get();
  if (!one) throw new NotFoundError('Ændringen');
  return one;
}

/** The batch that undid this one. */
export function undoneBy(db: Db, batchId: number): number | undefined {
  return db.select({ id: batch.id }).from(batch).where(eq(batch.undoesBatchId, batchId)).get()?.id;
}

/** How many of its fields somebody has set again for the same day. A later day's fact is another fact. */
function movedSince(db: Db, batchId: number): number {
  return Number(
    db.$client
      .prepare(
        `select count(*) from (
           select distinct mine.entity, mine.object_id, mine.field from entry mine
           join entry later on later.entity = mine.entity and later.object_id = mine.object_id
             and later.seq > mine.seq and later.batch_id <> mine.batch_id and later.effective_on = mine.effective_on
             and (later.field is null or mine.field is null or later.field = mine.field)
           where mine.batch_id = ?)`,
      )
      .pluck()
      .get(batchId),
  );
}

/** For every entry of the batch: the values that would hold on its day without the batch. */
function withoutBatch(db: Db, batchId: number): Change[] {
  const own = db.select().from(entry).where(eq(entry.batchId, batchId)).orderBy(entry.seq).all();
  return own.map((one) => inverseOf(one, standingWithout(db, one)));
}

const entriesOfOthers = prepared((db) =>
  db.$client.prepare(
    `select seq, field, new_value as newValue, effective_on as effectiveOn, meeting_id as meetingId, slide
     from entry where entity = ? and object_id = ? and batch_id <> ?`,
  ),
);

function standingWithout(db: Db, one: Entry): Record<string, unknown> | undefined {
  const { entity, objectId, batchId, effectiveOn } = one;
  return fold(entriesOfOthers(db).all(entity, objectId, batchId) as FoldableEntry[], effectiveOn)?.fields;
}

/**
 * A state that was set as a whole is set back as a whole, with the slide it came from. It belongs to the same meeting as
 * what it undoes, or it would fall into place before it.
 */
function inverseOf(one: Entry, before: Record<string, unknown> | undefined): Change {
  const { entity, objectId, effectiveOn, meetingId, slide, field } = one;
  const common = { entity, objectId, effectiveOn, meetingId, slide };
  if (before === undefined) return { ...common, field: 'withdrawnOn', value: effectiveOn };
  if (field !== null) return { ...common, field, value: before[field] ?? null };
  const set = Object.keys(JSON.parse(one.newValue) as object);
  const sources = Object.keys(getEntity(entity).columns).filter((name) => SOURCE.has(name));
  const value = Object.fromEntries([...set, ...sources].map((name) => [name, before[name] ?? null]));
  return { ...common, field: null, value };
}

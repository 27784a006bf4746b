/**
 * Reads of the journal for everybody: what a slide gave, what changed since a day. A municipality's own matter is in
 * none of them; it comes from no slide.
 */

import type { Db } from '#src/db/client.ts';
import { and, asc, eq, gte, isNotNull, notInArray, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { batch, entry } from '#src/db/schema/journal.ts';
import { ownedEntities } from './entities.ts';
import type { FoldableEntry } from './fold.ts';
import type { BatchKind } from './record.ts';

export interface ObjectRef {
  entity: string;
  objectId: string;
}

const ofSlide = prepared((db) =>
  db
    .selectDistinct({ entity: entry.entity, objectId: entry.objectId })
    .from(entry)
    .where(and(eq(entry.meetingId, sql.placeholder('meetingId')), eq(entry.slide, sql.placeholder('slide'))))
    .prepare(),
);
const ofMeeting = prepared((db) =>
  db
    .selectDistinct({ slide: entry.slide, entity: entry.entity, objectId: entry.objectId })
    .from(entry)
    .where(and(eq(entry.meetingId, sql.placeholder('meetingId')), isNotNull(entry.slide)))
    .prepare(),
);
const since = prepared((db) =>
  db
    .select({
      seq: entry.seq,
      entity: entry.entity,
      objectId: entry.objectId,
      field: entry.field,
      oldValue: entry.oldValue,
      newValue: entry.newValue,
      effectiveOn: entry.effectiveOn,
      meetingId: entry.meetingId,
      slide: entry.slide,
      recordedAt: batch.recordedAt,
      kind: batch.kind,
    })
    .from(entry)
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(and(gte(entry.effectiveOn, sql.placeholder('day')), notInArray(entry.entity, [...ownedEntities])))
    .orderBy(asc(entry.effectiveOn), asc(entry.seq))
    .prepare(),
);

/** An entry with the moment from which the portal's readers could know it. */
export interface ToldEntry extends FoldableEntry {
  entity: string;
  objectId: string;
  kind: BatchKind;
  reason: string | null;
  /** Instant, UTC. */
  recordedAt: string;
  /**
   * When it was told: the day of the meeting whose material says it (ISO day), whenever that was read in; for what a
   * person did, the instant of recording. As text the two compare: a meeting comes before what is done on its day.
   */
  toldAt: string;
}

/** Material of a meeting without a known day, and reference data, are told when they hold. */
const TOLD_AT = `case when b.kind not in ('seed', 'import', 'review') then b.recorded_at
  else coalesce(json_extract(m.date, '$.to'), json_extract(m.date, '$.from'), e.effective_on) end`;

const TOLD = `with told as (
  select e.seq, e.entity, e.object_id as objectId, e.field, e.new_value as newValue, e.effective_on as effectiveOn,
         e.meeting_id as meetingId, e.slide, e.reason, b.kind, b.recorded_at as recordedAt, ${TOLD_AT} as toldAt
  from entry e join batch b on b.id = e.batch_id left join meeting m on m.id = e.meeting_id
  where e.entity not in (${ownedEntities.map((name) => `'${name}'`).join(', ')}))`;

const told = prepared((db) =>
  db.$client.prepare(
    `${TOLD} select * from told where (entity, objectId) in
       (select entity, objectId from told where toldAt > @after and toldAt <= @until) order by seq`,
  ),
);
const moments = prepared((db) =>
  db.$client.prepare(
    `${TOLD} select toldAt, min(recordedAt) as first, max(recordedAt) as last from told group by toldAt order by toldAt desc`,
  ),
);

/**
 * The whole history of every object about which something was told after a moment and up to another (`toldAt`),
 * in the order of recording.
 */
export function historiesTold(db: Db, after: string, until: string): ToldEntry[] {
  return told(db).all({ after, until }) as ToldEntry[];
}

/** When anything was told, the newest first, with the instants of its first and last recording. */
export function momentsTold(db: Db): { toldAt: string; first: string; last: string }[] {
  return moments(db).all() as { toldAt: string; first: string; last: string }[];
}

/** Which objects a slide gave or changed. */
export function objectsOfSlide(db: Db, meetingId: string, slide: number): ObjectRef[] {
  return ofSlide(db).all({ meetingId, slide });
}

/** The same for all slides of a meeting, by slide number. */
export function objectsBySlide(db: Db, meetingId: string): Map<number, ObjectRef[]> {
  return Map.groupBy(ofMeeting(db).all({ meetingId }), (row) => row.slide ?? 0);
}

/** Entries that hold from a day or later, in that order. */
export function changesSince(db: Db, day: string) {
  return since(db).all({ day });
}

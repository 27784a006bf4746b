/** Reads of the journal: what a slide gave, what changed since a day. */

import type { Db } from '#src/db/client.ts';
import { and, asc, eq, gte, isNotNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { batch, entry } from '#src/db/schema/journal.ts';

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
    .where(gte(entry.effectiveOn, sql.placeholder('day')))
    .orderBy(asc(entry.effectiveOn), asc(entry.seq))
    .prepare(),
);
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

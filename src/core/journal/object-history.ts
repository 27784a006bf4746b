/** The journal of one object: what was said of it by whom, and what it amounted to at a moment. */
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { type FoldableEntry, fold } from './fold.ts';
import type { BatchKind } from './record.ts';

export interface ObjectEntry extends FoldableEntry {
  batchId: number;
  kind: BatchKind;
  actor: string;
  /** Danish sentence of the whole deed. */
  title: string;
  /** Why, of this change or else of the deed. */
  reason: string | null;
  /** JSON of what stood before; null for a new object. */
  oldValue: string | null;
  /** Instant, UTC. */
  recordedAt: string;
}

/** Kinds of deed by which the material itself speaks. */
export const SAID_BY_MATERIAL: readonly BatchKind[] = ['seed', 'import'];

const ofObject = prepared((db) =>
  db.$client.prepare(
    `select e.seq, e.batch_id as batchId, e.field, e.old_value as oldValue, e.new_value as newValue,
            e.effective_on as effectiveOn, e.meeting_id as meetingId, e.slide, b.kind, b.actor, b.title,
            coalesce(e.reason, b.reason) as reason, b.recorded_at as recordedAt
     from entry e join batch b on b.id = e.batch_id where e.entity = ? and e.object_id = ? order by e.seq`,
  ),
);

/** In the order of recording. */
export function entriesOf(db: Db, entity: string, id: string): ObjectEntry[] {
  return ofObject(db).all(entity, id) as ObjectEntry[];
}

/** The fields as they stood when the journal had come to this entry; undefined when the object was not yet made. */
export function fieldsAt(entries: readonly ObjectEntry[], seq: number): Record<string, unknown> | undefined {
  return fold(entries.filter((one) => one.seq <= seq))?.fields;
}

/** What the material says, whatever people made of it; undefined for what a person made. */
export function saidByMaterial(db: Db, entity: string, id: string): Record<string, unknown> | undefined {
  return fold(entriesOf(db, entity, id).filter(({ kind }) => SAID_BY_MATERIAL.includes(kind)))?.fields;
}

/** The entry that gives a field what stands in it; undefined when none ever set it. */
export function giverOf(entries: readonly ObjectEntry[], field: string): ObjectEntry | undefined {
  return entries
    .filter((one) => setsField(one, field))
    .reduce<ObjectEntry | undefined>(
      (latest, one) => (latest === undefined || one.effectiveOn >= latest.effectiveOn ? one : latest),
      undefined,
    );
}

/** What an entry sets the field to. */
export function valueIn(entry: ObjectEntry, field: string): unknown {
  const value: unknown = JSON.parse(entry.newValue);
  return entry.field === null ? (value as Record<string, unknown>)[field] : value;
}

/** True when an entry says what the field is. */
export function setsField(entry: ObjectEntry, field: string): boolean {
  if (entry.field !== null) return entry.field === field;
  return field in (JSON.parse(entry.newValue) as Record<string, unknown>);
}

/** What each deed on a record writes into the journal. */
import { entriesOf, giverOf } from '#src/core/journal/object-history.ts';
import type { Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import type { Editable, Row } from './editable.ts';

/** A new record that a person made: no slide tells of it. */
export function creation(
  { entity, blank = {} }: Editable,
  id: string,
  values: Readonly<Record<string, unknown>>,
  from: string,
): Change {
  const value = { ...blank, ...values, identity: null, confidence: 'high', withdrawnOn: null };
  return { ...at(entity, id, from), field: null, value };
}

/** The material, or whoever wrote it, was wrong: each value holds from the day of the fact that it corrects. */
export function correction(
  db: Db,
  { entity }: Editable,
  row: Row,
  values: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  reason: string,
): Change[] {
  const entries = entriesOf(db, entity, row.id);
  return fields.map((field) => {
    const day = giverOf(entries, field)?.effectiveOn ?? row.since;
    return { ...at(entity, row.id, day), field, value: values[field] ?? null, reason };
  });
}

/** Something is new from a day: what stood until then was right. */
export function superseding(
  { entity }: Editable,
  row: Row,
  values: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  reason: string,
  from: string,
): Change[] {
  return fields.map((field) => ({
    ...at(entity, row.id, from),
    field,
    value: values[field] ?? null,
    reason,
  }));
}

/** The latest day from which one of these fields holds as it stands: what supersedes it comes later. */
export function holdsFrom(db: Db, { entity }: Editable, row: Row, fields: readonly string[]): string {
  const entries = entriesOf(db, entity, row.id);
  return (
    fields
      .map((field) => giverOf(entries, field)?.effectiveOn ?? row.since)
      .sort()
      .at(-1) ?? row.since
  );
}

/** It does not hold any more from that day; nothing is deleted. */
export function withdrawal(entity: string, id: string, from: string, reason: string): Change {
  return { ...at(entity, id, from), field: 'withdrawnOn', value: from, reason };
}

/** It holds again from that day. */
export function bringingBack(entity: string, id: string, from: string, reason: string): Change {
  return { ...at(entity, id, from), field: 'withdrawnOn', value: null, reason };
}

/** Somebody has found out what a remark asked; it goes with the fact it is about. */
export function resolution(remark: { id: string; since: string }, words: string): Change {
  return { ...at('remark', remark.id, remark.since), field: 'resolution', value: words, reason: words };
}

function at(entity: string, objectId: string, effectiveOn: string) {
  return { entity, objectId, effectiveOn, meetingId: null, slide: null };
}

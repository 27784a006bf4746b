/** Where a person has said otherwise than the material: both stay readable, with who and why. */
import { fieldsOf } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import {
  entriesOf,
  giverOf,
  type ObjectEntry,
  SAID_BY_MATERIAL,
  setsField,
  valueIn,
} from './object-history.ts';
import { remembered } from './remembered.ts';
import { sameValue } from './same-value.ts';

export interface Correction {
  entity: string;
  field: string;
  /** What the material says. */
  said: unknown;
  /** What stands instead. */
  now: unknown;
  /** `corrected`: the material was wrong from its first day. `superseded`: it was right until `from`. */
  kind: 'corrected' | 'superseded';
  /** Day from which the new value holds, ISO. */
  from: string;
  actor: string;
  reason: string | null;
  /** Instant, UTC. */
  recordedAt: string;
}

/** In the order of the fields. Fields that are the portal's own, and such as the material leaves open, are not in it. */
export function correctionsOf(db: Db, entity: string, id: string): Correction[] {
  const entries = entriesOf(db, entity, id);
  if (!entries.some(({ kind }) => kind === 'edit')) return [];
  const said = entries.filter(({ kind }) => SAID_BY_MATERIAL.includes(kind));
  return Object.keys(fieldsOf(entity)).flatMap((field) => {
    const giver = giverOf(entries, field);
    const source = giverOf(said, field);
    return giver && source ? correctionBetween(entity, field, source, authorOf(entries, field, giver)) : [];
  });
}

/** Keys (`task/<id>`) of all records that have a correction. */
export const correctedKeys = remembered((db): ReadonlySet<string> => {
  const edited = db.$client
    .prepare(
      `select distinct e.entity, e.object_id as id from entry e join batch b on b.id = e.batch_id where b.kind = 'edit'`,
    )
    .all() as { entity: string; id: string }[];
  return new Set(
    edited
      .filter(({ entity, id }) => correctionsOf(db, entity, id).length > 0)
      .map(({ entity, id }) => `${entity}/${id}`),
  );
});

function correctionBetween(
  entity: string,
  field: string,
  source: ObjectEntry,
  giver: ObjectEntry,
): Correction[] {
  const [said, now] = [valueIn(source, field), valueIn(giver, field)];
  if (giver.kind !== 'edit' || field === 'withdrawnOn' || isOpen(said) || sameValue(said, now)) return [];
  const { actor, reason, recordedAt, effectiveOn: from } = giver;
  const kind = from > source.effectiveOn ? 'superseded' : 'corrected';
  return [{ entity, field, said, now, kind, from, actor, reason, recordedAt }];
}

/** Undoing a later change brings an earlier one back: that one's author and reason stand. */
function authorOf(entries: readonly ObjectEntry[], field: string, giver: ObjectEntry): ObjectEntry {
  if (giver.kind !== 'undo') return giver;
  const now = valueIn(giver, field);
  const same = entries.filter(
    (one) => one.kind === 'edit' && setsField(one, field) && sameValue(valueIn(one, field), now),
  );
  return same.at(-1) ?? giver;
}

/** The material says nothing there, or has no such field. */
function isOpen(said: unknown): boolean {
  return said === null || said === undefined || said === '' || (Array.isArray(said) && said.length === 0);
}

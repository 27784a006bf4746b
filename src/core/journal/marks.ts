import { fieldsOf } from '#src/core/fields/fields.ts';
import type { Db } from '#src/db/client.ts';
import { entityNames } from './entities.ts';
import { remembered } from './remembered.ts';

/** What a calendar says of the history of a record. */
export interface DateMark {
  /** Instant of the newest entry about it, ISO. */
  changedAt: string;
  /** How often one of its days was moved, or it was withdrawn or put back. It only ever grows. */
  moves: number;
}

interface Row {
  entity: string;
  objectId: string;
  field: string | null;
  oldValue: string;
  newValue: string;
}

/** By key (`task/<id>`): every record of a table that has dates. */
export const dateMarks = remembered((db): ReadonlyMap<string, DateMark> => {
  const marks = new Map<string, DateMark>();
  for (const { entity, objectId, changedAt } of newest(db)) {
    if (isDated(entity)) marks.set(`${entity}/${objectId}`, { changedAt, moves: 0 });
  }
  for (const row of changesOfStanding(db)) {
    const mark = marks.get(`${row.entity}/${row.objectId}`);
    if (mark && isMove(row)) mark.moves += 1;
  }
  return marks;
});

function newest(db: Db) {
  return db.$client
    .prepare(
      `select e.entity, e.object_id as objectId, max(b.recorded_at) as changedAt
       from entry e join batch b on b.id = e.batch_id group by e.entity, e.object_id`,
    )
    .all() as { entity: string; objectId: string; changedAt: string }[];
}

/** Every entry but the first of each record. */
function changesOfStanding(db: Db): Row[] {
  return db.$client
    .prepare(
      `select entity, object_id as objectId, field, old_value as oldValue, new_value as newValue
       from entry where old_value is not null`,
    )
    .all() as Row[];
}

const dated = new Map(
  entityNames.map((entity) => [
    entity,
    Object.entries(fieldsOf(entity))
      .filter(([, field]) => field.isDate)
      .map(([name]) => name),
  ]),
);

function isDated(entity: string): boolean {
  return (dated.get(entity) ?? []).length > 0;
}

function isMove({ entity, field, oldValue, newValue }: Row): boolean {
  const fields = [...(dated.get(entity) ?? []), 'withdrawnOn'];
  if (field !== null) return fields.includes(field) && daysIn(oldValue) !== daysIn(newValue);
  const [before, after] = [oldValue, newValue].map((json) => JSON.parse(json) as Record<string, unknown>);
  return fields.some((name) => name in (after ?? {}) && days(before?.[name]) !== days(after?.[name]));
}

function daysIn(json: string): string {
  return days(JSON.parse(json));
}

/** The days of a fuzzy date, or a plain day. */
function days(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value ?? '');
  const { from, to } = value as { from?: unknown; to?: unknown };
  return `${String(from)}/${String(to)}`;
}

/** Reads of any journalled table, by its name. */
import { getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import type { Row } from './editable.ts';

/** Withdrawn rows among them. */
export function listRows(db: Db, entity: string): Row[] {
  const rows = db.$client.prepare(`select * from "${getEntity(entity).name}" order by id`).all();
  return rows.map((row) => rowOf(entity, row as Record<string, unknown>));
}

/** Undefined when there is none; a withdrawn one is found. */
export function findRow(db: Db, entity: string, id: string): Row | undefined {
  const row = db.$client.prepare(`select * from "${getEntity(entity).name}" where id = ?`).get(id);
  return row === undefined ? undefined : rowOf(entity, row as Record<string, unknown>);
}

/** From the names of columns to the names in code, each value as code sees it. */
function rowOf(entity: string, raw: Record<string, unknown>): Row {
  const pairs = Object.entries(getEntity(entity).columns).map(([name, column]) => {
    const value = raw[column.name] ?? null;
    return [name, value === null ? null : column.mapFromDriverValue(value)] as const;
  });
  return Object.fromEntries(pairs) as Row;
}

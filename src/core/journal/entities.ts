/** Which tables are projections of the journal: every one with a `revision`. An entity's name is its table's name. */

import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { getTableColumns, getTableName, is, SQLiteTable } from '#src/db/drizzle.ts';
import * as schema from '#src/db/schema/index.ts';

export interface Entity {
  name: string;
  /** Property name in code -> column. */
  columns: Record<string, SQLiteColumn>;
}

/** Written by the journal itself, never by a change. */
const OWN = new Set(['id', 'since', 'revision']);

const entities = new Map<string, Entity>();
for (const table of Object.values(schema)) {
  if (!is(table, SQLiteTable)) continue;
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  if ('revision' in columns) entities.set(getTableName(table), { name: getTableName(table), columns });
}

export const entityNames: readonly string[] = [...entities.keys()];

/**
 * Tables with an `ownerId`: a municipality's own matter, for it and for KOMBIT. What reads the journal for everybody
 * leaves them out.
 */
export const ownedEntities: readonly string[] = [...entities.values()]
  .filter(({ columns }) => 'ownerId' in columns)
  .map(({ name }) => name);

/** All the others. */
export const openEntities: readonly string[] = entityNames.filter((name) => !ownedEntities.includes(name));

/** @throws Error for a name that is no journalled table: a fault in the program, not in input. */
export function getEntity(name: string): Entity {
  const entity = entities.get(name);
  if (!entity) throw new Error(`"${name}" is not a journalled table`);
  return entity;
}

/** Throws when a field is unknown or one that only the journal writes. */
export function assertField(entity: Entity, field: string): void {
  if (OWN.has(field) || !(field in entity.columns))
    throw new Error(`${entity.name} has no field "${field}" to set`);
}

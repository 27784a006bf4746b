/**
 * Columns that every journalled table shares. A row here is a projection of the journal: it is written only by
 * `src/core/journal`, so every table has a text id that never changes, its source, and the day from which it holds.
 */

import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { check, customType, integer, sql, text } from '#src/db/drizzle.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { isWebAddress } from '#src/shared/web-address.ts';

/** JSON kept as text; `T` is what code sees. A CHECK on each such column keeps the text valid JSON. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name);

export const fuzzyDate = (name: string) => json<FuzzyDate>(name);

/** An address outside the portal. One that is no web address is read as `#`: it leads nowhere, and nothing runs. */
export const webAddress = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (value) => (isWebAddress(value) ? value : '#'),
});

export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** Fresh column builders for one table: id, source (meeting and slide, null for reference data), confidence, since, revision. */
export const journalled = () => ({
  id: text('id').primaryKey(),
  meetingId: text('meeting_id'),
  slide: integer('slide'),
  /** What makes it the same record in another deck, whatever its address; null where the id itself does. */
  identity: text('identity'),
  confidence: text('confidence', { enum: ['high', 'medium', 'low'] }).notNull(),
  /** First day from which the row holds, ISO. */
  since: text('since').notNull(),
  /** Sequence number of the newest journal entry about the row: what a form was made from. */
  revision: integer('revision').notNull(),
  /** Day on which the row was withdrawn, or null. Nothing is deleted. */
  withdrawnOn: text('withdrawn_on'),
});

/** CHECKs of the shared columns and of the table's JSON columns. */
export function checks(
  table: string,
  columns: { confidence: AnySQLiteColumn; since: AnySQLiteColumn },
  jsonColumns: AnySQLiteColumn[] = [],
) {
  return [
    check(`${table}_confidence`, sql`${columns.confidence} in ('high', 'medium', 'low')`),
    check(`${table}_since`, sql`${columns.since} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    ...jsonColumns.map((column) =>
      check(`${table}_${column.name}_json`, sql`${column} is null or json_valid(${column})`),
    ),
  ];
}

/** CHECK that a text column holds one of the words. */
export function oneOf(table: string, column: AnySQLiteColumn, words: readonly string[]) {
  const list = sql.raw(words.map((word) => `'${word}'`).join(', '));
  return check(`${table}_${column.name}_word`, sql`${column} in (${list})`);
}

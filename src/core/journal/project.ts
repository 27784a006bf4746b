import type { Statement } from 'better-sqlite3';
import type { Db } from '#src/db/client.ts';
import { getEntity } from './entities.ts';
import type { Folded } from './fold.ts';

const prepared = new WeakMap<object, Map<string, Statement>>();

/** Writes what an object amounts to as the current row of its table. */
export function writeRow(db: Db, entityName: string, id: string, folded: Folded): void {
  const { columns } = getEntity(entityName);
  const row: Record<string, unknown> = {
    ...folded.fields,
    id,
    since: folded.since,
    revision: folded.revision,
  };
  const values = Object.entries(columns).map(([key, column]) => {
    const value = row[key];
    return value === null || value === undefined ? null : column.mapToDriverValue(value);
  });
  statementFor(db, entityName).run(values);
}

function statementFor(db: Db, entityName: string): Statement {
  let statements = prepared.get(db.$client);
  if (!statements) {
    statements = new Map();
    prepared.set(db.$client, statements);
  }
  let statement = statements.get(entityName);
  if (!statement) {
    const names = Object.values(getEntity(entityName).columns).map((column) => `"${column.name}"`);
    const updates = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
    statement = db.$client.prepare(
      `insert into "${entityName}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
       on conflict ("id") do update set ${updates.join(', ')}`,
    );
    statements.set(entityName, statement);
  }
  return statement;
}

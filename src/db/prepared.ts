import type { Db } from './client.ts';

/**
 * A query that is built once per database: `const byId = prepared((db) => db.select()....prepare())`, then
 * `byId(db).get({ id })`. Each day that is shown has a database of its own, and building a query costs more than
 * running it.
 */
export function prepared<T>(build: (db: Db) => T): (db: Db) => T {
  const built = new WeakMap<object, T>();
  return (db) => {
    let query = built.get(db.$client);
    if (query === undefined) {
      query = build(db);
      built.set(db.$client, query);
    }
    return query;
  };
}

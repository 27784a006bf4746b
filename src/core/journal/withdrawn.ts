import { type Db, readBeside } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { getEntity, openEntities } from './entities.ts';
import { remembered } from './remembered.ts';
import { rebuild } from './standing.ts';

/**
 * What stands, with everything that was withdrawn put back as it last stood: to tell of it by its name and day. Where
 * nothing is withdrawn, the database itself.
 */
export function withWithdrawn(db: Db): Db {
  if (withdrawnKeys(db).size === 0) return db;
  return db.$client.memory ? rebuilt(db) : seenWhole(db);
}

/**
 * Keys (`task/<id>`) of everything that does not stand any more, with the day from which it does not; an answer that a
 * municipality took back is nobody else's.
 */
export const withdrawnKeys = remembered((db): ReadonlyMap<string, string> => {
  return new Map(
    openEntities.flatMap((entity) => {
      const rows = db.$client
        .prepare(`select id, withdrawn_on as day from "${entity}" where withdrawn_on is not null`)
        .all() as { id: string; day: string }[];
      return rows.map(({ id, day }) => [`${entity}/${id}`, day] as const);
    }),
  );
});

/** The same file, where each table is covered by a view of it in which nothing is withdrawn: nothing is copied. */
const seenWhole = prepared((db) => {
  const whole = readBeside(db);
  for (const entity of openEntities) {
    const columns = Object.values(getEntity(entity).columns).map(({ name }) =>
      name === 'withdrawn_on' ? 'null as withdrawn_on' : `"${name}"`,
    );
    whole.$client.exec(`create temp view "${entity}" as select ${columns.join(', ')} from main."${entity}"`);
  }
  return whole;
});

/** An earlier day is held in memory, where a second connection sees nothing; it never changes. */
const rebuilt = prepared((db) => {
  const restored = rebuild(db, '9999-12-31');
  for (const entity of openEntities) restored.$client.exec(`update "${entity}" set withdrawn_on = null`);
  return restored;
});

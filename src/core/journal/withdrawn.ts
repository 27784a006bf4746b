import type { Db } from '#src/db/client.ts';
import { openEntities } from './entities.ts';
import { headOf } from './remembered.ts';
import { rebuild } from './standing.ts';

interface Kept {
  head: number;
  restored: Db;
}

const kept = new WeakMap<object, Kept>();

/**
 * What stands, with everything that was withdrawn put back as it last stood: to tell of it by its name and day. Rebuilt
 * in memory when the journal has grown; where nothing is withdrawn, the database itself.
 */
export function withWithdrawn(db: Db): Db {
  const head = headOf(db);
  const found = kept.get(db.$client);
  if (found?.head === head) return found.restored;
  // Closed at once, because its memory is SQLite's. A request reads it without waiting for anything in between.
  if (found && found.restored !== db) found.restored.$client.close();
  const restored = hasWithdrawn(db) ? restore(db) : db;
  kept.set(db.$client, { head, restored });
  return restored;
}

/**
 * Keys (`task/<id>`) of everything that does not stand any more, with the day from which it does not; an answer that a
 * municipality took back is nobody else's.
 */
export function withdrawnKeys(db: Db): ReadonlyMap<string, string> {
  return new Map(
    openEntities.flatMap((entity) => {
      const rows = db.$client
        .prepare(`select id, withdrawn_on as day from "${entity}" where withdrawn_on is not null`)
        .all() as { id: string; day: string }[];
      return rows.map(({ id, day }) => [`${entity}/${id}`, day] as const);
    }),
  );
}

function hasWithdrawn(db: Db): boolean {
  return withdrawnKeys(db).size > 0;
}

function restore(db: Db): Db {
  const restored = rebuild(db, '9999-12-31');
  for (const entity of openEntities) restored.$client.exec(`update "${entity}" set withdrawn_on = null`);
  return restored;
}

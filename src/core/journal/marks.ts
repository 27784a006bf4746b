import type { Db } from '#src/db/client.ts';
import { openEntities } from './entities.ts';
import { remembered } from './remembered.ts';

/**
 * Instant of the newest entry, ISO, by key: about a record (`task/<id>`), about a whole table (`same_ask`), and about
 * everything that belongs to one record, whose ids begin with that one's id (`signature/<agreement>`). What a
 * municipality keeps to itself is in none.
 */
export const lastChanges = remembered((db): ReadonlyMap<string, string> => {
  const newest = new Map<string, string>();
  for (const { entity, objectId, changedAt } of newestEntries(db)) {
    const [parent = ''] = objectId.split('/');
    for (const key of new Set([entity, `${entity}/${parent}`, `${entity}/${objectId}`])) {
      if ((newest.get(key) ?? '') < changedAt) newest.set(key, changedAt);
    }
  }
  return newest;
});

function newestEntries(db: Db) {
  return db.$client
    .prepare(
      `select e.entity, e.object_id as objectId, max(b.recorded_at) as changedAt
       from entry e join batch b on b.id = e.batch_id
       where e.entity in (${openEntities.map((name) => `'${name}'`).join(', ')}) group by e.entity, e.object_id`,
    )
    .all() as { entity: string; objectId: string; changedAt: string }[];
}

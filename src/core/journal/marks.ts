import type { Db } from '#src/db/client.ts';
import { openEntities } from './entities.ts';
import { remembered } from './remembered.ts';

/** The newest change of something. */
export interface LastChange {
  /** Instant of recording, ISO. */
  at: string;
  /** Another number for every deed, and a higher one for a later deed: see `revisionAt`. */
  revision: number;
}

/**
 * The newest change by key: of a record (`task/<id>`), of a whole table (`same_ask`), and of everything that belongs to
 * one record, whose ids begin with that one's id (`signature/<agreement>`). What a municipality keeps to itself is in
 * none.
 */
export const lastChanges = remembered((db): ReadonlyMap<string, LastChange> => {
  const batches = numberedBatches(db);
  const newest = new Map<string, LastChange>();
  for (const { entity, objectId, batchId } of newestEntries(db)) {
    const change = batches.get(batchId);
    if (!change) continue;
    const [parent = ''] = objectId.split('/');
    for (const key of new Set([entity, `${entity}/${parent}`, `${entity}/${objectId}`])) {
      if ((newest.get(key)?.revision ?? 0) < change.revision) newest.set(key, change);
    }
  }
  return newest;
});

const SINCE = Date.UTC(2020, 0, 1);

/**
 * Seconds since 2020. A count would give a number twice when a backup takes the place of what was counted since; an
 * instant never does. Fits 31 bits until 2088.
 */
export function revisionAt(instant: string): number {
  return Math.floor((Date.parse(instant) - SINCE) / 1000);
}

/** Several deeds of one second follow on each other. */
function numberedBatches(db: Db): Map<number, LastChange> {
  const batches = db.$client.prepare('select id, recorded_at as at from batch order by id').all() as {
    id: number;
    at: string;
  }[];
  let last = 0;
  return new Map(
    batches.map(({ id, at }) => {
      last = Math.max(last + 1, revisionAt(at));
      return [id, { at, revision: last }];
    }),
  );
}

function newestEntries(db: Db) {
  return db.$client
    .prepare(
      `select entity, object_id as objectId, max(batch_id) as batchId from entry
       where entity in (${openEntities.map((name) => `'${name}'`).join(', ')}) group by entity, object_id`,
    )
    .all() as { entity: string; objectId: string; batchId: number }[];
}

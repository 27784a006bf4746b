import type { Db } from '#src/db/client.ts';
import { BATCH_PARTS, entryHash } from './record.ts';

/** Sequence number of the first entry whose hash does not follow from the one before, or null when the chain holds. */
export function firstBrokenEntry(db: Db): number | null {
  const rows = db.$client
    .prepare(
      `select seq, batch_id, entity, object_id, field, old_value, new_value, effective_on, meeting_id, slide, reason,
              previous_hash, hash from entry order by seq`,
    )
    .raw()
    .iterate() as IterableIterator<(string | number | null)[]>;
  let previous = '';
  for (const row of rows) {
    const [seq, ...parts] = row.slice(0, -2);
    const [previousHash, hash] = row.slice(-2);
    if (previousHash !== previous || hash !== entryHash(previous, parts)) return Number(seq);
    previous = String(hash);
  }
  return null;
}

/** The same of the batches: who did what and when. Those recorded before batches were chained have no hash. */
export function firstBrokenBatch(db: Db): number | null {
  const rows = db.$client
    .prepare(`select id, previous_hash, hash, ${BATCH_PARTS} from batch order by id`)
    .raw()
    .iterate() as IterableIterator<(string | number | null)[]>;
  let previous = '';
  let isChained = false;
  for (const [id, previousHash, hash, ...parts] of rows) {
    isChained ||= hash !== null;
    if (!isChained) continue;
    if (previousHash !== previous || hash !== entryHash(previous, parts)) return Number(id);
    previous = String(hash);
  }
  return null;
}

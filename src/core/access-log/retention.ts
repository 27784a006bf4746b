/** How long the access log is kept: whole client addresses for 30 days, entries for 13 months. */
import type { Db } from '#src/db/client.ts';
import { logAccess, SYSTEM } from './record.ts';

const ADDRESS_DAYS = 30;
const ENTRY_MONTHS = 13;
const DAY_MS = 24 * 3600_000;

export interface Removed {
  /** Entries that lost their whole address; the cut one stays. */
  addresses: number;
  entries: number;
}

/** Removes what is too old and logs that it did, in one transaction. */
export function removeOldAccess(db: Db, now: Date): Removed {
  const run = db.$client.transaction(() => {
    const removed = { addresses: emptyAddresses(db, now), entries: 0 };
    const through = lastToGo(db, now);
    if (through !== null) {
      removed.entries = db.$client.prepare('delete from access_log where seq <= ?').run(through).changes;
    }
    // Where the log now begins: entries that are missing before it went by this run and not by a hand in the file.
    const detail = { ...removed, ...(through === null ? {} : { through }) };
    logAccess(db, SYSTEM, { event: 'retention-run', detail }, now);
    return removed;
  });
  return run.immediate();
}

function emptyAddresses(db: Db, now: Date): number {
  const oldest = new Date(now.getTime() - ADDRESS_DAYS * DAY_MS).toISOString();
  return db.$client
    .prepare('update access_log set address = null where address is not null and at < ?')
    .run(oldest).changes;
}

/**
 * Entries go from the beginning of the chain and never from within it, whatever a clock that was wrong wrote into them.
 * The database refuses to part with younger ones, by its own clock.
 */
function lastToGo(db: Db, now: Date): number | null {
  const last = db.$client
    .prepare(
      `select max(seq) from access_log where seq < coalesce(
         (select min(seq) from access_log
          where at >= min(strftime('%Y-%m-%dT%H:%M:%fZ', @now, @months), strftime('%Y-%m-%dT%H:%M:%fZ', 'now', @months))),
         (select max(seq) + 1 from access_log))`,
    )
    .pluck()
    .get({ now: now.toISOString(), months: `-${ENTRY_MONTHS} months` });
  return last === null ? null : Number(last);
}

/** Whether somebody has changed a log outside the portal: every entry is chained to the one before it. */
import { firstBrokenAccessEntry } from '#src/core/access-log/record.ts';
import { firstBrokenBatch, firstBrokenEntry } from '#src/core/journal/chain.ts';
import type { Db } from '#src/db/client.ts';

export interface BrokenLog {
  /** "Journalens kæde" */
  log: string;
  /** Number of the first entry that does not follow from the one before, or is not there any more. */
  at: number;
}

const LOGS = [
  { log: 'Journalens kæde', table: 'entry', number: 'seq', firstBroken: firstBrokenEntry },
  { log: 'Kæden af ændringer i journalen', table: 'batch', number: 'id', firstBroken: firstBrokenBatch },
  { log: 'Adgangsloggens kæde', table: 'access_log', number: 'seq', firstBroken: firstBrokenAccessEntry },
] as const;

/** Reads all of the logs. Empty when every chain holds. */
export function brokenLogs(db: Db): BrokenLog[] {
  return LOGS.flatMap(({ log, table, number, firstBroken }) => {
    const at = firstBroken(db) ?? firstMissing(db, table, number);
    return at === null ? [] : [{ log, at }];
  });
}

/** Numbers are never used twice, so the database knows which one was the last. */
function firstMissing(db: Db, table: string, number: string): number | null {
  const last = Number(db.$client.prepare(`select max(${number}) from ${table}`).pluck().get() ?? 0);
  const given = db.$client.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table);
  return Number(given ?? 0) > last ? last + 1 : null;
}

/** Reads of the access log, newest first. */
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, sql } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import type { AccessEvent } from './events.ts';

export type AccessLogRow = typeof accessLog.$inferSelect;

export interface AccessFilter {
  event?: AccessEvent | undefined;
  /** What this account did, and what was done to it. */
  person?: string | undefined;
  outcome?: AccessLogRow['outcome'] | undefined;
  requestId?: string | undefined;
  sessionRef?: string | undefined;
  /** Instants; `from` is part of the period, `until` is not. */
  from?: string | undefined;
  until?: string | undefined;
}

/** @param before sequence number that the page begins below; everything from the newest on when absent */
export function listAccessEntries(
  db: Db,
  filter: AccessFilter,
  { before, most }: { before?: number | undefined; most: number },
): AccessLogRow[] {
  return db
    .select()
    .from(accessLog)
    .where(and(...conditions(filter), before === undefined ? undefined : sql`${accessLog.seq} < ${before}`))
    .orderBy(desc(accessLog.seq))
    .limit(most)
    .all();
}

export function countAccessEntries(db: Db, filter: AccessFilter): number {
  const found = db
    .select({ count: sql<number>`count(*)` })
    .from(accessLog)
    .where(and(...conditions(filter)))
    .get();
  return found?.count ?? 0;
}

/** Everybody who did something, or to whose account something was done. */
export function listAccessPeople(db: Db): string[] {
  return db.$client
    .prepare(
      "select distinct actor from access_log union select distinct object_id from access_log where object_type = 'account'",
    )
    .pluck()
    .all() as string[];
}

/** The newest entry of one event, or undefined. */
export function lastAccessEntry(db: Db, event: AccessEvent): AccessLogRow | undefined {
  return listAccessEntries(db, { event }, { most: 1 })[0];
}

/**
 * What people did in a period, by chance but the same for everybody who asks: the entries whose hashes come first.
 */
export function sampleAccessEntries(db: Db, from: string, until: string, most: number): AccessLogRow[] {
  return db
    .select()
    .from(accessLog)
    .where(and(...conditions({ from, until }), sql`${accessLog.actor} not in ('system', 'anonym')`))
    .orderBy(accessLog.hash)
    .limit(most)
    .all();
}

function conditions({ event, person, outcome, requestId, sessionRef, from, until }: AccessFilter) {
  return [
    event && eq(accessLog.event, event),
    person &&
      sql`(${accessLog.actor} = ${person} or (${accessLog.objectType} = 'account' and ${accessLog.objectId} = ${person}))`,
    outcome && eq(accessLog.outcome, outcome),
    requestId && eq(accessLog.requestId, requestId),
    sessionRef && eq(accessLog.sessionRef, sessionRef),
    from && sql`${accessLog.at} >= ${from}`,
    until && sql`${accessLog.at} < ${until}`,
  ].map((one) => one || undefined);
}

/** The mails of one week: begun by the staff or by the time, gone on with after a crash, done or left out. */
import { stopWeekly } from '#src/core/mail/weekly.ts';
import type { Db } from '#src/db/client.ts';
import { and, eq, isNotNull } from '#src/db/drizzle.ts';
import { digestMail, digestRound } from '#src/db/schema/digest.ts';

export type Round = typeof digestRound.$inferSelect;

export function findRound(db: Db, week: string): Round | undefined {
  return db.select().from(digestRound).where(eq(digestRound.week, week)).get();
}

/** @param actor account id, or `system` when the time had come */
export function setRound(db: Db, week: string, state: Round['state'], actor: string, now: Date): void {
  const at = now.toISOString();
  db.insert(digestRound)
    .values({ week, state, at, actor })
    .onConflictDoUpdate({ target: digestRound.week, set: { state, at, actor } })
    .run();
}

/** The round that was begun is over, unless somebody stopped it meanwhile. */
export function endRound(db: Db, week: string): void {
  db.update(digestRound)
    .set({ state: 'done' })
    .where(and(eq(digestRound.week, week), eq(digestRound.state, 'open')))
    .run();
}

/** Nothing is gone on with that was begun. */
export function skipOpenRounds(db: Db): void {
  db.update(digestRound).set({ state: 'skipped' }).where(eq(digestRound.state, 'open')).run();
}

/** Stops the mails that have not left: they have told nothing, so the next mail tells it. @returns how many. */
export function stopWaiting(db: Db, now: Date): number {
  return stopWeekly(db, null, 'Redaktionen har stoppet mailen.', now);
}

/** Ids of the mails that the staff stopped before they left. */
export function stoppedMails(db: Db): ReadonlySet<number> {
  const rows = db
    .select({ id: digestMail.mailId })
    .from(digestMail)
    .where(isNotNull(digestMail.cancelledAt))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Off until somebody of the staff switches it on: whatever is imported or seeded, nobody is mailed before. */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { immediately } from '#src/core/mail/settle.ts';
import type { Db } from '#src/db/client.ts';
import { desc } from '#src/db/drizzle.ts';
import { digestSwitch } from '#src/db/schema/digest.ts';
import { skipOpenRounds, stopWaiting } from './rounds.ts';

export type Switch = Pick<typeof digestSwitch.$inferSelect, 'isOn' | 'at' | 'actor'>;

/** The newest switching; null when nobody ever did: off. */
export function findSwitch(db: Db): Switch | null {
  return db.select().from(digestSwitch).orderBy(desc(digestSwitch.id)).limit(1).get() ?? null;
}

export function isSwitchedOn(db: Db): boolean {
  return findSwitch(db)?.isOn ?? false;
}

/** Switched off, what waits in the outbox is stopped with it. Switched to what it is already, nothing happens. */
export function switchMails(db: Db, doer: Doer, isOn: boolean): void {
  immediately(db, () => {
    if (isSwitchedOn(db) === isOn) return;
    db.insert(digestSwitch).values({ isOn, at: doer.now.toISOString(), actor: doer.actor }).run();
    if (!isOn) skipOpenRounds(db);
    const stopped = isOn ? 0 : stopWaiting(db, doer.now);
    logAccess(
      db,
      doer,
      { event: isOn ? 'mails-switched-on' : 'mails-switched-off', detail: { stopped } },
      doer.now,
    );
  });
}

/** Who wants the weekly mail: everybody it is for, until they say no. Said by the address in a mail or under Min konto. */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { digestOptOut } from '#src/db/schema/digest.ts';
import { immediately } from './settle.ts';
import { stopWeekly } from './weekly.ts';

export function hasUnsubscribed(db: Db, accountId: string): boolean {
  return db.select().from(digestOptOut).where(eq(digestOptOut.accountId, accountId)).get() !== undefined;
}

/** What it is already, it stays, without a line in the log. */
export function setSubscribed(db: Db, doer: Doer, accountId: string, wanted: boolean): void {
  immediately(db, () => {
    if (hasUnsubscribed(db, accountId) !== wanted) return;
    if (wanted) db.delete(digestOptOut).where(eq(digestOptOut.accountId, accountId)).run();
    else {
      db.insert(digestOptOut).values({ accountId, at: doer.now.toISOString() }).run();
      stopWeekly(db, accountId, 'Modtageren har afmeldt ugens mail.', doer.now);
    }
    const event = wanted ? 'mails-subscribed' : 'mails-unsubscribed';
    logAccess(db, doer, { event, objectType: 'account', objectId: accountId }, doer.now);
  });
}

/** Saying no more to the weekly mails, by the address in one of them; and yes again. */
import { type Account, getAccount } from '#src/core/access/accounts.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { immediately } from '#src/core/mail/settle.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { digestMail, digestOptOut } from '#src/db/schema/digest.ts';
import { NotFoundError } from '#src/shared/errors.ts';

/**
 * Whose mail an address for saying no more stood in. It does nothing else, and works as long as the account is there.
 * @throws NotFoundError
 */
export function getSubscriber(db: Db, token: string): Account {
  const found = db
    .select()
    .from(digestMail)
    .where(eq(digestMail.tokenHash, sha256(token)))
    .get();
  if (!found) throw new NotFoundError('Afmeldingen');
  return getAccount(db, found.accountId);
}

export function hasUnsubscribed(db: Db, accountId: string): boolean {
  return db.select().from(digestOptOut).where(eq(digestOptOut.accountId, accountId)).get() !== undefined;
}

/** What it is already, it stays, without a line in the log. */
export function setSubscribed(db: Db, doer: Doer, accountId: string, wanted: boolean): void {
  immediately(db, () => {
    if (hasUnsubscribed(db, accountId) !== wanted) return;
    if (wanted) db.delete(digestOptOut).where(eq(digestOptOut.accountId, accountId)).run();
    else db.insert(digestOptOut).values({ accountId, at: doer.now.toISOString() }).run();
    const event = wanted ? 'mails-subscribed' : 'mails-unsubscribed';
    logAccess(db, doer, { event, objectType: 'account', objectId: accountId }, doer.now);
  });
}

/** By address. */
export function listUnsubscribed(db: Db): { name: string; email: string; at: string }[] {
  return db
    .select({ name: account.name, email: account.email, at: digestOptOut.at })
    .from(digestOptOut)
    .innerJoin(account, eq(account.id, digestOptOut.accountId))
    .orderBy(account.email)
    .all();
}

/** Whose address for saying no more it is, and who has said so. */
import { type Account, getAccount } from '#src/core/access/accounts.ts';
import { sha256 } from '#src/core/access/tokens.ts';
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

/** By address. */
export function listUnsubscribed(db: Db): { name: string; email: string; at: string }[] {
  return db
    .select({ name: account.name, email: account.email, at: digestOptOut.at })
    .from(digestOptOut)
    .innerJoin(account, eq(account.id, digestOptOut.accountId))
    .orderBy(account.email)
    .all();
}

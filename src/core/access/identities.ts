/** Who an identity provider says somebody is. An account is never found by mail address alone. */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { and, eq } from '#src/db/drizzle.ts';
import { externalIdentity } from '#src/db/schema/accounts.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { type Account, findAccount, getAccount } from './accounts.ts';

export interface Identity {
  issuer: string;
  subject: string;
}

export function findAccountByIdentity(db: Db, { issuer, subject }: Identity): Account | undefined {
  const found = db
    .select({ accountId: externalIdentity.accountId })
    .from(externalIdentity)
    .where(and(eq(externalIdentity.issuer, issuer), eq(externalIdentity.subject, subject)))
    .get();
  return found && findAccount(db, found.accountId);
}

export function identitiesOf(db: Db, accountId: string): Identity[] {
  return db.select().from(externalIdentity).where(eq(externalIdentity.accountId, accountId)).all();
}

/** From now on the identity signs in as this account. @throws RefusedError when it is another's already */
export function linkIdentity(db: Db, doer: Doer, { issuer, subject }: Identity, accountId: string): void {
  const link = db.$client.transaction(() => {
    const owner = findAccountByIdentity(db, { issuer, subject });
    if (owner?.id === accountId) return;
    if (owner)
      throw new RefusedError(
        'Det login hører allerede til en anden bruger. Skriv til programleder@kombit.dk.',
      );
    db.insert(externalIdentity)
      .values({ issuer, subject, accountId, createdAt: doer.now.toISOString() })
      .run();
    logAccess(db, doer, { event: 'identity-linked', objectType: 'account', objectId: accountId }, doer.now);
  });
  link.immediate();
}

/** @throws RefusedError where it is the only way in. */
export function unlinkIdentities(db: Db, doer: Doer, accountId: string): void {
  const unlink = db.$client.transaction(() => {
    const { passwordHash } = getAccount(db, accountId);
    if (passwordHash === null)
      throw new RefusedError(
        'Brugeren har ingen adgangskode og kan kun logge ind med login-løsningen. Luk brugeren i stedet.',
      );
    db.delete(externalIdentity).where(eq(externalIdentity.accountId, accountId)).run();
    logAccess(db, doer, { event: 'identity-unlinked', objectType: 'account', objectId: accountId }, doer.now);
  });
  unlink.immediate();
}

/** Who a login is in the portal: the account that it is linked to, or a new one. Never one that has the same mail address. */
import type { OidcSettings } from '#src/config.ts';
import { addAccount, setFromLogin } from '#src/core/access/account-deeds.ts';
import { type Account, findAccountByEmail } from '#src/core/access/accounts.ts';
import { findAccountByIdentity, type Identity, linkIdentity } from '#src/core/access/identities.ts';
import type { Rights } from '#src/core/access/rights.ts';
import { endSessionsOf } from '#src/core/access/sessions.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { Claims } from './provider.ts';
import { Refusal } from './refusal.ts';
import { checkAssurance, mailIn, nameIn, rightsIn } from './rules.ts';

/**
 * An account with a password is the portal's own: an admin gives its rights, and the login is a second way in. Of all
 * others name, mail address, roles and municipality follow what the login tells, at every sign-in.
 * @returns the account's id. @throws Refusal
 */
export function settleAccount(db: Db, doer: Doer, settings: OidcSettings, claims: Claims): string {
  checkAssurance(claims, settings);
  const identity = { issuer: claims.iss, subject: claims.sub };
  const account = findAccountByIdentity(db, identity);
  if (!account) return newAccount(db, bySystem(doer), settings, claims, identity);
  if (account.disabledAt !== null) throw new Refusal('lukket');
  if (account.passwordHash === null) followLogin(db, bySystem(doer), settings, claims, account);
  return account.id;
}

/** Somebody who is signed in already says that the login is theirs too. @throws Refusal when it is another's */
export function linkLogin(
  db: Db,
  doer: Doer,
  settings: OidcSettings,
  claims: Claims,
  accountId: string,
): void {
  checkAssurance(claims, settings);
  const identity = { issuer: claims.iss, subject: claims.sub };
  const owner = findAccountByIdentity(db, identity);
  if (owner && owner.id !== accountId) throw new Refusal('anden-bruger');
  linkIdentity(db, doer, identity, accountId);
}

function newAccount(db: Db, doer: Doer, settings: OidcSettings, claims: Claims, identity: Identity): string {
  const rights = rightsIn(claims, settings, listMunicipalities(db));
  const email = mailIn(claims);
  if (email === null) throw new Refusal('mail');
  if (findAccountByEmail(db, email)) throw new Refusal('mail-findes');
  const make = db.$client.transaction(() => {
    const wanted = { ...rights, email, name: nameIn(claims, email), passwordHash: null };
    const id = addAccount(db, doer, wanted, 'account-created');
    linkIdentity(db, doer, identity, id);
    return id;
  });
  return make.immediate();
}

function followLogin(db: Db, doer: Doer, settings: OidcSettings, claims: Claims, account: Account): void {
  const rights = rightsOrNone(db, settings, claims, account);
  const email = mailIn(claims) ?? account.email;
  setFromLogin(db, doer, account, { ...rights, email, name: nameIn(claims, email) });
}

/** Whose login gives no rights any more has none here either: what is open ends at once. */
function rightsOrNone(db: Db, settings: OidcSettings, claims: Claims, { id, solutionIds }: Account): Rights {
  try {
    return rightsIn(claims, settings, listMunicipalities(db), solutionIds);
  } catch (error) {
    endSessionsOf(db, id);
    throw error;
  }
}

/** Nobody is signed in yet: the portal does what the login tells. */
function bySystem(doer: Doer): Doer {
  return { ...doer, actor: 'system', roles: [], municipalityId: null };
}

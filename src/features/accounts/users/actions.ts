/** What an admin does to accounts: each with its mail and its line in the log, in one transaction. */
import {
  addAccount,
  changeAccount,
  disableAccount,
  enableAccount,
  type WantedAccount,
} from '#src/core/access/account-deeds.ts';
import { type Account, getAccount } from '#src/core/access/accounts.ts';
import { makeLink } from '#src/core/access/one-time-links.ts';
import { endSession, endSessionsOf, findSession } from '#src/core/access/sessions.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { mailInvitation } from '#src/features/accounts/mails.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';

export interface UsersGround {
  db: Db;
  portalUrl: string;
}

/** Each deed answers where its receipt is. */
export function invite({ db, portalUrl }: UsersGround, doer: Doer, wanted: WantedAccount): string {
  return once(db, doer, () => {
    const id = addAccount(db, doer, { ...wanted, passwordHash: null }, 'account-invited');
    mailInvitation(
      { db, portalUrl, now: doer.now },
      getAccount(db, id),
      makeLink(db, 'invitation', id, doer.now),
    );
    return pathOf(id, 'inviteret');
  });
}

/** For somebody who has not chosen a password yet; the link they have dies. */
export function inviteAgain({ db, portalUrl }: UsersGround, doer: Doer, one: Account): string {
  return once(db, doer, () => {
    if (one.passwordHash !== null)
      throw new RefusedError('Personen har valgt en adgangskode. Brug Glemt adgangskode i stedet.');
    if (one.disabledAt !== null) throw new RefusedError('Brugeren er lukket. Åbn den først.');
    const link = makeLink(db, 'invitation', one.id, doer.now);
    mailInvitation({ db, portalUrl, now: doer.now }, one, link);
    logAccess(
      db,
      doer,
      { event: 'account-invited', reason: 'again', objectType: 'account', objectId: one.id },
      doer.now,
    );
    return pathOf(one.id, 'inviteret-igen');
  });
}

/** @returns `stale` when somebody changed the account after `madeFrom` */
export function change(
  { db }: UsersGround,
  doer: Doer,
  { id, madeFrom, wanted }: { id: string; madeFrom: number; wanted: WantedAccount },
): string | 'stale' {
  const first = firstAnswer(db, doer);
  if (first !== undefined) return first;
  if (getAccount(db, id).version !== madeFrom) return 'stale';
  return once(db, doer, () => {
    changeAccount(db, doer, id, madeFrom, wanted);
    return pathOf(id, 'gemt');
  });
}

export function disable({ db }: UsersGround, doer: Doer, id: string): string {
  return once(db, doer, () => {
    disableAccount(db, doer, id);
    return pathOf(id, 'lukket');
  });
}

export function enable({ db }: UsersGround, doer: Doer, id: string): string {
  return once(db, doer, () => {
    enableAccount(db, doer, id);
    return pathOf(id, 'aabnet');
  });
}

/** All sessions of one person. */
export function endSessions({ db }: UsersGround, doer: Doer, id: string): string {
  return once(db, doer, () => {
    endSessionsOf(db, getAccount(db, id).id);
    logAccess(db, doer, { event: 'sessions-ended', objectType: 'account', objectId: id }, doer.now);
    return pathOf(id, 'sessioner');
  });
}

/** One session of anybody. */
export function endAnySession({ db }: UsersGround, doer: Doer, ref: string): void {
  if (!findSession(db, ref)) throw new NotFoundError('Sessionen');
  const end = db.$client.transaction(() => {
    endSession(db, ref);
    logAccess(db, doer, { event: 'session-ended', objectType: 'session', objectId: ref }, doer.now);
  });
  end.immediate();
}

export function pathOf(id: string, done?: string): string {
  return `/redaktion/brugere/${id}${done === undefined ? '' : `?udfoert=${done}`}`;
}

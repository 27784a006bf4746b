/** What people do to their own account. */
import { rename, setPassword } from '#src/core/access/account-deeds.ts';
import { type Account, isKeptElsewhere } from '#src/core/access/accounts.ts';
import { mayTry } from '#src/core/access/attempts.ts';
import { hashPassword, isPassword, whyNotPassword } from '#src/core/access/passwords.ts';
import { endSession, endSessionsOf, findSession } from '#src/core/access/sessions.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { mailPasswordChanged } from '#src/features/accounts/mails.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import type { Fault } from '#src/web/forms.ts';

/** @returns where the answer is, or `stale`. @throws RefusedError where the login solution tells the name */
export function saveOwnName(
  db: Db,
  doer: Doer,
  { account, madeFrom, name }: { account: Account; madeFrom: number; name: string },
): string | 'stale' {
  if (isKeptElsewhere(db, account))
    throw new RefusedError('Navnet kommer fra jeres login-løsning og rettes dér.');
  const first = firstAnswer(db, doer);
  if (first !== undefined) return first;
  if (account.version !== madeFrom) return 'stale';
  return once(db, doer, () => {
    rename(db, doer, account.id, madeFrom, name);
    return '/min-konto?udfoert=navn';
  });
}

interface PasswordChange {
  account: Account;
  sessionRef: string;
  old: string;
  wanted: string;
}

const TOO_OFTEN = {
  fault: { field: 'adgangskode_nu', text: 'Der er prøvet for mange gange. Vent et kvarter.' },
};

/** The old password is asked for, so that an open browser is not enough. All other sessions end. */
export async function changePassword(
  db: Db,
  doer: Doer,
  portalUrl: string,
  { account, sessionRef, old, wanted }: PasswordChange,
): Promise<{ location: string } | { fault: Fault }> {
  const first = firstAnswer(db, doer);
  if (first !== undefined) return { location: first };
  const about = { objectType: 'account', objectId: account.id };
  const attempt = { subject: account.id, address: doer.address ?? '' };
  if (!mayTry(db, attempt, doer.now)) return TOO_OFTEN;
  const isRight = await isPassword(account.passwordHash, old);
  // Once more: of many that were sent at once, no more are told than one by one.
  if (!mayTry(db, attempt, doer.now)) return TOO_OFTEN;
  if (!isRight) {
    const entry = { event: 'password-changed', outcome: 'failed', reason: 'password', ...about } as const;
    logAccess(db, doer, entry, doer.now);
    return { fault: { field: 'adgangskode_nu', text: 'Den nuværende adgangskode er forkert. Prøv igen.' } };
  }
  const text = whyNotPassword(wanted, account);
  if (text) return { fault: { field: 'adgangskode', text } };
  const passwordHash = await hashPassword(wanted);
  const location = once(db, doer, () => {
    setPassword(db, doer, account.id, passwordHash, { event: 'password-changed', butSession: sessionRef });
    mailPasswordChanged({ db, portalUrl, now: doer.now }, account);
    return '/min-konto?udfoert=adgangskode';
  });
  return { location };
}

/** @throws NotFoundError for a session that is not the person's own */
export function endOwnSession(db: Db, doer: Doer, accountId: string, ref: string): void {
  if (findSession(db, ref)?.accountId !== accountId) throw new NotFoundError('Sessionen');
  const end = db.$client.transaction(() => {
    endSession(db, ref);
    logAccess(db, doer, { event: 'session-ended', objectType: 'session', objectId: ref }, doer.now);
  });
  end.immediate();
}

export function endOtherSessions(db: Db, doer: Doer, accountId: string, thisRef: string): void {
  const end = db.$client.transaction(() => {
    endSessionsOf(db, accountId, thisRef);
    logAccess(db, doer, { event: 'sessions-ended', objectType: 'account', objectId: accountId }, doer.now);
  });
  end.immediate();
}

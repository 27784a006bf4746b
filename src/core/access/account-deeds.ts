/** What is done to accounts: each deed one transaction with its line in the access log. */
import { type AccessEntry, logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { giveUpUnsentOf } from '#src/core/mail/forget.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { type Account, findAccountByEmail, getAccount, isLastAdmin } from './accounts.ts';
import { revokeCalendarsOf } from './calendar-tokens.ts';
import { killLinksOf } from './one-time-links.ts';
import { type Rights, sameRights } from './rights.ts';
import { endSessionsOf } from './sessions.ts';
import { newRef } from './tokens.ts';

export interface NewAccount extends Rights {
  /** As `readMailAddress` gave it. */
  email: string;
  name: string;
  /** Null: chosen by whoever opens the invitation. */
  passwordHash: string | null;
}

type MadeBy = 'account-invited' | 'account-created' | 'first-admin-made';

/** @returns the id. @throws RefusedError when the mail address has an account. */
export function addAccount(db: Db, doer: Doer, wanted: NewAccount, event: MadeBy): string {
  const { name, roles, municipalityId, solutionIds, passwordHash } = wanted;
  return immediately(db, () => {
    if (findAccountByEmail(db, wanted.email)) throw new RefusedError(EMAIL_TAKEN);
    const id = newRef();
    const createdAt = doer.now.toISOString();
    const email = wanted.email.toLowerCase();
    db.insert(account)
      .values({ id, email, name, roles, municipalityId, solutionIds, passwordHash, createdAt, version: 1 })
      .run();
    log(db, doer, { event, ...about(id), detail: { roles, municipalityId, solutionIds } });
    return id;
  });
}

export interface WantedAccount extends Rights {
  name: string;
  email: string;
}

/**
 * Sets name, mail address and rights. Whoever has other rights than before is signed out everywhere at once; the
 * calendar addresses of whoever leaves a municipality die.
 * @param madeFrom version of the account that the wish was made from
 * @returns `stale` when somebody changed the account meanwhile
 * @throws RefusedError when the mail address is another's, or nobody would be admin any more
 */
export function changeAccount(
  db: Db,
  doer: Doer,
  id: string,
  madeFrom: number,
  wanted: WantedAccount,
): 'done' | 'stale' {
  return immediately(db, () => {
    const before = getAccount(db, id);
    if (before.version !== madeFrom) return 'stale';
    const other = findAccountByEmail(db, wanted.email);
    if (other && other.id !== id) throw new RefusedError(EMAIL_TAKEN);
    if (!wanted.roles.includes('admin') && isLastAdmin(db, id)) throw new RefusedError(LAST_ADMIN);
    const { name, roles, municipalityId, solutionIds } = wanted;
    const email = wanted.email.toLowerCase();
    update(db, before, { name, email, roles, municipalityId, solutionIds });
    if (!sameRights(before, wanted)) endSessionsOf(db, id);
    if (municipalityId !== before.municipalityId) revokeCalendarsOf(db, id, doer.now);
    if (email !== before.email) killLinksOf(db, id);
    log(db, doer, {
      event: 'account-changed',
      ...about(id),
      detail: differences(before, { ...wanted, email }),
    });
    return 'done';
  });
}

/**
 * What the login solution tells at a sign-in of somebody whose account is kept there. It decides alone: also the only
 * admin stops being one when it says so. A mail address that somebody else has is left as it was.
 */
export function setFromLogin(db: Db, doer: Doer, before: Account, told: WantedAccount): void {
  immediately(db, () => {
    const isFree = (findAccountByEmail(db, told.email)?.id ?? before.id) === before.id;
    const wanted = { ...told, email: isFree ? told.email.toLowerCase() : before.email };
    const isSame = sameRights(before, wanted) && before.name === wanted.name && before.email === wanted.email;
    if (isSame) return;
    const { name, email, roles, municipalityId, solutionIds } = wanted;
    update(db, before, { name, email, roles, municipalityId, solutionIds });
    if (!sameRights(before, wanted)) endSessionsOf(db, before.id);
    if (municipalityId !== before.municipalityId) revokeCalendarsOf(db, before.id, doer.now);
    const detail = differences(before, wanted);
    log(db, doer, { event: 'account-changed', reason: 'login', ...about(before.id), detail });
  });
}

/** A person's own name, which is all they may set of their account. */
export function rename(db: Db, doer: Doer, id: string, madeFrom: number, name: string): 'done' | 'stale' {
  return immediately(db, () => {
    const before = getAccount(db, id);
    if (before.version !== madeFrom) return 'stale';
    update(db, before, { name });
    log(db, doer, { event: 'account-changed', ...about(id), detail: { name: 'ændret' } });
    return 'done';
  });
}

/** Nothing that was sent before opens the account any more, and all its sessions end but the one named. */
export function setPassword(
  db: Db,
  doer: Doer,
  id: string,
  passwordHash: string,
  { event, butSession }: { event: 'password-set' | 'password-changed'; butSession?: string },
): void {
  immediately(db, () => {
    update(db, getAccount(db, id), { passwordHash });
    killLinksOf(db, id);
    endSessionsOf(db, id, butSession);
    log(db, doer, { event, ...about(id) });
  });
}

/** @throws RefusedError for the last admin. */
export function disableAccount(db: Db, doer: Doer, id: string): void {
  immediately(db, () => {
    const before = getAccount(db, id);
    if (before.disabledAt !== null) return;
    if (isLastAdmin(db, id)) throw new RefusedError(LAST_ADMIN);
    update(db, before, { disabledAt: doer.now.toISOString() });
    endSessionsOf(db, id);
    killLinksOf(db, id);
    revokeCalendarsOf(db, id, doer.now);
    giveUpUnsentOf(db, id, 'Brugeren er lukket.', doer.now);
    log(db, doer, { event: 'account-disabled', ...about(id) });
  });
}

export function enableAccount(db: Db, doer: Doer, id: string): void {
  immediately(db, () => {
    const before = getAccount(db, id);
    if (before.disabledAt === null) return;
    update(db, before, { disabledAt: null });
    log(db, doer, { event: 'account-enabled', ...about(id) });
  });
}

export const EMAIL_TAKEN = 'Der er allerede en bruger med den mailadresse. Find brugeren på listen i stedet.';
export const LAST_ADMIN =
  'Personen er den eneste administrator. Giv en anden rollen først, så der stadig er en til at styre adgangen.';

function update(db: Db, before: Account, values: Partial<typeof account.$inferInsert>): void {
  db.update(account)
    .set({ ...values, version: before.version + 1 })
    .where(eq(account.id, before.id))
    .run();
}

function log(db: Db, doer: Doer, entry: AccessEntry): void {
  logAccess(db, doer, entry, doer.now);
}

function about(id: string): { objectType: string; objectId: string } {
  return { objectType: 'account', objectId: id };
}

/** Rights as they were and are; of name and mail address only that they changed: the log outlives the person's wish to be forgotten. */
function differences(before: Account, wanted: WantedAccount): Record<string, unknown> {
  const rights = (['roles', 'municipalityId', 'solutionIds'] as const)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(wanted[field]))
    .map((field) => [field, { before: before[field], after: wanted[field] }]);
  const personal = (['name', 'email'] as const)
    .filter((field) => before[field] !== wanted[field])
    .map((field) => [field, 'ændret']);
  return Object.fromEntries([...rights, ...personal]);
}

function immediately<T>(db: Db, work: () => T): T {
  return db.$client.transaction(work).immediate();
}

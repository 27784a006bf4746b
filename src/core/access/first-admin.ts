/** A portal without anybody who keeps the accounts offers, at each start, one address for becoming the first. */
import { logAccess, SYSTEM } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { addAccount } from './account-deeds.ts';
import { findAccountByEmail, hasAdmin } from './accounts.ts';
import { findLink, makeLink, useLink } from './one-time-links.ts';

export const FIRST_ADMIN_PATH = '/velkommen';

/** @returns path of the address, valid once and for an hour, the only one there is; null while there is an admin. */
export function offerFirstAdmin(db: Db, now: Date): string | null {
  if (hasAdmin(db)) return null;
  const offer = db.$client.transaction(() => {
    const { token } = makeLink(db, 'first-admin', null, now);
    logAccess(db, SYSTEM, { event: 'first-admin-offered' }, now);
    return `${FIRST_ADMIN_PATH}/${token}`;
  });
  return offer.immediate();
}

export function isFirstAdminOffer(db: Db, token: string, now: Date): boolean {
  return !hasAdmin(db) && findLink(db, 'first-admin', token, now) !== undefined;
}

/** @returns the id of the account. @throws RefusedError when the address was used meanwhile. */
export function makeFirstAdmin(
  db: Db,
  doer: Doer,
  token: string,
  person: { name: string; email: string; passwordHash: string },
): string {
  const make = db.$client.transaction(() => {
    const works = !hasAdmin(db) && useLink(db, 'first-admin', token, doer.now);
    if (!works)
      throw new RefusedError('Adressen er brugt. Log ind, eller start portalen igen for at få en ny.');
    if (findAccountByEmail(db, person.email))
      throw new RefusedError('Der er allerede en bruger med den mailadresse. Brug en anden.');
    const rights = { roles: ['admin' as const], municipalityId: null, solutionIds: [] };
    return addAccount(db, doer, { ...person, ...rights }, 'first-admin-made');
  });
  return make.immediate();
}

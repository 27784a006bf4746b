/**
 * Addresses that work once: for the first admin, for whoever was invited, for whoever forgot the password. Only their
 * hashes are kept. Opening one changes nothing, because mail scanners open everything; what is sent from its page does.
 */
import type { Db } from '#src/db/client.ts';
import { and, eq, isNull, sql } from '#src/db/drizzle.ts';
import { account, type LINK_PURPOSES, oneTimeLink } from '#src/db/schema/accounts.ts';
import { newToken, sha256 } from './tokens.ts';

export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const MINUTE_MS = 60_000;
const LIVES_MS: Readonly<Record<LinkPurpose, number>> = {
  'first-admin': 60 * MINUTE_MS,
  invitation: 7 * 24 * 60 * MINUTE_MS,
  reset: 10 * MINUTE_MS,
};
/** How long the row of a link that is dead stays. */
const KEPT_MS = 30 * 24 * 60 * MINUTE_MS;

export interface NewLink {
  /** What the address ends in; kept nowhere. */
  token: string;
  expiresAt: Date;
}

/** Makes a link; older ones of the same purpose and account die. @param accountId null for the first admin's */
export function makeLink(db: Db, purpose: LinkPurpose, accountId: string | null, now: Date): NewLink {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LIVES_MS[purpose]);
  const owner = accountId === null ? isNull(oneTimeLink.accountId) : eq(oneTimeLink.accountId, accountId);
  db.delete(oneTimeLink)
    .where(and(eq(oneTimeLink.purpose, purpose), owner, isNull(oneTimeLink.usedAt)))
    .run();
  db.insert(oneTimeLink)
    .values({
      tokenHash: sha256(token),
      purpose,
      accountId,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })
    .run();
  return { token, expiresAt };
}

/** Where invitations and forgotten passwords lead; the token follows. */
export const INVITATION_PATH = '/invitation';
export const RESET_PATH = '/ny-adgangskode';

/** A new invitation as an address of the portal, to be handed over by whoever keeps the machine. */
export function invitationPath(db: Db, accountId: string, now: Date): { path: string; expiresAt: Date } {
  const { token, expiresAt } = makeLink(db, 'invitation', accountId, now);
  return { path: `${INVITATION_PATH}/${token}`, expiresAt };
}

/** The link while it works; undefined when it is unknown, used, too old, or its account is closed. */
export function findLink(db: Db, purpose: LinkPurpose, token: string, now: Date) {
  const found = db
    .select({ link: oneTimeLink, account })
    .from(oneTimeLink)
    .leftJoin(account, eq(account.id, oneTimeLink.accountId))
    .where(and(eq(oneTimeLink.tokenHash, sha256(token)), eq(oneTimeLink.purpose, purpose)))
    .get();
  if (!found || found.link.usedAt !== null || found.link.expiresAt <= now.toISOString()) return undefined;
  if (found.account && found.account.disabledAt !== null) return undefined;
  // Who asked for an address that nobody has got a link that leads nowhere.
  if (purpose !== 'first-admin' && !found.account) return undefined;
  return { account: found.account };
}

/** Inside the transaction of what the link was made for. @returns false when it does not work any more. */
export function useLink(db: Db, purpose: LinkPurpose, token: string, now: Date): boolean {
  if (!findLink(db, purpose, token, now)) return false;
  db.update(oneTimeLink)
    .set({ usedAt: now.toISOString() })
    .where(eq(oneTimeLink.tokenHash, sha256(token)))
    .run();
  return true;
}

/** At a chosen password, a changed mail address, a closed account: nothing that was sent before works any more. */
export function killLinksOf(db: Db, accountId: string): void {
  db.delete(oneTimeLink)
    .where(and(eq(oneTimeLink.accountId, accountId), isNull(oneTimeLink.usedAt)))
    .run();
}

/** The account has an invitation that still works: when it ends. */
export function openInvitation(db: Db, accountId: string, now: Date): string | null {
  const found = db
    .select({ expiresAt: oneTimeLink.expiresAt })
    .from(oneTimeLink)
    .where(
      and(
        eq(oneTimeLink.accountId, accountId),
        eq(oneTimeLink.purpose, 'invitation'),
        isNull(oneTimeLink.usedAt),
        sql`${oneTimeLink.expiresAt} > ${now.toISOString()}`,
      ),
    )
    .get();
  return found?.expiresAt ?? null;
}

/** @returns how many rows of dead links went. */
export function removeOldLinks(db: Db, now: Date): number {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString();
  return db.delete(oneTimeLink).where(sql`${oneTimeLink.expiresAt} < ${oldest}`).run().changes;
}

/** Sessions on the server: made at sign-in, looked up at every request, ended by time, by the person, or by an admin. */
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { account, session } from '#src/db/schema/accounts.ts';
import type { Principal, SignInMethod } from './roles.ts';
import { newRef, newToken, sha256 } from './tokens.ts';

/** Ended after this long without a request, and after this long in all. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 8 * 3600_000;
/** How exact `lastSeenAt` is: one write a minute at most. */
const SEEN_MS = 60_000;

export interface OpenSession {
  accountId: string;
  method: SignInMethod;
  device: string;
}

/** @returns the cookie's value, which is kept nowhere, and the session's public name. */
export function openSession(db: Db, { accountId, method, device }: OpenSession, now: Date) {
  const id = newToken();
  const ref = newRef();
  const at = now.toISOString();
  db.insert(session)
    .values({ idHash: sha256(id), ref, accountId, method, device, createdAt: at, lastSeenAt: at })
    .run();
  return { id, ref };
}

const byId = prepared((db) =>
  db
    .select({ session, account })
    .from(session)
    .innerJoin(account, and(eq(account.id, session.accountId), isNull(account.disabledAt)))
    .where(eq(session.idHash, sql.placeholder('idHash')))
    .prepare(),
);

/** Who the cookie's value stands for now; roles are read at every request. Null when the session has ended. */
export function findPrincipal(db: Db, id: string, now: Date): Principal | null {
  const idHash = sha256(id);
  const found = byId(db).get({ idHash });
  if (!found || hasEnded(found.session, now)) return null;
  if (now.getTime() - Date.parse(found.session.lastSeenAt) >= SEEN_MS) markSeen(db, idHash, now);
  const { seeingAs, ref, method } = found.session;
  const { id: accountId, name, email, roles, municipalityId, solutionIds } = found.account;
  const person = { accountId, name, email, sessionRef: ref, method };
  if (seeingAs !== null) {
    const roles = ['programme-leader'] as const;
    return { ...person, roles, municipalityId: seeingAs, solutionIds: [], seeingAs: true };
  }
  return { ...person, roles, municipalityId, solutionIds, seeingAs: false };
}

/** All that have not ended, newest first: of one account, or of everybody. */
export function openSessions(db: Db, now: Date, accountId?: string) {
  return db
    .select({ session, name: account.name, email: account.email })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(accountId === undefined ? undefined : eq(session.accountId, accountId))
    .orderBy(desc(session.createdAt))
    .all()
    .filter((row) => !hasEnded(row.session, now));
}

export function endSession(db: Db, ref: string): void {
  db.delete(session).where(eq(session.ref, ref)).run();
}

/** At a changed password or role, and when an account is disabled. `but`: public name of the one that goes on. */
export function endSessionsOf(db: Db, accountId: string, but?: string): void {
  const others = but === undefined ? undefined : sql`${session.ref} <> ${but}`;
  db.delete(session)
    .where(and(eq(session.accountId, accountId), others))
    .run();
}

/** A session that has not ended, by its public name. */
export function findSession(db: Db, ref: string) {
  return db.select().from(session).where(eq(session.ref, ref)).get();
}

/** Begins or ends looking at a municipality's page as it sees it. */
export function seeAs(db: Db, ref: string, municipalityId: string | null): void {
  db.update(session).set({ seeingAs: municipalityId }).where(eq(session.ref, ref)).run();
}

/** Rows of sessions that have ended go. @returns how many. */
export function removeEndedSessions(db: Db, now: Date): number {
  const idle = new Date(now.getTime() - IDLE_MS).toISOString();
  const oldest = new Date(now.getTime() - LONGEST_MS).toISOString();
  return db
    .delete(session)
    .where(sql`${session.lastSeenAt} < ${idle} or ${session.createdAt} < ${oldest}`)
    .run().changes;
}

function hasEnded(row: typeof session.$inferSelect, now: Date): boolean {
  return (
    now.getTime() - Date.parse(row.lastSeenAt) > IDLE_MS ||
    now.getTime() - Date.parse(row.createdAt) > LONGEST_MS
  );
}

function markSeen(db: Db, idHash: string, now: Date): void {
  try {
    db.update(session).set({ lastSeenAt: now.toISOString() }).where(eq(session.idHash, idHash)).run();
  } catch {
    // A disk that cannot be written costs the note of when somebody was seen, never the page.
  }
}

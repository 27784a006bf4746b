/**
 * Calendar addresses: what a calendar program reads without signing in. Each is one person's, of one municipality or
 * one solution, and gives what everybody may read. Only the hash of its token is kept, so an address is shown once.
 */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { account } from '#src/db/schema/accounts.ts';
import { calendarToken } from '#src/db/schema/calendar-tokens.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { dayOf } from '#src/shared/instant.ts';
import { newRef, newToken, sha256 } from './tokens.ts';

export type CalendarToken = typeof calendarToken.$inferSelect;

/** Exactly one of the two. */
export interface CalendarOf {
  municipalityId: string | null;
  solutionId: string | null;
}

/** Enough for each solution somebody follows; a form sent by a program makes no more. */
export const MOST_CALENDARS = 20;
/** How long the row of an address that is dead stays. */
const KEPT_MS = 30 * 24 * 3600_000;

/** The address of a token, as a path of the portal. */
export function calendarPath(token: string): string {
  return `/kalender/${token}.ics`;
}

/** @returns the token, which is kept nowhere. @throws RefusedError when the person has as many as one may have */
export function makeCalendar(db: Db, doer: Doer, accountId: string, of: CalendarOf): string {
  return immediately(db, () => {
    if (listCalendars(db, accountId).length >= MOST_CALENDARS) throw new RefusedError(TOO_MANY);
    return add(db, doer, accountId, of, 'calendar-made');
  });
}

/** The old address dies, and a new one of the same takes its place. @returns its token. @throws NotFoundError */
export function renewCalendar(db: Db, doer: Doer, accountId: string, ref: string): string {
  return immediately(db, () => {
    const { municipalityId, solutionId } = getCalendar(db, accountId, ref);
    revoke(db, ref, doer.now);
    return add(db, doer, accountId, { municipalityId, solutionId }, 'calendar-renewed');
  });
}

/** @throws NotFoundError for one that is another person's or does not work any more */
export function revokeCalendar(db: Db, doer: Doer, accountId: string, ref: string): void {
  immediately(db, () => {
    const { municipalityId, solutionId } = getCalendar(db, accountId, ref);
    revoke(db, ref, doer.now);
    log(db, doer, 'calendar-revoked', accountId, { calendar: ref, municipalityId, solutionId });
  });
}

/** At a closed account, and when somebody is of another municipality. Told by the log entry of that deed. */
export function revokeCalendarsOf(db: Db, accountId: string, now: Date): void {
  db.update(calendarToken)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(calendarToken.accountId, accountId), isNull(calendarToken.revokedAt)))
    .run();
}

/** When the person is forgotten. */
export function deleteCalendarsOf(db: Db, accountId: string): void {
  db.delete(calendarToken).where(eq(calendarToken.accountId, accountId)).run();
}

/** Those that work, newest first. */
export function listCalendars(db: Db, accountId: string): CalendarToken[] {
  return db
    .select()
    .from(calendarToken)
    .where(and(eq(calendarToken.accountId, accountId), isNull(calendarToken.revokedAt)))
    .orderBy(desc(calendarToken.createdAt), desc(sql`rowid`))
    .all();
}

/** For the person who asks what the portal has, also those that are dead. */
export function calendarsForPerson(db: Db, accountId: string) {
  return db
    .select()
    .from(calendarToken)
    .where(eq(calendarToken.accountId, accountId))
    .orderBy(calendarToken.createdAt)
    .all()
    .map(({ tokenHash: _hash, accountId: _account, ...told }) => told);
}

const byHash = prepared((db) =>
  db
    .select({ calendar: calendarToken, account })
    .from(calendarToken)
    .innerJoin(account, and(eq(account.id, calendarToken.accountId), isNull(account.disabledAt)))
    .where(
      and(
        eq(calendarToken.tokenHash, sql.placeholder('hash')),
        isNull(calendarToken.revokedAt),
        // Rights are read at every request: whoever has left the municipality does not read on as its own.
        sql`(${calendarToken.municipalityId} is null or ${calendarToken.municipalityId} = ${account.municipalityId})`,
      ),
    )
    .prepare(),
);

/**
 * The calendar that the token opens now, with the person whose it is; undefined for whatever opens nothing. It is looked
 * up by its hash, so the time of the answer tells nothing of a token that exists.
 */
export function findCalendar(db: Db, token: string) {
  return byHash(db).get({ hash: sha256(token) });
}

/** Notes that a calendar program read it: once a day, in the row and in the log. */
export function noteCalendarRead(db: Db, doer: Doer, { ref, accountId }: CalendarToken): void {
  const day = dayOf(doer.now);
  immediately(db, () => {
    const { changes } = db
      .update(calendarToken)
      .set({ usedOn: day })
      .where(and(eq(calendarToken.ref, ref), sql`${calendarToken.usedOn} is not ${day}`))
      .run();
    if (changes > 0) log(db, doer, 'calendar-read', accountId, { calendar: ref });
  });
}

/** @returns how many rows of dead addresses went. */
export function removeRevokedCalendars(db: Db, now: Date): number {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString();
  return db.delete(calendarToken).where(sql`${calendarToken.revokedAt} < ${oldest}`).run().changes;
}

const TOO_MANY = `I har allerede ${MOST_CALENDARS} kalenderadresser. Fjern en, I ikke bruger, først.`;

function getCalendar(db: Db, accountId: string, ref: string): CalendarToken {
  const found = listCalendars(db, accountId).find((one) => one.ref === ref);
  if (!found) throw new NotFoundError('Kalenderadressen');
  return found;
}

function add(
  db: Db,
  doer: Doer,
  accountId: string,
  of: CalendarOf,
  event: 'calendar-made' | 'calendar-renewed',
): string {
  const token = newToken();
  const ref = newRef();
  const createdAt = doer.now.toISOString();
  db.insert(calendarToken)
    .values({ ref, tokenHash: sha256(token), accountId, ...of, createdAt })
    .run();
  log(db, doer, event, accountId, { calendar: ref, ...of });
  return token;
}

function revoke(db: Db, ref: string, now: Date): void {
  db.update(calendarToken).set({ revokedAt: now.toISOString() }).where(eq(calendarToken.ref, ref)).run();
}

type Event = 'calendar-made' | 'calendar-renewed' | 'calendar-revoked' | 'calendar-read';

/** About the person, so that it is among what was done to them. */
function log(db: Db, doer: Doer, event: Event, accountId: string, detail: Record<string, unknown>): void {
  logAccess(db, doer, { event, objectType: 'account', objectId: accountId, detail }, doer.now);
}

function immediately<T>(db: Db, work: () => T): T {
  return db.$client.transaction(work).immediate();
}

/** What the portal holds on one person, told and erased (GDPR articles 15 and 17). */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { forgetReceiver } from '#src/core/mail/forget.ts';
import { mailsTo } from '#src/core/mail/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { account, externalIdentity, oneTimeLink } from '#src/db/schema/accounts.ts';
import { batch } from '#src/db/schema/journal.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { LAST_ADMIN } from './account-deeds.ts';
import { getAccount, isLastAdmin } from './accounts.ts';
import { calendarsForPerson, deleteCalendarsOf } from './calendar-tokens.ts';
import { endSessionsOf, openSessions } from './sessions.ts';
import { sha256 } from './tokens.ts';

/** Reserved for addresses that are none (RFC 2606). */
const NOWHERE = '@slettet.invalid';

export function isForgotten({ email }: { email: string }): boolean {
  return email.endsWith(NOWHERE);
}

/**
 * Everything about one person, for the person. Colleagues who looked or changed are told by role, not by name.
 * @throws NotFoundError
 */
export function personExport(db: Db, doer: Doer, id: string): object {
  const { passwordHash, ...person } = getAccount(db, id);
  const tell = db.$client.transaction(() => {
    const found = {
      exportedAt: doer.now.toISOString(),
      account: { ...person, hasPassword: passwordHash !== null },
      identities: db.select().from(externalIdentity).where(eq(externalIdentity.accountId, id)).all(),
      sessions: openSessions(db, doer.now, id).map(({ session }) => ({
        device: session.device,
        method: session.method,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
      })),
      calendars: calendarsForPerson(db, id),
      mails: mailsTo(db, id),
      done: db
        .select()
        .from(accessLog)
        .where(eq(accessLog.actor, id))
        .orderBy(accessLog.seq)
        .all()
        .map(entryForPerson),
      doneToThem: db
        .select()
        .from(accessLog)
        .where(eq(accessLog.objectId, id))
        .orderBy(accessLog.seq)
        .all()
        .filter((row) => row.actor !== id)
        .map(entryByOthers),
      changes: db.select().from(batch).where(eq(batch.actor, id)).orderBy(batch.id).all().map(batchForPerson),
    };
    logAccess(db, doer, { event: 'person-exported', objectType: 'account', objectId: id }, doer.now);
    return found;
  });
  return tell.immediate();
}

/**
 * The name becomes a pseudonym, the mail address and everything that signs in goes; the id stays, so that history can
 * be read. The account cannot be opened again.
 * @throws RefusedError for the last admin, NotFoundError
 */
export function forgetPerson(db: Db, doer: Doer, id: string): void {
  const forget = db.$client.transaction(() => {
    const before = getAccount(db, id);
    if (isForgotten(before)) return;
    if (isLastAdmin(db, id)) throw new RefusedError(LAST_ADMIN);
    const pseudonym = sha256(`pseudonym/${id}`).slice(0, 8);
    const at = doer.now.toISOString();
    db.update(account)
      .set({
        name: `Tidligere bruger ${pseudonym}`,
        email: `${pseudonym}${NOWHERE}`,
        passwordHash: null,
        disabledAt: before.disabledAt ?? at,
        version: before.version + 1,
      })
      .where(eq(account.id, id))
      .run();
    endSessionsOf(db, id);
    deleteCalendarsOf(db, id);
    db.delete(oneTimeLink).where(eq(oneTimeLink.accountId, id)).run();
    db.delete(externalIdentity).where(eq(externalIdentity.accountId, id)).run();
    db.$client
      .prepare('update access_log set address = null where actor = ? and address is not null')
      .run(id);
    forgetReceiver(db, id, doer.now);
    logAccess(db, doer, { event: 'account-forgotten', objectType: 'account', objectId: id }, doer.now);
  });
  forget.immediate();
}

type Entry = typeof accessLog.$inferSelect;

function entryForPerson({ at, event, outcome, reason, objectType, objectId, detail, address }: Entry) {
  return { at, event, outcome, reason, objectType, objectId, detail, address };
}

function entryByOthers({ at, event, outcome, actorRoles, detail }: Entry) {
  return { at, event, outcome, byRoles: actorRoles, detail };
}

function batchForPerson({ id, kind, title, reason, recordedAt }: typeof batch.$inferSelect) {
  return { batch: id, kind, title, reason, recordedAt };
}

/** What the staff do with the week's mails. Each is told in the access log. */
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { kindOfMail } from '#src/core/mail/queries.ts';
import { queueAgain } from '#src/core/mail/queue.ts';
import { immediately } from '#src/core/mail/settle.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { digestMail } from '#src/db/schema/digest.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { setRound, stopWaiting } from './rounds.ts';
import { isSwitchedOn } from './switch.ts';

/** Opens the week's round; the mails themselves are queued after it. @throws RefusedError while mails are off */
export function beginRound(db: Db, doer: Doer, week: string, receivers: number): void {
  if (!isSwitchedOn(db)) throw new RefusedError('Mails er slået fra. Slå dem til, før I sender.');
  setRound(db, week, 'open', doer.actor, doer.now);
  logAccess(db, doer, { event: 'mails-sent-now', detail: { week, receivers } }, doer.now);
}

/** No more mails this week; those that have not left are stopped. */
export function skipWeek(db: Db, doer: Doer, week: string): void {
  immediately(db, () => {
    setRound(db, week, 'skipped', doer.actor, doer.now);
    const stopped = stopWaiting(db, doer.now);
    logAccess(db, doer, { event: 'mails-skipped', detail: { week, stopped } }, doer.now);
  });
}

/**
 * @param kinds those that the doer sees
 * @throws NotFoundError for a mail of another kind
 * @throws RefusedError for a mail that is not refused or given up, that was stopped, or whose text is gone
 */
export function tryAgain(db: Db, doer: Doer, mailId: number, kinds: readonly string[]): void {
  if (!kinds.includes(kindOfMail(db, mailId) ?? '')) throw new NotFoundError('Mailen');
  immediately(db, () => {
    const own = db.select().from(digestMail).where(eq(digestMail.mailId, mailId)).get();
    const isStopped = own !== undefined && own.cancelledAt !== null;
    if (isStopped || !queueAgain(db, mailId, doer.now)) {
      throw new RefusedError(
        'Mailen kan ikke prøves igen. Den er stoppet, sendt, eller dens tekst er slettet.',
      );
    }
    logAccess(
      db,
      doer,
      { event: 'mail-tried-again', objectType: 'mail', objectId: String(mailId) },
      doer.now,
    );
  });
}

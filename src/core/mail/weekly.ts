/** The weekly mail's own states: what is stopped has told nothing, so the next mail tells it. */
import type { Db } from '#src/db/client.ts';
import { inArray } from '#src/db/drizzle.ts';
import { digestMail } from '#src/db/schema/digest.ts';
import { giveUpWaiting } from './forget.ts';
import type { MailKind } from './kinds.ts';

/** The kinds of mail that a round queues. */
export const WEEKLY = ['digest', 'reminder'] as const satisfies MailKind[];

/**
 * Stops the weekly mails that have not left.
 * @param reason one Danish sentence for the log.
 * @param accountId of one receiver; null: all.
 * @returns how many.
 */
export function stopWeekly(db: Db, accountId: string | null, reason: string, now: Date): number {
  const stopped = giveUpWaiting(db, { kinds: WEEKLY, accountId }, reason, now);
  if (stopped.length > 0) {
    db.update(digestMail)
      .set({ cancelledAt: now.toISOString() })
      .where(inArray(digestMail.mailId, stopped))
      .run();
  }
  return stopped.length;
}

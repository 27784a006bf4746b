/** What ends or erases mails in numbers: a copy put back, a person forgotten, a season gone by. */
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import type { MailKind } from './kinds.ts';
import { giveUp, immediately, type UnsentRow } from './settle.ts';

/**
 * Gives up every mail that is not sent. For a database that was put back from a copy: what waits in it was sent long
 * ago or is stale.
 * @param reason one Danish sentence for the log.
 * @returns how many.
 */
export function giveUpUnsent(db: Db, reason: string, now: Date): number {
  return giveUpUnsentOf(db, null, reason, now);
}

/**
 * Gives up every mail to an account that is not sent: whoever is shut out is written to no more.
 * @param accountId null: to anybody
 * @param reason one Danish sentence for the log.
 * @returns how many.
 */
export function giveUpUnsentOf(db: Db, accountId: string | null, reason: string, now: Date): number {
  return immediately(db, () => {
    const at = now.toISOString();
    const rows = selectUnsent(db).all({ accountId }) as UnsentRow[];
    for (const row of rows) giveUp(db, row, reason, at);
    return rows.length;
  });
}

/**
 * Gives up the mails of these kinds that nobody has begun to send.
 * @param which of everybody when `accountId` is null
 * @param reason one Danish sentence for the log.
 * @returns their ids.
 */
export function giveUpWaiting(
  db: Db,
  { kinds, accountId }: { kinds: readonly MailKind[]; accountId: string | null },
  reason: string,
  now: Date,
): number[] {
  return immediately(db, () => {
    const at = now.toISOString();
    const rows = selectWaiting(db).all({ kinds: JSON.stringify(kinds), accountId }) as UnsentRow[];
    for (const row of rows) giveUp(db, row, reason, at);
    return rows.map(({ id }) => id);
  });
}

/**
 * Forgets who the mails of an account went to and what they said; that a mail of its kind was sent then stays known.
 * What waits is given up.
 */
export function forgetReceiver(db: Db, accountId: string, now: Date): void {
  immediately(db, () => {
    giveUpUnsentOf(db, accountId, 'Modtageren er slettet.', now);
    db.$client
      .prepare(
        `update mail set address = '', subject = '', text = null, html = null, unsubscribe_url = null
          where account_id = ?`,
      )
      .run(accountId);
    // A server's answer often repeats the address.
    db.$client
      .prepare(
        'update mail_log set answer = null where mail_id in (select id from mail where account_id = ?)',
      )
      .run(accountId);
  });
}

/** Erases the texts of mails that were settled before an instant; that they were sent stays known. @returns how many. */
export function eraseTexts(db: Db, settledBefore: Date): number {
  const { changes } = db.$client
    .prepare(
      'update mail set text = null, html = null, unsubscribe_url = null where settled_at < ? and text is not null',
    )
    .run(settledBefore.toISOString());
  return changes;
}

const selectWaiting = prepared((db) =>
  db.$client.prepare(
    `select id, attempts from mail
      where state = 'queued' and kind in (select value from json_each(@kinds))
        and (@accountId is null or account_id = @accountId) order by id`,
  ),
);
const selectUnsent = prepared((db) =>
  db.$client.prepare(
    `select id, attempts from mail
      where next_attempt_at is not null and (@accountId is null or account_id = @accountId)`,
  ),
);

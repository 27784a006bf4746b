import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { logMail } from './log.ts';

export interface UnsentRow {
  id: number;
  attempts: number;
}

/** Nothing more will be sent of this mail; what it held of secrets is erased with the same write. */
export function settle(db: Db, id: number, state: 'sent' | 'refused' | 'given-up', at: string): void {
  settleRow(db).run({ id, state, at });
}

/** @param reason one Danish sentence for the log. */
export function giveUp(db: Db, { id, attempts }: UnsentRow, reason: string, at: string): void {
  settle(db, id, 'given-up', at);
  logMail(db, { mailId: id, at, event: 'given-up', attempt: attempts, answer: reason });
}

export function immediately<T>(db: Db, work: () => T): T {
  return db.$client.transaction(work).immediate();
}

const settleRow = prepared((db) =>
  db.$client.prepare(
    `update mail set state = @state, settled_at = @at, next_attempt_at = null,
            text = iif(holds_secret, null, text), html = iif(holds_secret, null, html),
            unsubscribe_url = iif(holds_secret, null, unsubscribe_url)
      where id = @id`,
  ),
);

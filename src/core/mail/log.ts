import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import type { MAIL_EVENTS } from '#src/db/schema/mail.ts';

export interface MailLogLine {
  mailId: number;
  /** Instant, UTC, ISO. */
  at: string;
  event: (typeof MAIL_EVENTS)[number];
  attempt: number;
  answer: string | null;
}

/** Writes down what happened to a mail, in the transaction in which it happens. */
export function logMail(db: Db, line: MailLogLine): void {
  insert(db).run(line);
}

const insert = prepared((db) =>
  db.$client.prepare(
    'insert into mail_log (mail_id, at, event, attempt, answer) values (@mailId, @at, @event, @attempt, @answer)',
  ),
);

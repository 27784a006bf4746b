import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import type { MAIL_STATES } from '#src/db/schema/mail.ts';
import type { MailKind } from './kinds.ts';
import type { MailLogLine } from './log.ts';

/** A mail in a list: what it is and how far it came, never what it says. */
export interface MailRow {
  id: number;
  kind: string;
  accountId: string | null;
  address: string;
  subject: string;
  state: (typeof MAIL_STATES)[number];
  attempts: number;
  /** Instants, UTC, ISO. */
  queuedAt: string;
  nextAttemptAt: string | null;
  settledAt: string | null;
}

/** What `deliverDue` would try now, in its order. */
export function dueMails(db: Db, now: Date): MailRow[] {
  return selectDue(db).all({ at: now.toISOString() }) as MailRow[];
}

/** How many mails wait, due or not. */
export function countUnsent(db: Db): number {
  return Number(selectUnsent(db).get());
}

/** Every mail to one account, newest first: for the account's own page and for what is told a person about themselves. */
export function mailsTo(db: Db, accountId: string): MailRow[] {
  return selectTo(db).all(accountId) as MailRow[];
}

/** Everything that happened to one mail, oldest first. */
export function mailHistory(db: Db, mailId: number): MailLogLine[] {
  return selectLog(db).all(mailId) as MailLogLine[];
}

/** A mail in the log, with the newest thing that happened to it. */
export interface LoggedMail extends MailRow {
  /** What the server answered, or what is wrong; null where nothing was said. */
  answer: string | null;
  /** Its text is still there and no secret: it could be sent again. */
  isWhole: boolean;
}

/** The newest mails of these kinds, at most so many; of one state, or of all (null). */
export function newestMails(
  db: Db,
  kinds: readonly MailKind[],
  state: MailRow['state'] | null,
  most: number,
): LoggedMail[] {
  const wanted = { kinds: JSON.stringify(kinds), state, most };
  const rows = selectNewest(db).all(wanted) as (Omit<LoggedMail, 'isWhole'> & { isWhole: number })[];
  return rows.map((row) => ({ ...row, isWhole: row.isWhole === 1 }));
}

/** How many mails of these kinds are in each state; a state without mails is absent. */
export function countMails(db: Db, kinds: readonly MailKind[]): ReadonlyMap<MailRow['state'], number> {
  return new Map(selectCounts(db).all({ kinds: JSON.stringify(kinds) }) as [MailRow['state'], number][]);
}

/** Undefined when there is no such mail. */
export function kindOfMail(db: Db, mailId: number): string | undefined {
  return selectKind(db).get(mailId) as string | undefined;
}

const ROW = `select id, kind, account_id as accountId, address, subject, state, attempts, queued_at as queuedAt,
                    next_attempt_at as nextAttemptAt, settled_at as settledAt from mail`;
const selectDue = prepared((db) =>
  db.$client.prepare(`${ROW} where next_attempt_at <= @at order by next_attempt_at, id`),
);
const selectTo = prepared((db) =>
  db.$client.prepare(`${ROW} where account_id = ? order by queued_at desc, id desc`),
);
const selectUnsent = prepared((db) =>
  db.$client.prepare('select count(*) from mail where next_attempt_at is not null').pluck(),
);
const selectLog = prepared((db) =>
  db.$client.prepare(
    'select mail_id as mailId, at, event, attempt, answer from mail_log where mail_id = ? order by id',
  ),
);
const selectNewest = prepared((db) =>
  db.$client.prepare(
    `select id, kind, account_id as accountId, address, subject, state, attempts, queued_at as queuedAt,
            next_attempt_at as nextAttemptAt, settled_at as settledAt,
            text is not null and holds_secret = 0 and address <> '' as isWhole,
            (select answer from mail_log where mail_id = mail.id order by id desc limit 1) as answer
       from mail where kind in (select value from json_each(@kinds)) and (@state is null or state = @state)
      order by id desc limit @most`,
  ),
);
const selectCounts = prepared((db) =>
  db.$client
    .prepare(
      `select state, count(*) from mail where kind in (select value from json_each(@kinds)) group by state`,
    )
    .raw(),
);
const selectKind = prepared((db) => db.$client.prepare('select kind from mail where id = ?').pluck());

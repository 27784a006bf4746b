/**
 * The states of a mail. Each change is one transaction with its line in the log, so a crash between two of them leaves
 * a mail either due or claimed, and a claim that nobody ended is taken up again.
 */
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { logMail } from './log.ts';
import { giveUp, immediately, settle, type UnsentRow } from './settle.ts';
import type { Answer } from './transport.ts';

/** One attempt at one mail: what was claimed, and what ends the claim. */
export interface ClaimedMail {
  id: number;
  messageId: string;
  kind: string;
  accountId: string | null;
  address: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  holdsSecret: boolean;
  /** Which attempt this is, from 1. */
  attempt: number;
  queuedAt: Date;
}

/** Pauses after the first, second ... failed attempt; when they are used up, the mail is given up. */
const PAUSES_MIN = [1, 5, 30, 2 * 60, 12 * 60];
const MOST_ATTEMPTS = PAUSES_MIN.length + 1;
/** Well above the time an attempt may take (`MAIL_WITHIN_MS`): a claim this old belongs to a process that ended. */
const CLAIM_HOLDS_MIN = 3;

/**
 * Gives up the mails that are no use any more, and those that were begun too often without an end.
 * @returns how many.
 */
export function giveUpHopeless(db: Db, now: Date): number {
  const at = now.toISOString();
  const hopeless = { at, mostAttempts: MOST_ATTEMPTS };
  if (selectHopeless(db).get(hopeless) === undefined) return 0;
  return immediately(db, () => {
    const rows = selectHopeless(db).all(hopeless) as HopelessRow[];
    for (const { usefulUntil, ...row } of rows) {
      const isStale = usefulUntil !== null && usefulUntil <= at;
      giveUp(db, row, isStale ? 'Mailen er forældet.' : 'Alle forsøg er brugt.', at);
    }
    return rows.length;
  });
}

/** Claims the mail that has been due longest, or null when none is. */
export function claimNext(db: Db, now: Date): ClaimedMail | null {
  const at = now.toISOString();
  if (selectDue(db).get({ at }) === undefined) return null;
  return immediately(db, () => {
    const row = selectDue(db).get({ at }) as DueRow | undefined;
    return row ? claim(db, row, now) : null;
  });
}

/** The server has taken the mail, or will never take it. */
export function endMail(db: Db, mail: ClaimedMail, end: 'sent' | 'refused', answer: Answer, now: Date): void {
  immediately(db, () => {
    if (!isStillOurs(db, mail)) return;
    const at = now.toISOString();
    settle(db, mail.id, end, at);
    logMail(db, { mailId: mail.id, at, event: end, attempt: mail.attempt, answer: worded(mail, answer) });
  });
}

/**
 * The attempt failed and may succeed later.
 * @returns what becomes of the mail: due again after its pause, or given up when the pauses are used up.
 */
export function putOff(db: Db, mail: ClaimedMail, answer: Answer, now: Date): 'put-off' | 'given-up' {
  const pauseMin = PAUSES_MIN[mail.attempt - 1];
  const event = pauseMin === undefined ? 'given-up' : 'put-off';
  immediately(db, () => {
    if (!isStillOurs(db, mail)) return;
    const at = now.toISOString();
    if (pauseMin === undefined) settle(db, mail.id, 'given-up', at);
    else queueAgain(db).run({ id: mail.id, nextAttemptAt: minutesAfter(now, pauseMin) });
    logMail(db, { mailId: mail.id, at, event, attempt: mail.attempt, answer: worded(mail, answer) });
  });
  return event;
}

interface HopelessRow extends UnsentRow {
  usefulUntil: string | null;
}

interface DueRow extends Omit<ClaimedMail, 'attempt' | 'holdsSecret' | 'queuedAt'> {
  state: 'queued' | 'sending';
  attempts: number;
  holdsSecret: number;
  queuedAt: string;
}

const selectHopeless = prepared((db) =>
  db.$client.prepare(
    `select id, attempts, useful_until as usefulUntil from mail
      where next_attempt_at is not null and (state = 'queued' or next_attempt_at <= @at)
        and (useful_until <= @at or attempts >= @mostAttempts)`,
  ),
);
const selectDue = prepared((db) =>
  db.$client.prepare(
    `select id, message_id as messageId, kind, account_id as accountId, address, subject, text, html,
            unsubscribe_url as unsubscribeUrl, holds_secret as holdsSecret, state, attempts, queued_at as queuedAt
       from mail where next_attempt_at <= @at order by next_attempt_at, id limit 1`,
  ),
);
const markSending = prepared((db) =>
  db.$client.prepare(
    "update mail set state = 'sending', attempts = @attempt, next_attempt_at = @nextAttemptAt where id = @id",
  ),
);
const queueAgain = prepared((db) =>
  db.$client.prepare("update mail set state = 'queued', next_attempt_at = @nextAttemptAt where id = @id"),
);
const attemptsOf = prepared((db) =>
  db.$client.prepare("select attempts from mail where id = ? and state = 'sending'").pluck(),
);

function claim(db: Db, row: DueRow, now: Date): ClaimedMail {
  const { state, attempts, holdsSecret, queuedAt, ...mail } = row;
  if (state === 'sending') {
    const at = now.toISOString();
    logMail(db, { mailId: row.id, at, event: 'interrupted', attempt: attempts, answer: null });
  }
  const attempt = attempts + 1;
  markSending(db).run({ id: row.id, attempt, nextAttemptAt: minutesAfter(now, CLAIM_HOLDS_MIN) });
  return { ...mail, attempt, holdsSecret: holdsSecret === 1, queuedAt: new Date(queuedAt) };
}

/** False when this attempt took so long that another one was begun: that one tells how the mail ends. */
function isStillOurs(db: Db, mail: ClaimedMail): boolean {
  return attemptsOf(db).get(mail.id) === mail.attempt;
}

/** Some servers repeat the link they dislike: of a mail with a secret only the number is kept. */
function worded(mail: ClaimedMail, answer: Answer): string {
  return mail.holdsSecret ? answer.code : answer.text;
}

function minutesAfter(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}

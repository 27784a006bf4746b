import { newToken, sha256 } from '#src/core/access/tokens.ts';
import { queueMail } from '#src/core/mail/queue.ts';
import { immediately } from '#src/core/mail/settle.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { digestMail } from '#src/db/schema/digest.ts';
import { composeDigests, type Digest } from './compose.ts';
import { subjectOf, wordDigest } from './content.ts';
import { endRound, findRound, setRound } from './rounds.ts';
import { findSwitch, isSwitchedOn } from './switch.ts';
import { isTimeToMail, weekOf } from './week.ts';

export const UNSUBSCRIBE_PATH = '/afmeld';

export interface QueueGround {
  /** The database that is written to, and the day of every rule. */
  reading: Reading;
  portalUrl: string;
  now: () => Date;
  /** No further mail is queued; the round goes on at the next call. */
  signal?: AbortSignal;
}

/** True when `queueDue` has something to do: switched on, and begun or its time has come. */
export function isRoundDue(db: Db, now: Date): boolean {
  const last = findSwitch(db);
  if (!last?.isOn) return false;
  const round = findRound(db, weekOf(now));
  return round ? round.state === 'open' : isTimeToMail(now, new Date(last.at));
}

/**
 * Queues the week's mails when it is their time, or goes on with a round that was begun. Several processes may do so at
 * once, and each may end at any point: a mail and the mark that it was queued are one transaction.
 * @returns how many were queued.
 */
export async function queueDue(ground: QueueGround): Promise<number> {
  const { reading, now } = ground;
  const { db } = reading;
  const at = now();
  if (!isRoundDue(db, at)) return 0;
  const week = weekOf(at);
  if (!findRound(db, week)) setRound(db, week, 'open', 'system', at);
  return queueRound(ground, week, [...composeDigests(reading, week)]);
}

/** What `queueDue` would queue now. */
export function listDue({
  reading,
  now,
}: QueueGround): { kind: Digest['kind']; address: string; subject: string }[] {
  const at = now();
  if (!isRoundDue(reading.db, at)) return [];
  return Array.from(composeDigests(reading, weekOf(at)), (digest) => ({
    kind: digest.kind,
    address: digest.receiver.email,
    subject: subjectOf(digest),
  }));
}

/** One sync of the disk for so many mails. */
const AT_ONCE = 20;

/** Queues these mails, some at a time; in between the portal answers others. */
export async function queueRound(
  { reading: { db, today }, portalUrl, now, signal }: QueueGround,
  week: string,
  digests: readonly Digest[],
): Promise<number> {
  let queued = 0;
  for (let at = 0; at < digests.length; at += AT_ONCE) {
    if (signal?.aborted) return queued;
    const sending = { week, today, portalUrl, now: now() };
    const some = digests.slice(at, at + AT_ONCE);
    queued += immediately(db, () => some.filter((one) => queueDigest(db, one, sending)).length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  endRound(db, week);
  return queued;
}

interface Sending {
  week: string;
  today: string;
  portalUrl: string;
  now: Date;
}

const USEFUL_DAYS = 6;

/** In the caller's transaction. False when the person has had this week's mail, or the mails were stopped meanwhile. */
function queueDigest(db: Db, digest: Digest, { week, today, portalUrl, now }: Sending): boolean {
  const { accountId, email } = digest.receiver;
  const isOpen = isSwitchedOn(db) && findRound(db, week)?.state === 'open';
  if (!isOpen || hadMail(db).get({ accountId, week })) return false;
  const token = newToken();
  const unsubscribeUrl = `${portalUrl}${UNSUBSCRIBE_PATH}/${token}`;
  const worded = wordDigest(digest, today, portalUrl, unsubscribeUrl);
  const usefulUntil = new Date(now.getTime() + USEFUL_DAYS * 24 * 3600_000);
  const to = { address: email, accountId };
  const mailId = queueMail(
    db,
    { kind: digest.kind, to, ...worded, portalUrl, unsubscribeUrl, usefulUntil },
    now,
  );
  db.insert(digestMail)
    .values({ accountId, week, mailId, tokenHash: sha256(token), told: digest.snapshot, cancelledAt: null })
    .run();
  forgetTold(db).run({ accountId });
  return true;
}

const hadMail = prepared((db) =>
  db.$client.prepare(
    'select 1 from digest_mail where account_id = @accountId and week = @week and cancelled_at is null',
  ),
);

/** The one before the newest is kept, because the newest may still be stopped. */
const forgetTold = prepared((db) =>
  db.$client.prepare(
    `update digest_mail set told = null
      where account_id = @accountId and told is not null and id not in (
        select id from digest_mail where account_id = @accountId and cancelled_at is null order by id desc limit 2)`,
  ),
);

import { newToken, sha256 } from '#src/core/access/tokens.ts';
import { queueMail } from '#src/core/mail/queue.ts';
import { immediately } from '#src/core/mail/settle.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, isNull, lt } from '#src/db/drizzle.ts';
import { digestMail } from '#src/db/schema/digest.ts';
import { composeDigests, type Digest } from './compose.ts';
import { wordDigest } from './content.ts';
import { receiversOfWeek } from './receivers.ts';
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
  const { reading, now, signal } = ground;
  const { db } = reading;
  const at = now();
  if (!isRoundDue(db, at)) return 0;
  const week = weekOf(at);
  if (!findRound(db, week)) setRound(db, week, 'open', 'system', at);
  return queueRound(ground, week, composeDigests(reading, week), signal);
}

/** Queues these mails, one after the other; between two of them the portal answers others. */
export async function queueRound(
  { reading: { db, today }, portalUrl, now }: QueueGround,
  week: string,
  digests: Iterable<Digest>,
  signal?: AbortSignal,
): Promise<number> {
  let queued = 0;
  for (const digest of digests) {
    if (signal?.aborted) return queued;
    if (queueDigest(db, digest, { week, today, portalUrl, now: now() })) queued += 1;
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

/** False when the person has had this week's mail, or the mails were stopped meanwhile. */
function queueDigest(db: Db, digest: Digest, { week, today, portalUrl, now }: Sending): boolean {
  const { accountId, email } = digest.receiver;
  const token = newToken();
  const unsubscribeUrl = `${portalUrl}${UNSUBSCRIBE_PATH}/${token}`;
  const worded = wordDigest(digest, today, portalUrl, unsubscribeUrl);
  return immediately(db, () => {
    const isOpen = isSwitchedOn(db) && findRound(db, week)?.state === 'open';
    if (!isOpen || receiversOfWeek(db, week).has(accountId)) return false;
    const usefulUntil = new Date(now.getTime() + USEFUL_DAYS * 24 * 3600_000);
    const to = { address: email, accountId };
    const mailId = queueMail(
      db,
      { kind: digest.kind, to, ...worded, portalUrl, unsubscribeUrl, usefulUntil },
      now,
    );
    const { id } = db
      .insert(digestMail)
      .values({ accountId, week, mailId, tokenHash: sha256(token), told: digest.snapshot, cancelledAt: null })
      .returning({ id: digestMail.id })
      .get();
    forgetTold(db, accountId, id);
    return true;
  });
}

/** Two mails back are kept, because the newest may still be stopped. */
function forgetTold(db: Db, accountId: string, id: number): void {
  const [, before] = db
    .select({ id: digestMail.id })
    .from(digestMail)
    .where(and(eq(digestMail.accountId, accountId), isNull(digestMail.cancelledAt)))
    .orderBy(desc(digestMail.id))
    .limit(2)
    .all();
  if (!before || before.id >= id) return;
  db.update(digestMail)
    .set({ told: null })
    .where(and(eq(digestMail.accountId, accountId), lt(digestMail.id, before.id)))
    .run();
}

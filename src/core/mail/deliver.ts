import type { Db } from '#src/db/client.ts';
import { type ClaimedMail, claimNext, endMail, giveUpHopeless, putOff } from './outbox.ts';
import type { Outcome, Transport } from './transport.ts';

/** How many mails a round brought to which end, and why it ended early if it did. */
export interface Round {
  sent: number;
  refused: number;
  putOff: number;
  givenUp: number;
  /** What kept the portal from the server: the rest waits for the next round. Null: everything due was tried. */
  unreachable: string | null;
}

/** What may be said of a delivery in the portal's log: no address, no subject, no text. */
export interface Delivery {
  mail: number;
  kind: string;
  account: string | null;
  attempt: number;
  result: 'sent' | 'refused' | 'put-off' | 'given-up';
  code: string;
}

export interface DeliverOptions {
  /** No further mail is begun; the one under way gets `STOP_WITHIN_MS`. */
  signal?: AbortSignal;
  /** Hears of each mail as it ends. */
  tell?: (delivery: Delivery) => void;
}

const MAIL_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 6_000;

/**
 * Sends what is due, one mail at a time: claim, send, mark. Several processes may do so at once. A crash at any point
 * loses nothing: a mail whose claim was never ended is taken up again. It is sent twice in one case only, when the
 * server had taken it and its answer was lost; both then have one Message-ID.
 * @param now asked anew for each mail, because a round may take long.
 */
export async function deliverDue(
  db: Db,
  transport: Transport,
  now: () => Date,
  { signal, tell }: DeliverOptions = {},
): Promise<Round> {
  const round: Round = { sent: 0, refused: 0, putOff: 0, givenUp: 0, unreachable: null };
  try {
    while (signal?.aborted !== true && round.unreachable === null) {
      round.givenUp += giveUpHopeless(db, now());
      const mail = claimNext(db, now());
      if (!mail) break;
      const outcome = await sendWithin(transport, mail, signal);
      const result = mark(db, mail, outcome, now());
      round[COUNTED[result]] += 1;
      if (outcome.kind === 'unreachable') round.unreachable = outcome.answer.text;
      const { id, kind, accountId, attempt } = mail;
      tell?.({ mail: id, kind, account: accountId, attempt, result, code: outcome.answer.code });
    }
  } finally {
    transport.close();
  }
  return round;
}

const COUNTED = { sent: 'sent', refused: 'refused', 'put-off': 'putOff', 'given-up': 'givenUp' } as const;

async function sendWithin(
  transport: Transport,
  mail: ClaimedMail,
  stop: AbortSignal | undefined,
): Promise<Outcome> {
  const attempt = new AbortController();
  const limit = setTimeout(() => attempt.abort(), MAIL_WITHIN_MS);
  let grace: NodeJS.Timeout | undefined;
  const hurry = () => {
    grace = setTimeout(() => attempt.abort(), STOP_WITHIN_MS);
  };
  stop?.addEventListener('abort', hurry, { once: true });
  try {
    return await transport.send(mail, attempt.signal);
  } catch (error) {
    // A mail that cannot even be built: told by name, because the message may quote the mail.
    return { kind: 'failed', answer: { code: nameOf(error), text: nameOf(error) } };
  } finally {
    clearTimeout(limit);
    clearTimeout(grace);
    stop?.removeEventListener('abort', hurry);
  }
}

function mark(db: Db, mail: ClaimedMail, { kind, answer }: Outcome, now: Date): Delivery['result'] {
  if (kind === 'failed' || kind === 'unreachable') return putOff(db, mail, answer, now);
  endMail(db, mail, kind, answer, now);
  return kind;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'fejl';
}

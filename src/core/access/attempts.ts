/**
 * How often somebody may try a password or ask for a new one. Counted in the access log, so that a restart forgets
 * nothing; nobody is locked out for good, and the right password still works from another address.
 */
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';

const WINDOW_MS = 15 * 60_000;
/** Failures within the window: of one account from one address, from one address in all, of one account in all. */
const LIMITS = { pair: 5, address: 20, account: 100 };
/** Mails with a new link that one person gets within the window, and that one address may ask for. */
const RESET_LIMITS = { account: 3, address: 20 };

export interface Attempt {
  /** Account id, or the hash of a mail address that no account has. */
  subject: string;
  address: string;
}

const failures = prepared((db) =>
  db.$client.prepare(
    `select
       count(*) filter (where subject = @subject and address = @address) as pair,
       count(*) filter (where address = @address) as address,
       count(*) filter (where subject = @subject) as account
     from (select coalesce(object_id, typed_hash) as subject, address from access_log
           where event in ('sign-in', 'password-changed') and outcome = 'failed' and at > @since)`,
  ),
);

export function mayTry(db: Db, { subject, address }: Attempt, now: Date): boolean {
  const since = new Date(now.getTime() - WINDOW_MS).toISOString();
  const found = failures(db).get({ subject, address, since }) as typeof LIMITS;
  return found.pair < LIMITS.pair && found.address < LIMITS.address && found.account < LIMITS.account;
}

const resets = prepared((db) =>
  db.$client.prepare(
    `select
       count(*) filter (where address = @address) as address,
       count(*) filter (where coalesce(object_id, typed_hash) = @subject) as account
     from access_log where event = 'reset-asked' and at > @since`,
  ),
);

/** `quiet`: the person has had enough mails; the answer is as ever. `refused`: the address asks for too many. */
export function mayAskReset(db: Db, { subject, address }: Attempt, now: Date): 'yes' | 'quiet' | 'refused' {
  const since = new Date(now.getTime() - WINDOW_MS).toISOString();
  const found = resets(db).get({ subject, address, since }) as typeof RESET_LIMITS;
  if (found.address >= RESET_LIMITS.address) return 'refused';
  return found.account >= RESET_LIMITS.account ? 'quiet' : 'yes';
}

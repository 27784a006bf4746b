import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { readMailAddress } from '#src/shared/mail-address.ts';
import { oneLine } from '#src/shared/one-line.ts';
import type { MailKind } from './kinds.ts';
import { logMail } from './log.ts';
import { immediately } from './settle.ts';

/** A mail to one person. `text` and `html` are made by `renderMail`. */
export interface NewMail {
  kind: MailKind;
  to: { address: string; accountId: string | null };
  subject: string;
  text: string;
  html: string;
  /** Public address of the portal; its host ends the Message-ID. */
  portalUrl: string;
  /** Where the receiver says no more; an address of the portal. */
  unsubscribeUrl?: string;
  /** True when the text holds a one-time link: it is erased as soon as nothing more will be sent. */
  holdsSecret?: boolean;
  /** After this the mail is of no use (the link has died) and is given up instead of sent. */
  usefulUntil?: Date;
}

const LONGEST_SUBJECT = 200;

/**
 * Puts a mail into the outbox, inside the caller's transaction: the mail exists if and only if the deed does. The
 * running server sends it directly after the transaction.
 * @returns the mail's id.
 * @throws InvalidInputError with a Danish sentence when the address is none.
 */
export function queueMail(db: Db, mail: NewMail, now: Date): number {
  const read = readMailAddress(mail.to.address);
  if ('fault' in read) throw new InvalidInputError(read.fault);
  const at = now.toISOString();
  const { lastInsertRowid } = insert(db).run({
    messageId: `<${randomUUID()}@${messageHost(mail.portalUrl)}>`,
    kind: mail.kind,
    accountId: mail.to.accountId,
    address: read.address,
    subject: cut(oneLine(mail.subject)),
    text: mail.text,
    html: mail.html,
    unsubscribeUrl: mail.unsubscribeUrl === undefined ? null : new URL(mail.unsubscribeUrl).href,
    holdsSecret: mail.holdsSecret ? 1 : 0,
    at,
    usefulUntil: mail.usefulUntil?.toISOString() ?? null,
  });
  const id = Number(lastInsertRowid);
  logMail(db, { mailId: id, at, event: 'queued', attempt: 0, answer: null });
  announce(db);
  return id;
}

/**
 * Puts a mail that was refused or given up into the outbox again, as it was. The same Message-ID tells the receiver
 * when the mail had arrived after all.
 * @returns false when it is not one of those, or its text is gone.
 */
export function queueAgain(db: Db, mailId: number, now: Date): boolean {
  return immediately(db, () => {
    const at = now.toISOString();
    if (requeue(db).run({ mailId, at }).changes === 0) return false;
    logMail(db, { mailId, at, event: 'queued', attempt: 0, answer: null });
    announce(db);
    return true;
  });
}

const listeners = new WeakMap<object, Set<() => void>>();

/**
 * Calls `listener` soon after a mail was queued in this process.
 * @returns a function that ends it.
 */
export function whenQueued(db: Db, listener: () => void): () => void {
  const all = listeners.get(db.$client) ?? new Set();
  listeners.set(db.$client, all.add(listener));
  return () => void all.delete(listener);
}

/** Later, because now the caller's transaction is still open; it has no `await` in it, so then it is over. */
function announce(db: Db): void {
  const all = listeners.get(db.$client);
  if (all) setImmediate(() => all.forEach((listener) => void listener()));
}

const insert = prepared((db) =>
  db.$client.prepare(
    `insert into mail (message_id, kind, account_id, address, subject, text, html, unsubscribe_url, holds_secret,
                       state, attempts, queued_at, next_attempt_at, useful_until)
     values (@messageId, @kind, @accountId, @address, @subject, @text, @html, @unsubscribeUrl, @holdsSecret,
             'queued', 0, @at, @at, @usefulUntil)`,
  ),
);

const requeue = prepared((db) =>
  db.$client.prepare(
    `update mail set state = 'queued', attempts = 0, next_attempt_at = @at, settled_at = null, useful_until = null
      where id = @mailId and state in ('refused', 'given-up') and text is not null and address <> ''`,
  ),
);

function messageHost(portalUrl: string): string {
  const { hostname } = new URL(portalUrl);
  return isIP(hostname.replaceAll(/^\[|\]$/g, '')) > 0 ? 'localhost' : hostname;
}

function cut(subject: string): string {
  return subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…`;
}

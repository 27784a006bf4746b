/** What waits in the outbox, as a person would read it. */
import type { Db } from '#src/db/client.ts';
import { mail } from '#src/db/schema/mail.ts';

export interface WaitingMail {
  kind: string;
  address: string;
  subject: string;
  text: string;
}

export function waitingMails(db: Db): WaitingMail[] {
  return db
    .select()
    .from(mail)
    .orderBy(mail.id)
    .all()
    .map(({ kind, address, subject, text }) => ({ kind, address, subject, text: text ?? '' }));
}

/** Path of the newest one-time link that was mailed to an address. */
export function mailedLink(db: Db, address: string): string {
  const texts = waitingMails(db).filter((one) => one.address === address);
  const [, path = ''] =
    /https?:\/\/[^/\s]+(\/(?:invitation|ny-adgangskode)\/[\w-]+)/.exec(texts.at(-1)?.text ?? '') ?? [];
  return path;
}

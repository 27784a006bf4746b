import { SYSTEM } from '#src/core/access-log/record.ts';
import type { Db } from '#src/db/client.ts';
import { mail } from '#src/db/schema/mail.ts';
import { queueDue } from '#src/overviews/digest/queue.ts';
import { switchMails } from '#src/overviews/digest/switch.ts';

export const PORTAL_URL = 'https://portal.example.dk';

/** Monday before the first Tuesday of the tests. */
export const MONDAY = '2025-11-24T09:00:00Z';

export function switchOn(db: Db, at = MONDAY): void {
  switchMails(db, { ...SYSTEM, now: new Date(at), formKey: null }, true);
}

/** What the portal does by itself at an instant. @returns how many mails it queued */
export function queueAt(db: Db, at: string, signal?: AbortSignal): Promise<number> {
  const ground = { reading: { db, today: at.slice(0, 10) }, portalUrl: PORTAL_URL, now: () => new Date(at) };
  return queueDue(signal ? { ...ground, signal } : ground);
}

export interface SentMail {
  subject: string;
  text: string;
  html: string;
  kind: string;
  unsubscribeUrl: string;
}

/** Every mail to an address, oldest first. */
export function mailsTo(db: Db, address: string): SentMail[] {
  return db
    .select()
    .from(mail)
    .orderBy(mail.id)
    .all()
    .filter((one) => one.address === address)
    .map(({ subject, text, html, kind, unsubscribeUrl }) => ({
      subject,
      kind,
      text: text ?? '',
      html: html ?? '',
      unsubscribeUrl: unsubscribeUrl ?? '',
    }));
}

/** The titles under a heading of a mail's text: "Nyt". */
export function listed(text: string, heading: string): string[] {
  const [, after = ''] = text.split(new RegExp(`^${heading} \\(\\d+\\)\n-+\n`, 'm'));
  const [part = ''] = after.split(/^(?:[^\n]+ \(\d+\)\n-+|--)$/m);
  return [...part.matchAll(/^\* (.*)$/gm)].map(([, title = '']) => title);
}

import { readConfig } from '#src/config.ts';
import { deliverDue, type Round } from '#src/core/mail/deliver.ts';
import { mailHistory } from '#src/core/mail/queries.ts';
import { type NewMail, queueMail } from '#src/core/mail/queue.ts';
import { renderMail } from '#src/core/mail/render.ts';
import { makeTransport, type Transport } from '#src/core/mail/transport.ts';
import type { Db } from '#src/db/client.ts';

export const NOON = new Date('2025-11-24T12:00:00Z');
export const PORTAL_URL = 'https://portal.example.dk';

export const after = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

/** A mail as a feature would queue it. */
export function newMail(address: string, more: Partial<NewMail> = {}): NewMail {
  const { text, html } = renderMail({
    title: 'Opsummering af jeres opgaver',
    blocks: [{ kind: 'paragraph', text: 'I har én ny opgave på Færøvej.' }],
    reason: 'I får mailen, fordi I er programleder.',
    portalUrl: PORTAL_URL,
  });
  const to = { address, accountId: null };
  return { kind: 'digest', to, subject: 'Jeres opgaver: 1 ny', text, html, portalUrl: PORTAL_URL, ...more };
}

export function queueAll(db: Db, addresses: readonly string[], more: Partial<NewMail> = {}): void {
  db.$client.transaction(() => {
    for (const address of addresses) queueMail(db, newMail(address, more), NOON);
  })();
}

export function transportTo(url: string, settings: Record<string, string> = {}): Transport {
  return makeTransport(
    readConfig({ SMTP_URL: url, MAIL_FROM: 'Programlederportalen <portal@kombit.example>', ...settings }),
  );
}

export function deliverAt(db: Db, transport: Transport, at: Date): Promise<Round> {
  return deliverDue(db, transport, () => at);
}

/** "queued", "put-off 1", "sent 2": what happened to the mail with an address, with the attempts. */
export function historyOf(db: Db, address: string): string[] {
  const id = Number(db.$client.prepare('select id from mail where address = ?').pluck().get(address));
  return mailHistory(db, id).map(({ event, attempt }) => (attempt === 0 ? event : `${event} ${attempt}`));
}

/** "a@kommune.dk": state, of every mail. */
export function states(db: Db): Record<string, string> {
  const rows = db.$client.prepare('select address, state from mail order by id').raw().all();
  return Object.fromEntries(rows as [string, string][]);
}

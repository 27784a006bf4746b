/** Without SMTP_URL mails become files that a mail program can open. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#src/config.ts';
import { claimNext } from '#src/core/mail/outbox.ts';
import { makeTransport } from '#src/core/mail/transport.ts';
import { parseMail } from '#test/support/parse-mail.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';
import { after, deliverAt, NOON, PORTAL_URL, queueAll, states } from './support.ts';

const A = 'anna@odense.dk';
const toFiles = (data: string) => makeTransport(readConfig({ PORTAL_DATA: data }));

test('a file holds the whole mail, reads back as it was queued, and only we can read it', async () => {
  const db = seededDatabase();
  const data = temporaryFolder();
  queueAll(db, [A], { subject: 'Påmindelse: 15. december', unsubscribeUrl: `${PORTAL_URL}/afmeld` });
  expect(await deliverAt(db, toFiles(data), NOON)).toMatchObject({ sent: 1 });
  expect(readdirSync(join(data, 'mail'))).toEqual(['2025-11-24T12-00-00-000Z-1.eml']);
  const file = join(data, 'mail', '2025-11-24T12-00-00-000Z-1.eml');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(data, 'mail')).mode & 0o777).toBe(0o700);
  const mail = parseMail(readFileSync(file));
  expect(mail.raw).not.toMatch(/[^\r]\n/);
  expect(mail.header('subject')).toBe('Påmindelse: 15. december');
  expect(mail.header('to')).toBe(A);
  expect(mail.header('date')).toBe('Mon, 24 Nov 2025 12:00:00 +0000');
  expect(mail.header('list-unsubscribe')).toBe(`<${PORTAL_URL}/afmeld>`);
  const row = db.$client.prepare('select message_id as id, text, html from mail').get() as Record<
    string,
    string
  >;
  expect(mail.header('message-id')).toBe(row.id);
  expect(mail.text.trim()).toBe(row.text?.trim());
  expect(mail.html.trim()).toBe(row.html?.trim());
});

test('a crash between the file and its mark leaves one file: the next attempt writes the same', async () => {
  const db = seededDatabase();
  const data = temporaryFolder();
  queueAll(db, [A]);
  const claimed = claimNext(db, NOON);
  if (claimed) await toFiles(data).send(claimed, AbortSignal.timeout(60_000));
  expect(states(db)).toEqual({ [A]: 'sending' });
  await deliverAt(db, toFiles(data), after(10));
  expect(states(db)).toEqual({ [A]: 'sent' });
  expect(readdirSync(join(data, 'mail')).length).toBe(1);
});

test('a folder that cannot be made keeps the mail for later', async () => {
  const db = seededDatabase();
  const data = temporaryFolder();
  writeFileSync(join(data, 'mail'), 'en fil i vejen');
  queueAll(db, [A]);
  const round = await deliverAt(db, toFiles(data), NOON);
  expect(round).toMatchObject({ sent: 0, putOff: 1, unreachable: expect.stringMatching(/./) });
  expect(states(db)).toEqual({ [A]: 'queued' });
});

test('what a crash left half-written is written anew', async () => {
  const db = seededDatabase();
  const data = temporaryFolder();
  mkdirSync(join(data, 'mail'));
  writeFileSync(join(data, 'mail', '.2025-11-24T12-00-00-000Z-1.eml.tmp'), 'halv');
  queueAll(db, [A]);
  await deliverAt(db, toFiles(data), NOON);
  expect(readdirSync(join(data, 'mail'))).toEqual(['2025-11-24T12-00-00-000Z-1.eml']);
});

/** The weekly mail as it arrives at a real server: its head, and the same facts in its text and its HTML. */
import { expect, test } from 'vitest';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { transportTo } from '#test/core/mail/support.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { type Arrived, startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { PORTAL_URL, queueAt, switchOn } from './support.ts';

const TUESDAY = '2025-11-25T08:00:00Z';
const CRAFTED = 'Øster, "Ole" <b>Ø</b>\r\nBcc: alle@kommune.test\r\n\r\n* Betal her';
const SENDER = 'Programledere, KOMBIT & Søn';

/** The first weekly mail to somebody with a name. */
async function arrivedTo(name: string): Promise<Arrived> {
  const db = seededDatabase();
  addActor(db, { ...CAST.odense, name });
  switchOn(db);
  await queueAt(db, TUESDAY);
  const server = await startMailServer();
  const transport = transportTo(server.url, { MAIL_FROM: `"${SENDER}" <portal@kombit.example>` });
  await deliverDue(db, transport, () => new Date(TUESDAY));
  expect(server.arrived.length).toBe(1);
  return server.arrived[0] as Arrived;
}

test("nobody's name reaches the head: one receiver, one subject with its counts, and the way to say no more", async () => {
  const mail = await arrivedTo(CRAFTED);
  expect(mail.envelope).toEqual({ from: 'portal@kombit.example', to: [CAST.odense.email] });
  expect(mail.header('to')).toBe(CAST.odense.email);
  for (const absent of ['bcc', 'cc']) expect(mail.header(absent)).toBeUndefined();
  const names = mail.headers.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(mail.raw).not.toMatch(/^Bcc:/im);

  expect(mail.header('subject')).toMatch(
    /^Opsummering af jeres opgaver: \d+ nye, \d+ med frist snart, \d+ på vej$/,
  );
  expect(mail.raw).toMatch(/^Subject: (?:[\x20-\x7e]|\r\n[ \t])+\r\n/m);
  expect(mail.header('list-unsubscribe')).toMatch(/^<https:\/\/portal\.example\.dk\/afmeld\/[\w-]{43}>$/);
  expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('a sender with a comma, quotes and Danish letters is one mailbox', async () => {
  const mail = await arrivedTo(CAST.odense.name);
  expect(mail.raw).toMatch(/^From: (?:=\?UTF-8\?[^\r\n]+|"[^\r\n]+")\s+<portal@kombit\.example>\r\n/m);
  expect(mail.header('from')?.replaceAll('"', '')).toBe(`${SENDER} <portal@kombit.example>`);
});

test('text and HTML hold the same facts in the same order', async () => {
  const { text, html } = await arrivedTo(CAST.odense.name);
  const said = text
    .split('\n')
    .map((line) => line.replace(/^\* |^ {2}/, '').trim())
    .filter((line) => line !== '' && !/^-+$/.test(line));
  const shown = readable(html);
  let at = 0;
  for (const line of said) {
    // The text writes addresses out that the HTML has behind its words.
    const address = /https:\/\/\S+$/.exec(line)?.[0];
    if (address) expect(html).toContain(`href="${address}"`);
    const words = line.replace(address ?? '', '').replace(/:\s*$/, '');
    const found = shown.indexOf(words, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found;
  }
  expect(said.length).toBeGreaterThan(100);
  expect(html).toContain(`href="${PORTAL_URL}/kommuner/odense"`);
});

test("a person's name is words: no markup, and no line of its own", async () => {
  const { text, html } = await arrivedTo(CRAFTED);
  expect(html).not.toContain('<b>');
  expect(text).toContain('Hej Øster, "Ole" <b>Ø</b> Bcc: alle@kommune.test * Betal her. Odense Kommune har');
});

/** What a person reads of it. */
function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,:])/g, '');
}

/** What may become a mail, and what is kept of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eraseTexts, forgetReceiver, giveUpUnsent } from '#src/core/mail/forget.ts';
import { dueMails, mailHistory, mailsTo } from '#src/core/mail/queries.ts';
import { queueMail, whenQueued } from '#src/core/mail/queue.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { after, deliverAt, NOON, newMail, PORTAL_URL, queueAll, states, transportTo } from './support.ts';

const A = 'anna@odense.dk';
const SECRET = 'hemmelig-1f9c2ab7e0d44c';

test('a deed that is taken back queues no mail', () => {
  const db = seededDatabase();
  const deed = db.$client.transaction(() => {
    queueMail(db, newMail(A), NOON);
    throw new Error('refused');
  });
  expect(deed).toThrow('refused');
  expect(dueMails(db, after(60))).toEqual([]);
});

test('nothing mails anybody by itself: the seeds queue nothing', () => {
  expect(dueMails(seededDatabase(), new Date('2100-01-01'))).toEqual([]);
});

test('whoever sends is woken after the deed, once it stands', async () => {
  const db = seededDatabase();
  const seen = new Promise<object>((resolve) => {
    const look = () => resolve({ due: dueMails(db, NOON).length, isOpen: db.$client.inTransaction });
    onTestFinished(whenQueued(db, look));
  });
  queueAll(db, [A]);
  expect(await seen).toEqual({ due: 1, isOpen: false });
});

describe('headers hold what was meant and nothing else', () => {
  test.each([
    `${A}\r\nBcc: alle@kommune.dk`,
    `${A}\nBcc: alle@kommune.dk`,
    `${A}, alle@kommune.dk`,
    `Anna <${A}>`,
    '"a b"@odense.dk',
    'anna@odense.dk(alle@kommune.dk)',
  ])('the address %j is refused with a sentence, and nothing is queued', (address) => {
    const db = seededDatabase();
    expect(() => queueMail(db, newMail(address), NOON)).toThrow(/^[A-ZÆØÅ].*\.$/);
    expect(dueMails(db, NOON)).toEqual([]);
  });

  test('the database itself takes no line break in what becomes a header', () => {
    const db = seededDatabase();
    queueAll(db, [A]);
    for (const column of ['subject', 'address'])
      for (const mark of ['\n', '\r'])
        expect(() => db.$client.prepare(`update mail set ${column} = ?`).run(`a${mark}b`)).toThrow(
          /mail_one_line/,
        );
  });

  test('a subject with line breaks and Danish letters arrives as one line, encoded', async () => {
    const db = seededDatabase();
    const server = await startMailServer();
    queueAll(db, ['anna@københavn.dk'], {
      subject: 'Påmindelse: »Ærø«\r\nBcc: alle@kommune.dk\r\n\r\n<b>',
      unsubscribeUrl: `${PORTAL_URL}/afmeld?x=1\r\nBcc: alle@kommune.dk`,
    });
    expect(dueMails(db, NOON)[0]?.address).toBe('anna@xn--kbenhavn-54a.dk');
    await deliverAt(db, transportTo(server.url, { MAIL_REPLY_TO: 'svar@kombit.example' }), NOON);
    const [mail] = server.arrived;
    expect(mail?.header('subject')).toBe('Påmindelse: »Ærø« Bcc: alle@kommune.dk <b>');
    expect(mail?.raw).toMatch(/\r\nSubject: =\?UTF-8\?/);
    expect(mail?.header('bcc')).toBeUndefined();
    // This server tells a domain as people read it.
    expect(mail?.envelope).toEqual({ from: 'portal@kombit.example', to: ['anna@københavn.dk'] });
    expect(mail?.header('to')).toBe('anna@xn--kbenhavn-54a.dk');
    expect(mail?.header('from')).toBe('Programlederportalen <portal@kombit.example>');
    expect(mail?.header('reply-to')).toBe('svar@kombit.example');
    expect(mail?.header('list-unsubscribe')).toMatch(/^<https:\/\/portal\.example\.dk\/afmeld\?[^<>\s]+>$/);
    expect(mail?.header('auto-submitted')).toBe('auto-generated');
    expect(mail?.header('message-id')).toMatch(/^<[0-9a-f-]{36}@portal\.example\.dk>$/);
    expect(mail?.headers.map(([name]) => name)).not.toContain('x-mailer');
    expect(mail?.text).toContain('I har én ny opgave på Færøvej.');
    expect(mail?.html).toContain('I har én ny opgave på Færøvej.');
  });
});

describe('a one-time link', () => {
  const secretMail = {
    kind: 'reset',
    // Long enough for pages of its own, which SQLite would leave as they are when they are freed.
    text: `Brug ${SECRET}\n`.repeat(500),
    html: `<p>${SECRET}</p>`,
    holdsSecret: true,
  } as const;
  const inTheFile = (file: string): boolean => readFileSync(file).includes(SECRET);

  test('is gone from the database file once the mail is sent, and from what is told of it', async () => {
    const db = seededDatabase();
    const server = await startMailServer();
    queueAll(db, [A], secretMail);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    expect(inTheFile(db.$client.name)).toBe(true);
    await deliverAt(db, transportTo(server.url), NOON);
    expect(server.arrived[0]?.text).toContain(SECRET);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    expect(inTheFile(db.$client.name)).toBe(false);
  });

  test('is gone as well when the mail is refused, even where the server repeats it', async () => {
    const db = seededDatabase();
    const server = await startMailServer({
      moods: () => ({ data: { code: 554, text: `Bad link ${SECRET}` } }),
    });
    queueAll(db, [A], secretMail);
    await deliverAt(db, transportTo(server.url), NOON);
    expect(states(db)).toEqual({ [A]: 'refused' });
    expect(mailHistory(db, 1).at(-1)?.answer).toBe('554');
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    expect(inTheFile(db.$client.name)).toBe(false);
  });

  test('cannot be kept in a mail that is over: the database refuses', () => {
    const db = seededDatabase();
    queueAll(db, [A], secretMail);
    const keep = db.$client.prepare(
      "update mail set state = 'sent', settled_at = queued_at, next_attempt_at = null",
    );
    expect(() => keep.run()).toThrow(/mail_secret/);
  });
});

describe('what is kept', () => {
  test('a copy that was put back sends nothing that waited in it', async () => {
    const db = seededDatabase();
    const server = await startMailServer();
    queueAll(db, [A, 'bo@aarhus.dk']);
    expect(giveUpUnsent(db, 'Databasen er lagt tilbage fra en kopi.', NOON)).toBe(2);
    await deliverAt(db, transportTo(server.url), after(60));
    expect(server.arrived).toEqual([]);
    expect(mailHistory(db, 1).at(-1)).toMatchObject({
      event: 'given-up',
      answer: 'Databasen er lagt tilbage fra en kopi.',
    });
  });

  test('the text of a sent mail for a while, that it was sent for good', async () => {
    const db = seededDatabase();
    const server = await startMailServer();
    queueAll(db, [A]);
    await deliverAt(db, transportTo(server.url), NOON);
    expect(eraseTexts(db, NOON)).toBe(0);
    expect(eraseTexts(db, after(1))).toBe(1);
    expect(db.$client.prepare('select state, text, html from mail').get()).toEqual({
      state: 'sent',
      text: null,
      html: null,
    });
  });

  test('of a person who is forgotten: that mails of a kind were sent, not where to or what', async () => {
    const db = seededDatabase();
    db.$client
      .prepare(
        `insert into account (id, email, name, roles, solution_ids, created_at, version)
         values ('anna', ?, 'Anna', '[]', '[]', ?, 1)`,
      )
      .run(A, NOON.toISOString());
    const server = await startMailServer();
    queueAll(db, [A], { to: { address: A, accountId: 'anna' } });
    await deliverAt(db, transportTo(server.url), NOON);
    queueAll(db, [A], { to: { address: A, accountId: 'anna' } });
    forgetReceiver(db, 'anna', after(1));
    expect(
      mailsTo(db, 'anna').map(({ kind, state, address, subject }) => [kind, state, address, subject]),
    ).toEqual([
      ['digest', 'given-up', '', ''],
      ['digest', 'sent', '', ''],
    ]);
    expect(mailHistory(db, 1)).toMatchObject([{ event: 'queued' }, { event: 'sent', answer: null }]);
    const left = db.$client.prepare('select group_concat(text) from mail').pluck().get();
    expect(left).toBeNull();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { offerFirstAdmin } from '#src/core/access/first-admin.ts';
import { hashPassword } from '#src/core/access/passwords.ts';
import { and, eq } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { account, oneTimeLink, session } from '#src/db/schema/accounts.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { mailedLink, waitingMails } from '#test/support/mails.ts';

const OLD = 'gammelt hus ved grøn sø';
const NEW = 'elefant giraf pingvin kaktus';
const OLD_HASH = await hashPassword(OLD);
const { odense } = CAST;

let now: Date;
let portal: TestApp;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now, settings: { PORTAL_URL: 'http://portal.test' } });
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

function withPassword(): void {
  addActor(portal.db, odense);
  portal.db.update(account).set({ passwordHash: OLD_HASH }).where(eq(account.id, odense.id)).run();
}

async function askForLink(mail = odense.email): Promise<string> {
  const answer = await portal.as().post('/glemt-adgangskode', { mail });
  expect([answer.status, answer.location]).toEqual([303, '/glemt-adgangskode/sendt']);
  return mailedLink(portal.db, mail);
}

const hashOf = (id: string) =>
  portal.db.select().from(account).where(eq(account.id, id)).get()?.passwordHash ?? null;

describe('a forgotten password', () => {
  beforeEach(withPassword);

  test('the mailed link leads to the portal, and a password chosen there signs in', async () => {
    const path = await askForLink();
    expect(waitingMails(portal.db)[0]?.text).toContain(`http://portal.test${path}`);
    const visitor = portal.as();
    expect((await visitor.get(path)).status).toBe(200);
    const answer = await visitor.post(path, { adgangskode: NEW });
    expect([answer.status, answer.location]).toEqual([303, '/min-konto?udfoert=valgt']);
    expect((await visitor.get('/min-konto')).text).toContain('Oda Odense');
    const again = await portal.as().post('/log-ind', { mail: odense.email, adgangskode: NEW });
    expect(again.status).toBe(303);
  });

  test('whoever opens the link without sending a password uses nothing up', async () => {
    const path = await askForLink();
    for (let i = 0; i < 3; i += 1) expect((await portal.get(path)).status).toBe(200);
    expect((await portal.as().post(path, { adgangskode: NEW })).status).toBe(303);
  });

  test('ends all sessions, and the person hears of it', async () => {
    const open = portal.as('odense');
    expect((await open.get('/')).text).toContain('Oda Odense');
    const path = await askForLink();
    await portal.as().post(path, { adgangskode: NEW });
    expect((await open.get('/')).text).not.toContain('Oda Odense');
    expect(waitingMails(portal.db).at(-1)?.subject).toBe('Jeres adgangskode er skiftet');
  });

  test.each([
    ['after eleven minutes', async () => later(11)],
    ['after it was used', async (path: string) => portal.as().post(path, { adgangskode: NEW })],
    ['after a newer link', async () => askForLink()],
    [
      'after the password was changed',
      async () => {
        const visitor = portal.as();
        await visitor.post('/log-ind', { mail: odense.email, adgangskode: OLD });
        const fields = { adgangskode_nu: OLD, adgangskode: 'et helt andet langt kodeord' };
        expect((await visitor.post('/min-konto/adgangskode', fields, { from: '/min-konto' })).status).toBe(
          303,
        );
      },
    ],
    [
      'when the account is closed',
      async () => portal.as('admin').post(`/redaktion/brugere/${odense.id}/luk`, {}, { from: '/min-konto' }),
    ],
  ])('the link is dead %s', async (_when, happen) => {
    const path = await askForLink();
    await happen(path);
    const before = hashOf(odense.id);
    expect((await portal.get(path)).status).toBe(404);
    const answer = await portal
      .as()
      .post(path, { adgangskode: 'noget tredje der er langt' }, { from: '/log-ind' });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Linket virker ikke længere');
    expect(hashOf(odense.id)).toBe(before);
  });

  test('two who send the same link at once: one password is chosen', async () => {
    const path = await askForLink();
    const send = (adgangskode: string) => portal.as().post(path, { adgangskode });
    const answers = await Promise.all([send(NEW), send('et andet meget langt kodeord')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  test('an unknown, a closed and a known address get the same answer, and only the known one a mail', async () => {
    addActor(portal.db, CAST.assens);
    portal.db
      .update(account)
      .set({ disabledAt: now.toISOString() })
      .where(eq(account.id, CAST.assens.id))
      .run();
    const answers = await Promise.all(
      [odense.email, 'ingen@odense.test', CAST.assens.email].map((mail) =>
        portal.as().post('/glemt-adgangskode', { mail }),
      ),
    );
    const plain = answers.map(({ status, location, text }) => [status, location, text]);
    expect(new Set(plain.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(waitingMails(portal.db).map(({ address }) => address)).toEqual([odense.email]);
  });

  test('an unknown address costs the same rows as a known one, but no mail', async () => {
    const rows = () => portal.db.select().from(oneTimeLink).all().length;
    await askForLink();
    const known = rows();
    await portal.as().post('/glemt-adgangskode', { mail: 'ingen@odense.test' });
    expect(rows()).toBe(known * 2);
  });

  test('nobody is buried in mails, and the answer stays the same', async () => {
    for (let i = 0; i < 5; i += 1) await askForLink();
    expect(waitingMails(portal.db)).toHaveLength(3);
  });

  test('the address that asks for everybody is told to wait', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1)
      statuses.push((await portal.as().post('/glemt-adgangskode', { mail: `nr${i}@odense.test` })).status);
    expect([statuses.at(19), statuses.at(20)]).toEqual([303, 429]);
  });

  test.each(['', 'oda', 'a@b.dk, c@d.dk', '"a b"@odense.dk', 'a@odense.dk\r\nBcc: x@y.dk', 'a@x(y)z.dk'])(
    'what is no single address (%j) is told at the field',
    async (mail) => {
      const answer = await portal.as().post('/glemt-adgangskode', { mail });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('id="mail-fejl"');
      expect(waitingMails(portal.db)).toEqual([]);
    },
  );
});

describe('a chosen password', () => {
  beforeEach(withPassword);

  test.each([
    ['fourteen signs', 'abcdefghijklmn', 'for kort'],
    ['a common one', 'qwertyuiop12345', 'let at gætte'],
    ['a common one in capitals with blanks', 'Correct Horse Battery Staple', 'let at gætte'],
    ['something short again and again', 'abcabcabcabcabcabc', 'let at gætte'],
    ['name and portal', 'Oda Odense Programlederportalen 1', 'let at gætte'],
    ['more than anybody types', 'a b'.repeat(100), 'for lang'],
  ])('of %s is refused', async (_name, adgangskode, text) => {
    const path = await askForLink();
    const answer = await portal.as().post(path, { adgangskode });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(text);
    expect(answer.text).not.toContain(`value="${adgangskode}"`);
    expect(hashOf(odense.id)).toBe(OLD_HASH);
  });

  test.each([
    ['letters alone', 'sommerfugl kantsten avis trombone'],
    ['fifteen signs', 'kvist-hegn-tagx'],
    ['digits alone', '83920174650281937465'],
    ['Danish letters', 'æbleø på åen ræv'],
  ])('of %s is taken: there are no rules of composition', async (_name, adgangskode) => {
    const path = await askForLink();
    expect((await portal.as().post(path, { adgangskode })).status).toBe(303);
  });

  test('counts to its last sign: two that differ at the eightieth byte are two', async () => {
    const long = 'vindmølle cykel havn lampe bog regn sten fugl mark hest bil tog sky eng å ø kaj bro';
    const path = await askForLink();
    await portal.as().post(path, { adgangskode: `${long}A` });
    const wrong = await portal.as().post('/log-ind', { mail: odense.email, adgangskode: `${long}B` });
    const right = await portal.as().post('/log-ind', { mail: odense.email, adgangskode: `${long}A` });
    expect([wrong.status, right.status]).toEqual([422, 303]);
  });
});

describe('the first admin', () => {
  const person = { navn: 'Anna Først', mail: 'anna@kombit.dk', adgangskode: NEW };

  test('is made by the address of the start, which works once', async () => {
    const path = offerFirstAdmin(portal.db, now) ?? '';
    const visitor = portal.as();
    expect((await visitor.get(path)).status).toBe(200);
    const answer = await visitor.post(path, person);
    expect([answer.status, answer.location]).toEqual([303, '/redaktion/brugere']);
    expect((await visitor.get('/redaktion/brugere')).text).toContain('Anna Først');
    expect((await portal.get(path)).status).toBe(404);
    expect(offerFirstAdmin(portal.db, now)).toBe(null);
  });

  test('two at once: one admin', async () => {
    const path = offerFirstAdmin(portal.db, now) ?? '';
    const other = { ...person, mail: 'anden@kombit.dk' };
    const answers = await Promise.all([person, other].map((one) => portal.as().post(path, one)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(portal.db.select().from(account).all()).toHaveLength(1);
  });

  test('the address is dead after an hour, and when the portal starts again', async () => {
    const first = offerFirstAdmin(portal.db, now) ?? '';
    const second = offerFirstAdmin(portal.db, now) ?? '';
    expect((await portal.get(first)).status).toBe(404);
    expect((await portal.get(second)).status).toBe(200);
    later(61);
    expect((await portal.get(second)).status).toBe(404);
  });

  test('only the hash of the address is kept', () => {
    const token = offerFirstAdmin(portal.db, now)?.split('/').at(-1) ?? '';
    expect(JSON.stringify(portal.db.select().from(oneTimeLink).all())).not.toContain(token);
  });

  test('a form with faults is shown again with what was typed, but never the password', async () => {
    const path = offerFirstAdmin(portal.db, now) ?? '';
    const answer = await portal
      .as()
      .post(path, { ...person, mail: 'anna', adgangskode: 'mit hemmelige kodeord x' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Anna Først"');
    expect(answer.text).not.toContain('mit hemmelige');
  });
});

describe('what opens something', () => {
  test('is in no log line and in no link of its page', async () => {
    const lines: string[] = [];
    const logged = await buildTestApp({
      now: () => now,
      log: (line) => lines.push(line),
      settings: { LOG_LEVEL: 'debug' },
    });
    addActor(logged.db, odense);
    await logged.as().post('/glemt-adgangskode', { mail: odense.email });
    for (const path of [offerFirstAdmin(logged.db, now) ?? '', mailedLink(logged.db, odense.email)]) {
      const token = path.split('/').at(-1) ?? '';
      const page = await logged.get(`${path}?x=${token}`);
      expect(page.headers['cache-control']).toBe('no-store');
      await logged.as().post(path, { adgangskode: 'kort' });
      await logged.as().post(path, { adgangskode: NEW }, { token: 'forged' });
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.join('')).not.toContain(token);
      expect([...page.text.matchAll(/<a [^>]*href="([^"]*)"/g)].join(' ')).not.toContain(token);
    }
    expect(lines.join('')).toContain('"path":"/velkommen/:noegle"');
  });

  test('nothing typed as a password is in the access log or in a mail', async () => {
    withPassword();
    const path = await askForLink();
    await portal.as().post(path, { adgangskode: NEW });
    const kept = JSON.stringify([portal.db.select().from(accessLog).all(), waitingMails(portal.db)]);
    expect(kept).not.toContain(NEW);
    expect(JSON.stringify(portal.db.select().from(accessLog).all())).not.toContain(path.split('/').at(-1));
  });

  test('leaves its mark in the access log', async () => {
    withPassword();
    await portal.as().post(await askForLink(), { adgangskode: NEW });
    const events = portal.db
      .select()
      .from(accessLog)
      .where(and(eq(accessLog.objectId, odense.id)))
      .all();
    expect(events.map(({ event, actor }) => [event, actor])).toEqual([
      ['reset-asked', 'anonym'],
      ['password-set', odense.id],
      ['sign-in', odense.id],
    ]);
    expect(portal.db.select().from(session).all()).toHaveLength(1);
  });
});

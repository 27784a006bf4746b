import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import { eq } from '#src/db/drizzle.ts';
import { account, session } from '#src/db/schema/accounts.ts';
import { listReceivers } from '#src/overviews/digest/receivers.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { CAST, tokenIn, type Visitor } from '#test/support/cast.ts';
import { waitingMails } from '#test/support/mails.ts';

const OLD = 'gammelt hus ved grøn sø';
const NEW = 'elefant giraf pingvin kaktus';
const HASH = await hashPassword(OLD);
const { odense } = CAST;

let now: Date;
let portal: TestApp;
let visitor: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now });
  visitor = portal.as('odense');
  portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, odense.id)).run();
});

const row = () => portal.db.select().from(account).where(eq(account.id, odense.id)).get();
const at = { from: '/min-konto' };

test('old passwords guessed all at once are told no more than one after the other', async () => {
  const { text } = await visitor.get('/min-konto');
  const fields = { adgangskode_nu: 'forkert kodeord hver gang', adgangskode: NEW };
  const all = Array.from({ length: 12 }, () =>
    visitor.post('/min-konto/adgangskode', fields, { token: tokenIn(text) }),
  );
  const answers = (await Promise.all(all)).map((answer) => answer.text);
  expect(answers.filter((one) => one.includes('adgangskode er forkert'))).toHaveLength(5);
  expect(answers.filter((one) => one.includes('prøvet for mange gange'))).toHaveLength(7);
});

test('whoever is not signed in is led to the sign-in and back', async () => {
  const answer = await portal.as().get('/min-konto');
  expect([answer.status, answer.location]).toEqual([303, '/log-ind?tilbage=%2Fmin-konto']);
});

test('the page tells name, mail address, role and municipality', async () => {
  const { text } = await visitor.get('/min-konto');
  for (const word of ['Oda Odense', 'oda@odense.test', 'Programleder', 'Odense Kommune', 'Test'])
    expect(text).toContain(word);
});

describe("one's own name", () => {
  test('is changed; role, municipality and mail address are not, whatever is sent', async () => {
    const fields = {
      navn: 'Oda Ny',
      version: '1',
      roller: 'admin',
      role: 'admin',
      roles: 'admin',
      is_admin: '1',
      kommune: '0420',
      kommune_id: '0420',
      municipality_id: '0420',
      mail: 'anden@odense.test',
      '__proto__[roles]': 'admin',
    };
    expect((await visitor.post('/min-konto/navn', fields, at)).status).toBe(303);
    expect(row()).toMatchObject({
      name: 'Oda Ny',
      roles: ['programme-leader'],
      municipalityId: '0461',
      email: 'oda@odense.test',
    });
  });

  test('that was changed meanwhile is shown beside what was typed', async () => {
    await visitor.post('/min-konto/navn', { navn: 'Oda Først', version: '1' }, at);
    const answer = await visitor.post('/min-konto/navn', { navn: 'Oda Sidst', version: '1' }, at);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Oda Først');
    expect(answer.text).toContain('value="Oda Sidst"');
    expect(row()?.name).toBe('Oda Først');
  });

  test('sent twice is saved once', async () => {
    const fields = { navn: 'Oda Ny', version: '1', _noegle: 'den-samme' };
    await visitor.post('/min-konto/navn', fields, at);
    expect((await visitor.post('/min-konto/navn', fields, at)).status).toBe(303);
    expect(row()?.version).toBe(2);
  });
});

describe('a changed password', () => {
  const change = (fields = {}) =>
    visitor.post('/min-konto/adgangskode', { adgangskode_nu: OLD, adgangskode: NEW, ...fields }, at);

  test('ends all other sessions, keeps this one, and the person hears of it', async () => {
    const other = portal.as('odense');
    expect((await change()).location).toBe('/min-konto?udfoert=adgangskode');
    expect((await visitor.get('/min-konto')).status).toBe(200);
    expect((await other.get('/min-konto')).status).toBe(303);
    expect(waitingMails(portal.db).map(({ subject }) => subject)).toEqual(['Jeres adgangskode er skiftet']);
    expect((await portal.as().post('/log-ind', { mail: odense.email, adgangskode: NEW })).status).toBe(303);
  });

  test('needs the old one, and guessing it is slowed down', async () => {
    for (let i = 0; i < 5; i += 1) {
      const answer = await change({ adgangskode_nu: 'et forkert gæt' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Den nuværende adgangskode er forkert');
    }
    expect((await change()).text).toContain('for mange gange');
    expect(row()?.passwordHash).toBe(HASH);
  });

  test('may not be short', async () => {
    const answer = await change({ adgangskode: 'kort' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('for kort');
  });

  test('sent twice gives the first answer', async () => {
    const first = await change({ _noegle: 'den-samme' });
    const second = await change({ _noegle: 'den-samme' });
    expect([second.status, second.location]).toEqual([303, first.location]);
    expect(waitingMails(portal.db)).toHaveLength(1);
  });
});

describe("one's own sessions", () => {
  test('are ended one by one', async () => {
    const other = portal.as('odense');
    const refs = portal.db
      .select()
      .from(session)
      .all()
      .map(({ ref }) => ref);
    const page = await visitor.get('/min-konto');
    const offered = refs.filter((ref) => page.text.includes(`value="${ref}"`));
    expect(offered).toHaveLength(1);
    await visitor.post('/min-konto/sessioner', { session: offered[0] ?? '' }, at);
    expect((await other.get('/min-konto')).status).toBe(303);
    expect((await visitor.get('/min-konto')).status).toBe(200);
  });

  test('are ended all but this one', async () => {
    const others = [portal.as('odense'), portal.as('odense')];
    await visitor.post('/min-konto/sessioner', { session: 'andre' }, at);
    for (const other of others) expect((await other.get('/min-konto')).status).toBe(303);
    expect((await visitor.get('/min-konto')).status).toBe(200);
  });

  test("another person's session is not theirs to end", async () => {
    const other = portal.as('assens');
    const ref =
      portal.db.select().from(session).where(eq(session.accountId, CAST.assens.id)).get()?.ref ?? '';
    expect((await visitor.post('/min-konto/sessioner', { session: ref }, at)).status).toBe(404);
    expect((await other.get('/min-konto')).status).toBe(200);
  });
});

describe('ugens mail', () => {
  const say = (mail: string) => visitor.post('/min-konto/mail', { mail }, at);
  const events = () =>
    portal.db.$client.prepare("select event from access_log where event like 'mails-%'").pluck().all();

  test('comes until the person says no, and again when the person says yes', async () => {
    expect((await visitor.get('/min-konto')).text).toContain('I er tilmeldt ugens mail.');
    const no = await say('fra');
    expect([no.status, no.location]).toEqual([303, '/min-konto?udfoert=mail-fra']);
    expect((await visitor.get(no.location)).text).toContain('I har afmeldt ugens mail.');
    expect(listReceivers(portal.db)).toEqual([]);
    const yes = await say('til');
    expect((await visitor.get(yes.location)).text).toContain('I er tilmeldt ugens mail igen.');
    expect(listReceivers(portal.db).map(({ email }) => email)).toEqual([odense.email]);
  });

  test('said twice is said once', async () => {
    await say('fra');
    expect((await say('fra')).status).toBe(303);
    expect(events()).toEqual(['mails-unsubscribed']);
  });

  test('no answer is refused, and nobody says it for another', async () => {
    const answer = await say('måske');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Vælg, om I vil have ugens mail.');
    expect((await portal.as().post('/min-konto/mail', { mail: 'fra' }, at)).status).toBe(401);
    await portal.as('assens').post('/min-konto/mail', { mail: 'fra', konto: odense.id }, at);
    expect(listReceivers(portal.db).map(({ email }) => email)).toEqual([odense.email]);
  });

  test('is not for KOMBIT', async () => {
    expect((await portal.as('staff').get('/min-konto')).text).not.toContain('gens mail');
  });
});

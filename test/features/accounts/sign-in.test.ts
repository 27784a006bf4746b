import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { account, session } from '#src/db/schema/accounts.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST, tokenIn } from '#test/support/cast.ts';

const PASSWORD = 'fire ord efter hinanden';
const HASH = await hashPassword(PASSWORD);

let now = new Date('2025-11-24T08:00:00Z');
let portal: TestApp;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now });
  withPassword(portal.db);
});

function withPassword(db: Db): void {
  addActor(db, CAST.odense);
  db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST.odense.id)).run();
}

const right = { mail: CAST.odense.email, adgangskode: PASSWORD };

describe('signing in', () => {
  test('the right password leads back to where one came from, and the page says who is signed in', async () => {
    const visitor = portal.as();
    const answer = await visitor.post('/log-ind', { ...right, tilbage: '/frister?type=klik' });
    expect([answer.status, answer.location]).toEqual([303, '/frister?type=klik']);
    const page = await visitor.get('/frister');
    expect(page.text).toContain('Oda Odense');
    expect(page.text).toContain('Programleder, Odense Kommune');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('the mail address may be written in capitals and with blanks', async () => {
    const answer = await portal.as().post('/log-ind', { ...right, mail: '  ODA@Odense.test ' });
    expect(answer.status).toBe(303);
  });

  test.each([
    ['a wrong password', { mail: CAST.odense.email, adgangskode: 'noget helt andet her' }],
    ['an unknown address', { mail: 'ingen@odense.test', adgangskode: PASSWORD }],
    ['an empty form', { mail: '', adgangskode: '' }],
  ])('%s gets the same answer, which does not tell whether the address is known', async (_name, fields) => {
    const answer = await portal.as().post('/log-ind', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(
      'Mail eller adgangskode er forkert. Prøv igen, eller vælg Glemt adgangskode.',
    );
    expect(answer.headers['set-cookie'] ?? '').not.toContain('portal=');
  });

  test('a closed account is told nothing else than a wrong password', async () => {
    portal.db.update(account).set({ disabledAt: now.toISOString() }).run();
    const answer = await portal.as().post('/log-ind', right);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Mail eller adgangskode er forkert.');
  });

  test('the cookie gets a new value, and what was chosen before is not taken over', async () => {
    const visitor = portal.as();
    visitor.cookies.set('portal', 'chosen-by-somebody-else');
    await visitor.post('/log-ind', right);
    const first = visitor.cookies.get('portal');
    expect(first).not.toBe('chosen-by-somebody-else');
    expect(first).toMatch(/^[\w-]{43}$/);
    await visitor.post('/log-ud', {}, { from: '/' });
    expect(visitor.cookies.has('portal')).toBe(false);
    await visitor.post('/log-ind', right);
    expect(visitor.cookies.get('portal')).not.toBe(first);
    visitor.cookies.set('portal', first ?? '');
    expect((await visitor.get('/')).text).not.toContain('Oda Odense');
  });

  test('only the hash of the cookie is kept', async () => {
    const visitor = portal.as();
    await visitor.post('/log-ind', right);
    const [row] = portal.db.select().from(session).all();
    expect(JSON.stringify(row)).not.toContain(visitor.cookies.get('portal'));
  });

  test.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/%2f%2fevil.test',
    '/..//evil.test',
    '/x\r\nSet-Cookie: a=b',
  ])('does not lead to %j', async (tilbage) => {
    const { location } = await portal.as().post('/log-ind', { ...right, tilbage });
    expect(location).toMatch(/^\/(?!\/|\\)/);
    expect(new URL(location, 'https://portal.test').host).toBe('portal.test');
    expect(location).not.toContain('Set-Cookie');
  });
});

describe('too many attempts', () => {
  const wrong = { mail: CAST.odense.email, adgangskode: 'forkert kodeord hver gang' };

  test('on one account from one address are slowed down, and end by themselves', async () => {
    const visitor = portal.as();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await visitor.post('/log-ind', wrong)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await visitor.post('/log-ind', right)).status).toBe(429);
    now = new Date(now.getTime() + 16 * 60_000);
    expect((await visitor.post('/log-ind', right)).status).toBe(303);
  });

  test('sent all at once are told no more than one after the other', async () => {
    const visitor = portal.as();
    const token = tokenIn((await visitor.get('/log-ind')).text);
    const all = Array.from({ length: 12 }, () => visitor.post('/log-ind', wrong, { token }));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test('do not keep the owner out at another address', async () => {
    for (let i = 0; i < 6; i += 1) await portal.as().post('/log-ind', wrong);
    const page = await portal.app.inject({ method: 'GET', url: '/log-ind', remoteAddress: '10.0.0.9' });
    const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const payload = new URLSearchParams({ ...right, _csrf: tokenIn(page.body) }).toString();
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/log-ind',
      remoteAddress: '10.0.0.9',
      headers,
      payload,
    });
    expect(answer.statusCode).toBe(303);
  });

  test('on many accounts from one address are slowed down too', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1)
      statuses.push((await portal.as().post('/log-ind', { ...wrong, mail: `nr${i}@odense.test` })).status);
    expect(statuses.at(19)).toBe(422);
    expect(statuses.at(20)).toBe(429);
  });
});

describe('a session', () => {
  test('ends after half an hour without a request', async () => {
    const visitor = portal.as('odense');
    now = new Date(now.getTime() + 29 * 60_000);
    expect((await visitor.get('/')).text).toContain('Oda Odense');
    now = new Date(now.getTime() + 31 * 60_000);
    expect((await visitor.get('/')).text).not.toContain('Oda Odense');
  });

  test('ends after eight hours in all', async () => {
    const visitor = portal.as('odense');
    for (let i = 0; i < 24; i += 1) {
      now = new Date(now.getTime() + 20 * 60_000);
      await visitor.get('/');
    }
    expect((await visitor.get('/')).text).toContain('Oda Odense');
    now = new Date(now.getTime() + 60_000);
    expect((await visitor.get('/')).text).not.toContain('Oda Odense');
  });

  test('loses a role at the next request', async () => {
    const visitor = portal.as('staff');
    expect((await visitor.get('/')).text).toContain('KOMBIT-redaktør');
    portal.db.update(account).set({ disabledAt: now.toISOString() }).run();
    expect((await visitor.get('/')).text).not.toContain('KOMBIT-redaktør');
  });

  test('readers without an account leave no row and get no cookie', async () => {
    const answer = await portal.get('/');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(portal.db.select().from(session).all()).toEqual([]);
  });
});

describe('a form', () => {
  test.each([
    ['without a token', ''],
    ['with a forged token', 'abc.def'],
  ])('%s is refused', async (_name, token) => {
    const visitor = portal.as('odense');
    const answer = await visitor.post('/log-ud', {}, { token });
    expect(answer.status).toBe(403);
    expect((await visitor.get('/')).text).toContain('Oda Odense');
  });

  test('of a page that has several may be any of them, also at the first visit', async () => {
    const { text } = await portal.as('staff').get('/redaktion/underskrifter/tre-datastandarder');
    const tokens = [...text.matchAll(/name="_csrf" value="([^"]*)"/g)].map((match) => match[1]);
    expect(tokens.length).toBeGreaterThan(1);
    expect(new Set(tokens).size).toBe(1);
  });

  test("with another person's token is refused", async () => {
    const token = tokenIn((await portal.as('assens').get('/')).text);
    const visitor = portal.as('odense');
    await visitor.get('/');
    expect((await visitor.post('/log-ud', {}, { token })).status).toBe(403);
  });

  test('with the token from before the sign-in is refused', async () => {
    const visitor = portal.as();
    const before = tokenIn((await visitor.get('/log-ind')).text);
    await visitor.post('/log-ind', right, { token: before });
    expect((await visitor.post('/log-ud', {}, { token: before })).status).toBe(403);
  });

  test.each([{ origin: 'https://evil.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'sent from elsewhere (%j) is refused, whatever its token',
    async (from) => {
      const visitor = portal.as('odense');
      const page = await visitor.get('/');
      const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const payload = `_csrf=${encodeURIComponent(tokenIn(page.text))}`;
      const headers = { ...from, cookie, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await portal.app.inject({ method: 'POST', url: '/log-ud', headers, payload });
      expect(answer.statusCode).toBe(403);
    },
  );

  test.each(['application/json', 'text/plain', ' application/json', 'application/json\t', 'text/xml'])(
    'of the kind %j never reaches a handler',
    async (type) => {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/log-ind',
        headers: { 'content-type': type },
        payload: '{"mail":"a@b.test"}',
      });
      expect([400, 415]).toContain(answer.statusCode);
    },
  );
});

test('what was typed when the session had ended comes back after the sign-in and can be sent', async () => {
  const visitor = portal.as();
  const lost = await visitor.post('/fortryd', { aendring: '1', tilbage: '/frister' }, { from: '/log-ind' });
  expect(lost.status).toBe(401);
  expect(lost.text).toContain('ikke gemt endnu');
  const kept = /name="gemt" value="([^"]*)"/.exec(lost.text)?.[1] ?? '';
  const back = await visitor.post('/log-ind', { ...right, gemt: kept }, { token: tokenIn(lost.text) });
  expect(back.status).toBe(200);
  expect(back.text).toContain('action="/fortryd"');
  expect(back.text).toContain('name="tilbage" value="/frister"');
  const sent = await visitor.post(
    '/fortryd',
    { aendring: '1', tilbage: '/frister' },
    { token: tokenIn(back.text) },
  );
  // The seeds are nobody's own to undo: the form has reached its page.
  expect(sent.status).toBe(404);
});

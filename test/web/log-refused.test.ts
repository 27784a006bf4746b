/** What is refused, and what the logs hold of it: each once with all fields, and never a secret. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import { eq } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { multipart } from '#test/support/multipart.ts';

const now = new Date('2025-11-24T08:00:00Z');
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function entries({ db }: TestApp) {
  return db.$client
    .prepare(
      `select event, outcome, reason, actor, actor_roles as roles, object_id as about, request_id as request,
              session_ref as session, address from access_log order by seq`,
    )
    .all() as Record<string, string | null>[];
}

function cookieOf(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

describe('somebody signed in who is refused is in the log once, with the request and the session', () => {
  const about = { outcome: 'refused', actor: 'test-rita', roles: 'staff', address: '127.0.0.1' };
  const WHOLE = {
    request: expect.stringMatching(/^[0-9a-f]{8}$/),
    session: expect.stringMatching(/^[\w-]{12}$/),
  };

  test('a form with a wrong key', async () => {
    const portal = await buildTestApp({ now: () => now });
    const staff = portal.as('staff');
    expect((await staff.post('/fortryd', { aendring: '1' }, { token: 'forfalsket' })).status).toBe(403);
    expect(entries(portal)).toEqual([
      { ...about, ...WHOLE, event: 'form-refused', reason: 'token', about: '/fortryd' },
    ]);
  });

  test('a form from another site', async () => {
    const portal = await buildTestApp({ now: () => now });
    const headers = { ...FORM, cookie: cookieOf(portal.as('staff').cookies), origin: 'https://evil.example' };
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/fortryd',
      headers,
      payload: 'aendring=1',
    });
    expect(answer.statusCode).toBe(403);
    expect(entries(portal)).toEqual([
      { ...about, ...WHOLE, event: 'form-refused', reason: 'origin', about: '/fortryd' },
    ]);
  });

  test('a page of another role', async () => {
    const portal = await buildTestApp({ now: () => now });
    await portal.as('staff').get('/redaktion/adgangslog');
    expect(entries(portal)).toEqual([
      { ...about, ...WHOLE, event: 'access-refused', reason: 'admin', about: '/redaktion/adgangslog' },
    ]);
  });

  test('a file that is too large', async () => {
    const portal = await buildTestApp({ now: () => now });
    const route = '/redaktion/underskrifter/:slug/fil';
    const sent = multipart({}, { name: 'a.csv', content: Buffer.alloc(6 * 1024 * 1024) });
    const headers = { ...sent.headers, cookie: cookieOf(portal.as('staff').cookies) };
    const url = route.replace(':slug', 'tre-datastandarder');
    const answer = await portal.app.inject({ method: 'POST', url, headers, payload: sent.payload });
    expect(answer.statusCode).toBe(413);
    expect(entries(portal)).toEqual([
      { ...about, ...WHOLE, event: 'upload-refused', reason: '413', about: route },
    ]);
  });
});

test('a stranger who is refused is not in the log', async () => {
  const portal = await buildTestApp({ now: () => now });
  await portal.as().get('/redaktion/adgangslog');
  await portal.app.inject({ method: 'POST', url: '/fortryd', headers: FORM, payload: 'aendring=1' });
  expect(entries(portal)).toEqual([]);
});

test('too many requests are told once a minute, not once each', async () => {
  const portal = await buildTestApp({ now: () => now, settings: { RATE_LIMIT: 'on' } });
  const statuses: number[] = [];
  for (let count = 0; count < 40; count += 1) {
    const request = { method: 'POST', url: '/log-ind', headers: FORM, payload: 'mail=a' } as const;
    statuses.push((await portal.app.inject(request)).statusCode);
  }
  expect(statuses.filter((status) => status === 429).length).toBe(10);
  expect(entries(portal)).toMatchObject([{ event: 'rate-limited', actor: 'anonym', about: '/log-ind' }]);
});

describe('a list that is taken away as a file', () => {
  test('is in the log for whoever is signed in, not for a reader', async () => {
    const portal = await buildTestApp({ now: () => now });
    await portal.as().get('/k98/pladser.csv');
    await portal.as('odense').get('/k98/pladser.xlsx');
    await portal.as('odense').get('/frister.csv?kommune=odense&type=klik');
    const found = portal.db.$client
      .prepare('select event, actor, object_id as about, detail from access_log order by seq')
      .all() as { detail: string }[];
    expect(found.map(({ detail, ...one }) => ({ ...one, ...(JSON.parse(detail) as object) }))).toEqual([
      {
        event: 'list-exported',
        actor: 'test-oda',
        about: '/k98/pladser.xlsx',
        format: 'xlsx',
        rows: expect.any(Number),
        filter: {},
      },
      {
        event: 'list-exported',
        actor: 'test-oda',
        about: '/frister.csv',
        format: 'csv',
        rows: expect.any(Number),
        filter: { kommune: 'odense', type: 'klik' },
      },
    ]);
  });
});

test('no password, cookie, token or search word is in a log, in the database or on a page', async () => {
  const lines: string[] = [];
  const portal = await buildTestApp({
    now: () => now,
    settings: { LOG_LEVEL: 'debug' },
    log: (line) => void lines.push(line),
  });
  const password = 'kanariefugl adgangskode 7351';
  addActor(portal.db, CAST.odense);
  const passwordHash = await hashPassword(password);
  portal.db.update(account).set({ passwordHash }).where(eq(account.id, CAST.odense.id)).run();
  const visitor = portal.as();
  const pages = [
    await visitor.post('/log-ind', { mail: CAST.odense.email, adgangskode: `${password}x` }),
    await visitor.post('/log-ind', { mail: 'kanariefugl@odense.test', adgangskode: password }),
    await visitor.post('/log-ind', { mail: CAST.odense.email, adgangskode: password }),
    await visitor.get('/'),
    await visitor.post('/fortryd', { aendring: '1' }, { token: 'kanariefugl-forfalsket' }),
    await visitor.get('/redaktion/log?hvem=kanariefugl'),
    await visitor.get('/kanariefugl?noegle=kanariefugl'),
  ];
  await visitor.get('/soeg?q=kanariefuglsang');
  const cookie = visitor.cookies.get('portal') ?? 'none';
  const formSecret = visitor.cookies.get('formular') ?? 'none';
  portal.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  const folder = dirname(portal.db.$client.name);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
  const secrets = [
    password,
    cookie,
    formSecret,
    'kanariefugl@odense.test',
    'kanariefuglsang',
    'kanariefugl-forfalsket',
  ];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10);
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(files.filter((content) => content.includes(secret))).toEqual([]);
  }
  for (const secret of [password, cookie, formSecret])
    expect(pages.filter(({ text }) => text.includes(secret))).toEqual([]);
});

test('whatever is in an address or a user agent, a request is one line of JSON, cut at a limit', async () => {
  const lines: string[] = [];
  const portal = await buildTestApp({
    settings: { LOG_LEVEL: 'info' },
    log: (line) => void lines.push(line),
  });
  const odd = ['\u001b[31m', '\u2028', '\u0007', '%0d%0aX-Evil:%201', '%1b%5b31m', '%E2%80%A8'];
  for (const text of odd) {
    await portal.app.inject({
      url: `/soeg?q=${encodeURI(text)}`,
      headers: { 'user-agent': `a${encodeURI(text)}` },
    });
    await portal.app.inject({ url: `/${encodeURI(text)}`, headers: { 'user-agent': 'a'.repeat(100_000) } });
  }
  await portal.app.inject({ url: `/${'a'.repeat(100_000)}` });
  expect(lines.length).toBeGreaterThan(odd.length * 2);
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(line.length).toBeLessThan(2000);
  }
});

test('a sign-in is in the log with every field that the data-protection officer asks for', async () => {
  const portal = await buildTestApp({ now: () => now });
  addActor(portal.db, CAST.odense);
  const passwordHash = await hashPassword('fire ord efter hinanden');
  portal.db.update(account).set({ passwordHash }).where(eq(account.id, CAST.odense.id)).run();
  const visitor = portal.as();
  await visitor.post('/log-ind', { mail: CAST.odense.email, adgangskode: 'forkert adgangskode her' });
  await visitor.post('/log-ind', { mail: 'ukendt@odense.test', adgangskode: 'forkert adgangskode her' });
  await visitor.post('/log-ind', { mail: CAST.odense.email, adgangskode: 'fire ord efter hinanden' });
  await visitor.post('/log-ud', {}, { from: '/' });
  expect(entries(portal).map(({ event, outcome, reason, actor }) => [event, outcome, reason, actor])).toEqual(
    [
      ['sign-in', 'failed', 'password', 'anonym'],
      ['sign-in', 'failed', 'unknown', 'anonym'],
      ['sign-in', 'ok', 'password', 'test-oda'],
      ['sign-out', 'ok', null, 'test-oda'],
    ],
  );
  const whole = portal.db.$client.prepare('select * from access_log order by seq desc limit 1').get();
  expect(whole).toMatchObject({
    at: '2025-11-24T08:00:00.000Z',
    actor_roles: 'programme-leader',
    actor_municipality_id: '0461',
    address: '127.0.0.1',
    address_net: '127.0.0.0/24',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

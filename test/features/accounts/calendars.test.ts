/** Calendar addresses: who makes them, what they open, and that they stand nowhere. */
import { beforeEach, describe, expect, test } from 'vitest';
import { removeRevokedCalendars } from '#src/core/access/calendar-tokens.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { asc } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { calendarToken } from '#src/db/schema/calendar-tokens.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { CAST, type Visitor } from '#test/support/cast.ts';
import { parseCalendar } from '#test/support/ical.ts';

const PAGE = '/min-konto/kalendere';
const at = { from: PAGE };

let now: Date;
let lines: string[];
let portal: TestApp;
let odense: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  lines = [];
  portal = await buildTestApp({
    now: () => now,
    settings: { LOG_LEVEL: 'debug', PORTAL_URL: 'http://portal.example', READ_ACCESS: 'signed-in' },
    log: (line) => lines.push(line),
  });
  odense = portal.as('odense');
});

/** The path of the address that a page shows. */
function addressIn(html: string): string {
  return /value="http:\/\/portal\.example(\/kalender\/[^"]*)"/.exec(html)?.[1] ?? '';
}

async function make(visitor = odense, kalender = 'kommune'): Promise<string> {
  return addressIn((await visitor.post(PAGE, { kalender }, at)).text);
}

const rows = () => portal.db.select().from(calendarToken).orderBy(asc(calendarToken.createdAt)).all();
const refs = () => rows().flatMap(({ ref, revokedAt }) => (revokedAt === null ? [ref] : []));
const events = () =>
  portal.db
    .select()
    .from(accessLog)
    .orderBy(accessLog.seq)
    .all()
    .filter(({ event }) => event.startsWith('calendar-'));

describe('an address', () => {
  test('is shown once, with how to subscribe, and never again', async () => {
    const { status, text, headers } = await odense.post(PAGE, { kalender: 'kommune' }, at);
    const path = addressIn(text);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(path).toMatch(/^\/kalender\/[\w-]{43}\.ics$/);
    expect(text).toContain(`href="webcal://portal.example${path}"`);
    for (const program of ['Outlook', 'Google', 'Apple', 'Odense Kommune']) expect(text).toContain(program);
    const list = (await odense.get(PAGE)).text;
    expect(list).toContain('Odense Kommune');
    expect(list).not.toContain(path.slice(10, 30));
  });

  test('sent twice, the form makes one; the second answer leads to the list', async () => {
    const fields = { kalender: 'kommune', _noegle: 'den-samme' };
    await odense.post(PAGE, fields, at);
    const again = await odense.post(PAGE, fields, at);
    expect([again.status, again.location]).toEqual([303, `${PAGE}?udfoert=kalender-vist`]);
    expect(rows()).toHaveLength(1);
  });

  test('gives the municipality’s own dates without what it has settled, without signing in', async () => {
    const uids = async (visitor: Visitor) => {
      const answer = await portal.get(await make(visitor));
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
      return parseCalendar(answer.text).events.map(({ uid }) => uid);
    };
    const signable = 'agreement/tre-datastandarder@programlederportalen';
    const struer = portal.as('assens');
    portal.db.$client.exec("update account set municipality_id = '0671' where id = 'test-asta'");
    expect(await uids(odense)).toContain(signable);
    expect(await uids(struer)).not.toContain(signable);
  });

  test('leaves out what the municipality says is done or not for it, at once, until it takes that back', async () => {
    const path = await make();
    const uid = (ask: string) => `${ask}@programlederportalen`;
    const uids = async (url: string) =>
      parseCalendar((await portal.get(url)).text).events.map((one) => one.uid);
    const answer = (opgave: string, svar: string, bemaerkning = '') =>
      odense.post(
        '/kommuner/odense/svar',
        { opgave, svar, bemaerkning, grundlag: '0', dato: '' },
        { from: '/' },
      );
    const asks = ['task/rolle-4-telefonnumre', 'task/adg-0-adgangsstyring'];
    const before = await uids(path);
    expect(before).toEqual(expect.arrayContaining(asks.map(uid)));

    const { location } = await answer(asks[0] ?? '', 'loest');
    await answer(asks[1] ?? '', 'ikke-relevant', 'Vi bruger det ikke');
    expect(await uids(path)).toEqual(before.filter((one) => !asks.map(uid).includes(one)));
    expect(await uids(await make(portal.as('assens')))).toEqual(expect.arrayContaining(asks.map(uid)));
    expect((await portal.get(path)).text).not.toContain('Vi bruger det ikke');

    const batch = /\d+$/.exec(location)?.[0] ?? '';
    await odense.post('/fortryd', { aendring: batch, tilbage: '/' }, { from: '/kommuner/odense' });
    expect(await uids(path)).toContain(uid(asks[0] ?? ''));
  });

  test('of a solution gives that solution’s dates, also to KOMBIT’s own', async () => {
    const { text } = await portal.get(await make(portal.as('staff'), 'sapa'));
    expect(parseCalendar(text).url).toBe('http://portal.example/loesninger/sapa');
    expect((await portal.as('staff').get(PAGE)).text).not.toContain('value="kommune"');
  });

  test('is kept by nobody on the way, tells no address onwards, and answers 304', async () => {
    const path = await make();
    const { headers } = await portal.get(path);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'content-disposition': 'inline; filename="kalender.ics"',
      'x-content-type-options': 'nosniff',
    });
    expect((await portal.get(path, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });
});

describe('what opens nothing', () => {
  test('is answered alike: wrong, cut, longer, in other letters, of another form', async () => {
    const path = await make();
    const wrong = [
      path.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics')),
      path.replace(/.\.ics$/, '.ics'),
      path.replace('.ics', 'A.ics'),
      path.replace('.ics', ''),
      path.toUpperCase(),
      `${path}/mere`,
      `/kalender/${refs()[0]}.ics`,
      `/kalender/${rows()[0]?.tokenHash}.ics`,
      `/kalender/${'a'.repeat(9000)}.ics`,
      '/kalender/%00.ics',
      '/kalender/%zz.ics',
      '/kalender/.ics',
      '/kalender/',
    ];
    for (const url of wrong) expect((await portal.get(url)).status, url).toBe(404);
    const told = await portal.get(wrong[0] ?? '');
    expect(told.text).toContain('Kalenderadressen virker ikke.');
    expect((await portal.get(wrong[1] ?? '')).text).toBe(told.text);
    expect(told.headers['cache-control']).toBe('private, no-store');
  });

  test('removed: the address is dead at once, and the form sent again does nothing', async () => {
    const path = await make();
    const [ref] = refs();
    const fields = { _noegle: 'en' };
    const answer = await odense.post(`${PAGE}/${ref}/fjern`, fields, at);
    expect([answer.status, answer.location]).toEqual([303, `${PAGE}?udfoert=kalender-fjernet`]);
    expect((await portal.get(path)).status).toBe(404);
    expect((await odense.post(`${PAGE}/${ref}/fjern`, fields, at)).status).toBe(303);
    expect((await odense.post(`${PAGE}/${ref}/fjern`, {}, at)).status).toBe(404);
    expect((await odense.post(`${PAGE}/${ref}/forny`, {}, at)).status).toBe(404);
  });

  test('renewed: the new address gives the same, the old one is dead', async () => {
    const old = await make();
    const before = (await portal.get(old)).text;
    const renewed = addressIn((await odense.post(`${PAGE}/${refs()[0]}/forny`, {}, at)).text);
    expect(renewed).not.toBe(old);
    expect((await portal.get(renewed)).text).toBe(before);
    expect((await portal.get(old)).status).toBe(404);
    expect(refs()).toHaveLength(1);
  });

  test('another person’s can neither be seen, renewed nor removed', async () => {
    const path = await make();
    const assens = portal.as('assens');
    expect((await assens.get(PAGE)).text).toContain('Adresser i brug (0)');
    for (const deed of ['forny', 'fjern'])
      expect((await assens.post(`${PAGE}/${refs()[0]}/${deed}`, {}, at)).status).toBe(404);
    expect((await portal.get(path)).status).toBe(200);
  });

  test('of a closed account, also when it is opened again', async () => {
    const path = await make();
    const admin = portal.as('admin');
    const page = `/redaktion/brugere/${CAST.odense.id}`;
    await admin.post(`${page}/luk`, {}, { from: page });
    expect((await portal.get(path)).status).toBe(404);
    await admin.post(`${page}/aabn`, {}, { from: page });
    expect((await portal.get(path)).status).toBe(404);
  });

  test('of somebody who is of another municipality now', async () => {
    const path = await make();
    const admin = portal.as('admin');
    const page = `/redaktion/brugere/${CAST.odense.id}`;
    const { name, email } = CAST.odense;
    const fields = { navn: name, mail: email, roller: 'programme-leader', kommune: '0420', version: '1' };
    expect((await admin.post(page, fields, { from: page })).status).toBe(303);
    expect((await portal.get(path)).status).toBe(404);
    expect(refs()).toEqual([]);
  });
});

describe('the forms', () => {
  test('lead a stranger to the sign-in', async () => {
    expect((await portal.as().get(PAGE)).location).toBe(`/log-ind?tilbage=${encodeURIComponent(PAGE)}`);
    expect((await portal.as().post(PAGE, { kalender: 'kommune' }, { token: 'x' })).status).toBe(401);
  });

  test.each(['', 'findes-ikke', '0420', 'kommune/0420', 'x'.repeat(101)])(
    'refuse a calendar that is not on the list: »%s«',
    async (kalender) => {
      const { status, text } = await odense.post(PAGE, { kalender }, at);
      expect(status).toBe(422);
      expect(text).toContain('aria-describedby="kalender-fejl"');
      expect(rows()).toEqual([]);
    },
  );

  test('know no municipality but one’s own; KOMBIT’s own have none', async () => {
    await odense.post(PAGE, { kalender: 'kommune', kommune: '0420', municipality_id: '0420' }, at);
    expect(rows()).toMatchObject([{ municipalityId: '0461', accountId: CAST.odense.id }]);
    expect((await portal.as('staff').post(PAGE, { kalender: 'kommune' }, at)).status).toBe(422);
  });

  test('make twenty, and say so at the next', async () => {
    for (let made = 0; made < 20; made++) await make();
    const { status, text } = await odense.post(PAGE, { kalender: 'kommune' }, at);
    expect([status, refs().length]).toEqual([422, 20]);
    expect(text).toContain('I har allerede 20 kalenderadresser.');
  });
});

describe('an admin', () => {
  const page = `/redaktion/brugere/${CAST.odense.id}`;

  test('sees which a person has, not their addresses, and removes one', async () => {
    const path = await make();
    const admin = portal.as('admin');
    const { text } = await admin.get(page);
    expect(text).toContain(`action="${page}/kalendere/${refs()[0]}/fjern"`);
    expect(text).not.toContain('/forny');
    const answer = await admin.post(`${page}/kalendere/${refs()[0]}/fjern`, {}, { from: page });
    expect([answer.status, answer.location]).toEqual([303, `${page}?udfoert=kalender-fjernet`]);
    expect((await portal.get(path)).status).toBe(404);
    expect(events().at(-1)).toMatchObject({ actor: CAST.admin.id, objectId: CAST.odense.id });
  });

  test('is the only one who may; one of another person is not there', async () => {
    await make();
    const [ref] = refs();
    const staff = portal.as('staff');
    expect((await staff.post(`${page}/kalendere/${ref}/fjern`, {}, at)).status).toBe(403);
    const other = `/redaktion/brugere/${CAST.staff.id}`;
    const admin = portal.as('admin');
    expect((await admin.post(`${other}/kalendere/${ref}/fjern`, {}, { from: other })).status).toBe(404);
    expect(refs()).toEqual([ref]);
  });

  test('gives the person out with the calendars, and forgets them with the person', async () => {
    const path = await make();
    const admin = portal.as('admin');
    const told = JSON.parse((await admin.post(`${page}/udtraek`, {}, { from: page })).text);
    expect(told.calendars).toMatchObject([{ ref: refs()[0], municipalityId: '0461', usedOn: null }]);
    expect(JSON.stringify(told)).not.toContain(rows()[0]?.tokenHash);
    await admin.post(`${page}/anonymiser`, { bekraeft: 'ja' }, { from: page });
    expect(rows()).toEqual([]);
    expect((await portal.get(path)).status).toBe(404);
  });
});

describe('what is noted', () => {
  test('a reading, once a day by the days of Copenhagen, by whose address it was', async () => {
    const path = await make();
    const days = ['2025-11-24T08:00Z', '2025-11-24T22:59Z', '2025-11-24T23:01Z', '2025-11-25T12:00Z'];
    for (const day of days) {
      now = new Date(day);
      await portal.get(path);
    }
    const read = events().filter(({ event }) => event === 'calendar-read');
    expect(read.map(({ at: instant }) => instant.slice(0, 16))).toEqual([
      '2025-11-24T08:00',
      '2025-11-24T23:01',
    ]);
    expect(read[0]).toMatchObject({ actor: CAST.odense.id, detail: { calendar: refs()[0] } });
    odense = portal.as('odense');
    expect((await odense.get(PAGE)).text).toContain('25.11.2025');
  });

  test('the calendar is given also when nothing can be written', async () => {
    const path = await make();
    portal.db.$client.pragma('query_only = on');
    expect((await portal.get(path)).status).toBe(200);
  });

  test('the row of a dead address goes after thirty days, one that works stays', async () => {
    await make();
    await odense.post(`${PAGE}/${refs()[0]}/forny`, {}, at);
    const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000);
    expect(removeRevokedCalendars(portal.db, later(29))).toBe(0);
    expect(removeRevokedCalendars(portal.db, later(31))).toBe(1);
    expect(rows().map(({ ref }) => ref)).toEqual(refs());
  });
});

test('the token stands in no log, no row, no file of the database and no other page; only its hash does', async () => {
  const path = await make();
  const token = path.slice('/kalender/'.length, -'.ics'.length);
  await portal.get(path);
  await portal.get(`${path}?stand=2025-11-19`);
  await portal.get(path.replace('.ics', ''));
  await portal.get(`${path}.`);
  await portal.get(`/${path}`);
  await portal.get(`${path}?stand=vrøvl`);
  for (const method of ['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'] as const)
    await portal.app.inject({ method, url: path });
  const unknown = await portal.app.inject({ method: 'PROPFIND' as 'GET', url: path });
  expect(unknown.statusCode).toBeGreaterThanOrEqual(400);

  expect(lines.join('')).toContain('"path":"/kalender/*"');
  expect(lines.join('')).not.toContain(token);
  portal.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  const file = portal.db.$client.serialize().toString('latin1');
  expect(file.includes(token)).toBe(false);
  expect(file.includes(sha256(token))).toBe(true);

  const admin = portal.as('admin');
  const pages = [PAGE, '/min-konto', '/', '/kommuner/odense'];
  const seen = await Promise.all(pages.map((page) => odense.get(page)));
  const byAdmin = await admin.get(`/redaktion/brugere/${CAST.odense.id}`);
  const log = await admin.get('/redaktion/log');
  for (const { text } of [...seen, byAdmin, log]) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(sha256(token));
  }
  expect(token.length * 6).toBeGreaterThanOrEqual(128);
});

test('guesses are limited, by the address they come from', async () => {
  const limited = await buildTestApp({ settings: { RATE_LIMIT: 'on' } });
  const guess = async (remoteAddress: string) =>
    (await limited.app.inject({ url: `/kalender/${'x'.repeat(43)}.ics`, remoteAddress })).statusCode;
  const answers: number[] = [];
  for (let tried = 0; tried < 200; tried++) answers.push(await guess('192.0.2.1'));
  expect(answers.filter((status) => status === 404)).toHaveLength(120);
  expect(answers.slice(120).every((status) => status === 429)).toBe(true);
  expect(await guess('192.0.2.2')).toBe(404);
});

test('where reading asks for signing in, the open calendars ask too; an address with a token does not', async () => {
  const { status, text } = await portal.get(await make());
  expect(status).toBe(200);
  expect(parseCalendar(text).events.length).toBeGreaterThan(10);
  expect((await portal.get('/kommuner/odense/kalender.ics')).status).toBe(303);
  expect((await portal.get('/kommuner/odense/kalender.ics?noegle=x')).status).toBe(303);
});

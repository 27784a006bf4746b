import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import { eq } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { account, externalIdentity, session } from '#src/db/schema/accounts.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST, type Visitor } from '#test/support/cast.ts';
import { mailedLink, waitingMails } from '#test/support/mails.ts';

const HASH = await hashPassword('elefant giraf pingvin kaktus');
const NEW = { navn: 'Bo Bornholm', mail: 'bo@brk.dk', roller: 'programme-leader', kommune: '0400' };

let now: Date;
let portal: TestApp;
let admin: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now });
  admin = portal.as('admin');
  portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST.admin.id)).run();
});

const rowOf = (id: string) => portal.db.select().from(account).where(eq(account.id, id)).get();
const byMail = (email: string) => portal.db.select().from(account).where(eq(account.email, email)).get();
const pathOf = (id: string) => `/redaktion/brugere/${id}`;
const events = (id: string) =>
  portal.db
    .select()
    .from(accessLog)
    .where(eq(accessLog.objectId, id))
    .all()
    .map(({ event, outcome }) => `${event} ${outcome}`);

/** The person as the form about them would send it, unchanged. */
function formOf(id: string): Record<string, string | string[]> {
  const row = rowOf(id);
  if (!row) throw new Error(`${id} has no account`);
  return {
    navn: row.name,
    mail: row.email,
    roller: row.roles,
    kommune: row.municipalityId ?? '',
    loesninger: row.solutionIds,
    version: String(row.version),
  };
}

describe('who may', () => {
  const id = CAST.assens.id;
  const addresses = [
    ['GET', '/redaktion/brugere'],
    ['GET', '/redaktion/brugere/ny'],
    ['GET', '/redaktion/brugere/sessioner'],
    ['GET', pathOf(id)],
    ...['', '/inviter', '/luk', '/aabn', '/sessioner', '/login/fjern', '/udtraek', '/anonymiser'].map(
      (word) => ['POST', pathOf(id) + word],
    ),
    ['POST', '/redaktion/brugere/ny'],
    ['POST', '/redaktion/brugere/sessioner'],
  ];
  test.each(addresses)('%s %s is for admins alone', async (method, path = '') => {
    addActor(portal.db, CAST.assens);
    const before = JSON.stringify(rowOf(id));
    for (const who of ['odense', 'owner', 'staff'] as const) {
      const visitor = portal.as(who);
      const answer =
        method === 'GET' ? await visitor.get(path) : await visitor.post(path, NEW, { from: '/min-konto' });
      expect(answer.status).toBe(403);
    }
    const stranger = portal.as();
    const answer =
      method === 'GET' ? await stranger.get(path) : await stranger.post(path, NEW, { from: '/log-ind' });
    expect([answer.status, method === 'GET' ? answer.location.startsWith('/log-ind') : true]).toEqual([
      method === 'GET' ? 303 : 401,
      true,
    ]);
    expect(JSON.stringify(rowOf(id))).toBe(before);
    expect(byMail(NEW.mail)).toBeUndefined();
  });

  test('a person who is not there is 404', async () => {
    expect((await admin.get(pathOf('findes-ikke'))).status).toBe(404);
    expect((await admin.post(`${pathOf('findes-ikke')}/luk`, {}, { from: '/min-konto' })).status).toBe(404);
  });
});

describe('an invitation', () => {
  test('makes the account, sends one mail, and its link works for a week', async () => {
    const answer = await admin.post('/redaktion/brugere/ny', NEW);
    expect(answer.status).toBe(303);
    const person = byMail(NEW.mail);
    expect(person).toMatchObject({
      name: 'Bo Bornholm',
      roles: ['programme-leader'],
      municipalityId: '0400',
    });
    expect((await admin.get(answer.location)).text).toContain('invitationen er sendt');
    now = new Date(now.getTime() + 6.9 * 24 * 3600_000);
    const link = mailedLink(portal.db, NEW.mail);
    expect((await portal.get(link)).status).toBe(200);
    now = new Date(now.getTime() + 0.2 * 24 * 3600_000);
    expect((await portal.get(link)).status).toBe(404);
  });

  test('tells whom it is for and what the portal is, and leads a municipality’s person to its asks', async () => {
    await admin.post('/redaktion/brugere/ny', NEW);
    const [mail] = waitingMails(portal.db);
    expect(mail?.text).toContain('KOMBIT har oprettet jer som programleder for Bornholms Regionskommune');
    const visitor = portal.as();
    const answer = await visitor.post(mailedLink(portal.db, NEW.mail), {
      adgangskode: 'elefant giraf pingvin kaktus',
    });
    expect([answer.status, answer.location]).toEqual([303, '/kommuner/bornholm?udfoert=valgt']);
    const { text } = await visitor.get(answer.location);
    expect(text).toContain('Velkommen. Adgangskoden er valgt, og I er logget ind.');
    expect(text).toContain('Bo Bornholm');
    expect((await portal.get(answer.location)).text).not.toContain('Velkommen. Adgangskoden');
  });

  test('sent twice, the form makes one account and one mail', async () => {
    const form = { ...NEW, _noegle: 'den-samme' };
    const answers = [
      await admin.post('/redaktion/brugere/ny', form),
      await admin.post('/redaktion/brugere/ny', form),
    ];
    expect(answers[1]?.location).toBe(answers[0]?.location);
    expect(waitingMails(portal.db)).toHaveLength(1);
  });

  test.each([
    ['a mail address that is taken', { mail: CAST.admin.email }, 'mail-fejl'],
    ['no mail address', { mail: 'bo' }, 'mail-fejl'],
    ['a name with an address in it', { navn: 'Bo https://evil.test' }, 'navn-fejl'],
    ['no role', { roller: '' }, 'roller-fejl'],
    ['a role that there is not', { roller: 'king' }, 'roller-fejl'],
    ['roles of KOMBIT and of a municipality', { roller: ['staff', 'programme-leader'] }, 'roller-fejl'],
    ['no municipality', { kommune: '' }, 'kommune-fejl'],
    ['an unknown municipality', { kommune: '9999' }, 'kommune-fejl'],
    ['solutions without the role', { loesninger: 'sapa' }, 'loesninger-fejl'],
    ['an unknown solution', { roller: 'system-owner', loesninger: 'findes-ikke' }, 'loesninger-fejl'],
  ])('with %s is told at the field and makes nothing', async (_name, wrong, place) => {
    const answer = await admin.post('/redaktion/brugere/ny', { ...NEW, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`id="${place}"`);
    expect(portal.db.select().from(account).all()).toHaveLength(1);
    expect(waitingMails(portal.db)).toEqual([]);
  });

  test('a new one ends the old one', async () => {
    const { location } = await admin.post('/redaktion/brugere/ny', NEW);
    const first = mailedLink(portal.db, NEW.mail);
    const path = location.split('?')[0] ?? '';
    expect((await admin.post(`${path}/inviter`, {}, { from: path })).status).toBe(303);
    const second = mailedLink(portal.db, NEW.mail);
    expect([(await portal.get(first)).status, (await portal.get(second)).status]).toEqual([404, 200]);
  });

  test('is not sent to somebody who has a password', async () => {
    const answer = await admin.post(`${pathOf(CAST.admin.id)}/inviter`, {}, { from: pathOf(CAST.admin.id) });
    expect(answer.status).toBe(422);
    expect(waitingMails(portal.db)).toEqual([]);
  });

  test('extra fields reach nothing', async () => {
    const extra = {
      id: 'mit-id',
      passwordHash: 'x',
      createdAt: '1999-01-01',
      disabledAt: 'x',
      municipality_id: '0101',
      '__proto__[roles]': 'admin',
      'constructor[prototype][isAdmin]': '1',
    };
    await admin.post('/redaktion/brugere/ny', { ...NEW, ...extra });
    expect(byMail(NEW.mail)).toMatchObject({
      passwordHash: null,
      disabledAt: null,
      municipalityId: '0400',
      version: 1,
    });
    expect(rowOf('mit-id')).toBeUndefined();
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe('changed rights', () => {
  test('hold at once: the person is signed out and an open form is refused', async () => {
    const staff = portal.as('staff');
    expect((await staff.get('/min-konto')).status).toBe(200);
    const path = pathOf(CAST.staff.id);
    const change = { ...formOf(CAST.staff.id), roller: 'programme-leader', kommune: '0461' };
    expect((await admin.post(path, change)).status).toBe(303);
    expect((await staff.get('/min-konto')).status).toBe(303);
    expect(portal.db.select().from(session).where(eq(session.accountId, CAST.staff.id)).all()).toEqual([]);
  });

  test('are in the log with what stood before and after, without name and mail address', async () => {
    addActor(portal.db, CAST.staff);
    const change = { ...formOf(CAST.staff.id), roller: ['staff', 'admin'], navn: 'Rita Ny' };
    await admin.post(pathOf(CAST.staff.id), change);
    const entry = portal.db.select().from(accessLog).where(eq(accessLog.event, 'account-changed')).get();
    expect(entry?.detail).toEqual({
      roles: { before: ['staff'], after: ['staff', 'admin'] },
      name: 'ændret',
    });
    expect(entry?.actor).toBe(CAST.admin.id);
  });

  test('a new name alone signs nobody out', async () => {
    const staff = portal.as('staff');
    await admin.post(pathOf(CAST.staff.id), { ...formOf(CAST.staff.id), navn: 'Rita Ny' });
    expect((await staff.get('/min-konto')).text).toContain('Rita Ny');
  });

  test('a form that is stale shows both and saves nothing', async () => {
    addActor(portal.db, CAST.staff);
    const stale = formOf(CAST.staff.id);
    await admin.post(pathOf(CAST.staff.id), { ...stale, navn: 'Rita Først' });
    const answer = await admin.post(pathOf(CAST.staff.id), { ...stale, navn: 'Rita Sidst' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('<td>Rita Først</td>');
    expect(answer.text).toContain('<td>Rita Sidst</td>');
    expect(answer.text).toContain('value="Rita Sidst"');
    expect(rowOf(CAST.staff.id)?.name).toBe('Rita Først');
  });

  test('the last admin keeps the role and the account', async () => {
    const path = pathOf(CAST.admin.id);
    const deeds = [
      await admin.post(path, { ...formOf(CAST.admin.id), roller: 'staff' }),
      await admin.post(`${path}/luk`, {}, { from: path }),
      await admin.post(`${path}/anonymiser`, { bekraeft: 'ja' }, { from: path }),
    ];
    expect(deeds.map(({ status }) => status)).toEqual([422, 422, 422]);
    for (const { text } of deeds) expect(text).toContain('eneste administrator');
    expect(rowOf(CAST.admin.id)).toMatchObject({ roles: ['admin'], disabledAt: null, name: 'Anna Admin' });
  });

  test('an admin who has only been invited does not count as one', async () => {
    await admin.post('/redaktion/brugere/ny', { navn: 'Ny Admin', mail: 'ny@kombit.dk', roller: 'admin' });
    const path = pathOf(CAST.admin.id);
    expect((await admin.post(`${path}/luk`, {}, { from: path })).status).toBe(422);
  });
});

describe('a closed account', () => {
  test('is signed out at once, cannot sign in, and can be opened again', async () => {
    const visitor = portal.as('odense');
    portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST.odense.id)).run();
    const path = pathOf(CAST.odense.id);
    await admin.post(`${path}/luk`, {}, { from: path });
    expect((await visitor.get('/')).text).not.toContain('Oda Odense');
    const right = { mail: CAST.odense.email, adgangskode: 'elefant giraf pingvin kaktus' };
    expect((await portal.as().post('/log-ind', right)).status).toBe(422);
    await admin.post(`${path}/aabn`, {}, { from: path });
    expect((await portal.as().post('/log-ind', right)).status).toBe(303);
    expect(events(CAST.odense.id).filter((one) => one.startsWith('account-'))).toEqual([
      'account-disabled ok',
      'account-enabled ok',
    ]);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    for (const one of [CAST.odense, CAST.assens, CAST.staff]) addActor(portal.db, one);
    await admin.post('/redaktion/brugere/ny', NEW);
    portal.db
      .update(account)
      .set({ disabledAt: now.toISOString() })
      .where(eq(account.id, CAST.assens.id))
      .run();
  });
  const names = ['Anna Admin', 'Asta Assens', 'Bo Bornholm', 'Oda Odense', 'Rita Redaktør'];

  test.each([
    ['', names],
    ['?kommune=odense', ['Oda Odense']],
    ['?rolle=programme-leader', ['Asta Assens', 'Bo Bornholm', 'Oda Odense']],
    ['?status=lukket', ['Asta Assens']],
    ['?status=aldrig&rolle=programme-leader', ['Bo Bornholm', 'Oda Odense']],
    ['?kommune=odense&rolle=staff', []],
  ])('%s shows %j', async (query, expected) => {
    const { text } = await admin.get(`/redaktion/brugere${query}`);
    const main = text.slice(text.indexOf('<main'));
    expect(names.filter((name) => main.includes(name))).toEqual(expected);
  });

  test.each(['kommune=findes-ikke', 'rolle=king', 'status=glad'])(
    'a filter that there is not (%s) is told',
    async (query) => {
      expect((await admin.get(`/redaktion/brugere?${query}`)).status).toBe(422);
    },
  );
});

describe('sessions', () => {
  test('all are listed with device, and an admin ends one or all of a person', async () => {
    const visitor = portal.as('odense');
    const { text } = await admin.get('/redaktion/brugere/sessioner');
    expect(text).toContain('Oda Odense');
    const ref =
      portal.db.select().from(session).where(eq(session.accountId, CAST.odense.id)).get()?.ref ?? '';
    await admin.post('/redaktion/brugere/sessioner', { session: ref });
    expect((await visitor.get('/min-konto')).status).toBe(303);
    const again = portal.as('odense');
    await admin.post(`${pathOf(CAST.odense.id)}/sessioner`, {}, { from: pathOf(CAST.odense.id) });
    expect((await again.get('/min-konto')).status).toBe(303);
    expect((await admin.post('/redaktion/brugere/sessioner', { session: ref })).status).toBe(404);
  });
});

describe("one person's data", () => {
  test('are told whole, without password and session cookie, and the telling is logged', async () => {
    const visitor = portal.as('odense');
    await visitor.post('/log-ud', {}, { from: '/min-konto' });
    portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST.odense.id)).run();
    const answer = await admin.post(
      `${pathOf(CAST.odense.id)}/udtraek`,
      {},
      { from: pathOf(CAST.odense.id) },
    );
    expect(answer.headers['content-disposition']).toContain('attachment');
    const told = JSON.parse(answer.text);
    expect(told.account).toMatchObject({ email: CAST.odense.email, hasPassword: true });
    expect(told.done.map(({ event }: { event: string }) => event)).toContain('sign-out');
    expect(answer.text).not.toContain(HASH);
    expect(answer.text).not.toContain('Anna Admin');
    expect(events(CAST.odense.id)).toContain('person-exported ok');
  });

  test('go when the person is forgotten; the id and what was done stay', async () => {
    const visitor = portal.as('odense');
    await portal.as().post('/glemt-adgangskode', { mail: CAST.odense.email });
    await visitor.post('/min-konto/sessioner', { session: 'andre' }, { from: '/min-konto' });
    const path = pathOf(CAST.odense.id);
    const unsure = await admin.post(`${path}/anonymiser`, {}, { from: path });
    expect(unsure.status).toBe(422);
    expect((await admin.post(`${path}/anonymiser`, { bekraeft: 'ja' }, { from: path })).status).toBe(303);
    const row = rowOf(CAST.odense.id);
    expect(row?.name).toMatch(/^Tidligere bruger [0-9a-f]{8}$/);
    expect(row?.disabledAt).not.toBe(null);
    expect((await visitor.get('/min-konto')).status).toBe(303);
    const tables = portal.db.$client
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all() as string[];
    for (const table of tables) {
      const rows = JSON.stringify(portal.db.$client.prepare(`select * from "${table}"`).all());
      expect(rows, table).not.toContain(CAST.odense.email);
      expect(rows, table).not.toContain('Oda Odense');
    }
    const own = portal.db.select().from(accessLog).where(eq(accessLog.actor, CAST.odense.id)).all();
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ address }) => address === null)).toBe(true);
    expect(events(CAST.odense.id)).toContain('account-forgotten ok');
    expect((await admin.get('/redaktion/brugere')).text).not.toContain('Tidligere bruger');
    expect((await admin.get(path)).status).toBe(200);
  });

  test('an identity at the login solution goes too', async () => {
    addActor(portal.db, CAST.odense);
    portal.db
      .insert(externalIdentity)
      .values({
        issuer: 'https://idp.test',
        subject: 's',
        accountId: CAST.odense.id,
        createdAt: now.toISOString(),
      })
      .run();
    const path = pathOf(CAST.odense.id);
    await admin.post(`${path}/anonymiser`, { bekraeft: 'ja' }, { from: path });
    expect(portal.db.select().from(externalIdentity).all()).toEqual([]);
  });
});

/** What the staff see and do, and the address by which a receiver says no more. */
import { describe, expect, test } from 'vitest';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { giveUpUnsent } from '#src/core/mail/forget.ts';
import { queueMail } from '#src/core/mail/queue.ts';
import { mail } from '#src/db/schema/mail.ts';
import { newMail, transportTo } from '#test/core/mail/support.ts';
import { buildTestApp } from '#test/support/app.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { correct } from '#test/support/meetings.ts';
import { mailsTo, queueAt, switchOn } from './support.ts';

const PAGE = '/redaktion/mails';
const NOW = '2025-11-25T10:00:00Z';

async function portalAt(at = NOW) {
  const portal = await buildTestApp({ today: at.slice(0, 10), now: () => new Date(at) });
  addActor(portal.db, CAST.odense);
  addActor(portal.db, CAST.owner);
  return portal;
}

const fieldIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const eventsIn = (db: Awaited<ReturnType<typeof portalAt>>['db']) =>
  db.$client.prepare("select event from access_log where event like 'mail%' order by seq").pluck().all();

describe('the page of the mails', () => {
  test('is for staff', async () => {
    const portal = await portalAt();
    expect((await portal.as().get(PAGE)).status).toBe(303);
    expect((await portal.as('odense').get(PAGE)).status).toBe(403);
    expect((await portal.as('staff').get(PAGE)).status).toBe(200);
    expect((await portal.as('odense').get(`${PAGE}/log`)).status).toBe(403);
  });

  test('says that mails are off, shows who would get one, and lets nobody send', async () => {
    const portal = await portalAt();
    const staff = portal.as('staff');
    const { text } = await staff.get(PAGE);
    expect(text).toContain('Mails er slået fra');
    expect(text).toContain('2 personer får ugens mail');
    expect(text).toContain('Ingen i 97 kommuner');
    expect(text).not.toContain('Send nu');
    const answer = await staff.post(`${PAGE}/send`, { udgave: fieldIn(text, 'udgave') }, { from: PAGE });
    expect(answer.status).toBe(422);
    const seen = await staff.post(`${PAGE}/slaa`, { mails: 'måske' }, { from: PAGE });
    expect(seen.status).toBe(422);
    expect(portal.db.select().from(mail).all()).toEqual([]);
  });

  test('switched on and off, each is in the access log, and off stops what waits', async () => {
    const portal = await portalAt();
    const staff = portal.as('staff');
    const on = await staff.post(`${PAGE}/slaa`, { mails: 'til' }, { from: PAGE });
    expect(on.location).toBe(`${PAGE}?udfoert=til`);
    const page = (await staff.get(PAGE)).text;
    await staff.post(`${PAGE}/send`, { udgave: fieldIn(page, 'udgave') }, { from: PAGE });
    expect(mailsTo(portal.db, CAST.odense.email).length).toBe(1);
    await staff.post(`${PAGE}/slaa`, { mails: 'fra' }, { from: PAGE });
    expect(
      portal.db
        .select()
        .from(mail)
        .all()
        .map(({ state }) => state),
    ).toEqual(['given-up', 'given-up']);
    expect(eventsIn(portal.db)).toEqual(['mails-switched-on', 'mails-sent-now', 'mails-switched-off']);
    expect((await staff.get(PAGE)).text).toContain('2 personer får ugens mail');
  });
});

describe('sending', () => {
  test('sends to those the page showed what the page showed, once', async () => {
    const portal = await portalAt();
    switchOn(portal.db, NOW);
    const staff = portal.as('staff');
    const page = (await staff.get(`${PAGE}?modtager=${CAST.odense.id}`)).text;
    const shown = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '';
    const form = { udgave: fieldIn(page, 'udgave'), _noegle: 'samme' };
    expect((await staff.post(`${PAGE}/send`, form, { from: PAGE })).location).toBe(`${PAGE}?udfoert=sendt`);
    expect((await staff.post(`${PAGE}/send`, form, { from: PAGE })).location).toBe(`${PAGE}?udfoert=sendt`);
    const [sent, ...more] = mailsTo(portal.db, CAST.odense.email);
    expect(more).toEqual([]);
    const withoutAddress = (text: string) => text.replace(/\/afmeld\/\S+/, '').trim();
    const decoded = shown
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(withoutAddress(decoded)).toBe(withoutAddress(sent?.text ?? ''));
    expect((await staff.get(PAGE)).text).toContain('2 personer har fået ugens mail');
  });

  test('is refused when something has changed since the page was made', async () => {
    const portal = await portalAt();
    switchOn(portal.db, NOW);
    const staff = portal.as('staff');
    const udgave = fieldIn((await staff.get(PAGE)).text, 'udgave');
    correct(portal.db, '2025-11-25T09:00:00Z', [
      { entity: 'task', objectId: 'valg-ean-nummer', field: 'end', value: day('2026-02-01') },
    ]);
    const answer = await staff.post(`${PAGE}/send`, { udgave }, { from: PAGE });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Intet er sendt');
    expect(portal.db.select().from(mail).all()).toEqual([]);
  });

  test('a week that is left out is not mailed by itself, and may still be sent by hand', async () => {
    const portal = await portalAt('2025-11-24T10:00:00Z');
    switchOn(portal.db);
    const staff = portal.as('staff');
    await staff.post(`${PAGE}/spring-over`, {}, { from: PAGE });
    expect(await queueAt(portal.db, NOW)).toBe(0);
    const page = (await staff.get(PAGE)).text;
    expect(page).toContain(
      'Ugen er sprunget over. Portalen sender selv næste gang tirsdag den 2. december 2025 kl. 8.00.',
    );
    await staff.post(`${PAGE}/send`, { udgave: fieldIn(page, 'udgave') }, { from: PAGE });
    expect(mailsTo(portal.db, CAST.odense.email).length).toBe(1);
  });

  test('what was stopped is told by the next mail', async () => {
    const portal = await portalAt();
    switchOn(portal.db);
    await queueAt(portal.db, NOW);
    await portal.as('staff').post(`${PAGE}/spring-over`, {}, { from: PAGE });
    await queueAt(portal.db, '2025-12-02T10:00:00Z');
    const [stopped, next] = mailsTo(portal.db, CAST.odense.email);
    expect(stopped?.subject).toMatch(/\d+ nye/);
    expect(next?.subject).toMatch(/\d+ nye/);
  });
});

describe('the log', () => {
  test('shows what the server refused, and tries it again', async () => {
    const portal = await portalAt();
    switchOn(portal.db);
    await queueAt(portal.db, NOW);
    let refuses = true;
    const server = await startMailServer({
      moods: (address) =>
        refuses && address === CAST.odense.email ? { receiver: { code: 550, text: 'No such person' } } : {},
    });
    await deliverDue(portal.db, transportTo(server.url), () => new Date(NOW));
    const staff = portal.as('staff');
    const { text } = await staff.get(`${PAGE}/log?tilstand=afvist`);
    expect(text).toContain('1 mail<');
    expect(text).toContain('No such person');
    const [, action = ''] = /action="([^"]+\/igen)"/.exec(text) ?? [];
    expect((await staff.post(action, {}, { from: `${PAGE}/log` })).location).toBe(`${PAGE}/log?udfoert=igen`);
    expect((await staff.post(action, {}, { from: `${PAGE}/log` })).status).toBe(422);
    refuses = false;
    await deliverDue(portal.db, transportTo(server.url), () => new Date(NOW));
    expect(server.arrived.map(({ envelope }) => envelope.to[0]).sort()).toEqual(
      [CAST.odense.email, CAST.owner.email].sort(),
    );
    expect((await staff.get(`${PAGE}/log?tilstand=sendt`)).text).toContain('2 mails<');
    expect((await staff.post(`${PAGE}/999/igen`, {}, { from: `${PAGE}/log` })).status).toBe(404);
    expect((await staff.post(`${PAGE}/x/igen`, {}, { from: `${PAGE}/log` })).status).toBe(404);
  });
});

test('who was invited or asked for a new password is for admins; who got the weekly mail for all staff', async () => {
  const portal = await portalAt();
  const invited = { ...CAST.assens, municipalityId: null };
  addActor(portal.db, invited);
  queueMail(
    portal.db,
    newMail(invited.email, { kind: 'notice', subject: 'Jeres adgangskode er skiftet' }),
    new Date(NOW),
  );
  giveUpUnsent(portal.db, 'Prøve', new Date(NOW));
  switchOn(portal.db);
  await queueAt(portal.db, NOW);
  const [staff, admin] = [portal.as('staff'), portal.as('admin')];
  const [seenByStaff, seenByAdmin] = [await staff.get(`${PAGE}/log`), await admin.get(`${PAGE}/log`)];
  expect(seenByStaff.text).toContain(CAST.odense.email);
  expect(seenByStaff.text).toContain('2 mails<');
  for (const { text } of [seenByStaff, await staff.get(`${PAGE}/log.csv`)]) {
    expect(text).not.toContain(invited.email);
  }
  expect(seenByAdmin.text).toContain('3 mails<');
  const [, again = ''] = /action="([^"]+\/igen)"/.exec(seenByAdmin.text) ?? [];
  expect((await staff.post(again, {}, { from: `${PAGE}/log` })).status).toBe(404);
  expect((await admin.post(again, {}, { from: `${PAGE}/log` })).status).toBe(303);
});

describe('saying no more', () => {
  async function mailed() {
    const portal = await portalAt();
    switchOn(portal.db);
    await queueAt(portal.db, NOW);
    const url = mailsTo(portal.db, CAST.odense.email)[0]?.unsubscribeUrl ?? '';
    return { portal, path: new URL(url).pathname };
  }

  test('opening the address does nothing; its button does, and can be taken back', async () => {
    const { portal, path } = await mailed();
    const stranger = portal.as();
    expect((await stranger.get(path)).text).toContain('Afmeld mailen');
    expect(await queueAt(portal.db, '2025-12-02T10:00:00Z')).toBe(2);
    expect((await stranger.post(path)).location).toBe(path);
    expect((await stranger.get(path)).text).toContain('Mailen er afmeldt');
    expect(await queueAt(portal.db, '2025-12-16T10:00:00Z')).toBe(0);
    expect((await portal.as('staff').get(PAGE)).text).toContain(CAST.odense.email);
    await stranger.post(`${path}/tilmeld`, {}, { from: path });
    expect((await stranger.get(path)).text).toContain('Afmeld mailen');
    expect(eventsIn(portal.db)).toEqual(['mails-switched-on', 'mails-unsubscribed', 'mails-subscribed']);
  });

  test.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])(
    'a mail program says it by one request from another site, and is answered there: %s',
    async (type, payload) => {
      const { portal, path } = await mailed();
      const answer = await portal.app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': type, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
        payload,
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body).toContain('Mailen er afmeldt');
      expect(await queueAt(portal.db, '2025-12-02T10:00:00Z')).toBe(1);
    },
  );

  test('an address that is wrong or cut is not there, and only its hash is kept', async () => {
    const { portal, path } = await mailed();
    expect((await portal.get(path.slice(0, -1))).status).toBe(404);
    expect((await portal.get('/afmeld/x')).status).toBe(404);
    const token = path.split('/').at(-1) ?? '';
    expect(JSON.stringify(portal.db.$client.prepare('select * from digest_mail').all())).not.toContain(token);
  });
});

/** KOMBIT's editors look at a municipality's page as it sees it. */
import { expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';

const now = new Date('2025-11-24T08:00:00Z');
const PATH = '/redaktion/se-som';

function logged({ db }: TestApp) {
  return db.$client
    .prepare(
      `select event, actor, actor_roles as roles, object_id as municipality, object_municipality_id as ofMunicipality, session_ref as session
       from access_log where event like 'seeing-as%' order by seq`,
    )
    .all() as { event: string; actor: string; session: string }[];
}

test('the page is the municipality’s, marked, and both ends are in the log', async () => {
  const portal = await buildTestApp({ now: () => now });
  const staff = portal.as('staff');
  expect((await staff.get('/kommuner/odense')).text).toContain(`href="${PATH}?kommune=odense"`);
  const begun = await staff.post(PATH, { kommune: 'odense' });
  expect([begun.status, begun.location]).toEqual([303, '/kommuner/odense']);
  const { text } = await staff.get(begun.location);
  expect(text).toContain('I ser portalen, som <b>Odense Kommune</b> ser den.');
  expect(text).not.toContain(PATH + '?');
  const ended = await staff.post(`${PATH}/slut`, {}, { from: '/kommuner/odense' });
  expect([ended.status, ended.location]).toEqual([303, '/kommuner/odense']);
  expect((await staff.get('/redaktion/log')).status).toBe(200);
  const [first, second, ...more] = logged(portal);
  expect(more).toEqual([]);
  const about = { actor: 'test-rita', municipality: '0461', ofMunicipality: '0461' };
  expect(first).toMatchObject({ event: 'seeing-as-begun', roles: 'staff', ...about });
  expect(second).toMatchObject({ event: 'seeing-as-ended', ...about });
  expect(first?.session).toBe(second?.session);
});

test('nothing can be changed meanwhile, and an attempt is in the log', async () => {
  const portal = await buildTestApp({ now: () => now });
  const staff = portal.as('staff');
  await staff.post(PATH, { kommune: 'odense' });
  const entries = () => portal.db.$client.prepare('select count(*) from entry').pluck().get();
  const before = entries();
  expect((await staff.get('/redaktion/log')).status).toBe(403);
  expect((await staff.post('/fortryd', { aendring: '3' }, { from: '/' })).status).toBe(403);
  expect((await staff.post(PATH, { kommune: 'assens' }, { from: '/' })).status).toBe(403);
  expect(entries()).toBe(before);
  const refused = portal.db.$client
    .prepare("select reason from access_log where event = 'access-refused' order by seq")
    .pluck()
    .all();
  expect(refused).toEqual(['staff', 'seeing-as', 'staff']);
});

test('ends for the session that began it alone, and a second ending is no fault', async () => {
  const portal = await buildTestApp({ now: () => now });
  const [one, other] = [portal.as('staff'), portal.as('staff')];
  await one.post(PATH, { kommune: 'odense' });
  expect((await other.get('/redaktion/log')).status).toBe(200);
  await one.post(`${PATH}/slut`, {}, { from: '/' });
  expect((await one.post(`${PATH}/slut`, {}, { from: '/' })).location).toBe('/');
  expect(logged(portal).length).toBe(2);
});

test.each([{ kommune: '' }, {}, { kommune: 'atlantis' }, { kommune: '0461' }])(
  'a municipality that is none is told at the field: %o',
  async (fields) => {
    const portal = await buildTestApp({ now: () => now });
    const { status, text } = await portal.as('staff').post(PATH, fields);
    expect(status).toBe(422);
    expect(text).toContain('id="kommune-fejl"');
    expect(logged(portal)).toEqual([]);
  },
);

test('nobody of a municipality sees as another', async () => {
  const portal = await buildTestApp({ now: () => now });
  const odense = portal.as('odense');
  expect((await odense.post(PATH, { kommune: 'assens' }, { from: '/' })).status).toBe(403);
  expect((await portal.as().get(PATH)).location).toContain('/log-ind');
  expect((await odense.get('/kommuner/assens')).text).not.toContain(PATH);
});

/** The database cannot be written: full disk, no right, held by another program. Reading goes on. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { batch } from '#src/db/schema/journal.ts';
import { buildTestApp } from '#test/support/app.ts';
import { tokenIn } from '#test/support/cast.ts';

const GRID = '/redaktion/underskrifter/tre-datastandarder';
const fields = {
  kommune: '0461/0',
  status: 'underskrevet',
  dato: '24.11.2025',
  bemaerkning: 'på vej i udvalget',
};

async function onFullDisk() {
  const portal = await buildTestApp({ today: '2025-11-24' });
  const staff = portal.as('staff');
  const page = (await staff.get(GRID)).text;
  const revision = /name="kommune" value="(0461\/\d+)"/.exec(page)?.[1] ?? '';
  const token = tokenIn(page);
  portal.db.$client.pragma('query_only = ON');
  const send = () => staff.post(GRID, { ...fields, kommune: revision, _noegle: 'en-formular' }, { token });
  return { portal, staff, send };
}

test('a save is refused with 503, says so in Danish, keeps what was typed, and holds nothing half', async () => {
  const { portal, staff, send } = await onFullDisk();
  const before = portal.db.select().from(batch).all().length;
  const refused = await send();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['cache-control']).toBe('no-store');
  expect(refused.text).toContain('Portalen kan ikke gemme lige nu');
  expect(refused.text).not.toMatch(/sqlite|readonly/i);
  const gemt = /name="gemt" value="([^"]+)"/.exec(refused.text)?.[1] ?? '';
  const kept = await staff.post('/log-ind/send-igen', { gemt }, { from: '/' });
  expect(kept.text).toContain('på vej i udvalget');
  expect(portal.db.select().from(batch).all()).toHaveLength(before);
});

test('pages are read meanwhile, and the same form is taken when there is room again', async () => {
  const { portal, staff, send } = await onFullDisk();
  await send();
  for (const path of ['/', '/frister', GRID]) expect((await staff.get(path)).status, path).toBe(200);
  portal.db.$client.pragma('query_only = OFF');
  expect((await send()).status).toBe(303);
});

test('nobody is signed in, and no password is carried in the page', async () => {
  const { portal } = await onFullDisk();
  const answer = await portal.as().post('/log-ind', { mail: 'oda@odense.test', adgangskode: 'kanariefugl' });
  expect(answer.status).toBe(503);
  expect(answer.text).not.toContain('kanariefugl');
  expect(String(answer.headers['set-cookie'])).not.toContain('portal=');
});

test('an undoing that is refused leads to a page that is there', async () => {
  const portal = await buildTestApp();
  const staff = portal.as('staff');
  const answer = await staff.post('/fortryd', { aendring: '1' }, { from: GRID });
  expect(answer.status).toBe(422);
  const [, back = ''] = /<a class="button button-primary" href="([^"]*)"/.exec(answer.text) ?? [];
  expect((await staff.get(back)).status).toBe(200);
});

test('signing out is possible: the browser forgets the session', async () => {
  const { staff } = await onFullDisk();
  const answer = await staff.post('/log-ud', {}, { from: GRID });
  expect(answer.status).toBe(303);
  expect(staff.cookies.has('portal')).toBe(false);
});

test('another program that holds the database is waited for briefly, and the save is refused', async () => {
  const portal = await buildTestApp({ today: '2025-11-24' });
  const staff = portal.as('staff');
  const page = (await staff.get(GRID)).text;
  expect(portal.db.$client.pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(2000);
  const other = new Database(portal.db.$client.name);
  other.exec('begin immediate');
  const answer = await staff.post(GRID, { ...fields, _noegle: 'en-formular' }, { token: tokenIn(page) });
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Portalen kan ikke gemme lige nu');
  other.close();
});

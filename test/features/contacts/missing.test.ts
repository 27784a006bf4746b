/** Roles that nobody has: the municipality sees its own, KOMBIT those of all 98 in one list. */
import { beforeEach, expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Visitor } from '#test/support/cast.ts';

const LIST = '/redaktion/kontakter';

let portal: TestApp;
let odense: Visitor;
let staff: Visitor;

beforeEach(async () => {
  portal = await buildTestApp();
  odense = portal.as('odense');
  staff = portal.as('staff');
});

function add(fields: Record<string, string>) {
  const all = { grundlag: '0', loesning: '', navn: '', mail: '', telefon: '' };
  return odense.post('/kommuner/odense/kontakter/ret', { ...all, ...fields });
}

/** "97 af 98" by role. */
async function counts(): Promise<Record<string, string>> {
  const { text } = await staff.get(LIST);
  const rows = text.matchAll(
    /<th scope="row">([^<]*)<\/th><td class="number no-wrap">(?:<a [^>]*>)?(\d+ af \d+)/g,
  );
  return Object.fromEntries([...rows].map(([, role, count = '']) => [role, count]));
}

test('at first nobody has any, and each person taken in is one less', async () => {
  expect(new Set(Object.values(await counts()))).toEqual(new Set(['98 af 98']));
  await add({ rolle: 'legal', navn: 'Jens Jurist' });
  await add({ rolle: 'system-owner', loesning: 'sapa', navn: 'Sune System' });
  await add({ rolle: 'mailbox', mail: 'klik@odense.test' });
  const now = await counts();
  const less = Object.entries(now).filter(([, count]) => count === '97 af 98');
  expect(less.map(([role]) => role).sort()).toEqual([
    'Funktionspostkasse',
    'Jurist eller DPO',
    'Systemansvarlig, SAPA',
  ]);
});

test('a role that stands without a person counts as nobody', async () => {
  await add({ rolle: 'legal' });
  expect((await counts())['Jurist eller DPO']).toBe('98 af 98');
});

test('a role is opened to the municipalities, and its file holds the same', async () => {
  await add({ rolle: 'system-owner', loesning: 'sapa', navn: 'Sune System' });
  const query = '?rolle=system-owner&loesning=sapa';
  const { text } = await staff.get(`${LIST}${query}`);
  expect(text).toContain('Systemansvarlig, SAPA: 97 kommuner uden en person');
  const names = [...text.matchAll(/href="\/kommuner\/([a-z-]+)\/kontakter"/g)].map(([, slug]) => slug);
  expect(names).toHaveLength(97);
  expect(names).not.toContain('odense');
  const lines = (await staff.get(`${LIST}.csv${query}`)).text.trim().split('\r\n').slice(1);
  expect(lines).toHaveLength(97);
  expect(lines[0]).toContain('Systemansvarlig;SAPA;');
  expect((await staff.get(`${LIST}.csv`)).text).not.toContain('Sune');
});

test.each([
  '?rolle=findes-ikke',
  '?rolle=system-owner',
  '?rolle=legal&loesning=sapa',
  `?rolle=${'x'.repeat(99)}`,
])('%s is no role that every municipality is asked for', async (query) => {
  const page = await staff.get(`${LIST}${query}`);
  expect([page.status, page.text.includes('Rollen findes ikke.')]).toEqual([422, true]);
});

test('only KOMBIT has the list of all', async () => {
  for (const path of [LIST, `${LIST}.csv`, `${LIST}.xlsx`]) {
    expect((await odense.get(path)).status).toBe(403);
    expect((await portal.as().get(path)).location).toContain('/log-ind?');
  }
});

test('both sides read on the page of the municipality which roles nobody has', async () => {
  await add({ rolle: 'legal', navn: 'Jens Jurist' });
  for (const visitor of [odense, staff]) {
    const { text } = await visitor.get('/kommuner/odense');
    expect(text).toMatch(
      /Ingen person endnu:<\/b> Programleder, Funktionspostkasse, Infrastrukturansvarlig</,
    );
  }
});

test('a mailbox with an address is somebody', async () => {
  await add({ rolle: 'mailbox', mail: 'klik@odense.test' });
  expect((await odense.get('/kommuner/odense/kontakter')).text).not.toContain('Ingen person endnu');
  expect((await odense.get('/kommuner/odense')).text).toContain('klik@odense.test (Funktionspostkasse)');
});

test('the person of a role that stands empty is written on it, not beside it', async () => {
  await add({ rolle: 'legal' });
  const { text } = await odense.get('/kommuner/odense/kontakter');
  expect(text).toMatch(/href="[^"]*ret\?kontakt=[^"]*">Jurist eller DPO/);
});

/** Ændringslog: what an editor finds, reads and undoes. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '#src/formats/csv.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { saveSignature, signatureId } from '#test/support/deed.ts';

const MORNING = new Date('2025-11-24T08:12:00Z');
let now = MORNING;
let portal: TestApp;
const [ODENSE, ASSENS] = ['0461', '0420'];

beforeEach(async () => {
  now = MORNING;
  portal = await buildTestApp({ now: () => now });
});

/** The visible text of a page, in one line. */
function words(html: string): string {
  return html
    .slice(html.indexOf('<main'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const sign = (municipalityId: string, status = 'signed', who: 'staff' | 'staff2' = 'staff') =>
  saveSignature(portal.db, who, now, { municipalityId, status });

describe('the list', () => {
  test('tells when, who with which role, what, which kind and how many, the newest first', async () => {
    sign(ODENSE);
    now = new Date('2025-11-24T08:30:00Z');
    sign(ASSENS, 'signed', 'staff2');
    const text = words((await portal.as('staff').get('/redaktion/log')).text);
    expect(text).toContain(
      '24.11.2025 kl. 9.30 Status er sat for 1 kommune Ruben Redaktør KOMBIT-redaktør Rettelse 1 oplysning',
    );
    expect(text.indexOf('9.30')).toBeLessThan(text.indexOf('9.12'));
  });

  test.each([
    ['hvem=test-rita', ['Odense']],
    ['type=signature&kommune=assens', ['Assens']],
    ['fra=25.11.2025', ['Assens']],
    ['fra=24.11.2025&til=24.11.2025&hvem=test-rita', ['Odense']],
    ['til=1/11-25', []],
  ])('?%s', async (query, expected) => {
    const ids = new Map([['Odense', sign(ODENSE)]]);
    now = new Date('2025-11-24T23:30:00Z');
    ids.set('Assens', sign(ASSENS, 'missing', 'staff2'));
    const { text } = await portal.as('staff').get(`/redaktion/log?${query}`);
    const found = [...ids].filter(([, id]) => text.includes(`"/redaktion/log/${id}"`)).map(([name]) => name);
    expect(found).toEqual(expected);
  });

  test.each([
    'fra=31.11.2025',
    'fra=2.12.2025&til=1.12.2025',
    'type=konto',
    'kommune=atlantis',
    'objekt=konto/1',
    'foer=x',
  ])('a filter that cannot be read is told: ?%s', async (query) => {
    const { status, text } = await portal.as('staff').get(`/redaktion/log?${query}`);
    expect(status).toBe(422);
    expect(text).toContain('Det kan ikke vises');
  });

  test('pages hold by the number of the deed: what is saved meanwhile moves nothing', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => sign(ODENSE, index % 2 ? 'signed' : 'missing'));
    const staff = portal.as('staff');
    const first = (await staff.get('/redaktion/log')).text;
    sign(ASSENS);
    const older = /href="(\/redaktion\/log\?foer=\d+)"/.exec(first)?.[1] ?? '';
    const second = (await staff.get(older)).text;
    const shown = (html: string) => ids.filter((id) => html.includes(`"/redaktion/log/${id}"`));
    expect(shown(first).length).toBe(50);
    expect([...shown(first), ...shown(second)].sort((a, b) => a - b)).toEqual(ids);
  });
});

describe('a deed', () => {
  test('shows old and new value in words, the day it holds from apart from when it was recorded, and the reason', async () => {
    const id = saveSignature(portal.db, 'staff', now, {
      municipalityId: ODENSE,
      status: 'in-progress',
      note: '<script>alert(1)</script>',
    });
    const { text } = await portal.as('staff').get(`/redaktion/log/${id}`);
    expect(text).not.toContain('<script>alert');
    expect(words(text)).toMatch(/Registreret 24\. november 2025 kl\. 9\.12/);
    expect(words(text)).toMatch(/Odense .*Gælder fra 21\.11\.2025 .*Fordi: Ringet op/);
    expect(words(text)).toMatch(/Status \S+ Under behandling/);
    expect(text).toMatch(/<del><span class="status[^>]*>.*?(Mangler|Underskrevet)<\/span>\s*<\/del>/s);
  });

  test('is undone by its button; the two lead to each other, and a second undoing is refused with a reason', async () => {
    const id = sign(ODENSE, 'not-relevant');
    const staff = portal.as('staff');
    const path = `/redaktion/log/${id}`;
    const answer = await staff.post('/fortryd', { aendring: String(id), tilbage: path }, { from: path });
    expect([answer.status, answer.location]).toEqual([303, `${path}?kvittering=${id + 1}`]);
    const page = words((await staff.get(answer.location)).text);
    expect(page).toContain('Ændringen er fortrudt. Se fortrydelsen');
    expect(page).not.toContain('Fortryd ændringen');
    const undoing = (await staff.get(`/redaktion/log/${id + 1}`)).text;
    expect(words(undoing)).toContain('Det her fortryder en tidligere ændring');
    expect(undoing).toContain(`href="${path}"`);
    expect((await staff.post('/fortryd', { aendring: String(id) }, { from: path })).status).toBe(422);
  });

  test('that cannot be undone says why', async () => {
    const staff = portal.as('staff');
    expect(words((await staff.get('/redaktion/log/1')).text)).toContain(
      'Kan ikke fortrydes. Portalens grunddata kan ikke fortrydes.',
    );
    const first = sign(ODENSE, 'missing');
    sign(ODENSE, 'signed');
    expect(words((await staff.get(`/redaktion/log/${first}`)).text)).toContain(
      'Én oplysning er ændret igen siden.',
    );
  });

  test('that does not exist is not found', async () => {
    const staff = portal.as('staff');
    for (const id of ['99999', 'x', '1e3', '0x1'])
      expect((await staff.get(`/redaktion/log/${id}`)).status).toBe(404);
  });
});

test('the history of one record is led to from its own page, for editors alone', async () => {
  sign(ODENSE);
  const path = '/aftaler/tre-datastandarder';
  const link = '/redaktion/log?objekt=agreement%2Ftre-datastandarder';
  const staff = portal.as('staff');
  expect((await staff.get(path)).text).toContain(link);
  for (const who of [undefined, 'odense'] as const)
    expect((await portal.as(who).get(path)).text).not.toContain('/redaktion/log');
  const history = words((await staff.get(link)).text);
  expect(history).toContain('Historik for Aftale: Tilslutningsaftale om tre begrebs- og datastandarder');
  expect(history).toMatch(/Frist \S+ 15\. december 2025/);
  const own = await staff.get(`/redaktion/log?objekt=signature/${signatureId(portal.db, ODENSE ?? '')}`);
  expect(words(own.text)).toContain('Historik for Underskrift: Odense');
});

describe('as a file', () => {
  test('holds each change of what the filter leaves, in UTC, with every field, and text that is no formula', async () => {
    const id = saveSignature(portal.db, 'staff', now, {
      municipalityId: ODENSE,
      status: 'signed',
      note: '=HYPERLINK("x")',
    });
    sign(ASSENS);
    const { text, headers } = await portal
      .as('staff')
      .get('/redaktion/log.csv?kommune=odense&hvem=test-rita');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain(`'=HYPERLINK`);
    const { rows } = readCsv(Buffer.from(text));
    const [heading, ...lines] = rows.map(({ cells }) => cells);
    expect(lines.length).toBe(2);
    const first = Object.fromEntries((heading ?? []).map((name, index) => [name, lines[0]?.[index]]));
    expect(first).toMatchObject({
      aendring: String(id),
      registreret_utc: '2025-11-24T08:12:00.000Z',
      hvem: 'Rita Redaktør',
      rolle: 'KOMBIT-redaktør',
      type: 'Underskrift',
      felt: 'Status',
      nu: 'Underskrevet',
      gaelder_fra: '2025-11-21',
      begrundelse: 'Ringet op',
      forespoergsel: 'prøve1',
    });
  });

  test('is itself in the access log, with what was chosen', async () => {
    await portal.as('staff').get(`/redaktion/log/1.xlsx`);
    const found = portal.db.$client
      .prepare("select actor, object_id, detail from access_log where event = 'log-exported'")
      .get() as { actor: string; object_id: string; detail: string };
    expect(found).toMatchObject({ actor: 'test-rita', object_id: '/redaktion/log/1.xlsx' });
    expect(JSON.parse(found.detail)).toMatchObject({ format: 'xlsx' });
  });
});

test('the log is the same on an earlier day, and only editors read it', async () => {
  const id = sign(ODENSE);
  const { status, text } = await portal.as('staff').get('/redaktion/log?stand=2025-03-01');
  expect([status, text.includes(`/redaktion/log/${id}`)]).toEqual([200, true]);
  expect((await portal.as('odense').get(`/redaktion/log/${id}`)).status).toBe(403);
  expect((await portal.as().get('/redaktion/log')).location).toBe('/log-ind?tilbage=%2Fredaktion%2Flog');
});

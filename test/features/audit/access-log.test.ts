/** Adgangslog: what an admin reads, and that the reading is in it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccessEvent } from '#src/core/access-log/events.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { removeOldAccess } from '#src/core/access-log/retention.ts';
import { readCsv } from '#src/formats/csv.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { CastName } from '#test/support/cast.ts';
import { doerOf, saveSignature } from '#test/support/deed.ts';

const PATH = '/redaktion/adgangslog';
let now = new Date();
let portal: TestApp;

beforeEach(async () => {
  now = new Date('2025-11-24T08:12:00Z');
  portal = await buildTestApp({ now: () => now });
});

function words(html: string): string {
  return html
    .slice(html.indexOf('<main'))
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<option.*?<\/option>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const tell = (who: CastName, event: AccessEvent, at: string, outcome: 'ok' | 'refused' | 'failed' = 'ok') => {
  const instant = new Date(at);
  logAccess(portal.db, doerOf(portal.db, who, instant), { event, outcome }, instant);
};

test('an admin reads when, what, how it went, who as what, from where and in which request', async () => {
  saveSignature(portal.db, 'staff', now, { municipalityId: '0461', status: 'signed' });
  tell('odense', 'access-refused', '2025-11-24T08:13:00Z', 'refused');
  const text = words((await portal.as('admin').get(PATH)).text);
  expect(text).toContain(
    '24.11.2025 kl. 9.13 nr. 2 Adgang afvist Afvist Oda Odense Programleder, Odense Kommune &ndash; 192.0.2.7 forespørgsel prøve1',
  );
  expect(text).toMatch(/Oplysninger ændret I orden Rita Redaktør KOMBIT-redaktør Ændring nr\. \d+/);
});

test('nobody else reads it, whatever their role', async () => {
  for (const path of [PATH, `${PATH}.csv`, `${PATH}.xlsx`]) {
    for (const who of ['odense', 'owner', 'staff'] as const)
      expect((await portal.as(who).get(path)).status).toBe(403);
    expect((await portal.as().get(path)).location).toContain('/log-ind');
  }
});

test.each([
  ['haendelse=sign-out', ['2']],
  ['person=test-oda', ['1', '2']],
  ['udfald=afvist', ['3']],
  ['fra=24.11.2025', ['2', '3']],
  ['til=23.11.2025', ['1']],
  ['kode=pr%C3%B8ve1', null],
  ['kode=abc12345', []],
])('?%s', async (query, expected) => {
  tell('odense', 'sign-in', '2025-11-23T12:00:00Z');
  tell('odense', 'sign-out', '2025-11-23T23:30:00Z');
  tell('staff', 'form-refused', '2025-11-24T07:00:00Z', 'refused');
  const { status, text } = await portal.as('admin').get(`${PATH}?${query}`);
  if (expected === null) expect(status).toBe(422);
  else expect([...text.matchAll(/nr\. (\d+)/g)].map((match) => match[1]).reverse()).toEqual(expected);
});

test('each reading and each file is an entry, with what was asked for and about whom', async () => {
  const admin = portal.as('admin');
  await admin.get(`${PATH}?person=test-oda&fra=1.11.2025`);
  await admin.get(`${PATH}.csv?udfald=ok`);
  await admin.get(`${PATH}.csv?udfald=afvist`);
  const found = portal.db.$client
    .prepare('select event, actor, object_id as about, detail from access_log order by seq')
    .all() as { event: string; about: string; detail: string }[];
  expect(found.map(({ detail, ...one }) => ({ ...one, detail: JSON.parse(detail) as unknown }))).toEqual([
    {
      event: 'log-read',
      actor: 'test-anna',
      about: 'test-oda',
      detail: { rows: 0, filter: { person: 'test-oda', fra: '2025-11-01' } },
    },
    {
      event: 'log-exported',
      actor: 'test-anna',
      about: `${PATH}.csv`,
      detail: { format: 'csv', rows: 0, filter: { udfald: 'afvist' } },
    },
  ]);
});

test('the file holds every field of every entry, in UTC and in order', async () => {
  tell('odense', 'sign-in', '2025-11-23T12:00:00.123Z');
  tell('staff', 'form-refused', '2025-11-24T07:00:00Z', 'refused');
  const { text } = await portal.as('admin').get(`${PATH}.csv`);
  const { rows } = readCsv(Buffer.from(text));
  const [heading, ...lines] = rows.map(({ cells }) => cells);
  const records = lines.map((cells) =>
    Object.fromEntries((heading ?? []).map((name, index) => [name, cells[index] ?? null])),
  );
  expect(records.map(({ nummer }) => nummer)).toEqual(['2', '1']);
  expect(records[1]).toMatchObject({
    tidspunkt_utc: '2025-11-23T12:00:00.123Z',
    haendelse: 'sign-in',
    udfald: 'ok',
    hvem: 'test-oda',
    navn: 'Oda Odense',
    roller: 'programme-leader',
    kommune: '0461',
    forespoergsel: 'prøve1',
    adresse: '192.0.2.7',
  });
  expect(records[1]?.kontrolsum).toMatch(/^[0-9a-f]{64}$/);
});

test('an address that is no longer kept is shown cut', async () => {
  tell('odense', 'sign-in', '2025-10-01T12:00:00Z');
  removeOldAccess(portal.db, now);
  const text = words((await portal.as('admin').get(`${PATH}?person=test-oda`)).text);
  expect(text).toContain('192.0.2.0/24');
  expect(text).not.toContain('192.0.2.7');
});

describe('above the log', () => {
  test('nothing is unusual on an ordinary day', async () => {
    tell('odense', 'sign-in', '2025-11-24T07:00:00Z');
    for (let count = 0; count < 20; count += 1)
      tell('odense', 'access-refused', '2025-11-24T07:00:00Z', 'refused');
    expect(words((await portal.as('admin').get(PATH)).text)).toContain(
      'Intet usædvanligt de seneste 30 dage.',
    );
  });

  test('more than 20 refused on one day by one account', async () => {
    for (let count = 0; count < 21; count += 1)
      tell('odense', 'access-refused', '2025-11-24T07:00:00Z', 'refused');
    const { text } = await portal.as('admin').get(PATH);
    expect(words(text)).toContain('Oda Odense blev afvist 21 gange 24. november 2025.');
    expect(text).toContain(`${PATH}?person=test-oda&amp;fra=2025-11-24&amp;til=2025-11-24`);
  });

  test('a sign-in at night, by the clock in Denmark', async () => {
    tell('staff', 'sign-in', '2025-11-24T04:59:00Z');
    tell('odense', 'sign-in', '2025-11-24T05:01:00Z');
    const text = words((await portal.as('admin').get(PATH)).text);
    expect(text).toContain('Rita Redaktør loggede ind 24. november 2025 kl. 5.59, uden for kl. 6 til 22.');
    expect(text).not.toContain('Oda Odense loggede ind');
  });

  test('a chain that is broken', async () => {
    tell('staff', 'chains-checked', '2025-11-24T04:00:00Z', 'failed');
    expect(words((await portal.as('admin').get(PATH)).text)).toContain(
      'nogen har ændret i dem uden om portalen',
    );
  });

  test('the monthly sample is ten entries of people, the same for everybody', async () => {
    for (let day = 1; day <= 30; day += 1)
      tell('staff', 'sign-out', `2025-10-${String(day).padStart(2, '0')}T08:00:00Z`);
    tell('staff', 'sign-out', '2025-11-02T08:00:00Z');
    const admin = portal.as('admin');
    expect((await admin.get(PATH)).text).toContain(`${PATH}?stikproeve=2025-10`);
    const numbers = async () =>
      [...(await admin.get(`${PATH}?stikproeve=2025-10`)).text.matchAll(/nr\. (\d+)/g)].map((one) =>
        Number(one[1]),
      );
    const first = await numbers();
    expect(first.length).toBe(10);
    expect(Math.max(...first)).toBeLessThan(31);
    expect(await numbers()).toEqual(first);
  });
});

test.each(['haendelse=x', 'udfald=ok', 'fra=31.11.2025', 'stikproeve=2025-13', 'person=a%20b', 'foer=-1'])(
  'a filter that cannot be read is told: ?%s',
  async (query) => {
    expect((await portal.as('admin').get(`${PATH}?${query}`)).status).toBe(422);
  },
);

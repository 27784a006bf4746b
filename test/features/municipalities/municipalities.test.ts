import { expect, test } from 'vitest';
import { municipalities } from '#src/features/municipalities/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const reading = () => ({ db: seededDatabase(), today: MEETING_DAY });

test('each of the 98 is found by name, code, KKR and the spellings people use', () => {
  const entries = municipalities.searchEntries?.(reading()) ?? [];
  expect(entries).toHaveLength(98);
  const entry = entries.find((one) => one.title === 'Københavns Kommune');
  expect(entry).toMatchObject({
    group: 'Kommuner',
    href: '/kommuner/koebenhavn',
    context: 'Kommunenr. 0101, KKR Hovedstaden',
  });
  for (const word of ['København', '0101', 'Kbh', 'Region Hovedstaden']) expect(entry?.body).toContain(word);
});

test('a municipality is described by its official name, and no other record is', () => {
  const own = reading();
  expect(municipalities.describe?.(own, 'municipality', '0461')).toEqual({
    kind: 'Kommune',
    title: 'Odense Kommune',
    href: '/kommuner/odense',
  });
  expect(municipalities.describe?.(own, 'municipality', '0411')).toBeUndefined();
  expect(municipalities.describe?.(own, 'task', '0461')).toBeUndefined();
});

test('the API lists the 98 in Danish order with four-digit codes', async () => {
  const { get } = await buildTestApp();
  const { data } = JSON.parse((await get('/api/v1/municipalities')).text);
  expect(data).toHaveLength(98);
  expect(data.every((one: { code: string }) => /^\d{4}$/.test(one.code))).toBe(true);
  expect(data.at(-1)).toMatchObject({
    code: '0751',
    name: 'Aarhus',
    officialName: 'Aarhus Kommune',
    slug: 'aarhus',
    kkr: 'KKR Midtjylland',
    url: '/kommuner/aarhus',
  });
});

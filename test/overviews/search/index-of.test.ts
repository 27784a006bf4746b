import { expect, test } from 'vitest';
import { makeStandings } from '#src/core/journal/standing.ts';
import { indexOf } from '#src/overviews/search/index-of.ts';
import { buildTestApp } from '#test/support/app.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

test('days between two changes share one index, and searching writes nothing to the database', () => {
  const db = seededDatabase();
  const standings = makeStandings(db);
  const on = (day: string) => indexOf({ db: standings.at(day), today: day });
  expect(on('2025-11-22')).toBe(on('2025-11-23'));
  expect(on('2025-11-22')).not.toBe(on('2025-11-24'));
  expect(on('2026-01-01')).toBe(on('2026-11-22'));
  expect(on('2025-11-22').find('sapa').length).toBeGreaterThan(0);
  expect(db.$client.prepare("select 1 from sqlite_schema where name like 'found%'").get()).toBe(undefined);
});

test.each([
  'sapa AND valg',
  '"',
  'NEAR(sapa valg)',
  'title:sapa',
  '*',
  '-sapa',
  '('.repeat(5000),
  '%',
  '_',
  '😀',
])('a search for %.20s is words to be found, never an instruction', async (query) => {
  const { get } = await buildTestApp();
  expect((await get(`/soeg?q=${encodeURIComponent(query)}`)).status).toBe(200);
});

test('where more is found than is shown, no number of all is claimed', async () => {
  const { get } = await buildTestApp();
  expect((await get('/soeg?q=i')).text).toContain('De 200 bedste resultater for »i«');
});

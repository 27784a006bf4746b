import { describe, expect, test } from 'vitest';
import type { Reading } from '#src/core/offers/offers.ts';
import { governance } from '#src/features/governance/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

function reading(): Reading {
  return { db: seededDatabase(), today: MEETING_DAY };
}

test('the ten steps are dates to know, also the one without a date; only the application deadline asks something', () => {
  const deadlines = governance.deadlines?.(reading()) ?? [];
  expect(deadlines).toHaveLength(10);
  expect(new Set(deadlines.map(({ kind }) => kind))).toEqual(new Set(['council']));
  expect(
    deadlines.filter(({ informationOnly }) => !informationOnly).map(({ title, note }) => [title, note]),
  ).toEqual([
    ['Ansøgningsfrist', 'Ansøgningen skal indeholde: Navn, Stilling (fagområde), evt. 5 linjer motivation.'],
  ]);
  expect(deadlines.filter(({ date }) => date.precision === 'none').map(({ title }) => title)).toEqual([
    'Godkendelse',
  ]);
});

describe('every record has a place on a page', () => {
  test.each([
    ['council', 2],
    ['seat', 14],
    ['seat_criterion', 6],
    ['application_field', 3],
    ['process_step', 10],
    ['flow_step', 9],
    ['wheel_entry', 17],
  ])('%s', async (entity, count) => {
    const { db, get } = await buildTestApp();
    const ids = db.$client.prepare(`select id from "${entity}"`).pluck().all() as string[];
    expect(ids).toHaveLength(count);
    for (const id of ids) {
      const described = governance.describe?.({ db, today: MEETING_DAY }, entity, id);
      const [path = '', anchor] = described?.href.split('#') ?? [];
      const { status, text } = await get(path);
      expect(status, id).toBe(200);
      if (anchor) expect(text, id).toContain(`id="${anchor}"`);
    }
  });

  test('what does not stand, and what is another feature’s, is not described', () => {
    expect(governance.describe?.(reading(), 'seat', 'findes-ikke')).toBeUndefined();
    expect(governance.describe?.(reading(), 'task', 'rolle-4-telefonnumre')).toBeUndefined();
  });
});

test('search finds a council, a seat, a step and an activity that stands twice once', async () => {
  const { get } = await buildTestApp();
  for (const [word, href] of [
    ['fagraad', '/k98/raad/fagraad'],
    ['KOMDIR', '/k98/raad/portefoeljeraad#plads-'],
    ['onboarding', '/k98#bemanding'],
    ['motivation', '/k98'],
  ]) {
    expect((await get(`/soeg?q=${word}`)).text, word).toContain(`href="${href}`);
  }
  const twice = governance
    .searchEntries?.(reading())
    .filter(({ title }) => title.startsWith('Analyse af muligheder'));
  expect(twice).toHaveLength(1);
});

test('councils and wheel stand in short with K98, and nowhere else', () => {
  const sections = governance.solutionSections?.(reading(), 'k98', (path) => path) ?? [];
  expect(sections.map(({ heading }) => heading)).toEqual(['Råd og årshjul']);
  expect(governance.solutionSections?.(reading(), 'fki-sts', (path) => path)).toEqual([]);
});

test('the API gives the councils with their seats, and an open number as null', async () => {
  const { get } = await buildTestApp();
  const { data } = JSON.parse((await get('/api/v1/councils')).text);
  expect(data.map((one: { slug: string; seats: unknown[] }) => [one.slug, one.seats.length])).toEqual([
    ['portefoeljeraad', 9],
    ['fagraad', 5],
  ]);
  expect(data[0].seats[5]).toMatchObject({
    title: 'En forperson fra hvert Fagråd',
    count: null,
    appointed: [],
    municipality: null,
    source: { meeting: '2025-11', slide: 49 },
  });
});

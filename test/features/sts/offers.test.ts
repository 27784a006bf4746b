import { describe, expect, test } from 'vitest';
import type { Reading } from '#src/core/offers/offers.ts';
import { sts } from '#src/features/sts/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

function reading(): Reading {
  return { db: seededDatabase(), today: MEETING_DAY };
}

test('the deadlines are the four milestones, all for information; a phase without a date is none', () => {
  const deadlines = sts.deadlines?.(reading()) ?? [];
  expect(deadlines.map(({ kind, date, informationOnly }) => [kind, date.raw, informationOnly])).toEqual([
    ['milestone', '10. oktober 2025', true],
    ['milestone', 'før sommerferien 2026', true],
    ['milestone', '31. oktober 2025', true],
    ['milestone', 'efter sommerferien 2026', true],
  ]);
});

describe('every record has a place on the page', () => {
  test.each([
    ['sts_milestone', 4],
    ['sts_phase', 6],
    ['sts_component', 12],
    ['sts_layer', 5],
    ['sts_transition_step', 4],
    ['sts_goal', 8],
    ['sts_chain_step', 6],
  ])('%s', async (entity, count) => {
    const { db, get } = await buildTestApp();
    const ids = db.$client.prepare(`select id from "${entity}"`).pluck().all() as string[];
    expect(ids).toHaveLength(count);
    const { text } = await get('/sts');
    for (const id of ids) {
      const described = sts.describe?.({ db, today: MEETING_DAY }, entity, id);
      expect(text).toContain(`id="${described?.href.split('#')[1]}"`);
    }
  });

  test('what does not stand, and what is another feature’s, is not described', () => {
    expect(sts.describe?.(reading(), 'sts_goal', 'findes-ikke')).toBeUndefined();
    expect(sts.describe?.(reading(), 'task', 'rolle-4-telefonnumre')).toBeUndefined();
  });
});

test('search finds the plan, a component and a word of the transition', async () => {
  const { get } = await buildTestApp();
  for (const word of ['driftsplatform', 'Ydelsesindeks', 'middleware']) {
    const { text } = await get(`/soeg?q=${word}`);
    expect(text, word).toContain('href="/sts');
  }
});

test('the plan in short stands with the support systems and the infrastructure, and nowhere else', () => {
  const shown = ['fki-sts', 'faelleskommunal-infrastruktur', 'fki-sp', 'k98'].filter(
    (id) => (sts.solutionSections?.(reading(), id, (path) => path) ?? []).length > 0,
  );
  expect(shown).toEqual(['fki-sts', 'faelleskommunal-infrastruktur']);
});

test('the API gives each milestone with its date as said and meant', async () => {
  const { get } = await buildTestApp();
  const { data, asOf } = JSON.parse((await get('/api/v1/milestones')).text);
  expect(asOf).toBe(MEETING_DAY);
  expect(data).toHaveLength(4);
  expect(data[1]).toMatchObject({
    kind: 'contract',
    date: { raw: 'før sommerferien 2026', from: null, precision: 'before' },
    solution: 'fki-sts',
    source: { meeting: '2025-11', slide: 27 },
  });
  const earlier = JSON.parse((await get('/api/v1/milestones?stand=2025-10-15')).text);
  expect(earlier.data.map((one: { title: string }) => one.title)).toEqual([
    'Udbud af Fælles Driftsplatform er offentliggjort',
  ]);
});

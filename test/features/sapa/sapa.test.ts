import { describe, expect, test } from 'vitest';
import { sapa } from '#src/features/sapa/index.ts';
import { fatesOf, hasKlikTask, tasksOfStep } from '#src/features/sapa/rules.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

describe('which KLIK tasks carry out a step', () => {
  const tasks = [
    { title: 'Arbejdstitel: Opret og underskriv aftale for visning af opgørelse A' },
    { title: 'Opret og underskriv  AFTALE for visning af opgørelse B' },
    { title: 'Indsend tal' },
  ];
  test.each([
    ['Opret og underskriv aftale (DUPLA)', 2],
    ['Indsend tal', 1],
    ['Opsæt visning i SAPA', 0],
    ['(DUPLA)', 0],
  ])('%s: %d', (title, count) => {
    expect(tasksOfStep({ title }, tasks)).toHaveLength(count);
  });

  test.each([
    ['KLIK-opgave (A11)', true],
    ['KLIK-opgave pr. formål', true],
    ['Ingen KLIK-opgave', false],
    ['', false],
  ])('"%s" says that there is a task: %s', (klik, expected) => {
    expect(hasKlikTask({ klik })).toBe(expected);
  });
});

test('a purpose belongs to its own access', () => {
  const purposes = [
    { accessId: 'a', name: 'dagtilbud', fate: 'lapses' as const },
    { accessId: 'b', name: 'dagtilbud', fate: 'stays' as const },
  ];
  expect(fatesOf('a', purposes)).toEqual({ lapses: ['dagtilbud'], stays: [], open: [] });
});

describe('SAPA on its page', () => {
  test('five steps in their order; the five tasks stand under the agreement and nowhere else', async () => {
    const { get } = await buildTestApp();
    const steps = sectionOf((await get('/loesninger/sapa')).text, 'trin')
      .split('<h3>')
      .slice(1);
    expect(steps.map((step) => pageWords(step.split('</h3>')[0] ?? ''))).toEqual([
      'Afdæk as-is og to-be',
      'Opret og underskriv aftale (DUPLA)',
      'Opsæt visning i SAPA',
      'Tildel rettigheder til SAPA',
      'Oplær bruger i SAPA',
    ]);
    expect(steps.map((step) => step.match(/href="\/klik\//g)?.length ?? 0)).toEqual([0, 5, 0, 0, 0]);
    expect(pageWords(steps[0] ?? '')).toContain('A11');
    expect(pageWords(steps[0] ?? '')).toContain('står ikke i mødets oversigt');
  });

  test('the four accesses: who makes the agreement, how many purposes, which lapse and which stay', async () => {
    const { get } = await buildTestApp();
    const section = sectionOf((await get('/loesninger/sapa')).text, 'adgange');
    const rows = section.split(/<tr[^>]*>/).map(pageWords);
    const row = (name: string) => rows.find((one) => one.startsWith(name)) ?? '';
    const [income, dupla] = section.split('DUPLA:');
    expect(pageWords(income ?? '')).toContain('UFST sender aftalen');
    expect(pageWords(income ?? '')).toContain('Indkomst Snæver dataadgang Mellem dataadgang Bred dataadgang');
    expect(pageWords(income ?? '')).toMatch(/Udgår: kontrol for LAB og LAS/);
    expect(pageWords(income ?? '')).toMatch(/Forbliver: mellemkommunal refusion og opkrævning/);
    expect(pageWords(dupla ?? '')).toContain('I opretter og underskriver selv');
    expect(row('Årsopgørelse')).toMatch(/ 15 .*Udgår: dagtilbud Udgår: sygedagpenge/);
    expect(row('Forskudsopgørelse')).toMatch(/ 11 .*Udgår: sygedagpenge/);
    expect(row('Personkontroloplysninger')).toMatch(/”primo 2026”.* 4 /);
  });

  test('the old closing is struck through, the condition stands instead, and what is exempt beside it', async () => {
    const { get } = await buildTestApp();
    const page = (await get('/loesninger/sapa')).text;
    expect(page).toContain('<del>1. oktober 2025</del>');
    expect(page).toContain('<ins>når alternativ er i SAPA</ins>');
    for (const exempt of ['årlig indberetning af skatteprocent', '12-dels beregning', 'forskudsopgørelse'])
      expect(pageWords(page)).toContain(exempt);
  });

  test('before the meeting the closing was not superseded and the steps were not told', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/loesninger/sapa?stand=2025-11-19');
    expect(status).toBe(200);
    expect(text).not.toContain('når alternativ er i SAPA');
    expect(sectionOf(text, 'trin')).toBe('');
    expect(sectionOf(text, 'adgange')).toBe('');
  });

  test('whatever is described leads to a place that stands on the page', async () => {
    const { db, get } = await buildTestApp();
    const page = (await get('/loesninger/sapa')).text;
    for (const entity of ['sapa_step', 'sapa_access', 'sapa_purpose', 'superseding']) {
      const ids = db.$client.prepare(`select id from "${entity}"`).pluck().all() as string[];
      expect(ids.length, entity).toBeGreaterThan(0);
      for (const id of ids) {
        const described = sapa.describe?.({ db, today: MEETING_DAY }, entity, id);
        const [path, anchor] = described?.href.split('#') ?? [];
        expect(path).toBe('/loesninger/sapa');
        expect(page).toContain(`id="${anchor}"`);
      }
    }
  });

  test('another solution has nothing of it', () => {
    expect(
      sapa.solutionSections?.({ db: seededDatabase(), today: MEETING_DAY }, 'valg', (path) => path),
    ).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { isDue, layerRows, milestoneKind, planOf, tenderOf } from '#src/features/sts/rules.ts';
import { fuzzy, NOT_TOLD, onDay } from '#test/support/fuzzy.ts';

const item = (title: string, date = NOT_TOLD) => ({ id: title, title, date });

describe('what a milestone is about', () => {
  test.each([
    ['Udbud: Fælles Driftsplatform', 'Fælles Driftsplatform', 'other'],
    ['Udbud af Fælles Driftsplatform er offentliggjort', 'Fælles Driftsplatform', 'published'],
    ['Fælles Driftsplatform: forventet kontraktindgåelse', 'Fælles Driftsplatform', 'contract'],
    ['NSIS', 'NSIS', 'other'],
    ['1:1 Transition til ny driftsplatform', '1:1 Transition til ny driftsplatform', 'other'],
  ])('%s', (title, tender, kind) => {
    expect(tenderOf(title)).toBe(tender);
    expect(milestoneKind(title)).toBe(kind);
  });
});

describe('the plan', () => {
  const published = item('Udbud af Platformen er offentliggjort', onDay('2025-10-10'));
  const contract = item('Platformen: forventet kontraktindgåelse', fuzzy(null, '2026-06-26', 'before'));

  test('a tender begins when it is published and ends with the expected contract', () => {
    const [line] = planOf([item('Udbud: Platformen')], [published, contract]);
    expect(line).toMatchObject({ start: published.date, end: contract.date });
  });

  test('a phase without a date stays without one, whatever stands around it, and comes last', () => {
    const lines = planOf(
      [item('Transition til Platformen'), item('Udbud: Platformen')],
      [published, contract],
    );
    expect(lines.map(({ title, start, end }) => [title, start?.from ?? null, end?.to ?? null])).toEqual([
      ['Udbud: Platformen', '2025-10-10', '2026-06-26'],
      ['Transition til Platformen', null, null],
    ]);
  });

  test('a tender that no phase names has its own line while only the milestone is known', () => {
    expect(planOf([], [published]).map(({ title, end }) => [title, end])).toEqual([
      ['Udbud: Platformen', null],
    ]);
  });

  test('a period given from day to day has two sharp ends; a year tells when a phase begins, not when it ends', () => {
    const [range, year] = planOf(
      [
        item('NSIS', fuzzy('2026-01-05', '2026-03-31', 'range')),
        item('Modernisering', fuzzy('2027-01-01', '2027-12-31', 'year')),
      ],
      [],
    );
    expect(range).toMatchObject({
      start: { from: '2026-01-05', to: '2026-01-05', precision: 'day' },
      end: { from: '2026-03-31', to: '2026-03-31', precision: 'day' },
    });
    expect(year).toMatchObject({ start: { from: '2027-01-01', to: '2027-12-31' }, end: null });
  });
});

describe('an expected time has come', () => {
  test.each([
    ['the day itself has not passed', onDay('2026-01-15'), '2026-01-15', false],
    ['the day after', onDay('2026-01-15'), '2026-01-16', true],
    [
      'before the summer, while it may still happen',
      fuzzy(null, '2026-06-26', 'before'),
      '2026-06-26',
      false,
    ],
    ['before the summer, in the summer', fuzzy(null, '2026-06-26', 'before'), '2026-06-27', true],
    ['after the summer, in the summer', fuzzy('2026-08-10', null, 'after'), '2026-08-09', false],
    ['after the summer, from its first day', fuzzy('2026-08-10', null, 'after'), '2026-08-10', true],
    ['no date never comes', NOT_TOLD, '2030-01-01', false],
  ])('%s', (_, date, today, due) => {
    expect(isDue(date, today)).toBe(due);
  });
});

test('a cell of the transition stands at the layer it names; the others are kept', () => {
  const rows = layerRows([{ cells: ['Applikation', 'Platform'] }, { cells: ['1:1 Middleware til STS'] }]);
  expect(rows).toEqual([
    { layer: 'Applikation', cells: ['Applikation', ''] },
    { layer: 'Middleware', cells: ['', '1:1 Middleware til STS'] },
    { layer: 'Andet i figuren', cells: ['Platform', ''] },
  ]);
});

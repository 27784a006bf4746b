import { expect, test } from 'vitest';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyDateView, wordsWithSource } from '#src/web/fuzzy-date-view.ts';

const BEFORE_HOLIDAY: FuzzyDate = {
  raw: 'før sommerferien 2026',
  from: null,
  to: '2026-06-26',
  precision: 'before',
  yearInferred: false,
};
const MID_DECEMBER: FuzzyDate = {
  raw: 'Medio dec. 2025',
  from: '2025-12-11',
  to: '2025-12-20',
  precision: 'third',
  yearInferred: false,
};

test('the words of the source stand beside a reading that says something else', () => {
  expect(fuzzyDateView(MID_DECEMBER).showRaw).toBe(true);
  expect(wordsWithSource(MID_DECEMBER)).toBe('11.–20. december 2025 (”Medio dec. 2025”)');
});

test('they are not repeated beside a reading that holds every one of them', () => {
  expect(fuzzyDateView(BEFORE_HOLIDAY, 'table').showRaw).toBe(false);
  expect(wordsWithSource(BEFORE_HOLIDAY)).toBe('senest juni 2026 (før sommerferien)');
});

test('they stand wherever the portal has set the year itself', () => {
  const date: FuzzyDate = { ...MID_DECEMBER, raw: '11.–20. december', yearInferred: true };
  expect(fuzzyDateView(date, 'text').showRaw).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';

const context = { meetingDay: '2025-11-24' };

function expectUnread(raw: string, reason: string): void {
  const date = parseFuzzyDate(raw, context);
  expect(date).toEqual({ raw, from: null, to: null, precision: 'unclear', yearInferred: false });
  expect(whyUnreadable(raw, context)).toBe(reason);
}

describe('a date that does not exist is kept as words and never moved to a near one', () => {
  test.each([
    '31.11.2025',
    '50.10.2025',
    '15.13.2025',
    '30. februar 2026',
    '0.12.2025',
    '2025-13-01',
    'uge 54',
    'uge 53 2025',
    'Q5 2026',
    '3. halvår 2026',
    '15.12.2025 - 1.12.2025',
  ])('%s', (raw) => {
    expectUnread(raw, 'impossible');
  });
});

describe('a year out of reach is a misreading', () => {
  test.each(['Medio dec.2075', '05.12.75', '1. januar 2050', '15. december 1925'])('%s', (raw) => {
    expectUnread(raw, 'far-year');
  });

  test('also without a meeting day', () => {
    expect(whyUnreadable('Medio dec.2075', { meetingDay: null })).toBe('far-year');
    expect(whyUnreadable('Medio dec.2035', { meetingDay: null })).toBeNull();
  });
});

describe('damaged letters and figures are not guessed', () => {
  test.each([
    '271',
    '112',
    '512',
    '2212',
    '1/12026',
    '25 09.2025',
    '1.12_’.—22.12 ]',
    'primo 202§',
    'Medio dec. 202',
    '15. december 2O25',
    '1, 43 55,5',
    '27.10.2025 01.12.2025',
    'uge 3 og 6',
    'første uge i december',
    'hver mandag i december',
    'vinteren 2026',
    'Aflyst 5.12.2025',
    'Medio/ultimo',
  ])('%s', (raw) => {
    expectUnread(raw, 'not-understood');
  });

  test.each([
    ['2. halvar 2026?', '2026-07-01', '2026-12-31'],
    ['i foraret 2026', '2026-03-01', '2026-05-31'],
    ['fgr sommerferien 2026', null, '2026-06-26'],
    [']09.01.2026', '2026-01-09', '2026-01-09'],
  ])('what can mean only one thing is read: %s', (raw, from, to) => {
    expect(parseFuzzyDate(raw, context)).toMatchObject({ from, to });
  });

  test('"for" is "før" only in OCR text', () => {
    expect(parseFuzzyDate('for sommerferien 2026', { ...context, letters: 'ocr' })).toMatchObject({
      from: null,
      to: '2026-06-26',
      precision: 'before',
    });
    expect(parseFuzzyDate('for sommerferien 2026', context)).toMatchObject({ precision: 'season' });
  });
});

import { describe, expect, test } from 'vitest';
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';

const november: DateContext = { meetingDay: '2025-11-24' };

function startsOn(from: string, to = from): DateContext['startOf'] {
  return { raw: '', from, to, precision: 'day', yearInferred: false };
}

describe('the year of a date', () => {
  test.each([
    ['5. december 2024', { meetingDay: '2025-11-24', tense: 'future' }, '2024-12-05'],
    ['05.12.24', { meetingDay: '2025-11-24', role: 'deadline' }, '2024-12-05'],
  ] as const)('is the printed one, whatever else is told: %s', (raw, context, day) => {
    const date = parseFuzzyDate(raw, context);
    expect(date).toMatchObject({ from: day, yearInferred: false });
    expect(date.confidence).toBeUndefined();
  });

  test.each([
    ['2025-11-24', '15. december', '2025-12-15'],
    ['2025-11-24', '15. januar', '2026-01-15'],
    ['2025-11-24', '25. maj', '2026-05-25'],
    ['2025-11-24', '26. maj', '2025-05-26'],
    ['2026-01-05', '15. december', '2025-12-15'],
    ['2026-01-05', 'uge 52', '2025-12-22'],
    ['2026-06-15', '1. juli', '2026-07-01'],
    ['2026-06-15', 'Primo januar', '2026-01-01'],
  ])('is the nearest one when none is printed: at the meeting of %s, %s is %s', (meetingDay, raw, from) => {
    expect(parseFuzzyDate(raw, { meetingDay })).toMatchObject({ from, yearInferred: true });
  });

  test.each([
    ['i foråret', 'past', '2025-03-01', 'low'],
    ['i foråret', 'future', '2026-03-01', undefined],
    ['december', 'past', '2024-12-01', 'low'],
    ['1. marts', 'future', '2026-03-01', undefined],
    ['30. oktober', 'future', '2025-10-30', undefined],
    ['23. oktober', 'future', '2026-10-23', 'low'],
    ['uge 50', 'past', '2024-12-09', 'low'],
  ] as const)(
    'follows the tense, and asks where the nearest is another: %s, %s',
    (raw, tense, from, confidence) => {
      const date = parseFuzzyDate(raw, { ...november, tense });
      expect(date.from).toBe(from);
      expect(date.confidence).toBe(confidence);
    },
  );

  test('words in the phrase count for more than the column and the sentence', () => {
    const context: DateContext = { ...november, role: 'dispatch', tense: 'future' };
    expect(parseFuzzyDate('Sendt uge 50', context)).toMatchObject({
      from: '2024-12-09',
      state: 'sent',
      confidence: 'low',
    });
    expect(parseFuzzyDate('senest 10. september', { ...november, tense: 'past' })).toMatchObject({
      from: '2026-09-10',
    });
  });

  test('a deadline lies ahead, a count has been made', () => {
    expect(parseFuzzyDate('10. september', { ...november, role: 'deadline' })).toMatchObject({
      from: '2026-09-10',
      confidence: 'low',
    });
    expect(parseFuzzyDate('1. december', { ...november, role: 'as-of' })).toMatchObject({
      from: '2024-12-01',
      confidence: 'low',
    });
  });

  test('an end is not before its start', () => {
    const end = (startOf: DateContext['startOf']): DateContext => ({
      ...november,
      role: 'end',
      ...(startOf && { startOf }),
    });
    expect(parseFuzzyDate('1. november', end(undefined)).from).toBe('2025-11-01');
    expect(parseFuzzyDate('1. november', end(startsOn('2025-11-20'))).from).toBe('2026-11-01');
    expect(parseFuzzyDate('Primo februar', end(startsOn('2026-03-01'))).from).toBe('2027-02-01');
    expect(parseFuzzyDate('Ultimo dec', end(startsOn('2025-12-01', '2025-12-31'))).from).toBe('2025-12-21');
    expect(parseFuzzyDate('1. november 2025', end(startsOn('2025-11-20'))).from).toBe('2025-11-01');
  });

  test.each([
    ['uge 1', '2025-12-29', '2026-01-04'],
    ['uge 1 2026', '2025-12-29', '2026-01-04'],
    ['uge 52-2', '2025-12-22', '2026-01-11'],
    ['uge 51 - 2 2026', '2025-12-15', '2026-01-11'],
    ['uge 53 2026', '2026-12-28', '2027-01-03'],
  ])('of a week is that of its ISO week: %s', (raw, from, to) => {
    expect(parseFuzzyDate(raw, november)).toMatchObject({ from, to });
  });

  test('belongs to the date it is printed beside, and to both where both fit', () => {
    expect(parseFuzzyDate('27. december - 5. januar 2026', november)).toMatchObject({
      from: '2025-12-27',
      to: '2026-01-05',
    });
    expect(parseFuzzyDate('27. december 2025 - 5. januar', november)).toMatchObject({
      from: '2025-12-27',
      to: '2026-01-05',
    });
    expect(parseFuzzyDate('27. december - 5. januar', november)).toMatchObject({
      from: '2025-12-27',
      to: '2026-01-05',
    });
    expect(parseFuzzyDate('3. - 5. januar 2026', november)).toMatchObject({
      from: '2026-01-03',
      to: '2026-01-05',
    });
  });

  test('stays open without a meeting day, and a person is asked', () => {
    const unknown: DateContext = { meetingDay: null };
    expect(parseFuzzyDate('15. december', unknown)).toEqual({
      raw: '15. december',
      from: null,
      to: null,
      precision: 'day',
      yearInferred: false,
      confidence: 'low',
    });
    expect(parseFuzzyDate('Sendt uge 44', { ...unknown, role: 'dispatch' })).toMatchObject({
      precision: 'week',
      from: null,
      state: 'sent',
    });
    expect(parseFuzzyDate('15. december 2025', unknown)).toMatchObject({ from: '2025-12-15' });
  });

  test('a weekday that does not fit the day is asked about', () => {
    expect(parseFuzzyDate('torsdag den 8. januar', november)).toMatchObject({ from: '2026-01-08' });
    expect(parseFuzzyDate('torsdag den 8. januar', november).confidence).toBeUndefined();
    expect(parseFuzzyDate('mandag den 8. januar', november)).toMatchObject({
      from: '2026-01-08',
      confidence: 'low',
    });
  });

  test('a day that only some years have is asked about', () => {
    expect(parseFuzzyDate('29. februar', november)).toMatchObject({ from: '2024-02-29', confidence: 'low' });
  });
});

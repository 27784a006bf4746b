import { describe, expect, test } from 'vitest';
import { parseTime, timeInWords } from '#src/shared/fuzzy-date/time.ts';

describe('a time of day', () => {
  test.each([
    ['kl. 9.30–11.00', '09:30', '11:00'],
    ['kl. 9.30 – 11.00', '09:30', '11:00'],
    ['KI. 09.30-11.00', '09:30', '11:00'],
    ['k. 09.30-10.30', '09:30', '10:30'],
    ['fra kl. 9 til 11.30', '09:00', '11:30'],
    ['kl. 9.00 til kl. 11.00', '09:00', '11:00'],
    ['mandag kl. 12', '12:00', null],
    ['klokken 14:15', '14:15', null],
    ['09.30-11.00', '09:30', '11:00'],
    ['10:00 - 12:00', '10:00', '12:00'],
    ['8. januar 2026 kl. 20.30', '20:30', null],
    ['kl. 24.00', '24:00', null],
  ])('%s', (words, from, to) => {
    expect(parseTime(words)).toEqual({ from, to });
  });

  test.each([
    '',
    '1.12-22.12',
    '10.11-12.11',
    'kl. 25.00',
    'kl. 9.75',
    'kl. 11.00-9.30',
    'version 2.1',
    '14 sekunder',
  ])('"%s" is none', (words) => {
    expect(parseTime(words)).toBeNull();
  });

  test('is worded with a point and an en dash, and read back the same', () => {
    expect(timeInWords({ from: '09:30', to: '11:00' })).toBe('kl. 9.30–11.00');
    expect(timeInWords({ from: '20:30', to: null })).toBe('kl. 20.30');
    expect(parseTime(timeInWords({ from: '00:05', to: '09:00' }))).toEqual({ from: '00:05', to: '09:00' });
  });
});

/** When somebody is reminded, as tables. Mails go on Tuesdays. */
import { describe, expect, test } from 'vitest';
import type { DeadlineKind } from '#src/core/offers/offers.ts';
import { isLater, stageOf } from '#src/overviews/digest/plan.ts';
import { isTimeToMail, nextRoundAt, weekOf } from '#src/overviews/digest/week.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { day } from '#test/support/fuzzy-dates.ts';

/** 11.–20. december */
const MIDDLE: FuzzyDate = { ...day('2025-12-11'), to: '2025-12-20', precision: 'third' };

describe('a KLIK task due on 15 December is reminded of', () => {
  test.each([
    ['2025-11-24', null],
    ['2025-11-25', 'first'],
    ['2025-12-05', 'first'],
    ['2025-12-06', 'repeat'],
    ['2025-12-15', 'repeat'],
    ['2025-12-16', 'late'],
    ['2025-12-28', 'late'],
    ['2025-12-29', 'last'],
    ['2026-01-12', 'last'],
    ['2026-01-13', null],
  ])('on %s: %s', (today, stage) => {
    expect(stageOf('task', day('2025-12-15'), today)).toBe(stage);
  });
});

describe('each kind has its own plan', () => {
  test.each<[DeadlineKind, string, string | null]>([
    ['agreement', '2025-11-11', 'first'],
    ['agreement', '2025-11-10', null],
    ['agreement', '2025-12-16', null],
    ['agreement', '2025-12-22', 'late'],
    ['agreement', '2026-01-05', 'last'],
    ['agreement', '2026-01-27', null],
    ['event', '2025-12-02', 'first'],
    ['event', '2025-12-01', null],
    ['event', '2025-12-16', null],
    ['milestone', '2025-12-16', null],
    ['council', '2025-12-02', 'repeat'],
    ['request', '2025-12-16', 'late'],
  ])('%s on %s: %s', (kind, today, stage) => {
    expect(stageOf(kind, day('2025-12-15'), today)).toBe(stage);
  });
});

describe('a date of several days', () => {
  test.each([
    ['2025-11-21', 'first', 'before its first possible day'],
    ['2025-12-15', 'repeat', 'while it lasts'],
    ['2025-12-20', 'repeat', 'on its last day'],
    ['2025-12-21', 'late', 'only after its last day'],
  ])('on %s: %s, %s', (today, stage) => {
    expect(stageOf('task', MIDDLE, today)).toBe(stage);
  });

  test('without an end is never late, without any day never reminded of', () => {
    expect(stageOf('task', { ...MIDDLE, to: null, precision: 'after' }, '2026-06-01')).toBe('repeat');
    expect(
      stageOf('task', { ...MIDDLE, from: null, to: null, precision: 'unclear' }, '2025-12-15'),
    ).toBeNull();
  });
});

test('a reminder is told once, and an earlier one never after a later one', () => {
  expect(isLater('first', null)).toBe(true);
  expect(isLater('first', 'first')).toBe(false);
  expect(isLater('last', 'repeat')).toBe(true);
  expect(isLater('repeat', 'late')).toBe(false);
});

describe('the mails go from Tuesday at 8 to Friday at 16, in Copenhagen', () => {
  const LONG_AGO = new Date('2025-01-01T00:00:00Z');
  test.each([
    ['2025-11-24T23:00:00Z', false],
    ['2025-11-25T06:59:00Z', false],
    ['2025-11-25T07:00:00Z', true],
    ['2025-11-28T14:59:00Z', true],
    ['2025-11-28T15:00:00Z', false],
    ['2025-07-01T06:00:00Z', true],
  ])('%s: %s', (at, expected) => {
    expect(isTimeToMail(new Date(at), LONG_AGO)).toBe(expected);
  });

  test('switched on after Tuesday at 8 they wait for the next week', () => {
    const wednesday = new Date('2025-11-26T09:00:00Z');
    expect(isTimeToMail(wednesday, new Date('2025-11-25T06:00:00Z'))).toBe(true);
    expect(isTimeToMail(wednesday, new Date('2025-11-25T08:00:00Z'))).toBe(false);
    expect(nextRoundAt(wednesday, false)).toEqual(new Date('2025-12-02T07:00:00Z'));
    expect(nextRoundAt(new Date(MONDAY_NOON), false)).toEqual(new Date('2025-11-25T07:00:00Z'));
    expect(nextRoundAt(new Date(MONDAY_NOON), true)).toEqual(new Date('2025-12-02T07:00:00Z'));
  });

  test('a week belongs to the year of its Thursday', () => {
    expect(weekOf(new Date('2025-12-30T12:00:00Z'))).toBe('2026-W01');
  });
});

const MONDAY_NOON = '2025-11-24T12:00:00Z';

import { describe, expect, test } from 'vitest';
import type { Meeting } from '#src/core/sources/queries.ts';
import { meetingsAround, nearestAhead, nearestMissing } from '#src/overviews/home/rules.ts';
import { deadline } from '#test/support/deadlines.ts';
import { between, day, EMPTY } from '#test/support/fuzzy-dates.ts';
import { MEETING_DAY } from '#test/support/seeded-database.ts';

describe('the nearest step', () => {
  const passed = deadline({ key: 'passeret', date: day('2025-11-03') });
  const december = deadline({ key: 'december', date: day('2025-12-01') });
  const january = deadline({ key: 'januar', date: day('2026-01-09') });
  const undated = deadline({ key: 'uden', date: EMPTY });

  test.each([
    ['the earliest ahead, not what is passed', [january, december, passed, undated], 'december'],
    ['nothing ahead', [passed, undated], undefined],
    [
      'what is for information is no step',
      [january, deadline({ date: day('2025-11-27'), informationOnly: true })],
      'januar',
    ],
    [
      'nor is an agreement that is still to be sent',
      [january, deadline({ date: between('2025-12-01', '2025-12-10'), notYetSent: true })],
      'januar',
    ],
    [
      'a period that is running counts by its last day',
      [january, deadline({ key: 'løber', date: between('2025-11-20', '2026-02-01') })],
      'januar',
    ],
    [
      'a date ahead counts by its first day',
      [january, deadline({ key: 'uge', date: between('2026-01-05', '2026-01-11', 'week') })],
      'uge',
    ],
  ])('%s', (_name, deadlines, key) => {
    expect(nearestAhead(deadlines, MEETING_DAY)?.key).toBe(key);
  });

  test('missing is only what is counted as missing for the municipality', () => {
    const counted = deadline({ key: 'k', statusOf: (code) => (code === '0461' ? 'missing' : 'signed') });
    expect(nearestMissing([december, counted], '0461')?.key).toBe('k');
    expect(nearestMissing([december, counted], '0671')).toBeNull();
    expect(nearestMissing([december, counted], null)).toBeNull();
  });
});

test.each([
  ['on its day a meeting is the latest', '2025-11-24', '2025-11', '2026-01'],
  ['before its day it is still to come', '2025-11-19', undefined, '2025-11'],
  ['between two', '2025-12-01', '2025-11', '2026-01'],
])('%s', (_name, today, latest, coming) => {
  const meeting = (id: string, iso: string) => ({ id, date: day(iso) }) as Meeting;
  const newestFirst = [meeting('2026-01', '2026-01-20'), meeting('2025-11', '2025-11-24')];
  const around = meetingsAround(newestFirst, today);
  expect(around.latest?.id).toBe(latest);
  expect(around.coming?.id).toBe(coming);
});

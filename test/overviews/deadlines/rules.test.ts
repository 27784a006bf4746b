import { describe, expect, test } from 'vitest';
import {
  collisions,
  concerns,
  groupByDate,
  isOpen,
  isToDo,
  statusToTell,
} from '#src/overviews/deadlines/rules.ts';
import { deadline } from '#test/support/deadlines.ts';
import { between, day, EMPTY } from '#test/support/fuzzy-dates.ts';

const ODENSE = '0461';
const PASSED = day('2025-11-03');
const status = (word: ReturnType<ReturnType<typeof deadline>['statusOf']>) => ({ statusOf: () => word });

describe('what is open', () => {
  test.each([
    ['an ask ahead', deadline(), true],
    ['an ask whose deadline has passed: nobody said that it was done', deadline({ date: PASSED }), true],
    ['an ask without a date', deadline({ date: EMPTY }), true],
    ['an event ahead', deadline({ kind: 'event', informationOnly: true }), true],
    ['an event that is held', deadline({ kind: 'event', informationOnly: true, date: PASSED }), false],
    ['a last day to sign up that is gone', deadline({ kind: 'event', date: PASSED }), false],
    ['a step for information without a date', deadline({ informationOnly: true, date: EMPTY }), false],
    ['missing', deadline(status('missing')), true],
    ['in progress', deadline(status('in-progress')), true],
    ['signed', deadline(status('signed')), false],
    ['done', deadline(status('done')), false],
    ['told by the municipality to be done', deadline(status('claimed')), false],
    ['not relevant to it', deadline(status('not-relevant')), false],
  ])('%s', (_name, one, open) => {
    expect(isOpen(one, ODENSE)).toBe(open);
  });

  test('without a municipality no status closes anything', () => {
    expect(isOpen(deadline(status('signed')), null)).toBe(true);
  });

  test('an agreement that is still to be sent, and what is for information, is nothing to do yet', () => {
    expect(isToDo(deadline())).toBe(true);
    expect(isToDo(deadline({ notYetSent: true }))).toBe(false);
    expect(isToDo(deadline({ informationOnly: true }))).toBe(false);
  });
});

describe('whom it concerns', () => {
  const known = deadline({ audience: { name: 'EG-kommuner', members: new Set(['0461']) } });
  const unknown = deadline({ audience: { name: 'EG-kommuner', members: null } });
  test.each([
    ['all 98', deadline(), '0101', true],
    ['a member', known, '0461', true],
    ['not a member', known, '0101', false],
    ['members not known: shown to all', unknown, '0101', true],
    ['no municipality chosen', known, null, true],
  ])('%s', (_name, one, code, expected) => {
    expect(concerns(one, code)).toBe(expected);
  });
});

describe('what is said of status', () => {
  test.each([
    ['counted', deadline(status('missing')), ODENSE, 'missing'],
    ['not counted: said once for the list', deadline(), ODENSE, null],
    ['for information', deadline({ informationOnly: true }), ODENSE, 'information'],
    ['still to be sent', deadline({ notYetSent: true }), ODENSE, 'not-sent'],
    ['still to be sent, no municipality', deadline({ notYetSent: true }), null, 'not-sent'],
    ['no municipality', deadline(status('missing')), null, null],
  ])('%s', (_name, one, code, expected) => {
    expect(statusToTell(one, code)).toBe(expected);
  });
});

test('the groups stand in their order; what is passed has the newest first, everything else the earliest', () => {
  const dates = ['2025-09-25', '2025-11-03', '2025-11-27', '2025-12-01', '2026-01-09', '2025-12-15'];
  const groups = groupByDate([
    ...dates.map((iso) => deadline({ key: iso, date: day(iso) })),
    deadline({ key: 'ingen', date: EMPTY }),
  ]);
  expect(groups.map(({ group, deadlines }) => [group, deadlines.map((one) => one.key)])).toEqual([
    ['passed', ['2025-11-03', '2025-09-25']],
    ['this-week', ['2025-11-27']],
    ['next', ['2025-12-01']],
    ['later', ['2025-12-15', '2026-01-09']],
    ['undated', ['ingen']],
  ]);
});

describe('days that collide', () => {
  const on = (count: number, over = {}) => Array.from({ length: count }, () => deadline(over));
  const days = (...deadlines: ReturnType<typeof deadline>[]) =>
    collisions(deadlines).map(({ day, deadlines: own }) => `${day}: ${own.length}`);

  test.each([
    ['two are not many', on(2), []],
    ['three are', on(3), ['2025-12-15: 3']],
    ['those that are over do not count', on(3, { date: PASSED }), []],
    ['uncertain days need not collide', on(3, { date: between('2025-12-11', '2025-12-20', 'third') }), []],
    ['what is for information does not count', [...on(2), ...on(1, { informationOnly: true })], []],
    ['what is still to be sent does not count', [...on(2), ...on(1, { notYetSent: true })], []],
    [
      'the nearest day first',
      [...on(3, { date: day('2026-01-09') }), ...on(4)],
      ['2025-12-15: 4', '2026-01-09: 3'],
    ],
  ])('%s', (_name, deadlines, expected) => {
    expect(days(...deadlines)).toEqual(expected);
  });
});

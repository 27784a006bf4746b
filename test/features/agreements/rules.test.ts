import { describe, expect, test } from 'vitest';
import { dispatchDoubt, groupOf, progressOf } from '#src/features/agreements/rules.ts';
import { between, day, EMPTY, UNCLEAR } from '#test/support/fuzzy-dates.ts';

const week44 = between('2025-10-27', '2025-11-02', 'week', 'sent');
const earlyDecember = between('2025-12-01', '2025-12-10', 'third', 'planned');
const midDecember = between('2025-12-11', '2025-12-20', 'third');

describe('the four groups of agreements', () => {
  test.each([
    ['sent, deadline ahead', week44, day('2025-12-15'), '2025-11-24', 'open'],
    ['sent, on the day of the deadline', week44, day('2025-12-15'), '2025-12-15', 'open'],
    ['sent, the day after the deadline', week44, day('2025-12-15'), '2025-12-16', 'passed'],
    ['uncertain deadline, before its last day', week44, midDecember, '2025-12-20', 'open'],
    ['uncertain deadline, after its last day', week44, midDecember, '2025-12-21', 'passed'],
    ['sent, no deadline told', week44, EMPTY, '2025-11-24', 'open'],
    ['no dispatch told, deadline ahead', EMPTY, midDecember, '2025-11-24', 'open'],
    ['no dispatch told, deadline over', EMPTY, midDecember, '2026-01-05', 'passed'],
    ['to be sent, no deadline', earlyDecember, EMPTY, '2025-11-24', 'underway'],
    ['to be sent, deadline after it', earlyDecember, day('2026-01-30'), '2025-11-24', 'underway'],
    ['should have been sent, deadline ahead', earlyDecember, day('2026-01-30'), '2025-12-11', 'open'],
    ['should have been sent, no deadline', earlyDecember, EMPTY, '2026-11-22', 'underway'],
    ['undecided', UNCLEAR, UNCLEAR, '2025-11-24', 'unclear'],
    ['nothing told', EMPTY, EMPTY, '2025-11-24', 'unclear'],
  ] as const)('%s', (_name, sent, deadline, today, expected) => {
    expect(groupOf({ sent, deadline }, today)).toBe(expected);
  });
});

describe('what is not known about the dispatch', () => {
  test.each([
    ['an empty cell beside a deadline', EMPTY, midDecember, '2025-11-24', 'not-stated'],
    ['"Uafklaret" is a word of its own, not an empty cell', UNCLEAR, midDecember, '2025-11-24', null],
    ['an empty cell without a deadline', EMPTY, EMPTY, '2025-11-24', null],
    ['still to be sent', earlyDecember, EMPTY, '2025-12-10', null],
    ['the planned days are over', earlyDecember, EMPTY, '2025-12-11', 'not-confirmed'],
    ['sent', week44, day('2025-12-15'), '2025-11-24', null],
  ] as const)('%s', (_name, sent, deadline, today, expected) => {
    expect(dispatchDoubt({ sent, deadline }, today)).toBe(expected);
  });
});

const november = { countedOn: '2025-11-20', signed: 15 };
const december = { countedOn: '2025-12-01', signed: 41 };
const DEADLINE = '2025-12-15';

describe('how far the signatures are', () => {
  test('one count gives the pace it takes and no forecast: 83 missing in 25 days', () => {
    const progress = progressOf([november], 98, DEADLINE, '2025-11-24');
    expect(progress).toEqual({ kind: 'running', perDay: 83 / 25, days: 25, forecast: null });
  });

  test('from two counts on: the newest plus days left times the pace between the counts', () => {
    const progress = progressOf([november, december], 98, DEADLINE, '2025-12-05');
    const perDay = 26 / 11;
    expect(progress).toEqual({
      kind: 'running',
      perDay: 57 / 14,
      days: 14,
      forecast: { perDay, signed: Math.round(41 + 14 * perDay) },
    });
  });

  test('a forecast never exceeds all, and never falls below what is counted', () => {
    const fast = progressOf([november, { countedOn: '2025-11-25', signed: 90 }], 98, DEADLINE, '2025-11-26');
    expect(fast).toMatchObject({ forecast: { signed: 98 } });
    const fallen = progressOf(
      [december, { countedOn: '2025-12-08', signed: 40 }],
      98,
      DEADLINE,
      '2025-12-09',
    );
    expect(fallen).toMatchObject({ forecast: { signed: 40 } });
  });

  test('on the day of the deadline it still runs, the day after it is over', () => {
    expect(progressOf([november], 98, DEADLINE, '2025-12-15').kind).toBe('running');
    expect(progressOf([november], 98, DEADLINE, '2025-12-16').kind).toBe('over');
  });

  test('a count from before the deadline says nothing of who made it', () => {
    expect(progressOf([november], 98, DEADLINE, '2026-01-10')).toEqual({ kind: 'over', reached: null });
  });

  test('who made it is the first count on or after the deadline, not a later one', () => {
    const after = { countedOn: '2025-12-16', signed: 60 };
    const late = { countedOn: '2026-01-20', signed: 80 };
    const progress = progressOf([november, after, late], 98, DEADLINE, '2026-02-01');
    expect(progress).toEqual({ kind: 'over', reached: { ...after, daysAfter: 1 } });
  });

  test.each([
    ['nobody has counted', [], DEADLINE],
    ['there is no deadline', [november], null],
    ['all have signed', [{ ...november, signed: 98 }], DEADLINE],
  ])('nothing to measure when %s', (_name, counts, deadline) => {
    expect(progressOf(counts, 98, deadline, '2025-11-24')).toEqual({ kind: 'none' });
  });
});

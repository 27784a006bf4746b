import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/shared/calendar-day.ts';
import { compareDates, dateGroup, daysUntil, isPassed } from '#src/shared/fuzzy-date/order.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { randomDate, randomDay } from './random-dates.ts';

fc.configureGlobal({ seed: 20251124 });

function read(raw: string) {
  return parseFuzzyDate(raw, { meetingDay: '2025-11-24' });
}

describe('the order of dates', () => {
  test('is by start, then by end, then precise before fuzzy, and what has no date comes last', () => {
    const inOrder = [
      '3.11.2025',
      '1.12.2025',
      'Primo dec',
      '1.-20. december',
      'dec-25',
      '11.12.2025',
      'Medio dec',
      'før sommerferien 2026',
      'efter sommerferien 2026',
      'løbende',
      '',
      'Uafklaret',
    ];
    const mixed = inOrder.map(read).reverse();
    expect(mixed.sort(compareDates).map(({ raw }) => raw)).toEqual(inOrder);
  });

  test('is an order: the same both ways round', () => {
    fc.assert(
      fc.property(randomDate, randomDate, randomDate, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) || 0);
        const sorted = [a, b, c].sort(compareDates);
        expect([c, b, a].sort(compareDates).map((d) => [d.from, d.to])).toEqual(
          sorted.map((d) => [d.from, d.to]),
        );
      }),
    );
  });
});

describe('overdue', () => {
  test.each([
    ['15. december', '2025-12-15', false],
    ['15. december', '2025-12-16', true],
    ['Medio dec', '2025-12-20', false],
    ['Medio dec', '2025-12-21', true],
    ['før sommerferien 2026', '2026-06-27', true],
    ['efter sommerferien 2026', '2030-01-01', false],
    ['2027+', '2030-01-01', false],
    ['Uafklaret', '2030-01-01', false],
    ['', '2030-01-01', false],
  ])('"%s" on %s: %s', (raw, today, overdue) => {
    expect(isPassed(read(raw), today)).toBe(overdue);
  });
});

describe('the group of a date on Monday 24 November 2025', () => {
  test.each([
    ['23.11.2025', 'passed'],
    ['24.11.2025', 'this-week'],
    ['30.11.2025', 'this-week'],
    ['24/11 - 15/12 2025', 'this-week'],
    ['1.-30. november', 'this-week'],
    ['01.12.2025', 'next'],
    ['08.12.2025', 'next'],
    ['Primo dec', 'next'],
    ['dec-25', 'next'],
    ['09.12.2025', 'later'],
    ['Medio dec', 'later'],
    ['før sommerferien 2026', 'later'],
    ['efter sommerferien 2026', 'later'],
    ['Uafklaret', 'undated'],
    ['', 'undated'],
    ['løbende', 'undated'],
  ] as const)('%s is %s', (raw, group) => {
    expect(dateGroup(read(raw), '2025-11-24')).toBe(group);
  });

  test('on a Sunday the week ends the same day', () => {
    expect(dateGroup(read('30.11.2025'), '2025-11-30')).toBe('this-week');
    expect(dateGroup(read('01.12.2025'), '2025-11-30')).toBe('next');
    expect(dateGroup(read('14.12.2025'), '2025-11-30')).toBe('next');
    expect(dateGroup(read('15.12.2025'), '2025-11-30')).toBe('later');
  });

  test('passed is the same as overdue, whatever the date', () => {
    fc.assert(
      fc.property(randomDate, randomDay, (date, today) => {
        expect(dateGroup(date, today) === 'passed').toBe(isPassed(date, today));
      }),
    );
  });
});

describe('days until a date', () => {
  test.each([
    ['15. december', 21],
    ['24.11.2025', 0],
    ['20.10.2025', -35],
    ['Medio dec', 17],
    ['1.-30. november', 0],
    ['Uafklaret', null],
  ])('%s: %s', (raw, days) => {
    expect(daysUntil(read(raw), '2025-11-24')).toBe(days);
  });

  test('never rise as the days pass', () => {
    fc.assert(
      fc.property(randomDate, randomDay, (date, today) => {
        const [now, then] = [daysUntil(date, today), daysUntil(date, addDays(today, 1))];
        if (now !== null && then !== null) expect(then).toBeLessThanOrEqual(now);
      }),
    );
  });
});

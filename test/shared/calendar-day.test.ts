import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  copenhagenDay,
  dayOf,
  daysBetween,
  daysInMonth,
  isoWeek,
  isoWeekday,
  isRealDay,
  isWeekend,
  lastDayOfMonth,
  mondayOfWeek,
  partsOf,
  sundayOfSameWeek,
} from '#src/shared/calendar-day.ts';
import { monthName, monthShortName, weekdayName, weekdayShortName } from '#src/shared/danish-calendar.ts';

fc.configureGlobal({ seed: 20251124 });

describe('a day of the calendar', () => {
  test('is the day in Copenhagen, also when it is still yesterday in UTC', () => {
    expect(copenhagenDay(new Date('2025-11-24T22:59:59Z'))).toBe('2025-11-24');
    expect(copenhagenDay(new Date('2025-11-24T23:00:00Z'))).toBe('2025-11-25');
    expect(copenhagenDay(new Date('2025-06-30T22:00:00Z'))).toBe('2025-07-01');
  });

  test('exists or does not', () => {
    expect(isRealDay('2024-02-29')).toBe(true);
    expect(isRealDay('2025-02-29')).toBe(false);
    expect(isRealDay('2025-2-9')).toBe(false);
    expect(isRealDay('i morgen')).toBe(false);
    expect(dayOf(2025, 11, 30)).toBe('2025-11-30');
    expect(dayOf(2025, 11, 31)).toBeNull();
    expect(dayOf(2025, 13, 1)).toBeNull();
  });

  test('moves over months, years and the change to summer time', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-29', -1)).toBe('2026-03-28');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(daysBetween('2025-11-24', '2025-12-15')).toBe(21);
    expect(daysBetween('2025-11-24', '2025-10-20')).toBe(-35);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  test('moving forth and back ends where it began', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  test('lies in an ISO week, which may belong to another year', () => {
    expect(isoWeek('2025-10-27')).toEqual({ year: 2025, week: 44 });
    expect(isoWeek('2025-12-29')).toEqual({ year: 2026, week: 1 });
    expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(mondayOfWeek(2026, 2)).toBe('2026-01-05');
    expect(mondayOfWeek(2026, 53)).toBe('2026-12-28');
    expect(mondayOfWeek(2025, 53)).toBeNull();
    expect(sundayOfSameWeek('2025-11-24')).toBe('2025-11-30');
    expect(sundayOfSameWeek('2025-11-30')).toBe('2025-11-30');
  });

  test('has a weekday, Monday first', () => {
    expect(isoWeekday('2025-11-24')).toBe(1);
    expect(isWeekend('2025-08-10')).toBe(true);
    expect(isWeekend('2025-11-24')).toBe(false);
    expect(weekdayName('2026-01-08')).toBe('torsdag');
    expect(weekdayShortName('2026-01-08')).toBe('tors.');
  });

  test('lies in a month', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(lastDayOfMonth(2025, 2)).toBe('2025-02-28');
    expect(partsOf('2025-12-05')).toEqual({ year: 2025, month: 12, day: 5 });
    expect(monthName(3)).toBe('marts');
    expect([9, 10, 5].map(monthShortName)).toEqual(['sept.', 'okt.', 'maj']);
    expect(() => monthName(13)).toThrow(RangeError);
  });

  test('is counted as luxon counts, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 0, max: 55 }),
        (day, months, week) => {
          const luxon = DateTime.fromISO(day, { zone: 'utc' });
          expect(isoWeek(day)).toEqual({ year: luxon.weekYear, week: luxon.weekNumber });
          expect(isoWeekday(day)).toBe(luxon.weekday);
          expect(addMonths(day, months)).toBe(luxon.plus({ months }).toISODate());
          expect(lastDayOfMonth(luxon.year, luxon.month)).toBe(luxon.endOf('month').toISODate());
          const monday = DateTime.fromObject({ weekYear: luxon.year, weekNumber: week }, { zone: 'utc' });
          expect(mondayOfWeek(luxon.year, week)).toBe(
            monday.isValid ? monday.startOf('week').toISODate() : null,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is never made up from a wrong text', () => {
    expect(() => addDays('31.12.2025', 1)).toThrow(RangeError);
  });
});

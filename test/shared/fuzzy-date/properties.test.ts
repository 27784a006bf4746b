import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRealDay } from '#src/shared/calendar-day.ts';
import { findDates } from '#src/shared/fuzzy-date/find.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import { parseTime } from '#src/shared/fuzzy-date/time.ts';
import { fuzzyInList, fuzzyInSentence, fuzzyInTable } from '#src/shared/fuzzy-date/wording.ts';
import { nearlyADate, randomContext, randomDate, randomDay, randomPhrase } from './random-dates.ts';

fc.configureGlobal({ seed: 20251124 });

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), nearlyADate, randomPhrase);

function expectSound({ raw, from, to, precision }: FuzzyDate): void {
  for (const day of [from, to]) if (day !== null) expect(isRealDay(day)).toBe(true);
  if (from !== null && to !== null) expect(from <= to).toBe(true);
  if (precision === 'none' || precision === 'unclear') expect([from, to]).toEqual([null, null]);
  if (precision === 'day' && from !== null) expect(from).toBe(to);
  expect(raw).toBe(raw.replace(/\s+/g, ' ').trim());
}

describe('whatever is written', () => {
  test('reading a cell gives a sound date, and state stands only on a dispatch', () => {
    fc.assert(
      fc.property(anyText, randomContext, (text, context) => {
        const date = parseFuzzyDate(text, context);
        expectSound(date);
        expect('state' in date).toBe(context.role === 'dispatch');
        if (whyUnreadable(text, context)) expect(date.precision).toBe('unclear');
      }),
      { numRuns: 4000 },
    );
  });

  test('finding dates gives sound dates that stand in the text one after another', () => {
    fc.assert(
      fc.property(anyText, randomContext, (text, context) => {
        let last = 0;
        for (const { date, start, end, time } of findDates(text, context)) {
          expectSound(date);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(date.raw).toBe(text.slice(start, end).normalize('NFC').replace(/\s+/g, ' ').trim());
          if (time !== undefined) expect(parseTime(time)).not.toBeNull();
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('the same words are read the same way again', () => {
    fc.assert(
      fc.property(anyText, randomContext, (text, context) => {
        const date = parseFuzzyDate(text, context);
        expect(parseFuzzyDate(date.raw, context)).toEqual(date);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the portal’s own wording', () => {
  test.each([
    ['in a sentence', fuzzyInSentence],
    ['in a list', fuzzyInList],
    ['in a table', fuzzyInTable],
  ])('%s, read back at the same meeting, means the same days', (_place, worded) => {
    fc.assert(
      fc.property(randomDate, randomDay, fc.boolean(), (date, meetingDay, doubt) => {
        const said: FuzzyDate = doubt && date.from !== null ? { ...date, uncertain: true } : date;
        const again = parseFuzzyDate(worded(said), { meetingDay });
        expect([again.from, again.to, again.uncertain]).toEqual([said.from, said.to, said.uncertain]);
        expect(precisionClass(again)).toBe(precisionClass(said));
        expect([again.yearInferred, again.confidence]).toEqual([false, undefined]);
      }),
      { numRuns: 1500 },
    );
  });

  test('of any phrase that was read means the same days', () => {
    const meetingDay = '2025-11-24';
    fc.assert(
      fc.property(randomPhrase, (text) => {
        const date = parseFuzzyDate(text, { meetingDay });
        const again = parseFuzzyDate(fuzzyInSentence(date), { meetingDay });
        expect([again.from, again.to]).toEqual([date.from, date.to]);
        expect(precisionClass(again)).toBe(precisionClass(date));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Weeks, thirds, ranges and holidays are worded by their days, so they come back as an interval. */
function precisionClass({ precision }: FuzzyDate): string {
  return ['week', 'third', 'range', 'season'].includes(precision) ? 'interval' : precision;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRealDay } from '#src/shared/calendar-day.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';

fc.configureGlobal({ seed: 20251124 });

describe('a day typed by a person', () => {
  test.each([
    ['31.12.2025', '2025-12-31'],
    ['1/12-25', '2025-12-01'],
    [' 1. 12. 2025', '2025-12-01'],
    ['18/11 2025', '2025-11-18'],
    ['2025-12-03', '2025-12-03'],
    ['15. december 2025', '2025-12-15'],
    ['den 3. dec. 2025', '2025-12-03'],
    ['29.2.2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseTypedDay(typed)).toEqual({ day });
  });

  test.each([
    ['31.11.2025', 'Datoen 31.11.2025 findes ikke. November har 30 dage.'],
    ['31. november 2025', 'Datoen 31. november 2025 findes ikke. November har 30 dage.'],
    ['29.2.2025', 'Datoen 29.2.2025 findes ikke. Februar har 28 dage i 2025.'],
    ['12/15-2025', 'Datoen 12/15-2025 findes ikke. Et år har 12 måneder. Skriv dagen først og så måneden.'],
    ['0.12.2025', 'Datoen 0.12.2025 findes ikke. En måned begynder med den 1.'],
    ['15. december', 'Skriv datoen med dag, måned og år, fx 15.12.2025.'],
    ['snart', 'Skriv datoen med dag, måned og år, fx 15.12.2025.'],
    ['', 'Skriv datoen med dag, måned og år, fx 15.12.2025.'],
  ])('"%s" is refused: %s', (typed, reason) => {
    expect(parseTypedDay(typed)).toEqual({ reason });
  });

  test('is a day that exists or a sentence, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parseTypedDay(text);
        if ('day' in answer) expect(isRealDay(answer.day)).toBe(true);
        else expect(answer.reason).toMatch(/\.$/);
      }),
    );
  });
});

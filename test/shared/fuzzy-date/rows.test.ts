/** Every row of domain.md section 5.4, in the place where the phrase stands: column, tense, meeting of 24 November 2025. */
import { describe, expect, test } from 'vitest';
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { monthNumber } from '#src/shared/fuzzy-date/month-number.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { parseTime } from '#src/shared/fuzzy-date/time.ts';

type Row = [row: number, raw: string, where: Partial<DateContext>, meaning: Partial<FuzzyDate>];

const given = { yearInferred: false };
const inferred = { yearInferred: true };
const noDays = { from: null, to: null, ...given };

function day(from: string): Partial<FuzzyDate> {
  return { from, to: from, precision: 'day' };
}

const rows: Row[] = [
  [
    1,
    'Primo jan.',
    { role: 'start' },
    { from: '2026-01-01', to: '2026-01-10', precision: 'third', ...inferred },
  ],
  [
    2,
    'Ultimo Jan.',
    { role: 'end' },
    { from: '2026-01-21', to: '2026-01-31', precision: 'third', ...inferred },
  ],
  [
    3,
    'Primo dec',
    { role: 'start' },
    { from: '2025-12-01', to: '2025-12-10', precision: 'third', ...inferred },
  ],
  [
    4,
    'Medio/ultimo \ndec',
    { role: 'end' },
    { from: '2025-12-11', to: '2025-12-31', precision: 'range', ...inferred },
  ],
  [5, '27.10.2025', { role: 'start' }, { ...day('2025-10-27'), ...given }],
  [5, '05.09.2025', { role: 'start' }, { ...day('2025-09-05'), ...given }],
  [
    6,
    'Sendt uge 44',
    { role: 'dispatch' },
    { from: '2025-10-27', to: '2025-11-02', precision: 'week', state: 'sent', ...inferred },
  ],
  [
    7,
    'Sendt uge 47',
    { role: 'dispatch' },
    { from: '2025-11-17', to: '2025-11-23', precision: 'week', state: 'sent', ...inferred },
  ],
  [8, '15. december', { role: 'deadline' }, { ...day('2025-12-15'), ...inferred }],
  [
    9,
    'Sendes primo december',
    { role: 'dispatch' },
    { from: '2025-12-01', to: '2025-12-10', precision: 'third', state: 'planned', ...inferred },
  ],
  [
    10,
    'Medio dec.2025',
    { role: 'deadline' },
    { from: '2025-12-11', to: '2025-12-20', precision: 'third', ...given },
  ],
  [10, 'Medio dec.2075', { role: 'deadline' }, { ...noDays, precision: 'unclear' }],
  [
    11,
    'dec-25',
    { role: 'dispatch' },
    { from: '2025-12-01', to: '2025-12-31', precision: 'month', state: 'planned', ...given },
  ],
  [12, '05.12.25', { role: 'deadline' }, { ...day('2025-12-05'), ...given }],
  [12, '20.11.25', { role: 'as-of' }, { ...day('2025-11-20'), ...given }],
  [13, '14.3.2025', { role: 'dispatch' }, { ...day('2025-03-14'), state: 'sent', ...given }],
  [
    14,
    'Uafklaret',
    { role: 'dispatch' },
    { ...noDays, precision: 'unclear', state: 'unclear', raw: 'Uafklaret' },
  ],
  [14, 'Uafklaret', { role: 'deadline' }, { ...noDays, precision: 'unclear' }],
  [15, '', { role: 'dispatch' }, { ...noDays, precision: 'none', state: 'unclear', raw: '' }],
  [15, ' ', { role: 'deadline' }, { ...noDays, precision: 'none', raw: '' }],
  [16, '18/11 2025', { role: 'event' }, { ...day('2025-11-18'), ...given }],
  [16, 'den 18/11 2025', { role: 'event' }, { ...day('2025-11-18'), ...given }],
  [17, '15/12-25', { role: 'deadline' }, { ...day('2025-12-15'), ...given }],
  [17, '19/1-2026', { role: 'deadline' }, { ...day('2026-01-19'), ...given }],
  [
    18,
    '24/11 - 15/12 2025',
    { role: 'event' },
    { from: '2025-11-24', to: '2025-12-15', precision: 'range', ...given },
  ],
  [19, '1/1 2026', { role: 'event' }, { ...day('2026-01-01'), ...given }],
  [20, 'per 21/11', { role: 'as-of' }, { ...day('2025-11-21'), ...inferred }],
  [
    21,
    '2. halvår 2026?',
    { role: 'step' },
    { from: '2026-07-01', to: '2026-12-31', precision: 'half', uncertain: true, ...given },
  ],
  [
    22,
    'primo 2026',
    { tense: 'future' },
    { from: '2026-01-01', to: '2026-03-31', precision: 'quarter', ...given },
  ],
  [
    23,
    'før sommerferien 2026',
    { role: 'step' },
    { from: null, to: '2026-06-26', precision: 'before', ...given },
  ],
  [
    24,
    'efter sommerferien 2026',
    { role: 'step' },
    { from: '2026-08-10', to: null, precision: 'after', ...given },
  ],
  [25, '2027+', { role: 'step' }, { from: '2027-01-01', to: null, precision: 'after', ...given }],
  [26, 'Uge 2.', { role: 'step' }, { from: '2026-01-05', to: '2026-01-11', precision: 'week', ...inferred }],
  [
    27,
    'Uge 3-4',
    { role: 'step' },
    { from: '2026-01-12', to: '2026-01-25', precision: 'range', ...inferred },
  ],
  [
    28,
    'Uge 9-11.',
    { role: 'step' },
    { from: '2026-02-23', to: '2026-03-15', precision: 'range', ...inferred },
  ],
  [29, '19.11.', { role: 'step' }, { ...day('2025-11-19'), ...inferred }],
  [29, '27.11', { role: 'step' }, { ...day('2025-11-27'), ...inferred }],
  [29, '1.12.', { role: 'step' }, { ...day('2025-12-01'), ...inferred }],
  [29, '15.12', { role: 'step' }, { ...day('2025-12-15'), ...inferred }],
  [29, '22.12', { role: 'step' }, { ...day('2025-12-22'), ...inferred }],
  [
    30,
    '1.12.-22.12',
    { role: 'step' },
    { from: '2025-12-01', to: '2025-12-22', precision: 'range', ...inferred },
  ],
  [
    31,
    'ved udgangen af 2026',
    { role: 'other' },
    { from: '2026-12-01', to: '2026-12-31', precision: 'month', ...given },
  ],
  [32, 'udgangen af \n2028 (24. november 2028)', { role: 'other' }, { ...day('2028-11-24'), ...given }],
  [33, '1. oktober 2025', { role: 'other' }, { ...day('2025-10-01'), ...given }],
  [33, 'når alternativ er i SAPA', { role: 'other' }, { ...noDays, precision: 'unclear' }],
  [
    34,
    'i foråret',
    { tense: 'past' },
    { from: '2025-03-01', to: '2025-05-31', precision: 'season', confidence: 'low', ...inferred },
  ],
  [
    35,
    'februar 2025',
    { role: 'event' },
    { from: '2025-02-01', to: '2025-02-28', precision: 'month', ...given },
  ],
  [
    35,
    'september 2025',
    { role: 'event' },
    { from: '2025-09-01', to: '2025-09-30', precision: 'month', ...given },
  ],
  [36, 'd. 3. november', { tense: 'past' }, { ...day('2025-11-03'), ...inferred }],
  [37, 'senest den 15/12-25', { role: 'deadline' }, { ...day('2025-12-15'), ...given }],
  [37, 'inden den 15. december', { role: 'deadline' }, { ...day('2025-12-15'), ...inferred }],
  [
    38,
    'umiddelbart efter mødet',
    { role: 'other' },
    { from: '2025-11-24', to: '2025-11-26', precision: 'immediate', ...given },
  ],
];

describe('a row of the table of phrases', () => {
  test.each(rows)('%i: %s %o', (_row, raw, where, meaning) => {
    const date = parseFuzzyDate(raw, { meetingDay: '2025-11-24', ...where });
    expect(date).toMatchObject(meaning);
    expect(date.confidence).toBe(meaning.confidence);
    expect('state' in date).toBe(where.role === 'dispatch');
  });

  test('39: the headings of the annual wheel are the twelve months of every year', () => {
    const headings = 'Jan Feb Mar Apr Maj Jun Jul Aug Sep Okt Nov Dec'.split(' ');
    expect(headings.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test.each([
    ['kl. 20.30', '20:30', null],
    ['kl. 9.30 – 11.00', '09:30', '11:00'],
    ['09.30-11.00', '09:30', '11:00'],
  ])('40: %s is a time of day', (words, from, to) => {
    expect(parseTime(words)).toEqual({ from, to });
  });

  test('every row from 1 to 38 stands here', () => {
    expect([...new Set(rows.map(([row]) => row))]).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
  });
});

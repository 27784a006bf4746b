/** Random dates and phrases for the property tests. */
import fc from 'fast-check';
import { addDays, addMonths, lastDayOfMonth, mondayOfWeek } from '#src/shared/calendar-day.ts';
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';
import type { FuzzyDate, Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';

export const randomDay = fc.integer({ min: 0, max: 3652 }).map((days) => addDays('2021-01-01', days));

export const randomContext: fc.Arbitrary<DateContext> = fc.record(
  {
    meetingDay: fc.option(randomDay, { nil: null }),
    role: fc.constantFrom('start', 'end', 'deadline', 'dispatch', 'event', 'as-of', 'step', 'other'),
    tense: fc.constantFrom('past', 'future'),
    letters: fc.constant('ocr'),
    startOf: randomDay.map(
      (day): FuzzyDate => ({ raw: '', from: day, to: null, precision: 'after', yearInferred: false }),
    ),
  },
  { requiredKeys: ['meetingDay'] },
);

/** What date phrases are made of, so that a random text is often nearly a date. */
const pieces =
  "1 2 3 5 9 12 15 28 29 30 31 32 44 52 53 54 99 2025 2026 2075 25 26 202 202§ 0 . , - – / \n ? ( ) ' + kl. uge Uge primo medio ultimo " +
  'start slutningen af udgangen midt i i jan feb. marts maj jul december dec dec-25 15. 15.12 15/12 15/12-25 1.12. 2025-12-03 Q1 Q5 1. kvartal ' +
  'halvår foråret vinteren jul påske nytår sommerferien før efter inden senest fra til og med tidligst mellem eller løbende straks ' +
  'umiddelbart efter mødet snarest om to uger næste år måned i dag torsdag man. den d. Sendt Sendes Uafklaret udskudt ca. a\u030a æ';

export const nearlyADate = fc
  .array(fc.tuple(fc.constantFrom(...pieces.split(' ')), fc.constantFrom(' ', ' ', '', '\n')), {
    maxLength: 9,
  })
  .map((words) => words.flat().join(''));

const units = [
  '15. december',
  '3. dec.',
  '15.12',
  '1/2',
  '31.11.',
  '15',
  'uge 2',
  'uge 52',
  'uge 3-4',
  'januar',
  'dec.',
  'nov-dec',
  'primo januar',
  'medio/ultimo dec',
  'Q1',
  '2. halvår',
  '3. kvartal',
  'foråret',
  'vinteren',
  'sommerferien',
  'jul',
  'påske',
  'årsskiftet',
  'udgangen af marts',
  'slutningen af Q2',
  '2027',
  'næste uge',
];
const years = [
  '',
  '',
  '',
  ' 2025',
  ' 2026',
  '-25',
  " '26",
  ' 2025/26',
  ' næste år',
  ' 202§',
  ' 2075',
  ', 2026',
];

/** A phrase as a person may write it, mostly understood. */
export const randomPhrase = fc
  .record({
    lead: fc.constantFrom(
      '',
      '',
      '',
      'senest ',
      'inden ',
      'før ',
      'efter ',
      'fra ',
      'tidligst ',
      'til og med ',
      'Sendt ',
      'ca. ',
      'løbende fra ',
    ),
    unit: fc.constantFrom(...units),
    year: fc.constantFrom(...years),
    sign: fc.constantFrom('', '', '', '-', ' - ', '/', ' til ', ' og '),
    second: fc.constantFrom(...units),
    secondYear: fc.constantFrom(...years),
    tail: fc.constantFrom('', '', '', '?', ' kl. 12', ' (uge 50)', ' (24. november)', '+'),
  })
  .map(({ lead, unit, year, sign, second, secondYear, tail }) => {
    return lead + unit + year + (sign ? sign + second + secondYear : '') + tail;
  });

function precise(precision: Precision, from: string | null, to: string | null): FuzzyDate {
  return {
    raw: '',
    from,
    to,
    precision: from !== null && from === to ? 'day' : precision,
    yearInferred: false,
  };
}

const wholeMonths = (precision: Precision, monthsLong: number) =>
  fc
    .tuple(fc.integer({ min: 2021, max: 2030 }), fc.integer({ min: 0, max: 12 / monthsLong - 1 }))
    .map(([year, part]) => {
      const from = addMonths(`${year}-01-01`, part * monthsLong);
      return precise(precision, from, addDays(addMonths(from, monthsLong), -1));
    });

/** A date of every precision that has days or stands for itself, with days as the reader gives them. */
export const randomDate: fc.Arbitrary<FuzzyDate> = fc.oneof(
  randomDay.map((day) => precise('day', day, day)),
  fc.tuple(fc.integer({ min: 2021, max: 2030 }), fc.integer({ min: 1, max: 52 })).map(([year, week]) => {
    const monday = mondayOfWeek(year, week) ?? '2021-01-04';
    return precise('week', monday, addDays(monday, 6));
  }),
  fc
    .tuple(randomDay, fc.integer({ min: 1, max: 180 }))
    .map(([from, days]) => precise('range', from, addDays(from, days))),
  fc.tuple(wholeMonths('third', 1), fc.constantFrom(0, 10, 20)).map(([{ from, to }, start]) => {
    const first = addDays(from ?? '', start);
    return precise('third', first, start === 20 ? to : addDays(first, 9));
  }),
  wholeMonths('month', 1),
  wholeMonths('quarter', 3),
  wholeMonths('half', 6),
  wholeMonths('year', 12),
  wholeMonths('season', 3).map(({ from }) => {
    const first = addMonths(from ?? '', 2);
    const [year, month] = addMonths(first, 2).split('-').map(Number);
    return precise('season', first, lastDayOfMonth(year ?? 0, month ?? 0));
  }),
  randomDay.map((day) => precise('before', null, day)),
  randomDay.map((day) => precise('after', day, null)),
  fc
    .constantFrom('2026-06-26', '2025-06-27', '2025-12-31', '2026-02-28')
    .map((day) => precise('before', null, day)),
  fc.constantFrom('2026-08-10', '2025-08-11', '2027-01-01').map((day) => precise('after', day, null)),
  fc.constant(precise('ongoing', null, null)),
  randomDay.map((day) => precise('ongoing', day, null)),
  randomDay.map((day) => precise('ongoing', null, day)),
  fc
    .tuple(randomDay, fc.integer({ min: 1, max: 180 }))
    .map(([from, days]) => precise('ongoing', from, addDays(from, days))),
  fc.constant({ ...precise('unclear', null, null), raw: 'Uafklaret' }),
  fc.constant(precise('none', null, null)),
);

/** How other months may write it. All seen from the meeting of 24 November 2025. */
import { describe, expect, test } from 'vitest';
import type { Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';

type Phrase = [raw: string, from: string | null, to: string | null, precision: Precision];

function read(raw: string) {
  const { from, to, precision } = parseFuzzyDate(raw, { meetingDay: '2025-11-24' });
  return [raw, from, to, precision];
}

function oneDay(raw: string, day: string): Phrase {
  return [raw, day, day, 'day'];
}

describe('a day', () => {
  test.each<Phrase>([
    oneDay('d. 3/12', '2025-12-03'),
    oneDay('3. dec.', '2025-12-03'),
    oneDay('3.dec', '2025-12-03'),
    oneDay('3 december 2025', '2025-12-03'),
    oneDay('3. december, 2025', '2025-12-03'),
    oneDay('3-dec-25', '2025-12-03'),
    oneDay("3. dec. '25", '2025-12-03'),
    oneDay('3. dec 25', '2025-12-03'),
    oneDay('2025-12-03', '2025-12-03'),
    oneDay('3-12-2025', '2025-12-03'),
    oneDay('3. 12. 2025', '2025-12-03'),
    oneDay('3/12/25', '2025-12-03'),
    oneDay('3.12.', '2025-12-03'),
    oneDay('onsdag d. 3. december', '2025-12-03'),
    oneDay('ons. 3. dec. 2025', '2025-12-03'),
    oneDay('onsdag i uge 49', '2025-12-03'),
    oneDay('senest fredag d. 5. december kl. 12', '2025-12-05'),
    oneDay('Frist: 5. december kl. 12.00', '2025-12-05'),
    oneDay('inden 5. december', '2025-12-05'),
    oneDay('Deadline er den 5/12', '2025-12-05'),
    oneDay('5. december (fredag)', '2025-12-05'),
    oneDay('5.12.2025 (tidl. 28.11.2025)', '2025-12-05'),
    oneDay('5.12.2025, forlænget til 9.1.2026', '2026-01-09'),
    oneDay('Udskudt fra 5.12.2025 til 9.1.2026', '2026-01-09'),
    oneDay('5.12.2025*', '2025-12-05'),
    oneDay('5.12.2025¹', '2025-12-05'),
    oneDay('[05.12.25', '2025-12-05'),
    oneDay('1. februar næste år', '2026-02-01'),
    oneDay('i morgen', '2025-11-25'),
    oneDay('om 14 dage', '2025-12-08'),
    oneDay('14 dage efter mødet', '2025-12-08'),
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });
});

describe('weeks', () => {
  test.each<Phrase>([
    ['uge 49/2025', '2025-12-01', '2025-12-07', 'week'],
    ['uge 49-25', '2025-12-01', '2025-12-07', 'week'],
    ['Uge49', '2025-12-01', '2025-12-07', 'week'],
    ['uge 2 (2026)', '2026-01-05', '2026-01-11', 'week'],
    ['2026, uge 2', '2026-01-05', '2026-01-11', 'week'],
    ['2026-W02', '2026-01-05', '2026-01-11', 'week'],
    ['slutningen af uge 2', '2026-01-05', '2026-01-11', 'week'],
    ['næste uge', '2025-12-01', '2025-12-07', 'week'],
    ['om to uger', '2025-12-08', '2025-12-14', 'week'],
    ['uge 2-4 2026', '2026-01-05', '2026-01-25', 'range'],
    ['uge 2 og 3', '2026-01-05', '2026-01-18', 'range'],
    ['uge 2/3', '2026-01-05', '2026-01-18', 'range'],
    ['uge 2 til uge 4', '2026-01-05', '2026-01-25', 'range'],
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });
});

describe('parts of a month, and months', () => {
  test.each<Phrase>([
    ['start januar', '2026-01-01', '2026-01-10', 'third'],
    ['i starten af januar', '2026-01-01', '2026-01-10', 'third'],
    ['midt i december', '2025-12-11', '2025-12-20', 'third'],
    ['slutningen af januar', '2026-01-21', '2026-01-31', 'third'],
    ['udgangen af februar 2026', '2026-02-21', '2026-02-28', 'third'],
    ['ult. dec.', '2025-12-21', '2025-12-31', 'third'],
    ['primo/medio januar', '2026-01-01', '2026-01-20', 'range'],
    ['ultimo november/primo december', '2025-11-21', '2025-12-10', 'range'],
    ['medio december til medio januar', '2025-12-11', '2026-01-20', 'range'],
    ['i løbet af december', '2025-12-01', '2025-12-31', 'month'],
    ['december måned', '2025-12-01', '2025-12-31', 'month'],
    ["dec. '25", '2025-12-01', '2025-12-31', 'month'],
    ['12/2025', '2025-12-01', '2025-12-31', 'month'],
    ['2025-12', '2025-12-01', '2025-12-31', 'month'],
    ['næste måned', '2025-12-01', '2025-12-31', 'month'],
    ['årets udgang', '2025-12-01', '2025-12-31', 'month'],
    ['jul 2026', '2026-07-01', '2026-07-31', 'month'],
    ['januar/februar 2026', '2026-01-01', '2026-02-28', 'range'],
    ['jan-feb 2026', '2026-01-01', '2026-02-28', 'range'],
    ['jan.–marts 2026', '2026-01-01', '2026-03-31', 'range'],
    ['december 2025/januar 2026', '2025-12-01', '2026-01-31', 'range'],
    ['december/januar', '2025-12-01', '2026-01-31', 'range'],
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });
});

describe('from one day to another', () => {
  test.each<Phrase>([
    ['fra 1. til 12. december', '2025-12-01', '2025-12-12', 'range'],
    ['1.-12. december 2025', '2025-12-01', '2025-12-12', 'range'],
    ['mellem 1. og 12. december', '2025-12-01', '2025-12-12', 'range'],
    ['i perioden 1/12 - 12/12', '2025-12-01', '2025-12-12', 'range'],
    ['1/12-12/12 2025', '2025-12-01', '2025-12-12', 'range'],
    ['mandag den 1. til fredag den 12. december', '2025-12-01', '2025-12-12', 'range'],
    ['8., 9. og 10. december', '2025-12-08', '2025-12-10', 'range'],
    ['2. og 3. december', '2025-12-02', '2025-12-03', 'range'],
    ['01.12.2025-09.01.2026', '2025-12-01', '2026-01-09', 'range'],
    ['inden for 14 dage', '2025-11-24', '2025-12-08', 'range'],
    ['uge 49 (1.-5. december)', '2025-12-01', '2025-12-05', 'range'],
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });
});

describe('parts of a year', () => {
  test.each<Phrase>([
    ['Q1 2026', '2026-01-01', '2026-03-31', 'quarter'],
    ['2026 Q1', '2026-01-01', '2026-03-31', 'quarter'],
    ['1. kvartal 2026', '2026-01-01', '2026-03-31', 'quarter'],
    ['første kvartal', '2026-01-01', '2026-03-31', 'quarter'],
    ['ultimo 2026', '2026-10-01', '2026-12-31', 'quarter'],
    ['slutningen af 2026', '2026-10-01', '2026-12-31', 'quarter'],
    ['starten af næste år', '2026-01-01', '2026-03-31', 'quarter'],
    ['medio 2026', '2026-04-01', '2026-09-30', 'range'],
    ['primo Q2', '2026-04-01', '2026-04-30', 'month'],
    ['medio 2. kvartal 2026', '2026-05-01', '2026-05-31', 'month'],
    ['ultimo Q2 2026', '2026-06-01', '2026-06-30', 'month'],
    ['Q4 2025/Q1 2026', '2025-10-01', '2026-03-31', 'range'],
    ['1.-2. kvartal 2026', '2026-01-01', '2026-06-30', 'range'],
    ['1. halvår 26', '2026-01-01', '2026-06-30', 'half'],
    ['2H26', '2026-07-01', '2026-12-31', 'half'],
    ['andet halvår 2026', '2026-07-01', '2026-12-31', 'half'],
    ['2026', '2026-01-01', '2026-12-31', 'year'],
    ['efteråret 2026', '2026-09-01', '2026-11-30', 'season'],
    ['i foråret', '2026-03-01', '2026-05-31', 'season'],
    ['til sommer', '2026-06-01', '2026-08-31', 'season'],
    ['sidste forår', '2025-03-01', '2025-05-31', 'season'],
    ['vinteren 2025/26', '2025-12-01', '2026-02-28', 'season'],
    ['påske 2026', '2026-04-02', '2026-04-06', 'season'],
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });
});

describe('a date with an open end', () => {
  test.each<Phrase>([
    ['inden jul', null, '2025-12-23', 'before'],
    ['inden påske 2026', null, '2026-04-01', 'before'],
    ['inden nytår', null, '2025-12-31', 'before'],
    ['inden sommerferien', null, '2026-06-26', 'before'],
    ['inden udgangen af 2026', null, '2026-12-31', 'before'],
    ['inden udgangen af januar', null, '2026-01-31', 'before'],
    ['inden uge 50', null, '2025-12-07', 'before'],
    ['før 1. kvartal 2026', null, '2025-12-31', 'before'],
    ['før 15. december', null, '2025-12-14', 'before'],
    ['til og med 15. december', null, '2025-12-15', 'before'],
    ['efter jul', '2025-12-27', null, 'after'],
    ['efter efterårsferien 2026', '2026-10-19', null, 'after'],
    ['efter 15. december', '2025-12-16', null, 'after'],
    ['tidligst uge 3', '2026-01-12', null, 'after'],
    ['ikke før 15. december', '2025-12-15', null, 'after'],
    ['fra 2027', '2027-01-01', null, 'after'],
    ['fra og med 1. januar 2026', '2026-01-01', null, 'after'],
    ['1. januar 2026 og frem', '2026-01-01', null, 'after'],
    ['efter mødet', '2025-11-24', null, 'after'],
    ['løbende', null, null, 'ongoing'],
    ['Løbende fra 1. januar 2026', '2026-01-01', null, 'ongoing'],
    ['straks', '2025-11-24', '2025-11-26', 'immediate'],
    ['straks efter mødet', '2025-11-24', '2025-11-26', 'immediate'],
    ['snarest muligt', '2025-11-24', null, 'immediate'],
  ])('%s', (...phrase) => {
    expect(read(phrase[0])).toEqual(phrase);
  });

  test.each([
    [2024, '2024-06-28', '2024-08-12'],
    [2025, '2025-06-27', '2025-08-11'],
    [2026, '2026-06-26', '2026-08-10'],
    [2027, '2027-06-25', '2027-08-16'],
    [2029, '2029-06-29', '2029-08-13'],
  ])(
    'the summer holiday of %i begins after the last Friday but one day in June and ends before week 33',
    (year, last, first) => {
      expect(read(`før sommerferien ${year}`).slice(1, 3)).toEqual([null, last]);
      expect(read(`efter sommerferien ${year}`).slice(1, 3)).toEqual([first, null]);
    },
  );

  test.each([
    [2024, '2024-03-28', '2024-04-01'],
    [2025, '2025-04-17', '2025-04-21'],
    [2027, '2027-03-25', '2027-03-29'],
    [2030, '2030-04-18', '2030-04-22'],
  ])('Easter %i is worked out', (year, from, to) => {
    expect(read(`påske ${year}`).slice(1, 3)).toEqual([from, to]);
  });
});

describe('words that say that there is no date', () => {
  test.each([
    'Uafklaret',
    'Afventer',
    'Afventer KL, forventet uge 5',
    'TBD',
    'ikke fastlagt',
    'Endnu ikke planlagt',
    'Aftales nærmere',
    '?',
  ])('"%s" stands as the value', (raw) => {
    expect(read(raw)).toEqual([raw, null, null, 'unclear']);
    expect(whyUnreadable(raw, { meetingDay: '2025-11-24' })).toBeNull();
  });

  test.each(['', '-', '–', 'Ikke oplyst'])('"%s" is an empty cell', (raw) => {
    expect(read(raw)).toEqual([raw, null, null, 'none']);
  });
});

describe('a dispatch', () => {
  test.each([
    ['Udsendt d. 3/11', 'sent'],
    ['3. november', 'sent'],
    ['okt-25', 'sent'],
    ['24.11.2025', 'sent'],
    ['25.11.2025', 'planned'],
    ['nov-25', 'planned'],
    ['Udsendes snarest', 'planned'],
    ['Forventes sendt uge 50', 'planned'],
    ['På vej', 'planned'],
    ['Sendt', 'sent'],
    ['Endnu ikke sendt', 'unclear'],
    ['31.11.2025', 'unclear'],
  ])('"%s" is %s', (raw, state) => {
    expect(parseFuzzyDate(raw, { meetingDay: '2025-11-24', role: 'dispatch' }).state).toBe(state);
  });
});

describe('doubt', () => {
  test.each(['15. december?', 'ca. 15. december', 'omkring den 15. december', 'formentlig 15. december'])(
    '%s',
    (raw) => {
      expect(parseFuzzyDate(raw, { meetingDay: '2025-11-24' })).toMatchObject({
        from: '2025-12-15',
        uncertain: true,
      });
    },
  );
});

import { describe, expect, test } from 'vitest';
import { distanceInWords } from '#src/shared/fuzzy-date/distance.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { fuzzyInList, fuzzyInSentence, fuzzyInTable } from '#src/shared/fuzzy-date/wording.ts';

const context = { meetingDay: '2025-11-24' };

describe('a date in Danish', () => {
  test.each([
    ['15.12.25', '15. december 2025', 'man. 15. dec. 2025', '15.12.2025'],
    ['Medio dec', '11.–20. december 2025', '11.–20. dec. 2025', '11.–20.12.2025'],
    ['Sendt uge 44', 'uge 44 i 2025', '27. okt.–2. nov. 2025', '27.10.–02.11.2025'],
    ['uge 52-2', '22. december 2025–11. januar 2026', '22. dec. 2025–11. jan. 2026', '22.12.2025–11.01.2026'],
    ['dec-25', 'december 2025', 'dec. 2025', 'dec. 2025'],
    ['primo 2026', '1. kvartal 2026', '1. kvartal 2026', '1. kvartal 2026'],
    ['2. halvår 2026?', '2. halvår 2026?', '2. halvår 2026?', '2. halvår 2026?'],
    ['i 2026', '2026', '2026', '2026'],
    ['udgangen af 2026', 'ved udgangen af 2026', 'ved udgangen af 2026', 'ved udgangen af 2026'],
    ['sidste forår', 'foråret 2025', 'foråret 2025', 'foråret 2025'],
    ['vinteren 2025-26', 'vinteren 2025/26', 'vinteren 2025/26', 'vinteren 2025/26'],
    [
      'før sommerferien 2026',
      'senest juni 2026 (før sommerferien)',
      'senest juni 2026 (før sommerferien)',
      'senest juni 2026 (før sommerferien)',
    ],
    [
      'efter sommerferien 2026',
      'efter sommerferien 2026',
      'efter sommerferien 2026',
      'efter sommerferien 2026',
    ],
    ['2027+', 'fra 2027', 'fra 2027', 'fra 2027'],
    ['tidligst uge 3', 'tidligst 12. januar 2026', 'tidligst man. 12. jan. 2026', 'tidligst 12.01.2026'],
    ['inden udgangen af 2026', 'inden udgangen af 2026', 'inden udgangen af 2026', 'inden udgangen af 2026'],
    ['inden jul', 'før 24. december 2025', 'før ons. 24. dec. 2025', 'før 24.12.2025'],
    ['Løbende', 'løbende', 'løbende', 'løbende'],
    ['straks efter mødet', 'umiddelbart efter mødet', 'umiddelbart efter mødet', 'umiddelbart efter mødet'],
    ['hurtigst muligt', 'snarest', 'snarest', 'snarest'],
    ['Uafklaret', 'Uafklaret', 'Uafklaret', 'Uafklaret'],
    ['Afventer KL', 'Afventer KL', 'Afventer KL', 'Afventer KL'],
    ['31.11.2025', '31.11.2025', '31.11.2025', '31.11.2025'],
    ['', 'Ikke oplyst', 'Ikke oplyst', 'Ikke oplyst'],
  ])('"%s" is "%s", "%s" and "%s"', (raw, inSentence, inList, inTable) => {
    const date = parseFuzzyDate(raw, context);
    expect([fuzzyInSentence(date), fuzzyInList(date), fuzzyInTable(date)]).toEqual([
      inSentence,
      inList,
      inTable,
    ]);
  });

  test('without a year says so', () => {
    expect(fuzzyInTable(parseFuzzyDate('15. december', { meetingDay: null }))).toBe(
      '15. december (år ikke oplyst)',
    );
  });
});

describe('how far off a date is', () => {
  test.each([
    ['15. december', '2025-11-24', 'om 21 dage'],
    ['15. december', '2025-12-14', 'om 1 dag'],
    ['15. december', '2025-12-15', 'i dag'],
    ['20.10.2025', '2025-11-24', '35 dage siden'],
    ['Medio dec', '2025-11-24', 'tidligst om 17 dage'],
    ['Medio dec', '2025-12-11', 'tidligst i dag'],
    ['Medio dec', '2025-12-15', 'senest om 5 dage'],
    ['Medio dec', '2025-12-20', 'senest i dag'],
    ['Medio dec', '2025-12-21', '1 dag siden'],
    ['før sommerferien 2026', '2026-06-25', 'senest om 1 dag'],
    ['efter sommerferien 2026', '2026-08-01', 'tidligst om 9 dage'],
    ['efter sommerferien 2026', '2026-09-01', null],
    ['Uafklaret', '2025-11-24', null],
  ])('"%s" on %s is %s', (raw, today, words) => {
    expect(distanceInWords(parseFuzzyDate(raw, context), today)).toBe(words);
  });
});

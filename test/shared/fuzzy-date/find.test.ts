import { describe, expect, test } from 'vitest';
import { type FoundDate, findDates } from '#src/shared/fuzzy-date/find.ts';

const meetingDay = '2025-11-24';

function found(text: string): unknown[] {
  return findDates(text, { meetingDay }).map(({ date }) => [date.raw, date.from, date.to]);
}

function only(text: string): FoundDate {
  const dates = findDates(text, { meetingDay });
  const [first] = dates;
  if (!first || dates.length > 1) throw new Error(`${dates.length} dates in "${text}"`);
  return first;
}

describe('dates in running text', () => {
  test.each([
    [
      'Svar på skemaet senest den 15/12-25 til sekretariatet.',
      [['senest den 15/12-25', '2025-12-15', '2025-12-15']],
    ],
    ['I alt 12 sager fra 3 regioner per 21/11', [['per 21/11', '2025-11-21', '2025-11-21']]],
    ['Opgjort d. 20.11.25', [['20.11.25', '2025-11-20', '2025-11-20']]],
    [
      'Udbuddet blev offentliggjort den 10. oktober 2025 – forventet aftale før sommerferien 2026.',
      [
        ['10. oktober 2025', '2025-10-10', '2025-10-10'],
        ['før sommerferien 2026', null, '2026-06-26'],
      ],
    ],
    [
      'Aftalen løber til udgangen af \n2028 (24. november 2028), som option.',
      [['til udgangen af 2028 (24. november 2028)', '2028-11-24', '2028-11-24']],
    ],
    ['Hold jer fri fra 1. til 12. december.', [['fra 1. til 12. december', '2025-12-01', '2025-12-12']]],
    ['Kravet gælder fra 2027 og for alle 98 kommuner', [['fra 2027', '2027-01-01', null]]],
    [
      'Materialet lægges ud umiddelbart efter mødet.',
      [['umiddelbart efter mødet', '2025-11-24', '2025-11-26']],
    ],
    ['Vi vender tilbage inden jul med svar', [['inden jul', null, '2025-12-23']]],
    [
      '19.11.\nTidsplan\n27.11\n\nOpslag',
      [
        ['19.11', '2025-11-19', '2025-11-19'],
        ['27.11', '2025-11-27', '2025-11-27'],
      ],
    ],
    ['Frist 31.11.2025 for alle', [['31.11.2025', null, null]]],
  ])('%s', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  test('what only looks like a date is none', () => {
    expect(
      found('Version 2.1 har 11 formål (1 af 2), 45 ud af 46, og 12-dels beregning tager 14 sekunder.'),
    ).toEqual([]);
    expect(
      found('Afsnit 3.2 kl. 20.30, tlf. 33 34 94 00 og 33-34-94-00, pris 1.500 kr. ekskl. 25 % moms'),
    ).toEqual([]);
    expect(
      found('Se https://example.org/2026/jan/side-1.12.2025 eller skriv til maj.2025@example.org'),
    ).toEqual([]);
    expect(found('Maj og August orienterer. Det er i dag muligt, og det sker løbende.')).toEqual([]);
    expect(found('Jan\nMaj\nJul\nUdkast til plan')).toEqual([]);
    expect(found('2.1 Indledning\n2.1\n2025 2026')).toEqual([]);
  });

  test('a date with a damaged year is not taken for one without a year', () => {
    expect(found('Fristen er den 15. december 202§, og senest uge 50 2O25')).toEqual([]);
  });

  test('offsets cut the words of the date out of the text, also when letters are decomposed', () => {
    const text = 'Mødet er i fora\u030aret 2026, og fristen er\n15.  december 2025!';
    const cut = findDates(text, { meetingDay }).map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(['i fora\u030aret 2026', '15.  december 2025']);
  });

  test('the time of day after a date comes with it', () => {
    expect(only('Vi ses torsdag den 8. januar 2026 kl. 9.30 – 11.00 på Teams')).toMatchObject({
      date: { raw: 'torsdag den 8. januar 2026', from: '2026-01-08' },
      time: 'kl. 9.30 – 11.00',
    });
    expect(only('21. januar 2026, 09.30-11.00').time).toBe('09.30-11.00');
    expect(only('senest fredag d. 5. december kl. 12').time).toBe('kl. 12');
    expect(only('8. januar 2026 på Teams').time).toBeUndefined();
  });

  test('the words around a date tell its tense', () => {
    expect(only('Skolen gik i foråret i luften').date).toMatchObject({
      from: '2025-03-01',
      confidence: 'low',
    });
    expect(only('Skolen åbner igen i foråret').date).toMatchObject({ from: '2026-03-01' });
    expect(only('Emnet er gennemgået på et webinar \nd. 10. december').date.from).toBe('2024-12-10');
    expect(only('Et webinar afholdes d. 10. december').date.from).toBe('2025-12-10');
  });

  test('the words of one date are not those of the next', () => {
    expect(found('Sendt uge 44 til alle, 15. december')).toEqual([
      ['uge 44', '2025-10-27', '2025-11-02'],
      ['15. december', '2025-12-15', '2025-12-15'],
    ]);
  });

  test('a question mark belongs to a date that stands alone, not to a sentence', () => {
    expect(only('2. halvår 2026?').date).toMatchObject({ raw: '2. halvår 2026?', uncertain: true });
    expect(only('Kan I nå det inden 15. december?').date.uncertain).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { findMeetingDay } from '#src/core/reading/meeting-day.ts';
import type { Slide } from '#src/core/reading/slide.ts';
import { linesOf } from './support.ts';

function slides(...texts: [title: string, ...lines: string[]][]): Slide[] {
  return texts.map(([title, ...lines], index) => ({
    number: index + 1,
    title,
    section: '',
    subject: 'moeder',
    sources: ['text'],
    lines: linesOf(lines),
    titleLines: [],
    ocrLines: [],
    layout: null,
    extra: [],
    links: [],
  }));
}

describe('the day of the meeting', () => {
  test('is the one printed on the first slide', () => {
    expect(findMeetingDay(slides(['Programledermøde', '15. januar 2026'], ['Agenda']))).toMatchObject({
      basis: 'printed',
      day: '2026-01-15',
    });
  });

  test.each([
    [['Webinar for programledere', '20. januar 2026']],
    [['KOMBIT', 'Status til kommunerne', 'Tirsdag den 20/1 2026 kl. 13']],
    [
      [
        'Velkommen til programledermøde',
        '20.01.26',
        'Vi starter nu',
        'Sluk lyden',
        'Spørg i chatten',
        'Vi optager',
      ],
    ],
  ] as [[string, ...string[]]][])('may stand alone on its line under other words: %j', (first) => {
    expect(findMeetingDay(slides(first, ['Agenda']))).toMatchObject({ basis: 'printed', day: '2026-01-20' });
  });

  test('lies in the month printed there, and near what was counted', () => {
    const found = findMeetingDay(
      slides(['Programledermøde februar 2026'], ['Aftaler', 'Opgjort d. 10.02.26', '16.02.2026']),
    );
    expect(found).toMatchObject({
      basis: 'printed',
      date: { from: '2026-02-01', to: '2026-02-28' },
      day: '2026-02-13',
    });
  });

  test('is not before the last count and before the next single day after it', () => {
    const found = findMeetingDay(
      slides(
        ['Agenda'],
        ['Liste', 'Status opgjort d. 20.11.25'],
        ['Tal', 'I alt 12 sager per 21/11'],
        ['Plan', '19.11.', '24/11 - 15/12 2025', '27.11'],
      ),
    );
    expect(found).toMatchObject({
      basis: 'inferred',
      date: { from: '2025-11-21', to: '2025-11-26', precision: 'range' },
    });
  });

  test('is not known when nothing was counted, but years can still be read', () => {
    expect(findMeetingDay(slides(['Plan', '01.03.2026', '05.03.2026', '09.03.2026']))).toMatchObject({
      basis: 'unknown',
      date: { from: null },
      day: '2026-03-05',
    });
  });

  test('is not known at all without a year', () => {
    expect(findMeetingDay(slides(['Plan', 'primo marts', 'uge 8']))).toMatchObject({
      basis: 'unknown',
      day: null,
    });
  });
});

import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, icalText } from '#src/formats/ical.ts';
import { parseCalendar } from '#test/support/ical.ts';

function event(over: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'task/proeve@programlederportalen',
    revision: 0,
    changedAt: '2025-11-24T12:00:00.123Z',
    first: '2025-12-15',
    last: '2025-12-15',
    title: 'Prøve',
    lines: ['En linje'],
    url: 'https://portal.example/klik/proeve',
    categories: ['KLIK'],
    isCancelled: false,
    ...over,
  };
}

function calendar(...events: CalendarEvent[]): string {
  return icalText({ name: 'Frister', description: 'Om', url: 'https://portal.example/frister', events });
}

const parsed = (over: Partial<CalendarEvent>) => parseCalendar(calendar(event(over))).events[0];

describe('a calendar', () => {
  test('has whole days, and the day after the last one as its end', () => {
    expect(parsed({})).toMatchObject({ start: '2025-12-15', end: '2025-12-16', stamp: '20251124T120000Z' });
    expect(parsed({ first: '2025-12-11', last: '2025-12-31' })).toMatchObject({ end: '2026-01-01' });
  });

  test('is the same over the days on which the clock changes', () => {
    expect(parsed({ first: '2026-03-29', last: '2026-03-29' })).toMatchObject({ end: '2026-03-30' });
    expect(parsed({ first: '2026-10-25', last: '2026-10-25' })).toMatchObject({ end: '2026-10-26' });
  });

  test('puts the link first in the description', () => {
    expect(parsed({})?.description).toBe('https://portal.example/klik/proeve\n\nEn linje');
  });

  test('without events is still a whole calendar', () => {
    expect(parseCalendar(calendar()).events).toEqual([]);
  });

  test('says of what was withdrawn that it is cancelled', () => {
    expect(parsed({ isCancelled: true })?.status).toBe('CANCELLED');
  });
});

describe('whatever a text holds', () => {
  const texts: [string, string, string][] = [
    ['marks of the format', 'a;b,c\\d:e"f', 'a;b,c\\d:e"f'],
    ['line ends of all kinds', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    [
      'an injected property',
      'x\r\nATTENDEE:mailto:a@b.dk\r\nEND:VEVENT',
      'x\nATTENDEE:mailto:a@b.dk\nEND:VEVENT',
    ],
    ['control characters', 'a\u0000b\u0007c\td\u2028e\u0085f', 'a b c d e f'],
    ['half of a pair', 'a\ud83d b', 'a\ufffd b'],
    ['emoji of many parts', '👩‍👩‍👧‍👦 🇩🇰'.repeat(20), '👩‍👩‍👧‍👦 🇩🇰'.repeat(20)],
    ['an escape that is none', 'C:\\nyt\\; og \\', 'C:\\nyt\\; og \\'],
  ];
  test.each(texts)('%s', (_name, written, read) => {
    expect(parsed({ title: written })?.title).toBe(read);
    expect(parsed({ lines: [written] })?.description.endsWith(read)).toBe(true);
    expect(parsed({ categories: [written] })?.categories).toEqual([read]);
  });

  test('10 kB of it is folded without cutting a letter', () => {
    for (const letters of ['æ', '€', '😀', 'aæ€😀']) {
      const long = letters.repeat(Math.ceil(10_240 / Buffer.byteLength(letters)));
      for (const lead of ['', 'a', 'aa', 'aaa'])
        expect(parsed({ title: lead + long })?.title).toBe(lead + long);
    }
  });

  test('an address cannot end its line', () => {
    expect(parsed({ url: 'https://portal.example/a\r\nATTENDEE:x' })?.url).toBe(
      'https://portal.example/aATTENDEE:x',
    );
  });
});

describe('the strict reader refuses', () => {
  const good = calendar(event());
  const broken: [string, string][] = [
    ['a bare line feed', good.replace('\r\n', '\n')],
    ['a line of 76 octets', good.replace('SUMMARY:Prøve', `SUMMARY:${'x'.repeat(68)}`)],
    ['a time of day', good.replace('DTSTART;VALUE=DATE:20251215', 'DTSTART:20251215T000000Z')],
    ['an inclusive end', good.replace('DTEND;VALUE=DATE:20251216', 'DTEND;VALUE=DATE:20251215')],
    ['a guest', good.replace('TRANSP:', 'ATTENDEE:mailto:a@b.dk\r\nTRANSP:')],
    ['a bare comma', good.replace('SUMMARY:Prøve', 'SUMMARY:a, b')],
    ['an event without UID', good.replace(/UID:.*\r\n/, '')],
    ['the same event twice', good.replace(/(BEGIN:VEVENT.*END:VEVENT\r\n)/s, '$1$1')],
    ['a cut end', good.slice(0, -20)],
  ];
  test.each(broken)('%s', (_name, text) => {
    expect(text).not.toBe(good);
    expect(() => parseCalendar(text)).toThrow(/iCalendar:/);
  });
});

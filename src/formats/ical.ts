/**
 * Calendars of whole days (RFC 5545). No METHOD, for it is a snapshot and nobody is invited; DTSTAMP is then the same
 * as LAST-MODIFIED. Days are VALUE=DATE and free time, so that no time zone moves them and nobody is blocked.
 */
import { addDays } from '#src/shared/calendar-day.ts';

export interface Calendar {
  name: string;
  description: string;
  /** The page that shows the same. */
  url: string;
  events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** Globally unique, and never another, however often the event changes. */
  uid: string;
  /** Rises when the day moves. */
  sequence: number;
  /** ISO instant of the newest change. */
  changedAt: string;
  /** First and last day, ISO, both inclusive. */
  first: string;
  last: string;
  title: string;
  /** Lines of text; the address comes first of itself. */
  lines: readonly string[];
  url: string;
  categories: readonly string[];
  isCancelled: boolean;
}

/** How often a program should ask again. */
const REFRESH = 'PT12H';

export function icalText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Programlederportalen//Frister//DA',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(calendar.name)}`,
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-CALDESC:${escaped(calendar.description)}`,
    `URL:${address(calendar.url)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...COPENHAGEN,
  ];
  for (const event of calendar.events) lines.push(...eventLines(event));
  lines.push('END:VCALENDAR');
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Days need no time zone, but a calendar must hold something even when it has no events (RFC 5545, 3.6). */
const COPENHAGEN = [
  'X-WR-TIMEZONE:Europe/Copenhagen',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Copenhagen',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines(event: CalendarEvent): string[] {
  const stamp = utc(event.changedAt);
  const description = [event.url, '', ...event.lines].join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${basic(event.first)}`,
    `DTEND;VALUE=DATE:${basic(addDays(event.last, 1))}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address(event.url)}`,
    ...(event.categories.length > 0 ? [`CATEGORIES:${event.categories.map(escaped).join(',')}`] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'END:VEVENT',
  ];
}

/** Control characters, which no text may hold, and halves of a pair, which UTF-8 cannot write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]|\p{Cs}/gu;

const MARKS: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' };

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, ' ')
    .replace(/[\\;,\n]/g, (mark) => MARKS[mark] ?? mark);
}

/** An address is written as it is, so it may hold nothing that ends a line. */
function address(url: string): string {
  return encodeURI(url.replace(/[^\u0021-\uffff]/g, '')).replace(/%25/g, '%');
}

const LINE_OCTETS = 75;

/** Lines of at most 75 octets; a letter of several octets stays whole. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line;
  let text = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** "2025-12-15" -> "20251215" */
function basic(day: string): string {
  return day.replaceAll('-', '');
}

/** "2025-11-24T12:00:00.000Z" -> "20251124T120000Z" */
function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

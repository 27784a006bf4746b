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
  /** SEQUENCE: rises with every change. */
  revision: number;
  /** Instant of the newest change, ISO in UTC: DTSTAMP and LAST-MODIFIED. */
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

export function icalText({ name, description, url, events }: Calendar): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Programlederportalen//Frister//DA',
    'CALSCALE:GREGORIAN',
    folded(`NAME:${escaped(name)}`),
    folded(`X-WR-CALNAME:${escaped(name)}`),
    folded(`X-WR-CALDESC:${escaped(description)}`),
    folded(`URL:${address(url)}`),
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...COPENHAGEN,
  ];
  return `${head.join('\r\n')}\r\n${events.map(eventText).join('')}END:VCALENDAR\r\n`;
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

/** An event is written once: calendars of the same day share their events. */
const written = new WeakMap<CalendarEvent, string>();

function eventText(event: CalendarEvent): string {
  let text = written.get(event);
  if (text === undefined) {
    text = writeEvent(event);
    written.set(event, text);
  }
  return text;
}

function writeEvent(event: CalendarEvent): string {
  const stamp = utc(event.changedAt);
  const description = `${event.url}\n\n${event.lines.join('\n')}`;
  const categories = event.categories.map(escaped).join(',');
  return `BEGIN:VEVENT\r
${folded(`UID:${escaped(event.uid)}`)}\r
DTSTAMP:${stamp}\r
LAST-MODIFIED:${stamp}\r
SEQUENCE:${event.revision}\r
DTSTART;VALUE=DATE:${basic(event.first)}\r
DTEND;VALUE=DATE:${basic(addDays(event.last, 1))}\r
${folded(`SUMMARY:${escaped(event.title)}`)}\r
${folded(`DESCRIPTION:${escaped(description)}`)}\r
${folded(`URL:${address(event.url)}`)}\r
${categories === '' ? '' : `${folded(`CATEGORIES:${categories}`)}\r\n`}STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}\r
TRANSP:TRANSPARENT\r
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r
X-MICROSOFT-CDO-BUSYSTATUS:FREE\r
END:VEVENT\r
`;
}

/** What the format writes in another way, line ends, and control characters, which no text may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const SPECIAL = /\r\n|[\u0000-\u001f\u007f\u0085\u2028\u2029\\;,]/g;

const MARKS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  ';': '\\;',
  ',': '\\,',
  '\n': '\\n',
  '\r': '\\n',
  '\r\n': '\\n',
};

function escaped(text: string): string {
  return text.replace(SPECIAL, (mark) => MARKS[mark] ?? ' ');
}

/** An address is written as it is, so it may hold nothing that ends a line. */
function address(url: string): string {
  return encodeURI(url.toWellFormed().replace(/[^\u0021-\uffff]/g, '')).replaceAll('%25', '%');
}

const LINE_OCTETS = 75;

/** Lines of at most 75 octets; a letter of several octets stays whole. */
function folded(line: string): string {
  // A UTF-16 unit is at most three octets.
  if (line.length * 3 <= LINE_OCTETS) return line;
  let end = endOfLine(line, 0, LINE_OCTETS);
  let text = line.slice(0, end);
  while (end < line.length) {
    const begin = end;
    end = endOfLine(line, begin, LINE_OCTETS - 1);
    text += `\r\n ${line.slice(begin, end)}`;
  }
  return text;
}

/** Where a line ends that begins there and has room for so many octets. Octets are counted by the piece: it is quicker. */
function endOfLine(line: string, begin: number, octets: number): number {
  let end = Math.min(begin + octets, line.length);
  let over = Buffer.byteLength(line.slice(begin, end)) - octets;
  while (over > 0) {
    end -= Math.ceil(over / 3);
    over = Buffer.byteLength(line.slice(begin, end)) - octets;
  }
  const isHalfOfPair = end < line.length && (line.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return isHalfOfPair ? end - 1 : end;
}

/** "2025-12-15" -> "20251215" */
function basic(day: string): string {
  return day.replaceAll('-', '');
}

/** "2025-11-24T12:00:00.000Z" -> "20251124T120000Z" */
function utc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/**
 * Reads an iCalendar text strictly (RFC 5545), unlike a calendar program, which forgives: a text that is wrong in any
 * way throws with the line. Knows what the portal may write and refuses the rest.
 */
import { Buffer } from 'node:buffer';

export interface ParsedEvent {
  uid: string;
  sequence: number;
  stamp: string;
  /** ISO days; `end` is exclusive. */
  start: string;
  end: string;
  title: string;
  description: string;
  url: string;
  status: string;
  categories: string[];
}

export interface ParsedCalendar {
  name: string;
  url: string;
  events: ParsedEvent[];
}

interface Line {
  name: string;
  parameters: string;
  value: string;
}

interface Component {
  name: string;
  lines: Line[];
  parts: Component[];
}

const EVENT_ONCE = ['UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY'];
const EVENT_KNOWN = new Set([
  ...EVENT_ONCE,
  ...['DESCRIPTION', 'URL', 'CATEGORIES', 'STATUS', 'TRANSP'],
  ...['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-CDO-BUSYSTATUS'],
]);

/** @throws Error with the line that is wrong */
export function parseCalendar(bytes: string | Buffer): ParsedCalendar {
  const calendar = componentOf(linesOf(bytes));
  refuseUnless(calendar.name === 'VCALENDAR', 'no VCALENDAR');
  refuseUnless(calendar.parts.length > 0, 'a calendar holds at least one component');
  refuseUnless(only(calendar, 'VERSION').value === '2.0', 'VERSION is 2.0');
  only(calendar, 'PRODID');
  refuseUnless(!calendar.lines.some(({ name }) => name === 'METHOD'), 'nobody is invited');
  for (const name of ['REFRESH-INTERVAL', 'X-PUBLISHED-TTL']) {
    refuseUnless(/^PT\d+[HM]$/.test(only(calendar, name).value), `${name} is a duration`);
  }
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT').map(eventOf);
  refuseUnless(new Set(events.map(({ uid }) => uid)).size === events.length, 'a UID stands once');
  return { name: text(only(calendar, 'X-WR-CALNAME').value), url: only(calendar, 'URL').value, events };
}

function linesOf(bytes: string | Buffer): Line[] {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'utf8');
  const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer);
  refuseUnless(!whole.startsWith('\ufeff'), 'no byte order mark');
  refuseUnless(whole.endsWith('\r\n'), 'ends with CRLF');
  refuseUnless(!/\r(?!\n)|(?<!\r)\n/.test(whole), 'a bare CR or LF');
  const physical = whole.slice(0, -2).split('\r\n');
  for (const line of physical) {
    refuseUnless(Buffer.byteLength(line) <= 75, `more than 75 octets: ${line}`);
    refuseUnless(line !== '' && line !== ' ', 'an empty line');
  }
  const logical = physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  return logical.map(lineOf);
}

function lineOf(line: string): Line {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:[^";:,]+|"[^"]*"))*):(.*)$/.exec(line);
  const [, name = '', parameters = '', value = ''] = match ?? [];
  refuseUnless(match !== null, `no content line: ${line}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  refuseUnless(!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value), `a control character: ${line}`);
  return { name, parameters, value };
}

function componentOf(lines: readonly Line[]): Component {
  const root: Component = { name: '', lines: [], parts: [] };
  const open = [root];
  for (const line of lines) {
    const inner = open.at(-1);
    refuseUnless(inner !== undefined, 'something after the end');
    if (!inner) continue;
    if (line.name === 'BEGIN') {
      const part = { name: line.value, lines: [], parts: [] };
      inner.parts.push(part);
      open.push(part);
    } else if (line.name === 'END') {
      refuseUnless(inner.name === line.value, `END:${line.value} closes ${inner.name}`);
      open.pop();
    } else {
      refuseUnless(inner.parts.length === 0, `a property after a component: ${line.name}`);
      inner.lines.push(line);
    }
  }
  refuseUnless(
    open.length === 1 && root.parts.length === 1 && root.lines.length === 0,
    'not one whole calendar',
  );
  return root.parts[0] ?? root;
}

function eventOf(component: Component): ParsedEvent {
  const unknown = component.lines.filter(({ name }) => !EVENT_KNOWN.has(name));
  refuseUnless(unknown.length === 0, `unknown in an event: ${unknown.map(({ name }) => name).join(', ')}`);
  for (const name of new Set(component.lines.map((line) => line.name))) only(component, name);
  const value = (name: string) => only(component, name).value;
  const [start, end] = [dayOf(only(component, 'DTSTART')), dayOf(only(component, 'DTEND'))];
  refuseUnless(start < end, `ends before it begins: ${value('SUMMARY')}`);
  refuseUnless(/^\d{8}T\d{6}Z$/.test(value('DTSTAMP')), 'DTSTAMP is in UTC');
  refuseUnless(value('DTSTAMP') === value('LAST-MODIFIED'), 'DTSTAMP is LAST-MODIFIED without a METHOD');
  refuseUnless(/^\d+$/.test(value('SEQUENCE')), 'SEQUENCE is a number');
  refuseUnless(['CONFIRMED', 'CANCELLED'].includes(value('STATUS')), 'STATUS');
  refuseUnless(URL.canParse(value('URL')), `URL is an address: ${value('URL')}`);
  return {
    uid: text(value('UID')),
    sequence: Number(value('SEQUENCE')),
    stamp: value('DTSTAMP'),
    start,
    end,
    title: text(value('SUMMARY')),
    description: text(value('DESCRIPTION')),
    url: value('URL'),
    status: value('STATUS'),
    categories: component.lines.some(({ name }) => name === 'CATEGORIES')
      ? value('CATEGORIES')
          .split(/(?<!\\),/)
          .map(text)
      : [],
  };
}

function dayOf({ name, parameters, value }: Line): string {
  refuseUnless(parameters === ';VALUE=DATE' && /^\d{8}$/.test(value), `${name} is a day`);
  const day = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  refuseUnless(new Date(day).toISOString().slice(0, 10) === day, `${name} is no day: ${day}`);
  return day;
}

function text(value: string): string {
  refuseUnless(!/(?<!\\)(?:\\\\)*[;]/.test(value), `a bare semicolon: ${value}`);
  refuseUnless(!/(?<!\\)(?:\\\\)*,/.test(value), `a bare comma: ${value}`);
  refuseUnless(!/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value), `an unknown escape: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

function only({ name, lines }: Component, property: string): Line {
  const found = lines.filter((line) => line.name === property);
  refuseUnless(found.length === 1, `${name} has ${found.length} ${property}`);
  return found[0] ?? { name: property, parameters: '', value: '' };
}

function refuseUnless(holds: boolean, fault: string): void {
  if (!holds) throw new Error(`iCalendar: ${fault}`);
}

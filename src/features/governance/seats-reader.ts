/** Reads who sits in a council: its seats, how many of each, and the chair. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type ReadContext, type Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageSkeleton } from '#src/shared/letter-damage.ts';
import { countOf } from './seat-count.ts';
import { readSeatTable } from './seat-table.ts';

type Seat = Snapshot['k98_seats'][number];

const BODY =
  /^((?:Porteføljeråd(?:et)?|Fagråd(?:et|ene)?|Bestyrelse(?:n)?|Styregruppe(?:n)?|\p{Lu}\p{L}*(?:råd|udvalg|gruppe)(?:et|en)?)(?: (?:for|på) [\p{L}, -]+)?)(?:\s*\([^)]*\))?:?$/u;
/** A point below a council that names an office is a seat as well. */
const OFFICE = /direktør|chef|repræsentant|medlem|leder|formand|forperson/i;
/** "Kommunaldirektør fra KKR Sjælland: Anna Test" */
const APPOINTED =
  /^(.+?)(?::|\s[–-])\s(?:udpeget:?\s)?(\p{Lu}[\p{Ll}-]+(?: \p{Lu}\.?[\p{Ll}-]*){1,4})(?:,? [^,]*\)?)?$/u;
const CHAIR = /^(?:For(?:person|mand|kvinde)|Formandskab)\s*:\s*(.+)$/i;
const SEAT =
  /^(?:(?:Minimum|Mindst|Op til|Højst)\s+)?(?:en|et|én|to|tre|fire|fem|seks|\d{1,2})\s+\p{L}|kan være repræsenteret|^\p{Lu}.*repræsentant/iu;
const LEAST_SEATS = 3;

/** A slide with a council's name, its seats in points, and mostly "Forperson:". */
export function readSeats(page: Page, context: ReadContext): Reading | null {
  const table = readSeatTable(page, context);
  if (table) return table;
  const seats: Seat[] = [];
  const chairs: Snapshot['k98_chairs'] = [];
  const claimed: Line[] = [];
  // The slide of one council may have its name as title.
  let body = BODY.exec(page.slide.title)?.[1] ?? membersOf(page.slide.title);
  for (const part of paragraphs(page.lines)) {
    const chair = CHAIR.exec(part.text)?.[1];
    const named = BODY.exec(part.text)?.[1];
    if (named) body = named;
    else if (body === '') continue;
    else if (chair)
      chairs.push({ slide: page.slide.number, confidence: confidenceOf(part.lines), body, chair });
    else if (part.bullet && personIn(part.text)) seats.push(seatOfPerson(part, body, page.slide.number));
    else if (isSeat(part)) seats.push(makeSeat(part, body, page.slide.number));
    else continue;
    claimed.push(...part.lines);
  }
  if (seats.length < LEAST_SEATS) return null;
  return {
    kind: 'seats',
    isList: true,
    records: { k98_seats: seats, k98_chairs: chairs },
    claimed,
  };
}

function isSeat({ text, bullet }: Paragraph): boolean {
  return !text.endsWith(':') && (SEAT.test(text) || (bullet && OFFICE.test(text)));
}

/** "Udpegede medlemmer af Porteføljerådet": the title names the council, and people stand below. */
function membersOf(title: string): string {
  if (!/medlem|udpeg|bemanding|besæt|besat/i.test(title)) return '';
  return (
    /(?:Porteføljeråd|Fagråd|Bestyrelse|Styregruppe)\p{Ll}*(?: (?:for|på) [\p{L}, -]+)?/u.exec(title)?.[0] ??
    ''
  );
}

const PERSON = /^(\p{Lu}[\p{Ll}-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{Ll}-]+)){1,4})(?:,\s|\s[–-]\s)(.+)$/u;
const VACANT_SEAT = /^(?:vakant|ledig|ubesat|ikke udpeget)(?: plads)?(?:,\s|\s?[:–-]\s)(.+)$/iu;
const PLACE = /\(?((?:KKR|Region) \p{Lu}\p{Ll}+)\)?/u;

/** "Anne Test, kommunaldirektør, Odder Kommune (KKR Midtjylland)", "Vakant – KKR Nordjylland". */
function personIn(text: string): { name: string | null; rest: string } | null {
  const vacant = VACANT_SEAT.exec(text)?.[1];
  if (vacant) return { name: null, rest: vacant };
  const [, name, rest] = PERSON.exec(text) ?? [];
  return name && rest && !OFFICE.test(name) ? { name, rest } : null;
}

/** The office is the seat; without one, whom the person stands for. */
function seatOfPerson(part: Paragraph, body: string, slide: number): Seat {
  const { name = null, rest = part.text } = personIn(part.text) ?? {};
  const geography = PLACE.exec(rest)?.[1];
  const words = rest
    .replace(PLACE, '')
    .split(/,\s*|\s[–-]\s/)
    .map((word) => word.trim());
  const seat =
    words.find((word) => OFFICE.test(word)) ?? words.find((word) => word !== '') ?? geography ?? rest;
  return {
    slide,
    confidence: confidenceOf(part.lines, 'medium'),
    body,
    seat,
    count: 1,
    minimum: false,
    optional: false,
    appointed: name ? [name] : [],
    ...(geography ? { geography } : {}),
    ...(name ? {} : { status: 'Vakant' }),
  };
}

/** A later slide may show the same list again: each seat and each chair counts once. */
export function withoutRepeats<R extends { body: string }>(
  records: readonly R[],
  nameOf: (record: R) => string,
): R[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const key = damageSkeleton(`${record.body} ${nameOf(record)}`).replace(/\P{L}/gu, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function makeSeat(part: Paragraph, body: string, slide: number): Seat {
  const [, told, name] = APPOINTED.exec(part.text) ?? [];
  const seat = (told ?? part.text).replace(/\.$/, '');
  return {
    slide,
    confidence: confidenceOf(part.lines),
    body,
    seat,
    count: countOf(seat),
    minimum: /^(?:minimum|mindst)\b/i.test(seat),
    optional: /\bkan være\b/i.test(seat),
    appointed: name ? [name] : [],
  };
}

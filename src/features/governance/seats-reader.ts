/** Reads who sits in a council: its seats, how many of each, and the chair. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageSkeleton } from '#src/shared/letter-damage.ts';

type Seat = Snapshot['k98_seats'][number];

const BODY =
  /^(?:Porteføljeråd(?:et)?|Fagråd(?:et|ene)?|Bestyrelse(?:n)?|Styregruppe(?:n)?|\p{Lu}\p{L}*(?:råd|udvalg|gruppe)(?:et|en)?)$/u;
const CHAIR = /^(?:For(?:person|mand|kvinde)|Formandskab)\s*:\s*(.+)$/i;
const SEAT =
  /^(?:(?:Minimum|Mindst|Op til|Højst)\s+)?(?:en|et|én|to|tre|fire|fem|seks|\d{1,2})\s+\p{L}|kan være repræsenteret|^\p{Lu}.*repræsentant/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  et: 1,
  én: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
};
/** The five councils of mayors (KKR) are the geographies of K98. */
const KKR_COUNT = 5;
const LEAST_SEATS = 3;

/** A slide with a council's name, its seats in points, and mostly "Forperson:". */
export function readSeats(page: Page): Reading | null {
  const seats: Seat[] = [];
  const chairs: Snapshot['k98_chairs'] = [];
  const claimed: Line[] = [];
  let body = '';
  for (const part of paragraphs(page.lines)) {
    const chair = CHAIR.exec(part.text)?.[1];
    if (BODY.test(part.text)) body = part.text;
    else if (body === '') continue;
    else if (chair)
      chairs.push({ slide: page.slide.number, confidence: confidenceOf(part.lines), body, chair });
    else if (SEAT.test(part.text) && !part.text.endsWith(':'))
      seats.push(makeSeat(part, body, page.slide.number));
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
  const seat = part.text.replace(/\.$/, '');
  return {
    slide,
    confidence: confidenceOf(part.lines),
    body,
    seat,
    count: countOf(seat),
    minimum: /^(?:minimum|mindst)\b/i.test(seat),
    optional: /\bkan være\b/i.test(seat),
    appointed: [],
  };
}

/** "En kommunaldirektør fra hver af de fem KKR-geografier" is five; one "fra hvert Fagråd" is not known. */
function countOf(seat: string): number | null {
  if (/\bkan være\b/i.test(seat)) return null;
  const [, word = ''] = /^(?:(?:minimum|mindst|op til|højst)\s+)?(\p{L}+|\d{1,2})\b/iu.exec(seat) ?? [];
  const each = NUMBERS[word.toLowerCase()] ?? (/^\d+$/.test(word) ? Number(word) : 1);
  const [, places] = /\bfra hver(?:t)? af de (\p{L}+)\b/iu.exec(seat) ?? [];
  if (places) return each * (NUMBERS[places.toLowerCase()] ?? 1);
  if (/\bfra hver(?:t)?\b.*KKR/i.test(seat)) return each * KKR_COUNT;
  return /\bfra hver(?:t)?\b/i.test(seat) ? null : each;
}

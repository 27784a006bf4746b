/** Reads the seats of councils from a table: council, seat, who is appointed, in any order of columns. */
import type { GridKind } from '#src/core/reading/grid.ts';
import { gridsOn } from '#src/core/reading/grids-on-slide.ts';
import type { Page, ReadContext, Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Cell } from '#src/core/reading/table.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { countOf } from './seat-count.ts';

type Seat = Snapshot['k98_seats'][number];
type Key = 'body' | 'seat' | 'geography' | 'role' | 'appointed' | 'count' | 'status';

const KINDS: readonly GridKind<Key>[] = [
  {
    key: 'body',
    words:
      /^(?:(?:fag|porteføljeråd og fag)?råd(?:et)?|porteføljeråd|organ|forum|udvalg|niveau|styregruppe)(?![\p{L}])/iu,
  },
  {
    key: 'seat',
    words: /^(?:plads(?:er)?|sæde|repræsentation|repræsenterer|medlemskategori|mandat)(?![\p{L}])/iu,
  },
  { key: 'geography', words: /^(?:geografi|KKR(?:-\p{L}+)?|region|landsdel)(?![\p{L}])/iu },
  { key: 'role', words: /^(?:rolle|stilling|funktion|titel)(?![\p{L}])/iu },
  {
    key: 'appointed',
    words:
      /^(?:udpeget(?: medlem)?|udpegede|navn(?:e)?|indstillet|besat(?: af)?|medlem(?:mer)?|person)(?![\p{L}])/iu,
  },
  { key: 'count', words: /^antal(?![\p{L}])/iu },
  { key: 'status', words: /^status(?![\p{L}])/iu },
];
/** Words in the column of names that say that nobody is appointed. */
const VACANT = /^(?:ledig|vakant|ubesat|afventer|mangler|ikke udpeget|endnu ikke|tbd|\?|[–-]|n\.?n\.?)/i;

/** Null when no table has a column of seats and one of councils, names or places. */
export function readSeatTable(page: Page, context: ReadContext): Reading | null {
  const seats: Seat[] = [];
  const claimed: Line[] = [];
  for (const { grid } of gridsOn(page.slide, KINDS, context, { groupKey: 'body' })) {
    const keys = grid.columns.map(({ key }) => key);
    const hasSeat = keys.includes('seat') || keys.includes('role');
    if (!hasSeat || !(keys.includes('appointed') || keys.includes('body') || keys.includes('count')))
      continue;
    claimed.push(...grid.headings);
    // A council may stand once for the rows below it.
    let above = bodyOf(page);
    for (const { cells, lines } of grid.rows) {
      const seat = cells.seat ?? cells.role;
      const body = cells.body?.text ?? above;
      above = body;
      if (!seat || body === '') continue;
      seats.push(makeSeat(seat.text, body, cells, page.slide.number));
      claimed.push(...lines);
    }
  }
  if (seats.length === 0) return null;
  return { kind: 'seats', isList: true, isTable: true, records: { k98_seats: seats }, claimed };
}

function makeSeat(seat: string, body: string, cells: Partial<Record<Key, Cell>>, slide: number): Seat {
  const names = cells.appointed?.text ?? '';
  const isVacant = VACANT.test(names);
  const status = cells.status?.text ?? (isVacant ? names : undefined);
  const count = /^\d{1,2}$/.exec(cells.count?.text ?? '')?.[0];
  return {
    slide,
    confidence: 'medium',
    body,
    seat,
    count: count ? Number(count) : countOf(seat),
    minimum: /^(?:minimum|mindst)\b/i.test(seat),
    optional: /\bkan være\b/i.test(seat),
    appointed: isVacant ? [] : names.split(/\s*[,;/\n]\s*|\s+og\s+/).filter((name) => name !== ''),
    ...(cells.geography ? { geography: cells.geography.text } : {}),
    ...(cells.seat && cells.role ? { role: cells.role.text } : {}),
    ...(status === undefined ? {} : { status }),
  };
}

/** The council that the slide is about, where its table has no column of councils. */
function bodyOf({ slide }: Page): string {
  return (
    /(?:Porteføljeråd|Fagråd|Bestyrelse|Styregruppe)\p{Ll}*(?: (?:for|på) [\p{L} -]+)?/u.exec(
      slide.title,
    )?.[0] ?? ''
  );
}

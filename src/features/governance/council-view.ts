/** A council as boxes, numbers and a table of its kinds of seats. */
import { plural } from '#src/shared/danish-text.ts';
import type { Seat as SeatBox, SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import type { Council, Seat } from './queries.ts';
import { tallyOf } from './rules.ts';
import { type Geography, placesOf } from './seat-places.ts';

export interface CouncilView {
  name: string;
  href: string;
  /** "14 pladser + én forperson pr. fagråd (antal fagråd er ikke oplyst)" */
  tally: string;
  /** "Ingen er udpeget i materialet", "3 er udpeget" */
  taken: string;
  chair: string;
  places: SeatBox[];
  sources: SourceChip[];
}

export interface SeatRow {
  /** Anchor. */
  id: string;
  /** As the material words it. */
  title: string;
  count: string;
  appointed: string;
}

export function councilView(council: Council, seats: readonly Seat[], geography: Geography): CouncilView {
  const own = seats.filter(({ councilId }) => councilId === council.id);
  const { taken } = tallyOf(own);
  return {
    name: council.name,
    href: councilHref(council.id),
    tally: tallyWords(own),
    taken: taken === 0 ? 'Ingen er udpeget i materialet' : `${taken} er udpeget`,
    chair: council.chair ?? 'Ikke oplyst',
    places: own.flatMap((seat) => placesOf(seat, geography)),
    sources: chipsOf(council, ...own),
  };
}

export function seatRows(council: Council, seats: readonly Seat[], geography: Geography): SeatRow[] {
  return seats
    .filter(({ councilId }) => councilId === council.id)
    .map((seat) => ({
      id: seat.id,
      title: seat.title,
      count: countWords(seat),
      appointed: appointedWords(seat, geography),
    }));
}

export function councilHref(id: string): string {
  return `/k98/raad/${id}`;
}

/** "Mindst 8 pladser + evt. ATP" */
export function tallyWords(seats: readonly Seat[]): string {
  const { places, isMinimum, uncounted, optional } = tallyOf(seats);
  return [
    `${isMinimum ? 'Mindst ' : ''}${plural(places, 'plads', 'pladser')}`,
    ...uncounted.map(uncountedWords),
    ...optional.map(({ title }) => `evt. ${title.split(' kan ')[0]}`),
  ].join(' + ');
}

function uncountedWords({ title }: Seat): string {
  if (/forperson fra hvert fagråd/i.test(title))
    return 'én forperson pr. fagråd (antal fagråd er ikke oplyst)';
  return `${title} (antal er ikke oplyst)`;
}

/** "Mindst 5", "Ikke oplyst", "Valgfri" */
export function countWords({ count, minimum, optional }: Seat): string {
  if (optional) return 'Valgfri';
  if (count === null) return 'Ikke oplyst';
  return minimum ? `Mindst ${count}` : String(count);
}

function appointedWords({ appointed, municipalityId }: Seat, geography: Geography): string {
  if (appointed.length === 0) return 'Ikke oplyst';
  const home = municipalityId ? geography.municipalityOf(municipalityId)?.name : undefined;
  return appointed.join(', ') + (home ? ` (${home})` : '');
}

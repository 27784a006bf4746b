import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { listSeatsOf } from './queries.ts';

export interface SeatsView {
  seats: { title: string; council: string }[];
  /** Where there is none: that, and when one can apply. */
  none: string;
  chips: SourceChip[];
}

export function seatsView(
  deadlines: readonly Deadline[],
  { id, name }: Municipality,
  { db, today }: RequestReading,
): SeatsView {
  const seats = listSeatsOf(db, id);
  if (seats.length > 0) return { seats, none: '', chips: chipsOf(...seats) };
  const period = deadlines.find((one) => one.kind === 'council' && /^ansøgningsperiode/i.test(one.title));
  const when = period
    ? ` Ansøgningsperioden ${isPassed(period.date, today) ? 'var' : 'er'} ${wordsOf(period.date, 'text')}.`
    : '';
  return {
    seats: [],
    none: `Materialet nævner ingen fra ${name} i råd.${when}`,
    chips: chipsOf(...(period?.sources ?? [])),
  };
}

/** A period as two days typed into a filter. */
import { addDays, startOfDay } from '#src/shared/calendar-day.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';

/** ISO days, both inclusive; null where the period is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** @throws InvalidInputError that says what is wrong with a day, or with the order of the two. */
export function readPeriod(fra: string | undefined, til: string | undefined): Period {
  const from = fra?.trim() ? dayIn('fra', fra) : null;
  const to = til?.trim() ? dayIn('til', til) : null;
  if (from && to && from > to)
    throw new InvalidInputError(`Perioden begynder ${fra} og slutter ${til}. Byt om på de to datoer.`);
  return { from, to };
}

/** The instants between which a period lies; `until` is not part of it. */
export function instantsOf({ from, to }: Period): { from: string | undefined; until: string | undefined } {
  return {
    from: from === null ? undefined : startOfDay(from),
    until: to === null ? undefined : startOfDay(addDays(to, 1)),
  };
}

function dayIn(field: string, typed: string): string {
  const read = parseTypedDay(typed);
  if ('reason' in read) throw new InvalidInputError(`Datoen i »${field}« kan ikke læses. ${read.reason}`);
  return read.day;
}

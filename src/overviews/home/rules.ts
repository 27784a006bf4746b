/** Which step is next, and which meeting is the latest. `today` is ISO; a code is a municipality's, or null for none. */
import type { Meeting } from '#src/core/sources/queries.ts';
import { type Deadline, isToDo, liesAhead } from '#src/overviews/deadlines/index.ts';

/** The ask whose day comes first: the first day of a date ahead, the last day of one that is running. */
export function nearestAhead(open: readonly Deadline[], today: string): Deadline | null {
  const ahead = open.filter((one) => isToDo(one) && liesAhead(one));
  const day = ({ date }: Deadline) => {
    const first = date.from ?? date.to ?? '';
    return first >= today ? first : (date.to ?? first);
  };
  return ahead.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))[0] ?? null;
}

/** The ask that KOMBIT has counted as missing for the municipality and whose date comes first. */
export function nearestMissing(open: readonly Deadline[], code: string | null): Deadline | null {
  if (code === null) return null;
  return open.find((one) => one.statusOf(code) === 'missing') ?? null;
}

/** The newest meeting that has been held, and the first known day of a meeting to come. Meetings: newest first. */
export function meetingsAround(
  meetings: readonly Meeting[],
  today: string,
): { latest: Meeting | null; coming: Meeting | null } {
  const isHeld = ({ date }: Meeting) => date.from !== null && date.from <= today;
  return {
    latest: meetings.find(isHeld) ?? null,
    coming: meetings.findLast((one) => !isHeld(one) && one.date.from !== null) ?? null,
  };
}

/** What is open, in which group it stands, and which days collide. A code is a municipality's, or null for all. */
import type { DeadlineKind } from '#src/core/offers/offers.ts';
import { compareDates, type DateGroup } from '#src/shared/fuzzy-date/order.ts';
import type { StatusKind } from '#src/web/status-badge.ts';
import type { Deadline } from './compose.ts';

const DATE_GROUPS = ['passed', 'this-week', 'next', 'later', 'undated'] as const satisfies DateGroup[];

/** An ask stays open when its deadline has passed, for nobody has said that it was done; an event that is held is over. */
export function isAsk({ kinds, informationOnly }: Deadline): boolean {
  return !informationOnly && kinds.some((kind) => ASKS.has(kind));
}

const ASKS: ReadonlySet<DeadlineKind> = new Set(['task', 'agreement', 'request']);

/** Something to do now or by the date: not for information, and not an agreement that is still to be sent. */
export function isToDo({ informationOnly, notYetSent }: Deadline): boolean {
  return !informationOnly && !notYetSent;
}

/** A set whose members are not known is shown to all. */
export function concerns(deadline: Deadline, code: string | null): boolean {
  const members = deadline.audience?.members ?? null;
  return code === null || members === null || members.has(code);
}

/** The municipality has done its part, or it is none of its business. */
export function isSettled(deadline: Deadline, code: string): boolean {
  return SETTLED.has(deadline.statusOf(code));
}

/** Something is left to do, or a day to wait for: not settled by the municipality, and not over with its day. */
export function isOpen(deadline: Deadline, code: string | null): boolean {
  if (code !== null && isSettled(deadline, code)) return false;
  if (deadline.group === 'undated') return !deadline.informationOnly;
  return deadline.group !== 'passed' || isAsk(deadline);
}

const SETTLED: ReadonlySet<StatusKind> = new Set(['done', 'signed', 'claimed', 'not-relevant']);

/**
 * What is worth saying of a row. Null where KOMBIT has counted nothing: that is said once for the whole list, and
 * without a municipality there is no status to tell.
 */
export function statusToTell(deadline: Deadline, code: string | null): StatusKind | null {
  if (deadline.informationOnly) return 'information';
  if (code !== null) {
    const status = deadline.statusOf(code);
    if (status !== 'not-counted') return status;
  }
  return deadline.notYetSent ? 'not-sent' : null;
}

/** The date is known and not over. */
export function liesAhead({ group }: Deadline): boolean {
  return group !== 'passed' && group !== 'undated';
}

/** Every group in its order, empty ones too. What is passed stands with the newest first, everything else with the earliest. */
export function groupByDate(deadlines: readonly Deadline[]): { group: DateGroup; deadlines: Deadline[] }[] {
  const grouped = Map.groupBy(deadlines, (deadline) => deadline.group);
  return DATE_GROUPS.map((group) => {
    const own = (grouped.get(group) ?? []).toSorted((a, b) => compareDates(a.date, b.date));
    return { group, deadlines: group === 'passed' ? own.reverse() : own };
  });
}

const COLLISION = 3;

/** Days ahead on which at least three things must be done; only exact days, for the others need not collide. */
export function collisions(deadlines: readonly Deadline[]): { day: string; deadlines: Deadline[] }[] {
  const exact = deadlines.filter(
    (deadline) => isToDo(deadline) && liesAhead(deadline) && deadline.date.precision === 'day',
  );
  return [...Map.groupBy(exact, (deadline) => deadline.date.to ?? '')]
    .filter(([, own]) => own.length >= COLLISION)
    .map(([day, own]) => ({ day, deadlines: own }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

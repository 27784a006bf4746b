import { daysBetween } from '#src/shared/calendar-day.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';

/** The kind of agreement by the first word of its title. Never mix the kinds up: they are different contracts. */
export function agreementType(
  title: string,
): 'tilslutningsaftale' | 'databehandleraftale' | 'dataudvekslingsaftale' | 'anden' {
  const first = title.trim().toLocaleLowerCase('da');
  if (first.startsWith('tilslutningsaftale')) return 'tilslutningsaftale';
  if (first.startsWith('databehandleraftale')) return 'databehandleraftale';
  if (first.startsWith('dataudvekslingsaftale')) return 'dataudvekslingsaftale';
  return 'anden';
}

/** What makes an agreement the same in another deck. */
export function identityOf(solutionId: string, title: string): string {
  return `${solutionId}|${title
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, '')}`;
}

const ROLES: readonly [RegExp, string][] = [
  [/it-?\s*og\s+digitaliseringschef/i, 'it- og digitaliseringschefer'],
  [/systemansvarlig/i, 'systemansvarlige'],
  [/dataansvarlig/i, 'dataansvarlige'],
  [/infrastrukturansvarlig/i, 'infrastrukturansvarlige'],
  [/bibliotekschef/i, 'bibliotekschefer'],
  [/\bFLIS-ejer/i, 'FLIS-ejere'],
  [/projektleder/i, 'projektledere'],
  [/programleder/i, 'programledere'],
];

/** Roles named in a recipients cell, in the portal's spelling; the cell itself is kept beside them. */
export function recipientRoles(cell: string): string[] {
  return ROLES.filter(([pattern]) => pattern.test(cell)).map(([, role]) => role);
}

export const AGREEMENT_GROUPS = ['open', 'passed', 'underway', 'unclear'] as const;
export type AgreementGroup = (typeof AGREEMENT_GROUPS)[number];

/**
 * Where an agreement is on a day. A deadline passes after its last possible day. An agreement with a deadline ahead is
 * open unless its dispatch is known to be still to come: a dispatch nobody told of keeps nobody from signing.
 */
export function groupOf({ sent, deadline }: Dates, today: string): AgreementGroup {
  if (isPassed(deadline, today)) return 'passed';
  if (sent.state === 'sent') return 'open';
  if (hasDate(sent) && !isPassed(sent, today)) return 'underway';
  if (hasDate(deadline)) return 'open';
  return hasDate(sent) ? 'underway' : 'unclear';
}

/** What is not known about the dispatch; null when the material says that it was sent or is still to come. */
export function dispatchDoubt(
  { sent, deadline }: Dates,
  today: string,
): 'not-stated' | 'not-confirmed' | null {
  if (sent.state === 'sent') return null;
  if (hasDate(sent)) return isPassed(sent, today) ? 'not-confirmed' : null;
  return hasDate(deadline) && sent.precision === 'none' ? 'not-stated' : null;
}

interface Dates {
  sent: FuzzyDate;
  deadline: FuzzyDate;
}

export function hasDate({ from, to }: FuzzyDate): boolean {
  return from !== null || to !== null;
}

/** One count: how many had signed on a day. */
export interface Count {
  countedOn: string;
  signed: number;
}

interface Forecast {
  /** Signatures a day between the first count and the newest. */
  perDay: number;
  /** How many will have signed on the last day of the deadline. */
  signed: number;
}

/** Where the signatures stand against the deadline, seen from a day. */
export type Progress =
  /** No date to measure against, or everybody has signed. */
  | { kind: 'none' }
  /** Signatures a day that it takes for all to make it from the newest count on, and what the pace so far leads to. */
  | { kind: 'running'; perDay: number; days: number; forecast: Forecast | null }
  /** The deadline has passed; `reached` is the first count on or after its last day, null when there is none. */
  | { kind: 'over'; reached: (Count & { daysAfter: number }) | null };

/**
 * `counts` oldest first, `total` the municipalities the agreement concerns, `deadline` the last day of the deadline.
 * The forecast is the newest count plus days left times the pace since the first count. It takes two counts, for the
 * dispatch is none (design.md, page 05).
 */
export function progressOf(
  counts: readonly Count[],
  total: number,
  deadline: string | null,
  today: string,
): Progress {
  const newest = counts.at(-1);
  if (!newest || deadline === null) return { kind: 'none' };
  if (deadline < today) {
    const reached = counts.find((count) => count.countedOn >= deadline);
    if (!reached) return { kind: 'over', reached: null };
    return { kind: 'over', reached: { ...reached, daysAfter: daysBetween(deadline, reached.countedOn) } };
  }
  const days = daysBetween(newest.countedOn, deadline);
  if (newest.signed >= total || days <= 0) return { kind: 'none' };
  return {
    kind: 'running',
    perDay: (total - newest.signed) / days,
    days,
    forecast: forecastOf(counts, newest, days, total),
  };
}

/** Null with one count: a pace lies between two. */
function forecastOf(counts: readonly Count[], newest: Count, days: number, total: number) {
  const first = counts[0];
  if (!first || first.countedOn >= newest.countedOn) return null;
  const perDay = (newest.signed - first.signed) / daysBetween(first.countedOn, newest.countedOn);
  const reached = Math.round(newest.signed + days * perDay);
  return { perDay, signed: Math.min(total, Math.max(newest.signed, reached)) };
}

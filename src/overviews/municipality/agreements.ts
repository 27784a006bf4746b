import { solutionNames } from '#src/core/solutions/queries.ts';
import { type Deadline, isToDo, rowOf } from '#src/overviews/deadlines/index.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import { byTime } from './rules.ts';

/** Agreements that stand alike for the municipality, under one heading. */
export interface AgreementGroup {
  heading: string;
  rows: DeadlineRow[];
}

/**
 * What KOMBIT has counted for the municipality, what the municipality claims itself, and what is to be said of the rest;
 * '' where nothing is to be done.
 */
export interface CountedView {
  known: { title: string; href: string; status: StatusBadge; countedOn: string }[];
  claimed: { title: string; href: string }[];
  rest: string;
}

/** What KOMBIT has counted comes first with its status; the rest by its deadline, without a word of status. */
export function agreementGroups(
  agreements: readonly Deadline[],
  code: string,
  reading: RequestReading,
): AgreementGroup[] {
  const names = solutionNames(reading.db);
  const standing = Map.groupBy(agreements, (one) => standingOf(one, code));
  const { counted = [], claimed = [], rest = [] } = Object.fromEntries(standing);
  const { ahead, passed, undated } = byTime(rest.filter((one) => !one.notYetSent));
  const groups: [string, Deadline[]][] = [
    ['Opgjort af KOMBIT', counted],
    ['Meldt af kommunen, ikke bekræftet af KOMBIT', claimed],
    ['Frist forude', ahead],
    ['Frist passeret', passed],
    ['Uden frist', undated],
    [NOT_SENT, rest.filter((one) => one.notYetSent)],
  ];
  return groups
    .filter(([, own]) => own.length > 0)
    .map(([heading, own]) => ({
      heading,
      rows: own.map((one) => {
        const row = rowOf(one, reading.today, code, names);
        // The heading has said it.
        return heading === NOT_SENT ? { ...row, status: null } : row;
      }),
    }));
}

function standingOf(agreement: Deadline, code: string): 'counted' | 'claimed' | 'rest' {
  const status = agreement.statusOf(code);
  if (status === 'claimed') return 'claimed';
  return status === 'not-counted' ? 'rest' : 'counted';
}

/** Months after the meeting the portal knows no more than the material does. */
const NOT_SENT = 'Ikke udsendt ifølge materialet';

/** The one place about status: what KOMBIT has counted and how it stands there, and that the rest is not counted. */
export function countedView(deadlines: readonly Deadline[], code: string, today: string): CountedView {
  if (!deadlines.some(isToDo)) return { known: [], claimed: [], rest: '' };
  const isClaimed = (one: Deadline) => one.statusOf(code) === 'claimed';
  const claimed = deadlines.filter(isClaimed).map(({ title, href }) => ({ title, href }));
  const known = deadlines
    .filter((one) => one.countedOn !== null && one.countedOn <= today && !isClaimed(one))
    .map((one) => ({
      title: one.title,
      href: one.href,
      status: statusBadge(one.statusOf(code)),
      countedOn: dayInShort(one.countedOn ?? ''),
    }));
  const rest =
    known.length === 0 && claimed.length === 0
      ? 'KOMBIT har ikke opgjort status pr. kommune for nogen af opgaverne og aftalerne herunder.'
      : 'Resten er ikke opgjort, så portalen ved ikke, om det er gjort.';
  return { known, claimed, rest };
}

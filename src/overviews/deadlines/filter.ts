import type { Reading } from '#src/core/offers/offers.ts';
import { solutionFamily } from '#src/core/solutions/queries.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { Deadline } from './compose.ts';
import type { DeadlineFilter, StatusFilter } from './forms.ts';
import { concerns, isOpen } from './rules.ts';

/** What is left of the list; the order is kept. A status of one municipality matches nothing while none is chosen. */
export function filterDeadlines(
  deadlines: readonly Deadline[],
  filter: DeadlineFilter,
  { db }: Reading,
): Deadline[] {
  const code = filter.municipality?.id ?? null;
  const solutions = filter.solution === null ? null : new Set(solutionFamily(db, filter.solution.id));
  return deadlines.filter(
    (deadline) =>
      concerns(deadline, code) &&
      (filter.kind === null || deadline.kinds.includes(filter.kind)) &&
      (solutions === null || deadline.solutionIds.some((id) => solutions.has(id))) &&
      meetsPeriod(deadline.date, filter) &&
      hasStatus(deadline, filter.status, code),
  );
}

/** True for a status that only one municipality can have while none is chosen. */
export function lacksMunicipality({ status, municipality }: DeadlineFilter): boolean {
  return municipality === null && status !== 'aaben' && status !== 'alle';
}

/** A date meets a period when one of its possible days lies in it; what has no date meets none. */
function meetsPeriod(date: FuzzyDate, { from, to }: DeadlineFilter): boolean {
  if (from === null && to === null) return true;
  const first = date.from ?? date.to;
  if (first === null) return false;
  return (to === null || first <= to) && (from === null || date.to === null || date.to >= from);
}

function hasStatus(deadline: Deadline, filter: StatusFilter, code: string | null): boolean {
  if (filter === 'alle') return true;
  if (filter === 'aaben') return isOpen(deadline, code);
  if (code === null) return false;
  const status = deadline.statusOf(code);
  switch (filter) {
    case 'mangler':
      return status === 'missing';
    case 'underskrevet':
      return status === 'signed' || status === 'done';
    case 'meldt':
      return status === 'claimed';
    case 'ikke-opgjort':
      return status === 'not-counted' && !deadline.informationOnly;
  }
}

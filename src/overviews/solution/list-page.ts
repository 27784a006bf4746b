import type { Reading } from '#src/core/offers/offers.ts';
import { listSolutions, type Solution } from '#src/core/solutions/queries.ts';
import { type Deadline, listDeadlines } from '#src/overviews/deadlines/index.ts';
import { fuzzyDateView } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView } from '#src/web/parts.ts';
import { type CountLink, countLinks, deadlinesOf, nearestDate, withChildrenBelow } from './rules.ts';

export interface SolutionRow {
  href: string;
  name: string;
  fullName: string;
  summary: string;
  isChild: boolean;
  date: { view: FuzzyDateView; title: string; href: string; isPassed: boolean } | null;
  /** An ask without a day says so itself; other rows without a date say nothing. */
  isUnclear: boolean;
  counts: CountLink[];
}

const KINDS = [
  { kind: 'system', id: 'systemer', heading: 'Systemer og aftaler' },
  { kind: 'theme', id: 'temaer', heading: 'Temaer' },
] as const;

export function solutionListPage(reading: Reading) {
  const deadlines = listDeadlines(reading);
  const solutions = listSolutions(reading.db);
  return {
    groups: KINDS.map(({ kind, id, heading }) => ({
      id,
      heading,
      rows: withChildrenBelow(solutions.filter((one) => one.kind === kind)).map(({ solution, isChild }) =>
        solutionRow(solution, deadlinesOf(deadlines, [solution.id]), reading.today, isChild),
      ),
    })).filter(({ rows }) => rows.length > 0),
  };
}

export function solutionRow(
  { id, name, fullName, summary }: Solution,
  deadlines: readonly Deadline[],
  today: string,
  isChild: boolean,
): SolutionRow {
  const { deadline, isPassed, isUnclear } = nearestDate(deadlines, today);
  return {
    href: `/loesninger/${id}`,
    name,
    fullName: fullName ?? '',
    summary: summary ?? '',
    isChild,
    date:
      deadline && !(isPassed && isUnclear)
        ? {
            view: fuzzyDateView(deadline.date, 'list'),
            title: deadline.title,
            href: deadline.href,
            isPassed,
          }
        : null,
    isUnclear,
    counts: countLinks(deadlines, today),
  };
}

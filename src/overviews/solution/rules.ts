import type { DeadlineKind } from '#src/core/offers/offers.ts';
import { type Deadline, isAsk } from '#src/overviews/deadlines/index.ts';
import { plural } from '#src/shared/danish-text.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';

/** How many of one kind a solution has, with the part of its page that lists them. */
export interface CountLink {
  text: string;
  anchor: string;
  /** All of them have a deadline that is over. */
  isPassed: boolean;
}

const COUNTED: readonly { kind: DeadlineKind; one: string; many: string; anchor: string }[] = [
  { kind: 'task', one: 'KLIK-opgave', many: 'KLIK-opgaver', anchor: 'klik' },
  { kind: 'agreement', one: 'aftale', many: 'aftaler', anchor: 'aftaler' },
  { kind: 'request', one: 'opgave uden KLIK', many: 'opgaver uden KLIK', anchor: 'opgaver' },
];

/**
 * What a solution asks for, kind by kind: first what is open, then what has a deadline that is over. An agreement that
 * is listed by its dispatch has no deadline to be over. A task that asks to sign an agreement counts as both, for the
 * page shows both.
 */
export function countLinks(deadlines: readonly Deadline[], today: string): CountLink[] {
  const asks = deadlines.filter(isAsk);
  return COUNTED.flatMap(({ kind, one, many, anchor }) => {
    const own = asks.filter(({ kinds }) => kinds.includes(kind));
    const passed = own.filter(({ date, dateLabel }) => dateLabel === 'frist' && isPassed(date, today)).length;
    const open = own.length - passed;
    return [
      ...(open > 0 ? [{ text: plural(open, one, many), anchor, isPassed: false }] : []),
      ...(passed > 0
        ? [{ text: `${plural(passed, one, many)}, frist passeret`, anchor, isPassed: true }]
        : []),
    ];
  });
}

export interface NearestDate {
  /** The one that comes next, or else the one that was last; null when no day is known. */
  deadline: Deadline | null;
  isPassed: boolean;
  /** An ask stands without a day and says so: "Uafklaret". */
  isUnclear: boolean;
}

/** `deadlines` earliest first. */
export function nearestDate(deadlines: readonly Deadline[], today: string): NearestDate {
  const dated = deadlines.filter(({ date }) => date.from !== null || date.to !== null);
  const next = dated.find(({ date }) => !isPassed(date, today));
  return {
    deadline: next ?? dated.findLast(({ date }) => isPassed(date, today)) ?? null,
    isPassed: next === undefined && dated.length > 0,
    isUnclear: deadlines.some(({ date }) => date.precision === 'unclear'),
  };
}

/** Those of a solution, or of several that are gathered. */
export function deadlinesOf(deadlines: readonly Deadline[], solutionIds: readonly string[]): Deadline[] {
  return deadlines.filter((one) => one.solutionIds.some((id) => solutionIds.includes(id)));
}

/** Each solution right after the one it is gathered under; `solutions` in the order in which the first ones stand. */
export function withChildrenBelow<T extends { id: string; parentId: string | null }>(
  solutions: readonly T[],
): { solution: T; isChild: boolean }[] {
  const ids = new Set(solutions.map(({ id }) => id));
  const isTop = ({ parentId }: T) => parentId === null || !ids.has(parentId);
  return solutions
    .filter(isTop)
    .flatMap((parent) => [
      { solution: parent, isChild: false },
      ...solutions
        .filter(({ parentId }) => parentId === parent.id)
        .map((child) => ({ solution: child, isChild: true })),
    ]);
}

import { remembered } from '#src/core/journal/remembered.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { compareDates } from '#src/shared/fuzzy-date/order.ts';
import { type Agreement, listAgreements } from './queries.ts';

/** An agreement with the name of its solution. */
export interface NamedAgreement {
  agreement: Agreement;
  solution: string;
}

/** All agreements in the order of every list: the nearest deadline first, without one by dispatch, then by solution. */
export const namedAgreements = remembered((db): readonly NamedAgreement[] => {
  const solutions = solutionNames(db);
  return listAgreements(db)
    .map((agreement) => ({
      agreement,
      solution: solutions.get(agreement.solutionId) ?? agreement.solutionRaw,
    }))
    .sort((a, b) => byDates(a.agreement, b.agreement) || compareDanish(a.solution, b.solution));
});

/** By deadline, then by dispatch. */
export function byDates(a: Agreement, b: Agreement): number {
  return compareDates(a.deadline, b.deadline) || compareDates(a.sent, b.sent);
}

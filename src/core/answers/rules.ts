import type { Status } from '#src/core/offers/offers.ts';
import type { ANSWER_STATUSES } from '#src/db/schema/answers.ts';

/**
 * How it stands with an ask for the municipality itself. What KOMBIT has registered as settled goes first; an agreement
 * is never done by the municipality's word, its signature is claimed.
 * @param counted what KOMBIT has, the claim of a signature among it
 */
export function statusWithAnswer(
  counted: Status,
  answered: (typeof ANSWER_STATUSES)[number] | undefined,
  isAgreement: boolean,
): Status {
  if (answered === undefined || counted === 'signed' || counted === 'not-relevant') return counted;
  return answered === 'done' && isAgreement ? counted : answered;
}

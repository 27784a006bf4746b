import { type DeadlineOffer, PLAIN_DEADLINE, type Reading, sourcesOf } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { namedAgreements } from './named.ts';
import { type Agreement, listSignatures } from './queries.ts';
import { groupOf, hasDate } from './rules.ts';
import { tallies } from './tally.ts';
import { dispatchNote, nameOf } from './wording.ts';

/** Every agreement by its deadline; one that has none, by its dispatch while that lies ahead. */
export function agreementDeadlines({ db, today }: Reading): DeadlineOffer[] {
  const counted = tallies(db);
  return namedAgreements(db).map(({ agreement }) => {
    const group = groupOf(agreement, today);
    const tally = counted.get(agreement.id);
    return {
      ...PLAIN_DEADLINE,
      kind: 'agreement',
      key: `agreement/${agreement.id}`,
      title: nameOf(agreement),
      href: `/aftaler/${agreement.id}`,
      solutionId: agreement.solutionId,
      ...datesOf(agreement, today),
      sources: sourcesOf(agreement),
      notYetSent: group === 'underway' || group === 'unclear',
      note: dispatchNote(agreement, today) || null,
      ...(tally ? { statusOf: statusesOf(db, agreement.id), countedOn: tally.countedOn } : {}),
    };
  });
}

type Dates = Pick<DeadlineOffer, 'date' | 'dateLabel' | 'start' | 'startLabel'>;

/** The date an agreement is listed by, and what it is. */
export function datesOf({ sent, deadline }: Agreement, today: string): Dates {
  const label = sent.state === 'sent' ? 'udsendt' : 'udsendes';
  if (!hasDate(deadline) && hasDate(sent) && sent.state !== 'sent' && !isPassed(sent, today))
    return { date: sent, dateLabel: label, start: null, startLabel: null };
  const start = hasDate(sent) ? sent : null;
  return { date: deadline, dateLabel: 'frist', start, startLabel: start && label };
}

function statusesOf(db: Db, agreementId: string): DeadlineOffer['statusOf'] {
  const known = new Map(listSignatures(db, agreementId).map((one) => [one.municipalityId, one.status]));
  return (municipalityId) => known.get(municipalityId) ?? 'not-counted';
}

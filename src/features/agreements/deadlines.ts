import type { DeadlineOffer, Reading } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { isPassed } from '#src/web/fuzzy-date-view.ts';
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
      kind: 'agreement',
      key: `agreement/${agreement.id}`,
      title: nameOf(agreement),
      href: `/aftaler/${agreement.id}`,
      solutionId: agreement.solutionId,
      ...datesOf(agreement, today),
      sources: agreement.meetingId ? [{ meetingId: agreement.meetingId, slide: agreement.slide }] : [],
      informationOnly: false,
      workingTitle: false,
      notYetSent: group === 'underway' || group === 'unclear',
      appliesToId: null,
      note: dispatchNote(agreement, today) || null,
      statusOf: tally ? statusesOf(db, agreement.id) : () => 'not-counted',
      countedOn: tally?.countedOn ?? null,
    };
  });
}

type Dates = Pick<DeadlineOffer, 'date' | 'dateLabel' | 'start' | 'startLabel'>;

function datesOf({ sent, deadline }: Agreement, today: string): Dates {
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

import type { DeadlineOffer } from '#src/core/offers/offers.ts';
import { PLAIN_DEADLINE } from '#src/core/offers/offers.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { dateGroup } from '#src/shared/fuzzy-date/order.ts';
import { day } from './fuzzy-dates.ts';
import { MEETING_DAY } from './seeded-database.ts';

/** What a feature offers: a KLIK task for all 98 with a deadline three weeks after the meeting, unless said otherwise. */
export function offer(over: Partial<DeadlineOffer> = {}): DeadlineOffer {
  return {
    ...PLAIN_DEADLINE,
    kind: 'task',
    key: 'task/proeve',
    title: 'Prøveopgave',
    href: '/klik/proeve',
    solutionId: 'sapa',
    date: day('2025-12-15'),
    dateLabel: 'frist',
    sources: [{ meetingId: '2025-11', slide: 4 }],
    ...over,
  };
}

/** The same as the overviews read it on the meeting day. */
export function deadline(over: Partial<Deadline> = {}): Deadline {
  const own = offer(over);
  return {
    ...own,
    kinds: [own.kind],
    keys: [own.key],
    solutionIds: own.solutionId === null ? [] : [own.solutionId],
    audience: null,
    group: dateGroup(own.date, MEETING_DAY),
    ...over,
  };
}

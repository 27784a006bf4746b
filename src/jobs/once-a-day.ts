import type { AccessEvent } from '#src/core/access-log/events.ts';
import { countAccessEntries } from '#src/core/access-log/queries.ts';
import { addDays, copenhagenDay, startOfDay } from '#src/shared/calendar-day.ts';
import type { JobGround } from './job.ts';

/** How often a daily job asks whether its day has come. */
export const ASK_EVERY_S = 60 * 60;

/**
 * True until the job's entry for the calendar's day is in the access log: a portal that is started twice a day does the
 * job once, and a clock that is set back does not bring a day again.
 */
export function isStillToDo({ db, clock }: JobGround, event: AccessEvent): boolean {
  const today = copenhagenDay(clock.now());
  const period = { from: startOfDay(today), until: startOfDay(addDays(today, 1)) };
  return countAccessEntries(db, { event, ...period }) === 0;
}

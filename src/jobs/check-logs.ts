import { logAccess, SYSTEM } from '#src/core/access-log/record.ts';
import { brokenLogs } from '#src/core/logs/broken-logs.ts';
import type { Job } from './job.ts';
import { ASK_EVERY_S, isStillToDo } from './once-a-day.ts';

/** Once a day the chains of all logs are followed from end to end, and the log says that they were. */
export const checkLogs: Job = {
  name: 'check-logs',
  everySeconds: ASK_EVERY_S,
  run(ground) {
    if (!isStillToDo(ground, 'chains-checked')) return;
    const { db, clock, log } = ground;
    const broken = brokenLogs(db);
    const outcome = broken.length === 0 ? 'ok' : 'failed';
    logAccess(db, SYSTEM, { event: 'chains-checked', outcome, detail: { broken } }, clock.now());
    if (broken.length === 0) log.info({}, 'the chains of all logs hold');
    else log.error({ broken }, 'a log was changed outside the portal');
  },
};

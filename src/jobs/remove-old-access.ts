import { removeOldAccess } from '#src/core/access-log/retention.ts';
import type { Job } from './job.ts';
import { ASK_EVERY_S, isStillToDo } from './once-a-day.ts';

/** Once a day the access log parts with what is too old. */
export const removeOldAccessEntries: Job = {
  name: 'remove-old-access',
  everySeconds: ASK_EVERY_S,
  run(ground) {
    if (!isStillToDo(ground, 'retention-run')) return;
    const removed = removeOldAccess(ground.db, ground.clock.now());
    ground.log.info(removed, 'old entries of the access log removed');
  },
};

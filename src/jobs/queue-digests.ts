import { queueDue } from '#src/overviews/digest/index.ts';
import type { Job } from './job.ts';

/** Queues the week's mails when they are switched on and it is their time; goes on with what was begun. */
export const queueDigests: Job = {
  name: 'queue-digests',
  everySeconds: 60,
  async run({ db, config, clock, log }, signal) {
    const reading = { db, today: clock.today() };
    const queued = await queueDue({ reading, portalUrl: config.portalUrl, now: clock.now, signal });
    if (queued > 0) log.info({ queued }, 'weekly mails queued');
  },
};

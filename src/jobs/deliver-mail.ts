import { deliverDue } from '#src/core/mail/deliver.ts';
import { whenQueued } from '#src/core/mail/queue.ts';
import { makeTransport } from '#src/core/mail/transport.ts';
import type { Job } from './job.ts';

/** Sends what is due, and what was just queued. */
export const deliverMail: Job = {
  name: 'deliver-mail',
  everySeconds: 30,
  listen: ({ db }, wake) => whenQueued(db, wake),
  async run({ db, config, clock, log }, signal) {
    const { unreachable } = await deliverDue(db, makeTransport(config), clock.now, {
      signal,
      tell: (delivery) => log.info(delivery, 'mail'),
    });
    if (unreachable !== null)
      log.warn({ server: config.smtp?.host ?? 'mail' }, 'mail cannot be delivered now');
  },
};

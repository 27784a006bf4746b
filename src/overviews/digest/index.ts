/**
 * Ugens mail: what a municipality's people are told of their asks (new, changed with the old value, due, passed, done),
 * at most one mail a person and week.
 *
 * Who: a programme leader who does not open the portal every week asks "what is there for us?"; KOMBIT's staff ask "who
 * gets what, and may it go?" before anything is sent. What next: the ask itself, or the municipality's page.
 *
 * Nobody is mailed before the staff have switched it on.
 */
import type { Overview } from '#src/web/feature.ts';
import { mailsRoutes } from './routes.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

export { listDue, type QueueGround, queueDue } from './queue.ts';
export { switchMails } from './switch.ts';

export const digest: Overview = {
  name: 'digest',
  routes(app, ground) {
    mailsRoutes(app, ground);
    unsubscribeRoutes(app, ground);
  },
};

import { removeRevokedCalendars } from '#src/core/access/calendar-tokens.ts';
import { removeOldLinks } from '#src/core/access/one-time-links.ts';
import { removeEndedSessions } from '#src/core/access/sessions.ts';
import { forgetOldForms } from '#src/core/deeds/once.ts';
import type { Job } from './job.ts';

/** Rows of sessions, links, calendar addresses and forms that nobody can use any more. */
export const removeEnded: Job = {
  name: 'remove-ended',
  everySeconds: 60 * 60,
  run({ db, clock }) {
    const now = clock.now();
    removeEndedSessions(db, now);
    removeOldLinks(db, now);
    removeRevokedCalendars(db, now);
    forgetOldForms(db, now);
  },
};

import { eraseTexts } from '#src/core/mail/forget.ts';
import type { Job } from './job.ts';

const KEPT_DAYS = 90;
const DAY_S = 24 * 60 * 60;

/** What a mail said is kept for a season, to answer "what did you write to us?"; that it was sent is kept. */
export const eraseMailTexts: Job = {
  name: 'erase-mail-texts',
  everySeconds: DAY_S,
  run({ db, clock, log }) {
    const erased = eraseTexts(db, new Date(clock.now().getTime() - KEPT_DAYS * DAY_S * 1000));
    if (erased > 0) log.info({ erased }, 'texts of old mails erased');
  },
};

import { checkLogs } from './check-logs.ts';
import { deliverMail } from './deliver-mail.ts';
import { eraseMailTexts } from './erase-mail-texts.ts';
import type { Job } from './job.ts';
import { queueDigests } from './queue-digests.ts';
import { removeEnded } from './remove-ended.ts';
import { removeOldAccessEntries } from './remove-old-access.ts';

/** Everything that runs by itself, and how often: the only list. */
export const jobs: readonly Job[] = [
  queueDigests,
  deliverMail,
  eraseMailTexts,
  removeEnded,
  checkLogs,
  removeOldAccessEntries,
];

/**
 * The snapshot: everything one meeting's material says, as plain data. What `portal import --json` prints, what
 * `seeds/meetings/*.json` keep, and what every feature's applier reads. Keys as in interface.md; every record has
 * its slide and how sure the reader is.
 */
import { z } from 'zod';
import { agreementsRecords } from './records/agreements.ts';
import { governanceRecords } from './records/governance.ts';
import { meetingRecords } from './records/meeting.ts';
import { solutionsRecords } from './records/solutions.ts';
import { stsRecords } from './records/sts.ts';
import { tasksAndAsksRecords } from './records/tasks-and-asks.ts';

export { fuzzyDateSchema, isoDay } from './record.ts';

export const snapshotSchema = z.strictObject({
  ...meetingRecords,
  ...tasksAndAsksRecords,
  ...agreementsRecords,
  ...stsRecords,
  ...governanceRecords,
  ...solutionsRecords,
});

export type Snapshot = z.infer<typeof snapshotSchema>;

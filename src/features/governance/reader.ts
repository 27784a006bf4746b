/** Reads what the material tells of K98: the process of staffing, councils with seats, criteria, the flow, the wheel. */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readCriteria } from './criteria-reader.ts';
import { readFlow } from './flow-reader.ts';
import { readProcess } from './process-reader.ts';
import { readSeats } from './seats-reader.ts';
import { readWheel } from './wheel-reader.ts';

export { withoutRepeats } from './seats-reader.ts';

export const governanceReaders: readonly SlideReader[] = [
  readProcess,
  readWheel,
  readFlow,
  readCriteria,
  readSeats,
];

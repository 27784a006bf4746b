import type { Reading } from '#src/core/offers/offers.ts';
import { type Deadline, ownDeadlines } from '#src/overviews/deadlines/index.ts';

/** Undefined for an ask that is not there, or was withdrawn, and for what asks nothing of anybody. */
export function findAsk({ reading }: { reading: Reading }, code: string, key: string): Deadline | undefined {
  return ownDeadlines(reading, code).find((one) => one.keys.includes(key) && !one.informationOnly);
}

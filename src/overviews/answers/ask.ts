import type { Reading } from '#src/core/offers/offers.ts';
import { type Deadline, ownDeadlines } from '#src/overviews/deadlines/index.ts';
import { NotFoundError } from '#src/shared/errors.ts';

/** @throws NotFoundError for an ask that is not there, and for what asks nothing of anybody */
export function getAsk({ reading }: { reading: Reading }, code: string, key: string): Deadline {
  const found = ownDeadlines(reading, code).find((one) => one.keys.includes(key) && !one.informationOnly);
  if (!found) throw new NotFoundError('Opgaven');
  return found;
}

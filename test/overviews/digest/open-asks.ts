import type { Db } from '#src/db/client.ts';
import { concerns, isAsk, isOpen, listDeadlines } from '#src/overviews/deadlines/index.ts';

/** How many asks are open for a municipality, as its page counts them. */
export function countOpen(db: Db, code: string, today: string): number {
  return listDeadlines({ db, today }).filter((one) => concerns(one, code) && isAsk(one) && isOpen(one, code))
    .length;
}

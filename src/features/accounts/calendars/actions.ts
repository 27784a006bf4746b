/** What people do with their calendar addresses. */
import {
  type CalendarOf,
  makeCalendar,
  renewCalendar,
  revokeCalendar,
} from '#src/core/access/calendar-tokens.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';

export const CALENDARS_PATH = '/min-konto/kalendere';

/** The token is there for the first answer alone: it is kept nowhere, so a form sent again is led to the list. */
export interface Made {
  location: string;
  token: string | null;
}

/** @throws RefusedError when the person has as many as one may have */
export function make(db: Db, doer: Doer, accountId: string, of: CalendarOf): Made {
  return madeOnce(db, doer, () => makeCalendar(db, doer, accountId, of));
}

/** @throws NotFoundError */
export function renew(db: Db, doer: Doer, accountId: string, ref: string): Made {
  return madeOnce(db, doer, () => renewCalendar(db, doer, accountId, ref));
}

/** @param path the page that tells it is done. @throws NotFoundError */
export function revoke(
  db: Db,
  doer: Doer,
  { accountId, ref, path }: { accountId: string; ref: string; path: string },
): string {
  return once(db, doer, () => {
    revokeCalendar(db, doer, accountId, ref);
    return `${path}?udfoert=kalender-fjernet`;
  });
}

function madeOnce(db: Db, doer: Doer, deed: () => string): Made {
  const made: { token?: string } = {};
  const location = once(db, doer, () => {
    made.token = deed();
    return `${CALENDARS_PATH}?udfoert=kalender-vist`;
  });
  return { location, token: made.token ?? null };
}

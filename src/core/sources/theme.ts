/** A theme of a meeting: what it asks of the municipalities, who tells about it, and its sentences. */

import type { Db } from '#src/db/client.ts';
import { asc, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { request } from '#src/db/schema/requests.ts';
import { type Contact, listContacts, type StatementRow, statementsOn } from './queries.ts';

export type Request = typeof request.$inferSelect;

export interface Theme {
  /** The slide's own "Opgaven:" first. */
  requests: Request[];
  contacts: Contact[];
  statements: readonly StatementRow[];
}

const requests = prepared((db) =>
  db.select().from(request).where(isNull(request.withdrawnOn)).orderBy(asc(request.slide)).prepare(),
);

/**
 * The theme about one of the solutions, whose sentences have targets under `prefix` (`sts/`). Its contacts are those
 * of the solutions and those who stand on the slide of a request or a sentence of the theme.
 */
export function readTheme(db: Db, solutionIds: readonly string[], prefix: string): Theme {
  const isAbout = (row: { solutionId: string | null }) =>
    row.solutionId !== null && solutionIds.includes(row.solutionId);
  const asked = requests(db).all().filter(isAbout);
  const statements = statementsOn(db, prefix);
  const told = new Set([...asked, ...statements].map((row) => `${row.meetingId}/${row.slide}`));
  return {
    requests: asked.sort((a, b) => Number(b.stated) - Number(a.stated)),
    contacts: listContacts(db).filter(
      (one) => isAbout(one) || one.slides.some((slide) => told.has(`${one.meetingId}/${slide}`)),
    ),
    statements,
  };
}

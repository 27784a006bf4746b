import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { request } from '#src/db/schema/requests.ts';

export type Request = typeof request.$inferSelect;

const all = prepared((db) =>
  db.select().from(request).where(isNull(request.withdrawnOn)).orderBy(asc(request.slide)).prepare(),
);
const byId = prepared((db) =>
  db
    .select()
    .from(request)
    .where(eq(request.id, sql.placeholder('id')))
    .prepare(),
);

/** In the order of the slides. */
export function listRequests(db: Db): Request[] {
  return all(db).all();
}

export function findRequest(db: Db, id: string): Request | undefined {
  const found = byId(db).get({ id });
  return found && found.withdrawnOn === null ? found : undefined;
}

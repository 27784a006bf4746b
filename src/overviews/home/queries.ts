import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';
import { contractDate } from '#src/db/schema/news.ts';
import { superseding } from '#src/db/schema/sapa.ts';

export type ContractDate = typeof contractDate.$inferSelect;
export type Superseding = typeof superseding.$inferSelect;

const contractDates = prepared((db) =>
  db
    .select()
    .from(contractDate)
    .where(and(eq(contractDate.meetingId, sql.placeholder('meetingId')), isNull(contractDate.withdrawnOn)))
    .prepare(),
);
const supersedings = prepared((db) =>
  db
    .select()
    .from(superseding)
    .where(and(eq(superseding.meetingId, sql.placeholder('meetingId')), isNull(superseding.withdrawnOn)))
    .prepare(),
);

/** Contract ends and options that a meeting told of. */
export function listContractDates(db: Db, meetingId: string): ContractDate[] {
  return contractDates(db).all({ meetingId });
}

/** Dates that a meeting replaced by others. */
export function listSupersedings(db: Db, meetingId: string): Superseding[] {
  return supersedings(db).all({ meetingId });
}

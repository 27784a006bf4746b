import { remembered } from '#src/core/journal/remembered.ts';
import { type StatementRow, statementsOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { asc, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { contractDate, event, newsItem } from '#src/db/schema/news.ts';

export type NewsItem = typeof newsItem.$inferSelect;
export type EventRow = typeof event.$inferSelect;
export type ContractDate = typeof contractDate.$inferSelect;

const items = prepared((db) =>
  db
    .select()
    .from(newsItem)
    .where(isNull(newsItem.withdrawnOn))
    .orderBy(asc(newsItem.slide), asc(newsItem.position))
    .prepare(),
);
const events = prepared((db) => db.select().from(event).where(isNull(event.withdrawnOn)).prepare());
const contractDates = prepared((db) =>
  db.select().from(contractDate).where(isNull(contractDate.withdrawnOn)).prepare(),
);

/** In the order in which the slides have them. */
export function listNewsItems(db: Db): NewsItem[] {
  return items(db).all();
}

export function listEvents(db: Db): EventRow[] {
  return events(db).all();
}

export const listContractDates = remembered((db): readonly ContractDate[] => contractDates(db).all());

/** Sentences about a solution, in the order of the slides. */
export function statementsAbout(db: Db, solutionId: string): StatementRow[] {
  return statementsOn(db, '').filter((one) => one.solutionId === solutionId);
}

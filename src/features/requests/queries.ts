import type { Db } from '#src/db/client.ts';
import { and, asc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { event } from '#src/db/schema/news.ts';
import { request } from '#src/db/schema/requests.ts';

export type Request = typeof request.$inferSelect;
export type EventBeside = Pick<
  typeof event.$inferSelect,
  'id' | 'title' | 'date' | 'signupDeadline' | 'solutionId'
>;

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

const eventsOnSlide = prepared((db) =>
  db
    .select({
      id: event.id,
      title: event.title,
      date: event.date,
      signupDeadline: event.signupDeadline,
      solutionId: event.solutionId,
    })
    .from(event)
    .where(
      and(
        eq(event.meetingId, sql.placeholder('meetingId')),
        eq(event.slide, sql.placeholder('slide')),
        eq(event.solutionId, sql.placeholder('solutionId')),
        isNull(event.withdrawnOn),
      ),
    )
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

/** Events of the same solution on the slide that asks: what the ask is about, where it has no day of its own. */
export function listEventsBeside(
  db: Db,
  { meetingId, slide, solutionId }: Pick<Request, 'meetingId' | 'slide' | 'solutionId'>,
): EventBeside[] {
  return meetingId === null || slide === null || solutionId === null
    ? []
    : eventsOnSlide(db).all({ meetingId, slide, solutionId });
}

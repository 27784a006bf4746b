import { rememberedBy } from '#src/core/journal/remembered.ts';
import { and, asc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { council, seat } from '#src/db/schema/governance.ts';

const seats = prepared((db) =>
  db
    .select({ title: seat.title, council: council.name, meetingId: seat.meetingId, slide: seat.slide })
    .from(seat)
    .innerJoin(council, eq(council.id, seat.councilId))
    .where(and(eq(seat.municipalityId, sql.placeholder('code')), isNull(seat.withdrawnOn)))
    .orderBy(asc(council.position), asc(seat.position))
    .prepare(),
);

/** Seats in the councils of K98 that somebody from the municipality is known to have. */
export const listSeatsOf = rememberedBy((db, code) => seats(db).all({ code }));

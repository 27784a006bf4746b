/** Reads of the material itself: meetings, slides, contacts, links, remarks, sentences, and which asks are one. */

import { remembered, rememberedBy } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { and, asc, desc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { slideWords, upload } from '#src/db/schema/proposals.ts';
import {
  agendaItem,
  contact,
  link,
  meeting,
  remark,
  sameAsk,
  slide,
  statement,
} from '#src/db/schema/sources.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Meeting = typeof meeting.$inferSelect;
export type Slide = typeof slide.$inferSelect;
export type AgendaItem = typeof agendaItem.$inferSelect;
export type Contact = typeof contact.$inferSelect;
export type Link = typeof link.$inferSelect;
export type Remark = typeof remark.$inferSelect;
export type StatementRow = typeof statement.$inferSelect;

const meetings = prepared((db) =>
  db.select().from(meeting).where(isNull(meeting.withdrawnOn)).orderBy(desc(meeting.id)).prepare(),
);
const slides = prepared((db) =>
  db
    .select()
    .from(slide)
    .where(and(eq(slide.meetingId, sql.placeholder('meetingId')), isNull(slide.withdrawnOn)))
    .orderBy(asc(slide.slide))
    .prepare(),
);
const agenda = prepared((db) =>
  db
    .select()
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, sql.placeholder('meetingId')))
    .orderBy(asc(agendaItem.number))
    .prepare(),
);
const contacts = prepared((db) => db.select().from(contact).where(isNull(contact.withdrawnOn)).prepare());
const links = prepared((db) =>
  db.select().from(link).where(isNull(link.withdrawnOn)).orderBy(asc(link.slide)).prepare(),
);
const remarks = prepared((db) =>
  db.select().from(remark).where(isNull(remark.withdrawnOn)).orderBy(asc(remark.slide)).prepare(),
);
const remarksAbout = prepared((db) =>
  db
    .select()
    .from(remark)
    .where(
      and(
        eq(remark.entity, sql.placeholder('entity')),
        eq(remark.objectId, sql.placeholder('objectId')),
        eq(remark.shown, true),
        isNull(remark.resolution),
        isNull(remark.withdrawnOn),
      ),
    )
    .prepare(),
);
const statements = prepared((db) =>
  db
    .select()
    .from(statement)
    .where(and(sql`${statement.target} like ${sql.placeholder('target')}`, isNull(statement.withdrawnOn)))
    .orderBy(asc(statement.slide), asc(statement.position))
    .prepare(),
);
const asks = prepared((db) => db.select().from(sameAsk).where(isNull(sameAsk.withdrawnOn)).prepare());

/** Newest first. */
export const listMeetings = remembered((db): readonly Meeting[] => meetings(db).all());

/** @throws NotFoundError */
export function getMeeting(db: Db, id: string): Meeting {
  const found = listMeetings(db).find((one) => one.id === id);
  if (!found) throw new NotFoundError('Mødet');
  return found;
}

export function listSlides(db: Db, meetingId: string): Slide[] {
  return slides(db).all({ meetingId });
}

const words = prepared((db) =>
  db
    .select({ lines: slideWords.lines, proposalId: slideWords.proposalId })
    .from(slideWords)
    .where(
      and(
        eq(slideWords.meetingId, sql.placeholder('meetingId')),
        eq(slideWords.slide, sql.placeholder('slide')),
      ),
    )
    .prepare(),
);
const files = prepared((db) =>
  db
    .select({ id: upload.id, name: upload.name })
    .from(upload)
    .where(eq(upload.proposalId, sql.placeholder('proposalId')))
    .orderBy(asc(upload.name))
    .prepare(),
);

/** What an uploaded file says on a slide, word by word, and the files it was read from. Null for a slide of the seeds. */
export function slideAsRead(
  db: Db,
  meetingId: string,
  slideNumber: number,
): { lines: string[]; files: { id: string; name: string }[] } | null {
  const found = words(db).get({ meetingId, slide: slideNumber });
  return found ? { lines: found.lines, files: files(db).all({ proposalId: found.proposalId }) } : null;
}

export function listAgenda(db: Db, meetingId: string): AgendaItem[] {
  return agenda(db).all({ meetingId });
}

export function listContacts(db: Db): Contact[] {
  return contacts(db).all();
}

export const listLinks = remembered((db): readonly Link[] => links(db).all());

/** Code of the remarks that an editor made of what the material leaves open. */
export const OPEN_QUESTION = 'open-question';

export function listRemarks(db: Db): Remark[] {
  return remarks(db).all();
}

/** Remarks that readers of a record should see beside it. */
export function remarksOn(db: Db, entity: string, objectId: string): Remark[] {
  return remarksAbout(db).all({ entity, objectId });
}

/** Sentences whose target begins with the words: `valg/` or `dubu/clause`. Shown only when they have a wording or a text. */
export const statementsOn = rememberedBy((db, targetPrefix): readonly StatementRow[] =>
  statements(db).all({ target: `${targetPrefix}%` }),
);

export interface SameAsk {
  shown: string;
  folded: string;
  reason: string;
}

/** Pairs of records that are one ask; keys as `task/<id>`. */
export function listSameAsks(db: Db): SameAsk[] {
  return asks(db).all();
}

/** Keys (`agreement/<id>`) of the records that are the same ask as the one with this key. */
export function sameAsksOf(db: Db, key: string): string[] {
  return listSameAsks(db).flatMap(({ shown, folded }) => {
    if (shown === key) return [folded];
    return folded === key ? [shown] : [];
  });
}

import { z } from 'zod';
import { compareDrafts, type Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { ALWAYS } from '#src/core/journal/record.ts';
import { isoDay, type Snapshot } from '#src/core/snapshot/schema.ts';
import { OPEN_QUESTION } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';

/** The editor's part of a meeting: what the reader cannot know, each with its reason. */
export const reviewSchema = z.strictObject({
  author: z.string(),
  /** Day of the meeting when the material does not print it, and why it is believed. */
  meeting_day: z.strictObject({ day: isoDay, reason: z.string() }),
  /** Wished ids: entity -> identity -> id. Fixed once the portal is in use: addresses are made of them. */
  slugs: z.record(z.string(), z.record(z.string(), z.string())),
  /** Further spellings of solutions: known while this meeting is read and in every later deck. */
  aliases: z.array(z.strictObject({ solution: z.string(), alias: z.string(), reason: z.string() })),
  /** Fields of records that the snapshot made: wording in the portal's own words, corrections. */
  edits: z.array(
    z.strictObject({
      entity: z.string(),
      id: z.string(),
      /** For whoever edits this file, where the id is a hash: what it is and where it stands. */
      about: z.string().optional(),
      set: z.record(z.string(), z.unknown()),
      /** Why, one Danish sentence; every change of a published fact has one. */
      reason: z.string().optional(),
    }),
  ),
  /** One ask that stands in two places. */
  same_asks: z.array(
    z.strictObject({ shown: z.string(), folded: z.string(), reason: z.string(), slide: z.number().int() }),
  ),
  /** What the material leaves open and no program can see: shown as remarks until somebody at KOMBIT has answered. */
  open_questions: z.array(
    z.strictObject({
      id: z.string(),
      slide: z.number().int(),
      text: z.string(),
      /** `<entity>/<id>` of the record whose page should say it; absent: the slide alone. */
      about: z.string().optional(),
    }),
  ),
});
export type Review = z.infer<typeof reviewSchema>;

/**
 * The differences that the editor's part makes to what stands. An edit holds from the day of the fact it is about.
 * @throws Error that names every edit of something the snapshot did not make.
 */
export function proposeReview(
  db: Db,
  snapshot: Snapshot,
  review: Review,
  isNewPortal: boolean,
): Difference[] {
  const meetingId = snapshot.meeting.id ?? review.meeting_day.day.slice(0, 7);
  const drafts = [
    ...draftMeetingDay(meetingId, snapshot, review),
    ...draftAliases(db, meetingId, review),
    ...draftEdits(db, meetingId, review, isNewPortal),
    ...draftSameAsks(meetingId, review),
    ...draftQuestions(meetingId, review),
  ];
  return compareDrafts(db, drafts, ['review'], ['seed', 'import']);
}

/** A date that the material prints stands; one that was worked out becomes the editor's day. */
function draftMeetingDay(meetingId: string, snapshot: Snapshot, review: Review): Draft[] {
  if (snapshot.meeting.date_basis === 'printed') return [];
  const { day, reason } = review.meeting_day;
  const date = { raw: '', from: day, to: day, precision: 'day', yearInferred: true };
  return [
    {
      entity: 'meeting',
      id: meetingId,
      label: `Redaktion: mødedato ${day}`,
      fields: { date, dateBasis: 'inferred', dateReason: reason },
      effectiveOn: ALWAYS,
      meetingId,
      slide: null,
      reason,
    },
  ];
}

function draftAliases(db: Db, meetingId: string, review: Review): Draft[] {
  const aliasesOf = db.$client.prepare('select aliases from solution where id = ?').pluck();
  return Object.entries(Object.groupBy(review.aliases, (one) => one.solution)).map(([id, added = []]) => {
    const standing = JSON.parse(String(aliasesOf.get(id) ?? '[]')) as string[];
    return {
      entity: 'solution',
      id,
      label: `Redaktion: stavemåder af ${id}`,
      fields: { aliases: [...new Set([...standing, ...added.map((one) => one.alias)])] },
      effectiveOn: ALWAYS,
      meetingId,
      slide: null,
      reason: added.map((one) => one.reason).join(' '),
    };
  });
}

/** On a new portal every edit has its record; on one in use a record may bear an older address, and its edit waits. */
function draftEdits(db: Db, meetingId: string, review: Review, isNewPortal: boolean): Draft[] {
  const firstEntry = db.$client.prepare(
    'select effective_on as effectiveOn, slide from entry where entity = ? and object_id = ? order by effective_on, seq limit 1',
  );
  const missing: string[] = [];
  const drafts = review.edits.flatMap((edit): Draft[] => {
    const first = firstEntry.get(edit.entity, edit.id) as
      | { effectiveOn: string; slide: number | null }
      | undefined;
    if (!first) {
      missing.push(`${edit.entity}/${edit.id}${edit.about ? ` (${edit.about})` : ''}`);
      return [];
    }
    const { entity, id, set, reason } = edit;
    return [
      {
        entity,
        id,
        label: `Redaktion: ${entity} ${id}`,
        fields: set,
        ...first,
        meetingId,
        ...(reason ? { reason } : {}),
      },
    ];
  });
  if (missing.length > 0 && isNewPortal) {
    throw new Error(`The review of ${meetingId} edits what the snapshot did not make: ${missing.join('; ')}`);
  }
  return drafts;
}

/** Two records are one ask from the first day on which both stand, so the pair itself has always held. */
function draftSameAsks(meetingId: string, review: Review): Draft[] {
  return review.same_asks.map(({ shown, folded, reason, slide }) => ({
    entity: 'same_ask',
    id: `${shown}=${folded}`,
    label: `Samme opgave: ${shown} og ${folded}`,
    fields: { shown, folded, reason, confidence: 'high' },
    effectiveOn: ALWAYS,
    meetingId,
    slide,
  }));
}

function draftQuestions(meetingId: string, review: Review): Draft[] {
  return review.open_questions.map(({ id, slide, text, about }) => {
    const [entity = null, ...objectId] = about?.split('/') ?? [];
    return {
      entity: 'remark',
      id: `${meetingId}-${OPEN_QUESTION}-${id}`,
      label: `Afventer bekræftelse: ${text}`,
      fields: {
        code: OPEN_QUESTION,
        words: '',
        reason: text,
        entity,
        objectId: entity === null ? null : objectId.join('/'),
        shown: true,
        confidence: 'high',
      },
      effectiveOn: review.meeting_day.day,
      meetingId,
      slide,
    };
  });
}

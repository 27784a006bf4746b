import { changesOf, compareDrafts, type Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { type Deed, recordDeed } from '#src/core/journal/record.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';
import { features } from '#src/features/index.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { type Hints, type ImportContext, makeContext } from './context.ts';
import { heldFrom } from './held-from.ts';
import {
  draftRemarks,
  isForEditors,
  isSaidBefore,
  type UnknownSpelling,
  unknownSpellings,
} from './remarks.ts';
import { renumbered, standingSlides, withStandingDay } from './standing-meeting.ts';

export const NO_HINTS: Hints = { slugs: {}, aliases: [] };

/**
 * The differences that a snapshot would make against what the material said before. Changes nothing.
 * @param meetingDay ISO; used for the year rule's effective days when the snapshot's own date is an interval.
 * @throws RefusedError when it is not known which meeting the material belongs to.
 */
export function proposeSnapshot(
  db: Db,
  snapshot: Snapshot,
  meetingDay: string | null,
  hints: Hints,
): Difference[] {
  return compareSnapshot(db, snapshot, meetingDay, hints).differences;
}

/**
 * The same, with everything that the snapshot says: what is no difference stands already.
 * @throws RefusedError as above
 */
export function compareSnapshot(
  db: Db,
  snapshot: Snapshot,
  meetingDay: string | null,
  hints: Hints,
): {
  drafts: Draft[];
  differences: Difference[];
  spellings: UnknownSpelling[];
  numbers: ReadonlyMap<number, number>;
} {
  const day = meetingDay ?? snapshot.meeting.date.from;
  if (!snapshot.meeting.id || !day) {
    throw new RefusedError('Mødedatoen fremgår ikke af materialet. Angiv den med --meeting ÅÅÅÅ-MM-DD.');
  }
  const meetingId = snapshot.meeting.id;
  const asked = interpret(snapshot, makeContext(db, meetingId, day, hints)).context.asked;
  const { drafts, context } = interpret(snapshot, makeContext(db, meetingId, day, hints, asked));
  const known = drafts.map((draft) => withStandingDay(db, withIdentity(draft, context)));
  const whole = [...known, ...draftRemarks(snapshot, context, known)];
  const slides = standingSlides(db, snapshot, meetingId);
  const numberedAnew = slides ? renumbered(whole, slides, meetingId) : whole;
  const differences = compareDrafts(db, numberedAnew, ['seed', 'import']);
  return {
    drafts: numberedAnew,
    spellings: unknownSpellings(snapshot, context),
    numbers: slides?.numbers ?? new Map(),
    differences: differences
      // How another file of the meeting was read concerns the person who reviews it, who sees it there.
      .filter(({ kind, draft }) => !(slides && kind === 'new' && isForEditors(draft)))
      .filter(({ kind, draft }) => !(kind === 'new' && isSaidBefore(db, draft)))
      .map((difference) => heldFrom(db, difference, meetingId, day)),
  };
}

function interpret(snapshot: Snapshot, context: ImportContext): { drafts: Draft[]; context: ImportContext } {
  return { drafts: features.flatMap((feature) => feature.interpret?.(snapshot, context) ?? []), context };
}

/** Accepts differences: one transaction, one batch. Returns the batch id, or null when there was nothing to record. */
export function acceptDifferences(db: Db, deed: Deed, differences: readonly Difference[]): number | null {
  if (differences.length === 0) return null;
  return recordDeed(db, deed, changesOf(differences));
}

/** An object that stands under other words keeps its id, and a person sees that it was known again by likeness. */
function withIdentity(draft: Draft, context: ImportContext): Draft {
  const identity = context.identityOf(draft.entity, draft.id);
  if (identity === undefined) return draft;
  const fields = { ...draft.fields, identity };
  const like = context.likenessOf(draft.entity, draft.id);
  if (!like) return { ...draft, fields };
  const { kind, candidates } = like;
  if (kind === 'reworded') {
    const confidence = lower(String(draft.fields.confidence));
    return { ...draft, likeness: kind, fields: { ...fields, confidence } };
  }
  return { ...draft, likeness: kind, candidates, fields: { ...fields, confidence: 'low' } };
}

function lower(confidence: string): string {
  return confidence === 'low' ? 'low' : 'medium';
}

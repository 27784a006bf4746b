import { changesOf, compareDrafts, type Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { type Deed, recordDeed } from '#src/core/journal/record.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';
import { features } from '#src/features/index.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { type Hints, type ImportContext, makeContext } from './context.ts';
import { draftRemarks } from './remarks.ts';

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
  const day = meetingDay ?? snapshot.meeting.date.from;
  if (!snapshot.meeting.id || !day) {
    throw new RefusedError('Mødedatoen fremgår ikke af materialet. Angiv den med --meeting ÅÅÅÅ-MM-DD.');
  }
  const context = makeContext(db, snapshot.meeting.id, day, hints);
  const drafts = features
    .flatMap((feature) => feature.interpret?.(snapshot, context) ?? [])
    .map((draft) => withIdentity(draft, context));
  const remarks = draftRemarks(snapshot, context, drafts);
  return compareDrafts(db, [...drafts, ...remarks], ['seed', 'import']);
}

/** Accepts differences: one transaction, one batch. Returns the batch id, or null when there was nothing to record. */
export function acceptDifferences(db: Db, deed: Deed, differences: readonly Difference[]): number | null {
  if (differences.length === 0) return null;
  return recordDeed(db, deed, changesOf(differences));
}

function withIdentity(draft: Draft, context: ImportContext): Draft {
  const identity = context.identityOf(draft.entity, draft.id);
  return identity === undefined ? draft : { ...draft, fields: { ...draft.fields, identity } };
}

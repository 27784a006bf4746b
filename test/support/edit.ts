import { recordDeed } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { MEETING_DAY } from './seeded-database.ts';

/** Sets fields of one record as an editor does: one deed in the journal, holding from the meeting day. */
export function edit(db: Db, entity: string, objectId: string, fields: Record<string, unknown>): void {
  const deed = {
    kind: 'edit' as const,
    actor: 'redaktør',
    actorRole: 'staff',
    title: 'Prøve',
    now: new Date(`${MEETING_DAY}T12:30:00Z`),
  };
  recordDeed(
    db,
    deed,
    Object.entries(fields).map(([field, value]) => ({
      entity,
      objectId,
      field,
      value,
      effectiveOn: MEETING_DAY,
      meetingId: null,
      slide: null,
    })),
  );
}

import { actorName } from '#src/core/access/accounts.ts';
import { undoneBy } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, sql } from '#src/db/drizzle.ts';
import { batch } from '#src/db/schema/journal.ts';
import type { ProposalRow } from './store.ts';

export interface AppliedBefore {
  batchId: number;
  /** Instant. */
  at: string;
  by: string;
  /** The very same files; otherwise others of the same meeting. */
  isSameMaterial: boolean;
}

/** When this material, or else other material of the meeting, was last applied; what was undone does not count. */
export function appliedBefore(db: Db, row: ProposalRow): AppliedBefore | null {
  const meetingId = row.meetingDay?.slice(0, 7) ?? '';
  const found = db
    .select()
    .from(batch)
    .where(
      and(
        eq(batch.kind, 'import'),
        sql`(${batch.materialHash} = ${row.materialHash} or ${batch.meetingId} = ${meetingId})`,
      ),
    )
    .orderBy(desc(sql`${batch.materialHash} = ${row.materialHash}`), desc(batch.id))
    .all()
    .find(({ id }) => undoneBy(db, id) === undefined);
  if (!found) return null;
  const { id, recordedAt, actor, materialHash: hash } = found;
  const isSameMaterial = hash === row.materialHash;
  return { batchId: id, at: recordedAt, by: actorName(db, actor), isSameMaterial };
}

import type { Difference } from '#src/core/drafts/compare.ts';
import { ALWAYS } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';

const lastSaid = prepared((db) =>
  db.$client
    .prepare(
      `select max(json_extract(m.date, '$.from')) from entry e join meeting m on m.id = e.meeting_id
       where e.entity = ? and e.object_id = ? and e.meeting_id < ?`,
    )
    .pluck(),
);

/**
 * What a meeting says otherwise than an earlier one holds from the day of that meeting, unless the material gives a day
 * between the two: what stood on the day of the earlier one stays as it was.
 */
export function heldFrom(db: Db, difference: Difference, meetingId: string, meetingDay: string): Difference {
  const { kind, draft } = difference;
  if (kind === 'new' || draft.effectiveOn === ALWAYS) return difference;
  const said = lastSaid(db).get(draft.entity, draft.id, meetingId) as string | null | undefined;
  if (!said || draft.effectiveOn > said || said > meetingDay) return difference;
  return { ...difference, draft: { ...draft, effectiveOn: meetingDay } };
}

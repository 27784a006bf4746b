import { type Change, type Deed, recordDeed } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { day } from './fuzzy-dates.ts';

/** One change as a test writes it: `field` null for a whole new record. */
export type TestChange = Pick<Change, 'entity' | 'objectId' | 'field' | 'value'> & Partial<Change>;

/** Reads in the material of a meeting: the meeting itself, held that day, and what its slide 4 says. */
export function readMeeting(
  db: Db,
  meetingDay: string,
  changes: readonly TestChange[],
  recordedAt = `${meetingDay}T15:00:00Z`,
): void {
  const meetingId = meetingDay.slice(0, 7);
  const held = {
    title: 'Programledermøde',
    date: day(meetingDay),
    dateBasis: 'given',
    statusAreas: [],
    confidence: 'high',
  };
  recordDeed(db, deed('import', recordedAt), [
    {
      entity: 'meeting',
      objectId: meetingId,
      field: null,
      value: held,
      effectiveOn: '0001-01-01',
      meetingId,
      slide: null,
    },
    ...changes.map((one) => ({ effectiveOn: meetingDay, meetingId, slide: 4, ...one })),
  ]);
}

/** What a person changes at an instant, with a reason; it holds from that day. */
export function correct(db: Db, recordedAt: string, changes: readonly TestChange[], reason = ''): void {
  recordDeed(
    db,
    deed('edit', recordedAt),
    changes.map((one) => ({
      effectiveOn: recordedAt.slice(0, 10),
      meetingId: null,
      slide: null,
      ...(reason ? { reason } : {}),
      ...one,
    })),
  );
}

function deed(kind: Deed['kind'], recordedAt: string): Deed {
  return { kind, actor: 'redaktør', actorRole: 'staff', title: 'Prøve', now: new Date(recordedAt) };
}

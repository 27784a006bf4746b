/** Ten years of meetings like the one in the seeds: what a calendar of the whole programme may come to hold. */
import { type Change, recordDeed } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { task } from '#src/db/schema/klik.ts';
import { event } from '#src/db/schema/news.ts';
import { request } from '#src/db/schema/requests.ts';
import { addMonths } from '#src/shared/calendar-day.ts';

const MONTHS = 120;
const TODAY = '2025-11-24';

interface Row {
  id: string;
  meetingId: string | null;
  slide: number | null;
}

/** Every task, request and event again in each month to come, with its days moved; one is withdrawn. */
export function fillTenYears(db: Db): void {
  const changes = [
    ...copies('task', db.select().from(task).all()),
    ...copies('request', db.select().from(request).all()),
    ...copies('event', db.select().from(event).all()),
  ];
  record(db, changes);
  const [withdrawn] = changes;
  if (withdrawn) record(db, [{ ...withdrawn, field: 'withdrawnOn', value: TODAY }]);
}

export function growJournal(db: Db): void {
  const about = { entity: 'solution', objectId: 'sapa', meetingId: null, slide: null };
  record(db, [{ ...about, field: 'name', value: 'SAPA', effectiveOn: TODAY }]);
}

function record(db: Db, changes: readonly Change[]): void {
  recordDeed(db, { kind: 'import', actor: 'bench', actorRole: '', title: 'Ti år', now: new Date() }, changes);
}

function copies(entity: string, rows: readonly Row[]): Change[] {
  return Array.from({ length: MONTHS - 1 }, (_, i) => i + 1).flatMap((months) =>
    rows.map(({ id, meetingId, slide, ...row }) => ({
      entity,
      objectId: `${id}-${months}`,
      field: null,
      value: moved({ ...row, since: undefined, revision: undefined, identity: null }, months),
      effectiveOn: TODAY,
      meetingId,
      slide,
    })),
  );
}

function moved(row: object, months: number): object {
  const value = Object.entries(row).filter(([, one]) => one !== undefined);
  return Object.fromEntries(value.map(([name, one]) => [name, isDate(one) ? movedDate(one, months) : one]));
}

function movedDate(date: { from: string | null; to: string | null }, months: number) {
  const { from, to } = date;
  return { ...date, from: from && addMonths(from, months), to: to && addMonths(to, months) };
}

function isDate(value: unknown): value is { from: string | null; to: string | null } {
  return typeof value === 'object' && value !== null && 'precision' in value;
}

/** How many had signed on each day somebody counted: read from the journal, so that an undone save is not in it. */
import { remembered } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';

interface Row {
  municipalityId: string;
  field: string | null;
  newValue: string;
  effectiveOn: string;
}

/** Statuses of municipalities that are known on a day: `signed`, `missing` ... */
export type Observed = Readonly<Record<string, number>>;

const entries = prepared((db) =>
  db.$client.prepare(
    `select substr(object_id, length(@prefix) + 1) as municipalityId, field, new_value as newValue,
            effective_on as effectiveOn
     from entry where entity = 'signature' and object_id >= @prefix and object_id < @end
     order by effective_on, seq`,
  ),
);
const kept = remembered(() => new Map<string, Map<string, Observed>>());

/** @param days ISO, those of the counts @returns how many municipalities had each status at the end of each day */
export function observedOn(db: Db, agreementId: string, days: readonly string[]): Map<string, Observed> {
  const known = kept(db);
  const found = known.get(agreementId);
  if (found) return found;
  const read = replay(db, agreementId, days);
  known.set(agreementId, read);
  return read;
}

function replay(db: Db, agreementId: string, days: readonly string[]): Map<string, Observed> {
  const prefix = `${agreementId}/`;
  const rows = entries(db).all({ prefix, end: `${agreementId}0` }) as Row[];
  const statuses = new Map<string, { status: string | null; withdrawn: boolean }>();
  const read = new Map<string, Observed>();
  let next = 0;
  for (const day of [...new Set(days)].sort()) {
    for (let row = rows[next]; row && row.effectiveOn <= day; row = rows[++next]) apply(statuses, row);
    read.set(day, tally([...statuses.values()]));
  }
  return read;
}

function apply(statuses: Map<string, { status: string | null; withdrawn: boolean }>, row: Row): void {
  const before = statuses.get(row.municipalityId) ?? { status: null, withdrawn: false };
  const value: unknown = JSON.parse(row.newValue);
  const changed = row.field === null ? (value as Record<string, unknown>) : { [row.field]: value };
  statuses.set(row.municipalityId, {
    status: 'status' in changed ? (changed.status as string | null) : before.status,
    withdrawn: 'withdrawnOn' in changed ? changed.withdrawnOn !== null : before.withdrawn,
  });
}

function tally(rows: readonly { status: string | null; withdrawn: boolean }[]): Observed {
  const counts: Record<string, number> = {};
  for (const { status, withdrawn } of rows) {
    if (status !== null && !withdrawn) counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

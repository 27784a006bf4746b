import type { Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { entityNoun, fieldsOf } from '#src/core/fields/fields.ts';
import { fuzzyDateSchema } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';

/** What a deck lists anew every month, with the column that names a record: one that is left out is no longer said. */
const LISTED: Readonly<Record<string, string>> = {
  task: 'title',
  agreement: 'title',
  request: 'title',
  event: 'title',
  sts_milestone: 'title',
  sts_phase: 'title',
  process_step: 'title',
  seat: 'title',
  sapa_access: 'name',
  sapa_step: 'title',
  superseding: 'subject',
};

/**
 * What stands from earlier meetings and this material no longer mentions, each proposed as closed from the meeting's
 * day. Nothing of a kind that the material has none of, nothing whose days have passed, and nothing when a newer
 * meeting stands: that one has said what is left.
 */
export function findGone(
  db: Db,
  drafts: readonly Draft[],
  meetingId: string,
  meetingDay: string,
): Difference[] {
  if (db.$client.prepare('select 1 from meeting where id > ?').get(meetingId)) return [];
  const mentioned = new Set(drafts.map(({ entity, id }) => `${entity}/${id}`));
  const kinds = new Set(drafts.map(({ entity }) => entity));
  return Object.entries(LISTED)
    .filter(([entity]) => kinds.has(entity))
    .flatMap(([entity, naming]) => {
      const rows = db.$client
        .prepare(`select * from "${entity}" where withdrawn_on is null and meeting_id < ?`)
        .all(meetingId) as Record<string, unknown>[];
      return rows
        .filter((row) => !mentioned.has(`${entity}/${row.id}`) && !hasPassed(entity, row, meetingDay))
        .map((row) => closed(entity, naming, row, meetingId, meetingDay));
    });
}

function closed(
  entity: string,
  naming: string,
  row: Record<string, unknown>,
  meetingId: string,
  meetingDay: string,
): Difference {
  return {
    kind: 'changed',
    draft: {
      entity,
      id: String(row.id),
      label: `${entityNoun(entity)}: ${String(row[naming] ?? row.id)}`,
      fields: { withdrawnOn: meetingDay, confidence: 'low' },
      effectiveOn: meetingDay,
      meetingId,
      slide: null,
    },
    fields: [{ field: 'withdrawnOn', before: null, after: meetingDay, changedByHand: false }],
  };
}

/** Every day that it names lies before the meeting. */
function hasPassed(entity: string, row: Record<string, unknown>, meetingDay: string): boolean {
  const ends = Object.entries(fieldsOf(entity)).flatMap(([name, field]) => {
    const kept = row[columnOf(name)];
    if (!field.isDate || typeof kept !== 'string') return [];
    const { from, to } = fuzzyDateSchema.safeParse(JSON.parse(kept)).data ?? { from: null, to: null };
    return from === null && to === null ? [] : [to ?? from ?? ''];
  });
  return ends.length > 0 && ends.every((day) => day < meetingDay);
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

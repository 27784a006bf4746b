import type { Difference } from '#src/core/drafts/compare.ts';
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

/** A list of which a deck mentions less than this part is perhaps not in the deck at all. */
const CARRIED = 0.5;

/** A kind that the material says nothing of, and how many of it stand. */
export interface ListLeftOut {
  entity: string;
  count: number;
}

type Row = Record<string, unknown>;

/**
 * What stands from earlier meetings and this material no longer mentions, each proposed as closed from the meeting's
 * day: as gone where the material carries the list, else as unmentioned, which asks for nothing. Nothing whose days
 * have passed, and nothing when a newer meeting stands: that one has said what is left.
 */
export function findGone(
  db: Db,
  mentioned: readonly { entity: string; id: string }[],
  meetingId: string,
  meetingDay: string,
): { gone: Difference[]; unmentioned: Difference[]; leftOut: ListLeftOut[] } {
  const found = { gone: [] as Difference[], unmentioned: [] as Difference[], leftOut: [] as ListLeftOut[] };
  if (db.$client.prepare('select 1 from meeting where id > ?').get(meetingId)) return found;
  const names = new Set(mentioned.map(({ entity, id }) => `${entity}/${id}`));
  const kinds = new Set(mentioned.map(({ entity }) => entity));
  for (const [entity, naming] of Object.entries(LISTED)) {
    const standing = standingRows(db, entity, meetingId).filter((row) => !hasPassed(entity, row, meetingDay));
    const missing = standing.filter(({ id }) => !names.has(`${entity}/${id}`));
    if (missing.length === 0) continue;
    if (!kinds.has(entity)) {
      found.leftOut.push({ entity, count: missing.length });
      continue;
    }
    const isCarried = missing.length <= standing.length * (1 - CARRIED);
    const closing = missing.map((row) => closed(entity, naming, row, meetingId, meetingDay));
    found[isCarried ? 'gone' : 'unmentioned'].push(...closing);
  }
  return found;
}

function standingRows(db: Db, entity: string, meetingId: string): Row[] {
  return db.$client
    .prepare(`select * from "${entity}" where withdrawn_on is null and meeting_id < ?`)
    .all(meetingId) as Row[];
}

function closed(entity: string, naming: string, row: Row, meetingId: string, meetingDay: string): Difference {
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
function hasPassed(entity: string, row: Row, meetingDay: string): boolean {
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

/** Reads of the journal as it was recorded: newest first, whatever day a fact holds from. */
import { entityNames, getEntity } from '#src/core/journal/entities.ts';
import type { Db } from '#src/db/client.ts';
import type { batch, entry } from '#src/db/schema/journal.ts';
import { instantsOf } from '#src/web/period.ts';
import type { LogFilter } from './forms.ts';

export type Entry = Pick<
  typeof entry.$inferSelect,
  | 'seq'
  | 'batchId'
  | 'entity'
  | 'objectId'
  | 'field'
  | 'oldValue'
  | 'newValue'
  | 'effectiveOn'
  | 'meetingId'
  | 'slide'
  | 'reason'
>;

export type Batch = Pick<
  typeof batch.$inferSelect,
  | 'id'
  | 'kind'
  | 'actor'
  | 'actorRole'
  | 'actorMunicipalityId'
  | 'title'
  | 'reason'
  | 'meetingId'
  | 'recordedAt'
  | 'requestId'
  | 'undoesBatchId'
>;

export type ListedBatch = Batch & {
  /** How many of its changes the filter is about. */
  changes: number;
  undoneBy: number | null;
};

const BATCH = `b.id, b.kind, b.actor, b.actor_role as actorRole, b.actor_municipality_id as actorMunicipalityId, b.title,
  b.reason, b.meeting_id as meetingId, b.recorded_at as recordedAt, b.request_id as requestId,
  b.undoes_batch_id as undoesBatchId`;
const ENTRY = `e.seq, e.batch_id as batchId, e.entity, e.object_id as objectId, e.field, e.old_value as oldValue,
  e.new_value as newValue, e.effective_on as effectiveOn, e.meeting_id as meetingId, e.slide, e.reason`;

/** Batches that changed something the filter is about. */
export function listBatches(
  db: Db,
  filter: LogFilter,
  { before, most }: { before: number | undefined; most: number },
): ListedBatch[] {
  const { ofBatch, ofEntry, values } = conditions(filter);
  if (before !== undefined) ofBatch.push('b.id < @before');
  return db.$client
    .prepare(
      `select ${BATCH}, count(*) as changes, (select u.id from batch u where u.undoes_batch_id = b.id) as undoneBy
       from batch b join entry e on e.batch_id = b.id where ${[...ofBatch, ...ofEntry].join(' and ')}
       group by b.id order by b.id desc limit @most`,
    )
    .all({ ...values, before, most }) as ListedBatch[];
}

/** Changes with their batches, newest batch first, each in the order of its recording. */
export function listEntries(
  db: Db,
  filter: LogFilter,
  { after, most }: { after?: number; most: number },
): (Entry & { batch: Batch })[] {
  const { ofBatch, ofEntry, values } = conditions(filter);
  const rows = db.$client
    .prepare(
      `select ${ENTRY}, ${BATCH.replace('b.reason', 'b.reason as batchReason').replace('b.meeting_id as meetingId', 'b.meeting_id as batchMeetingId')}
       from entry e join batch b on b.id = e.batch_id
       where ${[...ofBatch, ...ofEntry, 'e.seq > @after'].join(' and ')}
       order by b.id desc, e.seq limit @most`,
    )
    .all({ ...values, after: after ?? 0, most }) as (Entry &
    Batch & { batchReason: string | null; batchMeetingId: string | null })[];
  return rows.map((row) => ({
    ...row,
    batch: { ...row, id: row.batchId, reason: row.batchReason, meetingId: row.batchMeetingId },
  }));
}

/** Everybody who has recorded anything, the busiest first. */
export function listActors(db: Db): string[] {
  return db.$client
    .prepare('select actor from batch group by actor order by count(*) desc, actor')
    .pluck()
    .all() as string[];
}

/** Tables about which anything is recorded. */
export function listEntities(db: Db): string[] {
  return db.$client.prepare('select distinct entity from entry').pluck().all() as string[];
}

export function countEntries(db: Db, batchId: number): number {
  return Number(db.$client.prepare('select count(*) from entry where batch_id = ?').pluck().get(batchId));
}

function conditions({ actor, entity, municipality, from, to, batchId, object }: LogFilter) {
  const period = instantsOf({ from, to });
  const chosen = (pairs: [unknown, string][]) =>
    pairs.filter(([value]) => value !== null && value !== undefined).map(([, condition]) => condition);
  return {
    ofBatch: [
      '1',
      ...chosen([
        [actor, 'b.actor = @actor'],
        [period.from, 'b.recorded_at >= @from'],
        [period.until, 'b.recorded_at < @until'],
        [batchId, 'b.id = @batchId'],
      ]),
    ],
    ofEntry: chosen([
      [entity, 'e.entity = @entity'],
      [object, 'e.entity = @objectEntity and e.object_id = @objectId'],
      [municipality, OF_MUNICIPALITY],
    ]),
    values: {
      actor,
      entity,
      batchId,
      ...period,
      municipalityId: municipality?.id,
      objectEntity: object?.entity,
      objectId: object?.objectId,
    },
  };
}

/** A municipality's own facts, and whatever record names it. */
const OF_MUNICIPALITY = `(${[
  "e.entity = 'municipality' and e.object_id = @municipalityId",
  ...entityNames
    .filter((name) => 'municipalityId' in getEntity(name).columns)
    .map(
      (name) =>
        `e.entity = '${name}' and e.object_id in (select id from "${name}" where municipality_id = @municipalityId)`,
    ),
].join(' or ')})`;

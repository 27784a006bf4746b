/** What a municipality has said itself. Only for its own people and for KOMBIT: ask `maySeeAnswers` first. */
import { actorName } from '#src/core/access/accounts.ts';
import { rememberedBy } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { answer, assignment, setAnswer } from '#src/db/schema/answers.ts';
import { batch, entry } from '#src/db/schema/journal.ts';

export type Answer = typeof answer.$inferSelect;

const ownerId = sql.placeholder('ownerId');
const answers = prepared((db) => db.select().from(answer).where(eq(answer.ownerId, ownerId)).prepare());
const sets = prepared((db) => db.select().from(setAnswer).where(eq(setAnswer.ownerId, ownerId)).prepare());
const assignments = prepared((db) =>
  db.select().from(assignment).where(eq(assignment.ownerId, ownerId)).prepare(),
);
const signatures = prepared((db) =>
  db
    .select({
      agreementId: signature.agreementId,
      status: signature.status,
      signedOn: signature.signedOn,
      revision: signature.revision,
      withdrawnOn: signature.withdrawnOn,
    })
    .from(signature)
    .where(eq(signature.municipalityId, ownerId))
    .prepare(),
);
const recorded = prepared((db) =>
  db
    .select({
      actor: batch.actor,
      at: batch.recordedAt,
      municipalityId: batch.actorMunicipalityId,
      kind: batch.kind,
      reason: batch.reason,
    })
    .from(entry)
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(eq(entry.seq, sql.placeholder('revision')))
    .prepare(),
);

/** Everything that stands, by key of the ask or by id, and what forms about it are made from. */
export interface OwnMatter {
  answers: ReadonlyMap<string, Answer>;
  /** By id of the agreement. */
  signatures: ReadonlyMap<string, { status: string; signedOn: string | null; revision: number }>;
  /** Whether it belongs to a set, by the set's id; absent: not asked yet. */
  belongs: ReadonlyMap<string, boolean>;
  /** Id of the contact who has an ask. */
  assignments: ReadonlyMap<string, string>;
  /** Number of the newest journal entry about the answer and the signatures of an ask, taken back or not; 0 for none. */
  revisionOf: (keys: readonly string[]) => number;
  /** The same about who has it, and about the sets. */
  assignmentRevisionOf: (keys: readonly string[]) => number;
  setsRevision: number;
  /** Number of the newest journal entry about any of these sets; 0 for none. */
  revisionOfSets: (setIds: readonly string[]) => number;
}

/** @param code the municipality's */
export const ownMatter = rememberedBy((db, code): OwnMatter => {
  const answered = answers(db).all({ ownerId: code });
  const assigned = assignments(db).all({ ownerId: code });
  const belonging = sets(db).all({ ownerId: code });
  const signed = signatures(db).all({ ownerId: code });
  const keyed = signed.map((row) => ({ ...row, ask: `agreement/${row.agreementId}` }));
  return {
    answers: new Map(standing(answered).map((row) => [row.ask, row])),
    signatures: new Map(standing(signed).map((row) => [row.agreementId, row])),
    belongs: new Map(standing(belonging).map((row) => [row.setId, row.belongs])),
    assignments: new Map(standing(assigned).map((row) => [row.ask, row.contactId])),
    revisionOf: newestOf([...answered, ...keyed]),
    assignmentRevisionOf: newestOf(assigned),
    setsRevision: newest(belonging),
    revisionOfSets: (setIds) => newest(belonging.filter(({ setId }) => setIds.includes(setId))),
  };
});

/** Ids of the agreements among the keys of an ask. */
export function agreementsIn(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith('agreement/')).map((key) => key.slice('agreement/'.length));
}

/** The first of the keys under which something stands. */
export function firstOf<T>(known: ReadonlyMap<string, T>, keys: readonly string[]): T | undefined {
  return keys.map((key) => known.get(key)).find((one) => one !== undefined);
}

/** Who recorded the entry and when; undefined for one that is not there. */
export function recordedBy(db: Db, revision: number): { by: string; at: string } | undefined {
  const row = recorded(db).get({ revision });
  return row && { by: actorName(db, row.actor), at: row.at };
}

/** When (instant) and why KOMBIT set what the municipality had said itself; undefined where it stands as it was said. */
export function correctedByKombit(db: Db, revision: number): { at: string; reason: string } | undefined {
  const row = recorded(db).get({ revision });
  if (row?.kind !== 'edit' || row.municipalityId !== null) return undefined;
  return { at: row.at, reason: row.reason ?? '' };
}

function newestOf(rows: readonly { ask: string; revision: number }[]): (keys: readonly string[]) => number {
  const byAsk = Map.groupBy(rows, ({ ask }) => ask);
  return (keys) => newest(keys.flatMap((key) => byAsk.get(key) ?? []));
}

function newest(rows: readonly { revision: number }[]): number {
  return Math.max(0, ...rows.map(({ revision }) => revision));
}

function standing<T extends { withdrawnOn: string | null }>(rows: readonly T[]): T[] {
  return rows.filter((row) => row.withdrawnOn === null);
}

/** Whether what stands has moved since a form was made, and who moved it. */
import { actorName } from '#src/core/access/accounts.ts';
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { batch, entry } from '#src/db/schema/journal.ts';
import { municipality } from '#src/db/schema/municipalities.ts';

const newest = prepared((db) =>
  db.$client.prepare('select coalesce(max(revision), 0) from signature where agreement_id = ?').pluck(),
);

/** Number of the newest journal entry about an agreement's signatures: what a list is compared with. */
export function signingHead(db: Db, agreementId: string): number {
  return Number(newest(db).get(agreementId));
}

export interface Moved {
  municipalityId: string;
  name: string;
  status: string;
  /** Null when it was withdrawn. */
  withdrawnOn: string | null;
  by: string;
  /** Instant, ISO. */
  at: string;
}

/** What others have set since, in the order of the journal. */
export function movedSince(db: Db, agreementId: string, head: number): Moved[] {
  return db
    .select({
      municipalityId: signature.municipalityId,
      name: municipality.name,
      status: signature.status,
      withdrawnOn: signature.withdrawnOn,
      actor: batch.actor,
      at: batch.recordedAt,
    })
    .from(signature)
    .innerJoin(municipality, eq(municipality.id, signature.municipalityId))
    .innerJoin(entry, eq(entry.seq, signature.revision))
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(sql`${signature.agreementId} = ${agreementId} and ${signature.revision} > ${head}`)
    .orderBy(signature.revision)
    .all()
    .map(({ actor, ...row }) => ({ ...row, by: actorName(db, actor) }));
}

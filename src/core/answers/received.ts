/** The answers of all municipalities, for KOMBIT's staff alone. */
import type { Db } from '#src/db/client.ts';
import { desc, eq, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { answer } from '#src/db/schema/answers.ts';
import { batch, entry } from '#src/db/schema/journal.ts';

const standing = prepared((db) =>
  db
    .select({ answer, actor: batch.actor, recordedAt: batch.recordedAt })
    .from(answer)
    .innerJoin(entry, eq(entry.seq, answer.revision))
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(isNull(answer.withdrawnOn))
    .orderBy(desc(answer.revision))
    .prepare(),
);

/** All that stand, the newest first, with who gave each and when (instant). */
export function listAnswers(db: Db) {
  return standing(db).all();
}

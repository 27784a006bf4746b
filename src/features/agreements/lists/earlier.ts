/** Whether the same content was saved before: then the page says when and by whom. */
import { actorName } from '#src/core/access/accounts.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { undoneBy } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { desc, eq } from '#src/db/drizzle.ts';
import { batch } from '#src/db/schema/journal.ts';
import type { Registration } from '#src/features/agreements/signing/save.ts';
import { instantWords } from '#src/shared/instant.ts';

/** The same agreement, day and statuses are the same content, however they were written. */
export function contentHash(
  agreementId: string,
  countedOn: string,
  registrations: readonly Registration[],
): string {
  const rows = registrations.map((one) => [one.municipalityId, one.status, one.signedOn, one.note]);
  return sha256(JSON.stringify([agreementId, countedOn, rows.toSorted()]));
}

/** "Den samme liste blev gemt 24.11.2025 kl. 9.12 af Rita Redaktør." Null when it was not, or was undone. */
export function savedBefore(db: Db, hash: string): string | null {
  const found = db
    .select()
    .from(batch)
    .where(eq(batch.materialHash, hash))
    .orderBy(desc(batch.id))
    .all()
    .find((one) => undoneBy(db, one.id) === undefined);
  if (!found) return null;
  return `Den samme liste blev gemt ${instantWords(found.recordedAt)} af ${actorName(db, found.actor)}.`;
}

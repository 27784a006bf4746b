/** What municipalities have told and KOMBIT has not confirmed, of all agreements. */
import type { Db } from '#src/db/client.ts';
import { and, desc, eq, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { batch, entry } from '#src/db/schema/journal.ts';
import { namedAgreements } from '#src/features/agreements/named.ts';
import { headingOf } from '#src/features/agreements/wording.ts';
import { gridHref } from './address.ts';

export interface StandingClaim {
  agreementId: string;
  /** "FLIS: Databehandleraftale – ny skabelon" */
  agreement: string;
  /** The municipality's code. */
  code: string;
  /** ISO day; null when not said. */
  signedOn: string | null;
  /** Who told it, and when (instant). */
  actor: string;
  recordedAt: string;
  /** Where the form of its button goes, and what the button sends. */
  action: string;
  confirms: string;
  /** The row in the grid, to set it to something else. */
  correctHref: string;
}

const claims = prepared((db) =>
  db
    .select({ signature, actor: batch.actor, recordedAt: batch.recordedAt })
    .from(signature)
    .innerJoin(entry, eq(entry.seq, signature.revision))
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(and(eq(signature.status, 'claimed'), isNull(signature.withdrawnOn)))
    .orderBy(desc(signature.revision))
    .prepare(),
);

/** The newest first; of agreements that stand. */
export function listClaims(db: Db): StandingClaim[] {
  const names = new Map(
    namedAgreements(db).map(({ agreement, solution }) => [agreement.id, headingOf(agreement, solution)]),
  );
  return claims(db)
    .all()
    .flatMap(
      ({ signature: { agreementId, municipalityId: code, signedOn, revision }, actor, recordedAt }) => {
        const agreement = names.get(agreementId);
        if (agreement === undefined) return [];
        const action = gridHref(agreementId);
        const correctHref = `${gridHref(agreementId, { vis: 'meldt', ret: code })}#r${code}`;
        const confirms = `${code}/${revision}`;
        return [{ agreementId, agreement, code, signedOn, actor, recordedAt, action, confirms, correctHref }];
      },
    );
}

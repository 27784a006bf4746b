/** The 98 rows of the grid: what stands, and who set it when. */
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { type BATCH_KINDS, batch, entry } from '#src/db/schema/journal.ts';
import type { SetStatus } from './save.ts';

export interface GridRow {
  municipality: Municipality;
  status: SetStatus;
  /** ISO days. */
  signedOn: string | null;
  countedOn: string | null;
  note: string | null;
  meetingId: string | null;
  slide: number | null;
  /** What a form is made from: a later change has a higher one. 0 where nobody ever set anything. */
  revision: number;
  /** The last change; null where there never was one. */
  changed: { kind: (typeof BATCH_KINDS)[number]; actor: string; recordedAt: string } | null;
}

/** The revision of a row is the number of its last entry. */
const rows = prepared((db) =>
  db
    .select({
      municipalityId: signature.municipalityId,
      status: signature.status,
      signedOn: signature.signedOn,
      countedOn: signature.countedOn,
      note: signature.note,
      meetingId: signature.meetingId,
      slide: signature.slide,
      withdrawnOn: signature.withdrawnOn,
      revision: signature.revision,
      kind: batch.kind,
      actor: batch.actor,
      recordedAt: batch.recordedAt,
    })
    .from(signature)
    .innerJoin(entry, eq(entry.seq, signature.revision))
    .innerJoin(batch, eq(batch.id, entry.batchId))
    .where(eq(signature.agreementId, sql.placeholder('agreementId')))
    .prepare(),
);

/** All 98 in Danish order. @param db the current rows, not those of an earlier day */
export function gridRows(db: Db, agreementId: string): GridRow[] {
  const known = new Map(
    rows(db)
      .all({ agreementId })
      .map((row) => [row.municipalityId, row]),
  );
  return listMunicipalities(db).map((municipality) => {
    const row = known.get(municipality.id);
    const { revision = 0 } = row ?? {};
    const changed = row ? { kind: row.kind, actor: row.actor, recordedAt: row.recordedAt } : null;
    if (!row || row.withdrawnOn !== null) return { ...NOT_COUNTED, municipality, revision, changed };
    const { status, signedOn, countedOn, note, meetingId, slide } = row;
    return { municipality, status, signedOn, countedOn, note, meetingId, slide, revision, changed };
  });
}

const NOT_COUNTED = {
  status: 'not-counted',
  signedOn: null,
  countedOn: null,
  note: null,
  meetingId: null,
  slide: null,
} as const;

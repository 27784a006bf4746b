import { recordDeed } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';

const AGREEMENT = 'tre-datastandarder';

/** Records a later count of the K-agreement: municipalities sign in the order of their codes until `signed` have. */
export function recordCount(db: Db, countedOn: string, signed: number): void {
  const rows = db.$client
    .prepare('select id, status from signature where agreement_id = ? order by municipality_id')
    .all(AGREEMENT) as { id: string; status: string }[];
  let missingYet = signed - rows.filter((row) => row.status === 'signed').length;
  const change = { effectiveOn: countedOn, meetingId: null, slide: null };
  const statuses = rows.flatMap((row) => {
    const signs = row.status === 'missing' && missingYet-- > 0;
    const counted = {
      entity: 'signature',
      objectId: row.id,
      field: 'countedOn',
      value: countedOn,
      ...change,
    };
    return signs ? [counted, { ...counted, field: 'status', value: 'signed' }] : [counted];
  });
  const count = {
    agreementId: AGREEMENT,
    countedOn,
    listed: 'both',
    statedCount: null,
    listedCount: rows.length,
    signed,
    missing: rows.length - signed,
    inferred: null,
    confidence: 'high',
  };
  recordDeed(
    db,
    {
      kind: 'edit',
      actor: 'test',
      actorRole: 'staff',
      title: 'Ny opgørelse',
      now: new Date(`${countedOn}T12:00:00Z`),
    },
    [
      ...statuses,
      {
        entity: 'signature_count',
        objectId: `${AGREEMENT}/${countedOn}`,
        field: null,
        value: count,
        ...change,
      },
    ],
  );
}

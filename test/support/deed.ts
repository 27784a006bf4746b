import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import type { Db } from '#src/db/client.ts';
import { addActor, CAST, type CastName } from './cast.ts';

/** Somebody of the cast as who does something. */
export function doerOf(db: Db, who: CastName, now: Date): Doer {
  const { id, roles, municipalityId } = CAST[who];
  addActor(db, CAST[who]);
  return { actor: id, roles, municipalityId, now, formKey: null, requestId: 'prøve1', address: '192.0.2.7' };
}

/** An editor sets one municipality's signature, with a remark that a reader of the log must see as text. @returns the batch. */
export function saveSignature(
  db: Db,
  who: CastName,
  now: Date,
  { municipalityId, status, note }: { municipalityId: string; status: string; note?: string },
): number {
  const objectId = signatureId(db, municipalityId);
  const common = { entity: 'signature', objectId, meetingId: null, slide: null, reason: 'Ringet op' };
  const changes = [
    { ...common, field: 'status', value: status, effectiveOn: '2025-11-21' },
    ...(note === undefined ? [] : [{ ...common, field: 'note', value: note, effectiveOn: '2025-11-21' }]),
  ];
  return saveDeed(db, doerOf(db, who, now), { kind: 'edit', title: 'Status er sat for 1 kommune' }, changes);
}

export function signatureId(db: Db, municipalityId: string): string {
  return String(
    db.$client
      .prepare("select id from signature where agreement_id = 'tre-datastandarder' and municipality_id = ?")
      .pluck()
      .get(municipalityId),
  );
}

/** The deed of all three ways to register signatures: the grid, a pasted list, a file. One save is one batch and one count. */
import { randomUUID } from 'node:crypto';
import type { Doer } from '#src/core/deeds/doer.ts';
import { saveDeed } from '#src/core/deeds/save.ts';
import type { Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import type { SIGNATURE_STATUSES } from '#src/db/schema/agreements.ts';
import { signature } from '#src/db/schema/agreements.ts';
import type { Agreement } from '#src/features/agreements/queries.ts';

export type SetStatus = (typeof SIGNATURE_STATUSES)[number] | 'not-counted';

/** What one municipality is set to. */
export interface Registration {
  municipalityId: string;
  status: SetStatus;
  /** Day of signing, ISO; null when nobody said. Absent: stays as it is. */
  signedOn?: string | null;
  /** Absent: stays as it is. */
  note?: string | null;
}

export interface Save {
  kind: 'edit' | 'paste' | 'file';
  agreement: Agreement;
  /** Day of the count, ISO. */
  countedOn: string;
  /** Danish sentence: "83 kommuner sat til Mangler og 15 til Underskrevet." */
  title: string;
  reason?: string;
  /** SHA-256 of what was pasted or uploaded. */
  materialHash?: string;
  registrations: readonly Registration[];
  /** What the list itself said, where it was a list. */
  list?: { listed: 'missing' | 'signed'; statedCount: number | null; listedCount: number };
}

/**
 * Registers statuses that held on the day of the count; what a later count said stays as it is.
 * @returns the batch id
 */
export function saveSignatures(db: Db, doer: Doer, save: Save): number {
  const { kind, title, reason, materialHash } = save;
  const words = { kind, title, ...(reason ? { reason } : {}), ...(materialHash ? { materialHash } : {}) };
  const known = new Set(
    db
      .select({ id: signature.id })
      .from(signature)
      .where(eq(signature.agreementId, save.agreement.id))
      .all()
      .map(({ id }) => id),
  );
  const changes = save.registrations.flatMap((one) => changeOf(save, one, known));
  return saveDeed(db, doer, words, [countOf(save), ...changes]);
}

function changeOf(save: Save, one: Registration, known: ReadonlySet<string>): Change[] {
  const objectId = `${save.agreement.id}/${one.municipalityId}`;
  const common = {
    entity: 'signature',
    objectId,
    effectiveOn: save.countedOn,
    meetingId: null,
    slide: null,
  };
  if (one.status === 'not-counted') {
    return known.has(objectId) ? [{ ...common, field: 'withdrawnOn', value: save.countedOn }] : [];
  }
  const value = {
    agreementId: save.agreement.id,
    municipalityId: one.municipalityId,
    status: one.status,
    ...(one.signedOn === undefined ? {} : { signedOn: one.signedOn }),
    countedOn: save.countedOn,
    ...(one.note === undefined ? {} : { note: one.note }),
    identity: null,
    confidence: 'high',
    withdrawnOn: null,
  };
  return [{ ...common, field: null, value }];
}

/** That somebody counted on that day. Each save is an observation of its own, so that one can be undone without another. */
function countOf({ agreement, countedOn, registrations, list }: Save): Change {
  const numberOf = (status: SetStatus) => registrations.filter((one) => one.status === status).length;
  return {
    entity: 'signature_count',
    objectId: `${agreement.id}/${countedOn}/${randomUUID().slice(0, 8)}`,
    field: null,
    value: {
      agreementId: agreement.id,
      countedOn,
      listed: list?.listed ?? 'both',
      statedCount: list?.statedCount ?? null,
      listedCount: list?.listedCount ?? registrations.length,
      signed: numberOf('signed'),
      missing: numberOf('missing'),
      inferred: list ? (list.listed === 'missing' ? 'signed' : 'missing') : null,
      identity: null,
      confidence: 'high',
      withdrawnOn: null,
    },
    effectiveOn: countedOn,
    meetingId: null,
    slide: null,
  };
}

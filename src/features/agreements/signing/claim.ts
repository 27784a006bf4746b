/**
 * A municipality tells that it has signed. A claim is no count: the agreement's count and its curve stay as they are,
 * and KOMBIT makes it a signature or not.
 */
import type { Change } from '#src/core/journal/record.ts';
import type { Db } from '#src/db/client.ts';
import { and, desc, eq } from '#src/db/drizzle.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { entry } from '#src/db/schema/journal.ts';

export interface Claim {
  agreementId: string;
  municipalityId: string;
  /** Day of signing, ISO; null when not said. */
  signedOn: string | null;
  /** ISO. */
  today: string;
}

/**
 * Nothing where KOMBIT has registered the signature already. A row that stands keeps its source: it is field by field
 * that it is changed, and undone.
 */
export function claimChanges(db: Db, { agreementId, municipalityId, signedOn, today }: Claim): Change[] {
  const now = standing(db, agreementId, municipalityId);
  if (now?.status === 'signed') return [];
  const about = aboutSignature(agreementId, municipalityId, today);
  const claimed = { status: 'claimed', signedOn, countedOn: null };
  if (now) return Object.entries(claimed).map(([field, value]) => ({ ...about, field, value }));
  const rest = { agreementId, municipalityId, identity: null, confidence: 'high', withdrawnOn: null };
  return [{ ...about, field: null, value: { ...rest, ...claimed } }];
}

/** Puts back what stood before the claim; nothing where no claim stands. */
export function withoutClaim(db: Db, claim: Omit<Claim, 'signedOn'>): Change[] {
  const { agreementId, municipalityId, today } = claim;
  if (standing(db, agreementId, municipalityId)?.status !== 'claimed') return [];
  const about = aboutSignature(agreementId, municipalityId, today);
  const entries = db
    .select()
    .from(entry)
    .where(and(eq(entry.entity, 'signature'), eq(entry.objectId, about.objectId)))
    .orderBy(desc(entry.seq))
    .all();
  const batchId = entries.find(setsClaimed)?.batchId;
  return entries
    .filter((one) => one.batchId === batchId)
    .flatMap(({ field, oldValue }): Change[] => {
      const before: unknown = JSON.parse(oldValue ?? 'null');
      if (field !== null) return [{ ...about, field, value: before }];
      const stood = before !== null && (before as { withdrawnOn?: unknown }).withdrawnOn === null;
      return stood
        ? [{ ...about, field, value: before }]
        : [{ ...about, field: 'withdrawnOn', value: today }];
    });
}

function setsClaimed({ field, newValue }: typeof entry.$inferSelect): boolean {
  const value: unknown = JSON.parse(newValue);
  return field === null
    ? (value as { status?: unknown }).status === 'claimed'
    : field === 'status' && value === 'claimed';
}

function aboutSignature(agreementId: string, municipalityId: string, effectiveOn: string) {
  const objectId = `${agreementId}/${municipalityId}`;
  return { entity: 'signature', objectId, effectiveOn, meetingId: null, slide: null };
}

function standing(db: Db, agreementId: string, municipalityId: string) {
  const row = db
    .select()
    .from(signature)
    .where(and(eq(signature.agreementId, agreementId), eq(signature.municipalityId, municipalityId)))
    .get();
  return row?.withdrawnOn === null ? row : undefined;
}

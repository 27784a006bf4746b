import { remembered, rememberedBy } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { and, asc, count, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { agreement, agreementDetail, signature, signatureCount } from '#src/db/schema/agreements.ts';
import { task } from '#src/db/schema/klik.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Agreement = typeof agreement.$inferSelect;
export type AgreementDetail = typeof agreementDetail.$inferSelect;
export type SignatureCount = typeof signatureCount.$inferSelect;
export type Signature = typeof signature.$inferSelect;

const all = prepared((db) => db.select().from(agreement).where(isNull(agreement.withdrawnOn)).prepare());
const details = prepared((db) =>
  db
    .select()
    .from(agreementDetail)
    .where(isNull(agreementDetail.withdrawnOn))
    .orderBy(asc(agreementDetail.meetingId), asc(agreementDetail.slide))
    .prepare(),
);
const counts = prepared((db) =>
  db
    .select()
    .from(signatureCount)
    .where(isNull(signatureCount.withdrawnOn))
    .orderBy(asc(signatureCount.countedOn), asc(signatureCount.revision))
    .prepare(),
);
const ofSolution = prepared((db) =>
  db
    .select()
    .from(agreement)
    .where(and(eq(agreement.solutionId, sql.placeholder('solutionId')), isNull(agreement.withdrawnOn)))
    .prepare(),
);
const signatures = prepared((db) =>
  db
    .select({
      municipalityId: signature.municipalityId,
      status: signature.status,
      signedOn: signature.signedOn,
      countedOn: signature.countedOn,
      note: signature.note,
      meetingId: signature.meetingId,
      slide: signature.slide,
    })
    .from(signature)
    .where(and(eq(signature.agreementId, sql.placeholder('agreementId')), isNull(signature.withdrawnOn)))
    .prepare(),
);
const signatureById = prepared((db) =>
  db
    .select()
    .from(signature)
    .where(and(eq(signature.id, sql.placeholder('id')), isNull(signature.withdrawnOn)))
    .prepare(),
);
const perStatus = prepared((db) =>
  db
    .select({ agreementId: signature.agreementId, status: signature.status, municipalities: count() })
    .from(signature)
    .where(isNull(signature.withdrawnOn))
    .groupBy(signature.agreementId, signature.status)
    .prepare(),
);
const tasks = prepared((db) =>
  db
    .select({ id: task.id, title: task.title, meetingId: task.meetingId, slide: task.slide })
    .from(task)
    .where(and(eq(task.id, sql.placeholder('id')), isNull(task.withdrawnOn)))
    .prepare(),
);

export const listAgreements = remembered((db): readonly Agreement[] => all(db).all());

export function listAgreementsOf(db: Db, solutionId: string): Agreement[] {
  return ofSolution(db).all({ solutionId });
}

export function findAgreement(db: Db, id: string): Agreement | undefined {
  return listAgreements(db).find((one) => one.id === id);
}

/** @throws NotFoundError */
export function getAgreement(db: Db, id: string): Agreement {
  const found = findAgreement(db, id);
  if (!found) throw new NotFoundError('Aftalen');
  return found;
}

/** What other slides tell of agreements, oldest meeting first. */
export const listDetails = remembered((db): readonly AgreementDetail[] => details(db).all());

/** All counts of all agreements, oldest first. */
export const listCounts = remembered((db): readonly SignatureCount[] => counts(db).all());

/** What a page shows of one municipality's signature: only these columns are read for all 98. */
export type ShownSignature = ReturnType<typeof listSignatures>[number];

export const listSignatures = rememberedBy((db, agreementId) => signatures(db).all({ agreementId }));

export function findSignature(db: Db, id: string): Signature | undefined {
  return signatureById(db).get({ id });
}

/** How many municipalities have each status, by agreement; agreements nobody has counted are absent. */
export function listStatusCounts(db: Db) {
  return perStatus(db).all();
}

/** The KLIK task of that id, as far as an agreement that is the same ask names it. */
export function findTaskNamed(db: Db, id: string) {
  return tasks(db).get({ id });
}

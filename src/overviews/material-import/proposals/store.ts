/** Proposals in the database: changed by what is read, read by pages. */
import type { Db } from '#src/db/client.ts';
import { and, asc, desc, eq, sql } from '#src/db/drizzle.ts';
import { proposal, proposalDecision, upload } from '#src/db/schema/proposals.ts';
import type { Recognised } from '#src/overviews/material-import/recognise.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { comparedAgain } from './comparing.ts';
import { type ImportContent, importContent } from './content.ts';
import { isOpen } from './questions.ts';

export type ProposalRow = typeof proposal.$inferSelect;
export type UploadRow = typeof upload.$inferSelect;

/** Newest first. */
export function listProposals(db: Db): ProposalRow[] {
  return db.select().from(proposal).orderBy(desc(proposal.id)).all();
}

/** @param id as it stands in an address. @throws NotFoundError */
export function getProposal(db: Db, id: string | number): ProposalRow {
  const number = /^\d{1,9}$/.test(String(id)) ? Number(id) : 0;
  const row = db.select().from(proposal).where(eq(proposal.id, number)).get();
  if (!row) throw new NotFoundError('Indlæsningen');
  return row;
}

export function uploadsOf(db: Db, proposalId: number): UploadRow[] {
  return db.select().from(upload).where(eq(upload.proposalId, proposalId)).orderBy(asc(upload.name)).all();
}

/** @throws NotFoundError */
export function getUpload(db: Db, id: string): UploadRow {
  const row = db.select().from(upload).where(eq(upload.id, id)).get();
  if (!row) throw new NotFoundError('Filen');
  return row;
}

/** Marks it as to be read. @param meetingDay the day a person has given, or null */
export function readAnew(db: Db, row: ProposalRow, meetingDay: string | null): void {
  db.update(proposal)
    .set({ state: 'reading', refusal: null, meetingDay, reading: row.reading + 1 })
    .where(eq(proposal.id, row.id))
    .run();
}

/** Keeps what was read, unless it has been sent to be read again meanwhile. Compares it when the day is known. */
export function finishReading(db: Db, row: ProposalRow, recognised: Recognised): void {
  // What a person has answered holds for the same material, read by another day or not.
  const questions = importContent(row)?.questions.filter((one) => !isOpen(one)) ?? [];
  const content: ImportContent = { ...recognised, comparison: null, questions };
  const isSame = and(eq(proposal.id, row.id), eq(proposal.reading, row.reading));
  db.$client
    .transaction(() => {
      const { changes } = db
        .update(proposal)
        .set({ state: 'read', content: JSON.stringify(content) })
        .where(isSame)
        .run();
      if (changes > 0 && row.meetingDay !== null) keepComparison(db, getProposal(db, row.id));
    })
    .immediate();
}

export function failReading(db: Db, row: ProposalRow, refusal: string): void {
  db.update(proposal)
    .set({ state: 'failed', refusal })
    .where(and(eq(proposal.id, row.id), eq(proposal.reading, row.reading)))
    .run();
}

/** Compares with what stands now. What was decided stays; pages tell where it no longer fits. */
export function keepComparison(db: Db, row: ProposalRow): ProposalRow {
  return db
    .update(proposal)
    .set({ state: 'ready', content: comparedAgain(db, row), comparison: sql`${proposal.comparison} + 1` })
    .where(eq(proposal.id, row.id))
    .returning()
    .get();
}

/** Puts a proposal away without changing anything. @throws RefusedError when it is decided */
export function putAway(db: Db, row: ProposalRow, now: Date): void {
  const { changes } = db
    .update(proposal)
    .set({ decidedAt: now.toISOString(), decision: 'rejected' })
    .where(and(eq(proposal.id, row.id), sql`${proposal.decision} is null`))
    .run();
  if (changes === 0) throw new RefusedError('Indlæsningen er allerede afsluttet.');
}

/**
 * Takes the day a person gives for the meeting. Where it is the one that the dates were read by, what was read is
 * compared at once. @returns false when the material has to be read again by that day
 */
export function keepDay(db: Db, row: ProposalRow, day: string): boolean {
  const date = importContent(row)?.snapshot.meeting.date;
  const isReadByIt = row.meetingDay === day || (date?.precision === 'day' && date.from === day);
  if (!isReadByIt) return false;
  db.update(proposal).set({ meetingDay: day }).where(eq(proposal.id, row.id)).run();
  keepComparison(db, getProposal(db, row.id));
  return true;
}

/** A decided proposal waits for a person again, without what was decided of it. */
export function reopenProposal(db: Db, row: ProposalRow): void {
  if (row.decision === null && row.state !== 'failed')
    throw new RefusedError('Indlæsningen er ikke afsluttet.');
  db.update(proposal)
    .set({ decidedAt: null, decision: null, batchId: null })
    .where(eq(proposal.id, row.id))
    .run();
  db.delete(proposalDecision).where(eq(proposalDecision.proposalId, row.id)).run();
}

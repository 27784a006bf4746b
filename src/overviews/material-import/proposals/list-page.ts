import { actorName } from '#src/core/access/accounts.ts';
import { undoneBy } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { instantWords } from '#src/shared/instant.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { listProposals, type ProposalRow, uploadsOf } from './store.ts';
import { proposalName, proposalPath } from './words.ts';

/** Everything that was ever sent, what waits for a person first. */
export function listPage(db: Db) {
  const rows = listProposals(db).map((row) => ({
    href: proposalPath(row),
    name: proposalName(row),
    files: row.kind === 'seed' ? ['Følger med portalen'] : uploadsOf(db, row.id).map(({ name }) => name),
    sent: instantWords(row.createdAt),
    by: row.createdBy ? actorName(db, row.createdBy) : 'Portalen',
    status: stateBadge(db, row),
    isOpen: row.decision === null,
  }));
  return { waiting: rows.filter(({ isOpen }) => isOpen), decided: rows.filter(({ isOpen }) => !isOpen) };
}

export function stateBadge(db: Db, row: ProposalRow): StatusBadge {
  if (row.decision === 'rejected') return { word: 'Lagt væk', icon: 'st-not-relevant', tone: 'unknown' };
  if (row.decision === 'applied') {
    return row.batchId !== null && undoneBy(db, row.batchId) !== undefined
      ? { word: 'Fortrudt', icon: 'st-not-relevant', tone: 'unknown' }
      : { word: 'Udgivet', icon: 'st-done', tone: 'done' };
  }
  return STATES[row.state];
}

const STATES: Record<ProposalRow['state'], StatusBadge> = {
  reading: { word: 'Læses', icon: 'st-progress', tone: 'progress' },
  failed: { word: 'Kunne ikke læses', icon: 'st-passed', tone: 'over' },
  read: { word: 'Venter på mødets dag', icon: 'st-missing', tone: 'open' },
  ready: { word: 'Venter på gennemsyn', icon: 'st-missing', tone: 'open' },
};

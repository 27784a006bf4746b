/** What a proposal holds: what was read, and how it compares with what stands. */
import type { Difference } from '#src/core/drafts/compare.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { Db } from '#src/db/client.ts';
import { compareSnapshot, NO_HINTS } from '#src/overviews/material-import/propose.ts';
import type { Recognised } from '#src/overviews/material-import/recognise.ts';
import { loadSeeds, proposeSeeds, readSeedFiles } from '#src/overviews/material-import/seeds.ts';
import { findGone } from './gone.ts';
import type { ProposalRow } from './store.ts';

/** A record that says the same as the portal. */
export interface SameRecord {
  label: string;
  slide: number | null;
}

export interface Comparison {
  differences: Difference[];
  /** What the portal has of earlier meetings and the material does not mention: each one field, `withdrawnOn`. */
  gone: Difference[];
  same: SameRecord[];
}

export interface ImportContent extends Recognised {
  /** Null until a person has confirmed the day of the meeting. */
  comparison: Comparison | null;
}

export const NOTHING_READ = 'null';

/** Null while nothing has been read, and for seeds. */
export function importContent(row: ProposalRow): ImportContent | null {
  return row.kind === 'import' ? (JSON.parse(row.content) as ImportContent | null) : null;
}

/** Null until it has been compared. */
export function comparisonOf(row: ProposalRow): Comparison | null {
  if (row.kind === 'seed') {
    return { differences: JSON.parse(row.content) as Difference[], gone: [], same: [] };
  }
  return importContent(row)?.comparison ?? null;
}

/** Compares what was read with what stands now. @returns the content to keep */
export function comparedAgain(db: Db, row: ProposalRow): string {
  if (row.kind === 'seed') {
    const files = readSeedFiles();
    // Seeds of another version than those of the program: what they said is all that is left of them.
    return files.hash === row.materialHash ? JSON.stringify(proposeSeeds(db, loadSeeds(files))) : row.content;
  }
  const content = importContent(row);
  if (!content || row.meetingDay === null) return row.content;
  return JSON.stringify({ ...content, comparison: compare(db, content.snapshot, row.meetingDay) });
}

function compare(db: Db, snapshot: Snapshot, meetingDay: string): Comparison {
  const { drafts, differences } = compareSnapshot(db, snapshot, meetingDay, NO_HINTS);
  const differing = new Set(differences.map(({ draft }) => `${draft.entity}/${draft.id}`));
  const same = drafts.filter(({ entity, id }) => !differing.has(`${entity}/${id}`));
  return {
    differences,
    gone: findGone(db, drafts, snapshot.meeting.id ?? '', meetingDay),
    same: same
      .filter(({ entity }) => entity !== 'slide' && entity !== 'remark')
      .map(({ label, slide }) => ({ label, slide })),
  };
}

/** Compares what was read with what stands, with what a person has answered. */
import { compareDrafts, type Difference } from '#src/core/drafts/compare.ts';
import type { Draft } from '#src/core/drafts/draft.ts';
import { ALWAYS } from '#src/core/journal/record.ts';
import { findSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { compareSnapshot } from '#src/overviews/material-import/propose.ts';
import { loadSeeds, proposeSeeds, readSeedFiles } from '#src/overviews/material-import/seeds.ts';
import { type ImportContent, importContent } from './content.ts';
import { findGone } from './gone.ts';
import { findQuestions, hintsOf, isOpen, type Question } from './questions.ts';
import type { ProposalRow } from './store.ts';

/** @returns the content to keep */
export function comparedAgain(db: Db, row: ProposalRow): string {
  if (row.kind === 'seed') {
    const files = readSeedFiles();
    // Seeds of another version than those of the program: what they said is all that is left of them.
    return files.hash === row.materialHash ? JSON.stringify(proposeSeeds(db, loadSeeds(files))) : row.content;
  }
  const content = importContent(row);
  if (!content || row.meetingDay === null) return row.content;
  return JSON.stringify(compared(db, content, row.meetingDay));
}

function compared(db: Db, content: ImportContent, meetingDay: string): ImportContent {
  const { snapshot } = content;
  const meetingId = snapshot.meeting.id ?? '';
  const answered = content.questions.filter((one) => !isOpen(one));
  const { drafts, differences, spellings, numbers } = compareSnapshot(
    db,
    snapshot,
    meetingDay,
    hintsOf(answered),
  );
  const known = new Set(answered.map(({ key }) => key));
  const told = spellings.map((one) => ({ ...one, slide: numbers.get(one.slide) ?? one.slide }));
  const open = findQuestions(differences, told).filter(({ key }) => !known.has(key));
  const differing = new Set(differences.map(({ draft }) => `${draft.entity}/${draft.id}`));
  const same = drafts.filter(({ entity, id }) => !differing.has(`${entity}/${id}`));
  const comparison = {
    numbers: Object.fromEntries(numbers),
    differences: [...differences, ...newSpellings(db, answered, meetingId)],
    ...findGone(db, mentionedBy(drafts, open), meetingId, meetingDay),
    same: same
      .filter(({ entity }) => entity !== 'slide' && entity !== 'remark')
      .map(({ label, slide }) => ({ label, slide })),
  };
  return { ...content, comparison, questions: [...open, ...answered] };
}

/** What may be meant is mentioned until somebody has said that it is not. */
function mentionedBy(drafts: readonly Draft[], open: readonly Question[]): { entity: string; id: string }[] {
  return [...drafts, ...open.flatMap(({ entity, candidates }) => candidates.map((id) => ({ entity, id })))];
}

/** From now on a solution is known by the spelling that a person has told. */
function newSpellings(db: Db, answered: readonly Question[], meetingId: string): Difference[] {
  const told = answered.filter(({ kind, answer }) => kind === 'solution' && answer);
  const drafts = [...Map.groupBy(told, ({ answer }) => String(answer))].flatMap(([id, own]): Draft[] => {
    const solution = findSolution(db, id);
    if (!solution) return [];
    const aliases = [...new Set([...solution.aliases, ...own.map(({ words }) => words)])];
    const fields = { aliases };
    const label = `Løsning: ${solution.name}`;
    return [{ entity: 'solution', id, label, fields, effectiveOn: ALWAYS, meetingId, slide: null }];
  });
  return compareDrafts(db, drafts, ['seed', 'review', 'import', 'edit']);
}

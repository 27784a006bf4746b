/** What a person answers to the portal's questions: kept with what was read, and compared with at once. */
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { proposal } from '#src/db/schema/proposals.ts';
import { importContent } from './content.ts';
import { NONE } from './question-view.ts';
import type { Question } from './questions.ts';
import { keepComparison, type ProposalRow } from './store.ts';

/**
 * @param sent by key of the question; '' takes an answer back
 * @returns what is wrong with the answers, one Danish sentence; null when they are kept
 */
export function keepAnswers(db: Db, row: ProposalRow, sent: ReadonlyMap<string, string>): string | null {
  const content = importContent(row);
  if (!content) return null;
  const solutions = listSolutions(db).map(({ id }) => id);
  const questions = content.questions.map((one) => answered(one, sent.get(one.key), solutions));
  if (isTakenTwice(questions)) return 'To rækker kan ikke være den samme i portalen. Vælg igen ved den ene.';
  const run = db.$client.transaction(() => {
    db.update(proposal)
      .set({ content: JSON.stringify({ ...content, questions }) })
      .where(eq(proposal.id, row.id))
      .run();
    keepComparison(db, { ...row, content: JSON.stringify({ ...content, questions }) });
  });
  run.immediate();
  return null;
}

/** An answer that the question does not offer is none. */
function answered(question: Question, said: string | undefined, solutions: readonly string[]): Question {
  if (said === undefined) return question;
  const { answer: _before, ...open } = question;
  if (said === NONE) return { ...open, answer: null };
  const offered = question.kind === 'same' ? question.candidates : solutions;
  return offered.includes(said) ? { ...open, answer: said } : open;
}

/** Two rows of the material are never the same record. */
function isTakenTwice(questions: readonly Question[]): boolean {
  const taken = questions.flatMap(({ kind, entity, answer }) =>
    kind === 'same' && answer ? [`${entity}/${answer}`] : [],
  );
  return new Set(taken).size < taken.length;
}

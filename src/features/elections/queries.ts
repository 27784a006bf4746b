import type { Db } from '#src/db/client.ts';
import { and, asc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { electionFigure, electionStep } from '#src/db/schema/elections.ts';
import { request } from '#src/db/schema/requests.ts';

export type ElectionStep = typeof electionStep.$inferSelect;
export type ElectionFigure = typeof electionFigure.$inferSelect;
export type ElectionAsk = Pick<typeof request.$inferSelect, 'id' | 'title' | 'deadline'>;

const steps = prepared((db) =>
  db
    .select()
    .from(electionStep)
    .where(isNull(electionStep.withdrawnOn))
    .orderBy(asc(electionStep.position))
    .prepare(),
);
const figures = prepared((db) =>
  db
    .select()
    .from(electionFigure)
    .where(isNull(electionFigure.withdrawnOn))
    .orderBy(asc(electionFigure.position))
    .prepare(),
);
const asks = prepared((db) =>
  db
    .select({ id: request.id, title: request.title, deadline: request.deadline })
    .from(request)
    .where(and(eq(request.solutionId, sql.placeholder('solutionId')), isNull(request.withdrawnOn)))
    .prepare(),
);

export function listElectionSteps(db: Db): ElectionStep[] {
  return steps(db).all();
}

export function listElectionFigures(db: Db): ElectionFigure[] {
  return figures(db).all();
}

/** Asks of the solution without a KLIK task: one of them may be the same as a step. */
export function listAsksOf(db: Db, solutionId: string): ElectionAsk[] {
  return asks(db).all({ solutionId });
}

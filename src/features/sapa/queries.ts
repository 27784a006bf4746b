import { remembered } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { and, asc, eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { task } from '#src/db/schema/klik.ts';
import { sapaAccess, sapaPurpose, sapaStep, superseding } from '#src/db/schema/sapa.ts';

export type SapaStep = typeof sapaStep.$inferSelect;
export type SapaAccess = typeof sapaAccess.$inferSelect;
export type SapaPurpose = typeof sapaPurpose.$inferSelect;
export type Superseding = typeof superseding.$inferSelect;
export type SapaTask = Pick<typeof task.$inferSelect, 'id' | 'title'>;

const steps = prepared((db) =>
  db.select().from(sapaStep).where(isNull(sapaStep.withdrawnOn)).orderBy(asc(sapaStep.number)).prepare(),
);
const accesses = prepared((db) =>
  db
    .select()
    .from(sapaAccess)
    .where(isNull(sapaAccess.withdrawnOn))
    .orderBy(asc(sapaAccess.position))
    .prepare(),
);
const purposes = prepared((db) =>
  db
    .select()
    .from(sapaPurpose)
    .where(isNull(sapaPurpose.withdrawnOn))
    .orderBy(asc(sapaPurpose.position))
    .prepare(),
);
const supersedings = prepared((db) =>
  db
    .select()
    .from(superseding)
    .where(isNull(superseding.withdrawnOn))
    .orderBy(asc(superseding.position))
    .prepare(),
);
const tasks = prepared((db) =>
  db
    .select({ id: task.id, title: task.title })
    .from(task)
    .where(and(eq(task.solutionId, sql.placeholder('solutionId')), isNull(task.withdrawnOn)))
    .orderBy(asc(task.title))
    .prepare(),
);

export function listSteps(db: Db): SapaStep[] {
  return steps(db).all();
}

export function listAccesses(db: Db): SapaAccess[] {
  return accesses(db).all();
}

export function listPurposes(db: Db): SapaPurpose[] {
  return purposes(db).all();
}

export const listSupersedings = remembered((db): readonly Superseding[] => supersedings(db).all());

/** The KLIK tasks of a solution, as far as a step needs to name them. */
export function listTasksOf(db: Db, solutionId: string): SapaTask[] {
  return tasks(db).all({ solutionId });
}

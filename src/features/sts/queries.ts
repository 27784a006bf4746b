import { type Remark, remarksOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { asc, isNull } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import {
  stsChainStep,
  stsComponent,
  stsGoal,
  stsLayer,
  stsMilestone,
  stsPhase,
  stsTransitionStep,
} from '#src/db/schema/sts.ts';

export type Milestone = typeof stsMilestone.$inferSelect;
export type Phase = typeof stsPhase.$inferSelect;
export type Component = typeof stsComponent.$inferSelect;
export type Layer = typeof stsLayer.$inferSelect;
export type TransitionStep = typeof stsTransitionStep.$inferSelect;
export type Goal = typeof stsGoal.$inferSelect;
export type ChainStep = typeof stsChainStep.$inferSelect;

/** Everything about the re-tender, each list in the order in which it was read. */
export interface StsFacts {
  milestones: Milestone[];
  phases: Phase[];
  components: Component[];
  layers: Layer[];
  transition: TransitionStep[];
  goals: Goal[];
  chain: ChainStep[];
  /** What is odd about the phases. */
  remarks: Remark[];
}

const milestones = prepared((db) =>
  db
    .select()
    .from(stsMilestone)
    .where(isNull(stsMilestone.withdrawnOn))
    .orderBy(asc(stsMilestone.position))
    .prepare(),
);
const phases = prepared((db) =>
  db.select().from(stsPhase).where(isNull(stsPhase.withdrawnOn)).orderBy(asc(stsPhase.position)).prepare(),
);
const components = prepared((db) =>
  db
    .select()
    .from(stsComponent)
    .where(isNull(stsComponent.withdrawnOn))
    .orderBy(asc(stsComponent.position))
    .prepare(),
);
const layers = prepared((db) =>
  db.select().from(stsLayer).where(isNull(stsLayer.withdrawnOn)).orderBy(asc(stsLayer.position)).prepare(),
);
const transition = prepared((db) =>
  db
    .select()
    .from(stsTransitionStep)
    .where(isNull(stsTransitionStep.withdrawnOn))
    .orderBy(asc(stsTransitionStep.position))
    .prepare(),
);
const goals = prepared((db) =>
  db.select().from(stsGoal).where(isNull(stsGoal.withdrawnOn)).orderBy(asc(stsGoal.number)).prepare(),
);
const chain = prepared((db) =>
  db
    .select()
    .from(stsChainStep)
    .where(isNull(stsChainStep.withdrawnOn))
    .orderBy(asc(stsChainStep.position))
    .prepare(),
);

export function listMilestones(db: Db): Milestone[] {
  return milestones(db).all();
}

export function listPhases(db: Db): Phase[] {
  return phases(db).all();
}

export function readSts(db: Db): StsFacts {
  const ownPhases = listPhases(db);
  return {
    milestones: listMilestones(db),
    phases: ownPhases,
    components: components(db).all(),
    layers: layers(db).all(),
    transition: transition(db).all(),
    goals: goals(db).all(),
    chain: chain(db).all(),
    remarks: ownPhases.flatMap((phase) => remarksOn(db, 'sts_phase', phase.id)),
  };
}

import { remarksOn, statementsOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { formatNumber } from '#src/shared/danish-text.ts';
import { fuzzyDateView, isPassed, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, Remark } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import {
  listPurposes,
  listTasksOf,
  type SapaAccess,
  type SapaStep,
  type SapaTask,
  type Superseding,
} from './queries.ts';
import { fatesOf, hasKlikTask, tasksOfStep } from './rules.ts';

/** Id of the solution that all of this is about. */
export const SAPA = 'sapa';

const WHO_MAKES_IT = {
  indkomstsnitflade: 'UFST sender aftalen til underskrift (indkomstsnitfladen)',
  dupla: 'I opretter og underskriver den selv på DUPLA',
} as const;

export function stepsSection(db: Db, today: string, steps: readonly SapaStep[]) {
  const tasks = listTasksOf(db, SAPA);
  return {
    steps: steps.map((step) => {
      const own = tasksOfStep(step, tasks);
      return {
        title: step.title,
        klik: step.klik,
        isMissingFromList: hasKlikTask(step) && own.length === 0,
        tasks: own.map((task) => stepTask(task, today)),
      };
    }),
    sources: chipsOf(...steps),
    remarks: steps.flatMap((step) => remarksAbout(db, 'sapa_step', step.id)),
  };
}

export function accessesSection(db: Db, accesses: readonly SapaAccess[]) {
  const purposes = listPurposes(db);
  return {
    accesses: accesses.map((access) => ({
      name: access.name,
      channel: access.channel ? WHO_MAKES_IT[access.channel] : 'Ikke oplyst',
      levels: access.levels,
      count: access.purposesStated === null ? 'Ikke oplyst' : formatNumber(access.purposesStated),
      expected: access.expected ? fuzzyDateView(access.expected, 'table') : null,
      ...fatesOf(access.id, purposes),
    })),
    channels: sayingsOf([...statementsOn(db, 'sapa/indkomstsnitflade'), ...statementsOn(db, 'sapa/dupla')]),
    sources: chipsOf(...accesses),
    remarks: accesses.flatMap((access) => remarksAbout(db, 'sapa_access', access.id)),
  };
}

export function supersedingSection(db: Db, one: Superseding) {
  return {
    before: wordsOf(one.before, 'text'),
    after: one.after.from === null && one.after.to === null ? one.afterRaw : wordsOf(one.after, 'text'),
    exempt: one.exempt,
    sources: chipsOf(one),
    remarks: remarksAbout(db, 'superseding', one.id),
  };
}

interface StepTask {
  title: string;
  href: string;
  date: FuzzyDateView;
  isPassed: boolean;
}

function stepTask(task: SapaTask, today: string): StepTask {
  return {
    title: task.title,
    href: `/klik/${task.id}`,
    date: fuzzyDateView(task.end, 'list'),
    isPassed: isPassed(task.end, today),
  };
}

function remarksAbout(db: Db, entity: string, id: string): Remark[] {
  return remarksOn(db, entity, id).map((one) => ({ text: one.reason, correction: one.resolution ?? '' }));
}

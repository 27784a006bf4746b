import { solutionNames } from '#src/core/solutions/queries.ts';
import { listRemarks } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { fuzzyDateView, relativeWords } from '#src/web/fuzzy-date-view.ts';
import type { Remark } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { listTasks, type Task } from './queries.ts';
import { TASK_PHASES, type TaskPhase, taskPhase, titleWithoutMarks } from './rules.ts';
import { appliesTo, byEnd, partnersOf } from './wording.ts';

const HEADINGS: Record<TaskPhase, string> = {
  current: 'Aktuelle nu',
  ahead: 'Starter senere',
  ended: 'Frist passeret',
  undated: 'Uden dato',
};

/** `/klik`: every task, by where it is in its course, the nearest end first. */
export function taskListPage({ db, today }: RequestReading) {
  const tasks = byEnd(listTasks(db));
  const solutions = solutionNames(db);
  const remarks = remarksByTask(db);
  const rows = tasks.map((task) => ({
    phase: taskPhase(task, today),
    title: titleWithoutMarks(task.title),
    href: `/klik/${task.id}`,
    solution: solutions.get(task.solutionId) ?? task.projectRaw,
    isWorkingTitle: task.workingTitle,
    // The bars of uncertain dates stand on the task's own page: here they would be in the way of the words.
    start: { ...fuzzyDateView(task.start, 'table'), bar: '' },
    end: { ...fuzzyDateView(task.end, 'table'), bar: '' },
    relative: relativeWords(task.end, today),
    appliesTo: appliesTo(db, task).name,
    isForAll: task.appliesToId === null,
    remarks: remarks.get(task.id) ?? [],
    sources: chipsOf(task),
    partners: partnersOf(db, task),
  }));
  const sources = chipsOf(...tasks);
  return {
    groups: TASK_PHASES.map((phase) => ({
      id: phase,
      heading: HEADINGS[phase],
      rows: rows.filter((row) => row.phase === phase),
    })).filter((group) => group.rows.length > 0),
    total: plural(tasks.length, 'opgave', 'opgaver'),
    /** What is not known about the sets some tasks apply to. */
    notes: [...new Set(tasks.map((task) => appliesTo(db, task).note).filter(Boolean))].join(' '),
    /** One slide for all of them is named once, above the table. */
    source: sources.length === 1 ? (sources[0] ?? null) : null,
  };
}

function remarksByTask(db: Db): Map<Task['id'], Remark[]> {
  const shown = listRemarks(db).filter(
    (one) => one.entity === 'task' && one.shown && one.resolution === null,
  );
  const byTask = Map.groupBy(shown, (one) => one.objectId ?? '');
  return new Map(
    [...byTask].map(([id, own]) => [id, own.map((one) => ({ text: one.reason, correction: '' }))]),
  );
}

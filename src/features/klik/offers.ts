import {
  type DeadlineOffer,
  type Described,
  PLAIN_DEADLINE,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { solutionFamily, solutionNames } from '#src/core/solutions/queries.ts';
import { fuzzyDateView, relativeWords, wordsOf, wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { findTask, listNotes, listTasks, type Task } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';
import { appliesTo, byEnd } from './wording.ts';

/** A task is listed by its end; nobody has counted its status per municipality. */
export function taskDeadlines({ db }: Reading): DeadlineOffer[] {
  const notes = certainNotes({ db });
  return byEnd(listTasks(db)).map((task) => ({
    ...PLAIN_DEADLINE,
    kind: 'task',
    key: `task/${task.id}`,
    title: titleWithoutMarks(task.title),
    guidance: task.wording,
    href: `/klik/${task.id}`,
    solutionId: task.solutionId,
    date: task.end,
    dateLabel: 'frist',
    start: hasDate(task.start) ? task.start : null,
    startLabel: hasDate(task.start) ? 'starter' : null,
    sources: sourcesOf(task),
    workingTitle: task.workingTitle,
    appliesToId: task.appliesToId,
    note: notes.get(task.id) ?? null,
    tellsOf: ['task_note', 'task_note_target'],
  }));
}

export function searchTasks({ db }: Reading): SearchEntry[] {
  const solutions = solutionNames(db);
  const notes = listNotes(db);
  return byEnd(listTasks(db)).map((task) => ({
    group: 'KLIK-opgaver',
    title: titleWithoutMarks(task.title),
    body: [
      task.title,
      task.projectRaw,
      task.wording ?? '',
      appliesTo(db, task).name,
      ...notes
        .filter(({ tasks }) => tasks.some((one) => one.id === task.id))
        .map(({ note }) => note.wording ?? ''),
    ].join(' '),
    href: `/klik/${task.id}`,
    context: `${solutions.get(task.solutionId) ?? task.projectRaw}, frist ${wordsOf(task.end, 'text')}`,
    source: sourcesOf(task)[0] ?? null,
  }));
}

export function describeTask({ db }: Reading, entity: string, id: string): Described | undefined {
  if (entity === 'task') {
    const task = findTask(db, id);
    return (
      task && {
        kind: 'KLIK-opgave',
        title: titleWithoutMarks(task.title),
        href: `/klik/${id}`,
        detail: courseOf(task),
      }
    );
  }
  if (entity !== 'task_note') return undefined;
  const found = listNotes(db).find(({ note }) => note.id === id);
  const [first] = found?.tasks ?? [];
  if (!found || !first) return undefined;
  const titles = found.tasks.map((one) => titleWithoutMarks(one.title));
  return {
    kind: 'Note til KLIK-opgaver',
    title: `Note til ${titles.join(found.note.uncertain ? ' eller ' : ' og ')}`,
    href: `/klik/${first.id}#noter`,
    ...(found.note.uncertain ? { detail: 'Tilknytning usikker' } : {}),
  };
}

/** Tasks of a solution and of those gathered under it. */
export function taskSections(reading: Reading, solutionId: string): SolutionSection[] {
  const family = new Set(solutionFamily(reading.db, solutionId));
  const tasks = byEnd(listTasks(reading.db)).filter((task) => family.has(task.solutionId));
  if (tasks.length === 0) return [];
  const data = { tasks: tasks.map((task) => deadlineRow(task, reading.today)) };
  return [{ id: 'klik', heading: 'KLIK-opgaver', order: 20, view: 'klik/solution-section', data }];
}

function deadlineRow(task: Task, today: string): DeadlineRow {
  const notes = [
    ...(hasDate(task.start) ? [`Start ${wordsOf(task.start, 'text')}.`] : []),
    ...(task.workingTitle ? ['Titlen er en arbejdstitel.'] : []),
  ];
  return {
    date: fuzzyDateView(task.end),
    relative: relativeWords(task.end, today),
    occasion: '',
    lead: '',
    title: titleWithoutMarks(task.title),
    href: `/klik/${task.id}`,
    kind: 'Frist',
    solution: '',
    sources: chipsOf(task),
    status: null,
    note: notes.join(' '),
  };
}

/** The portal's own words of the notes that certainly belong to a task, by task. */
function certainNotes({ db }: Pick<Reading, 'db'>): Map<string, string> {
  const lines = listNotes(db).flatMap(({ note, tasks }) =>
    note.uncertain || !note.wording ? [] : tasks.map((task) => [task.id, note.wording ?? ''] as const),
  );
  return new Map(lines);
}

function courseOf(task: Task): string {
  return `${wordsWithSource(task.start, 'table')} til ${wordsWithSource(task.end, 'table')}`;
}

function hasDate({ from, to }: Task['start']): boolean {
  return from !== null || to !== null;
}

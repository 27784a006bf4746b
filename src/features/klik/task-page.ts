import { saidByMaterial } from '#src/core/journal/object-history.ts';
import { getSolution } from '#src/core/solutions/queries.ts';
import { remarksOn } from '#src/core/sources/queries.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { correctionViews } from '#src/web/corrections.ts';
import { fuzzyDateView, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Fact, Picture } from '#src/web/parts.ts';
import { taskTimeline } from '#src/web/pictures/task-timeline.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { sourceChip } from '#src/web/source-chip.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { listNotes, listTasks, type NoteOnTasks, type Task } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';
import { appliesTo, byEnd, endBadge, partnersOf } from './wording.ts';

/** `/klik/:slug` */
export function taskPage(reading: RequestReading, task: Task) {
  const { db, today } = reading;
  const solution = getSolution(db, task.solutionId);
  const scope = appliesTo(db, task);
  const others = listTasks(db).filter((one) => one.solutionId === task.solutionId && one.id !== task.id);
  return {
    solution: { name: solution.name, href: `/loesninger/${solution.id}` },
    heading: titleWithoutMarks(task.title),
    isWorkingTitle: task.workingTitle,
    badge: { ...endBadge(task, today), pill: true },
    start: fuzzyDateView(task.start, 'text'),
    end: fuzzyDateView(task.end, 'text'),
    /** '' without a day. */
    calendarHref: task.end.from || task.end.to ? `/klik/${task.id}.ics` : '',
    timeline: timelineOf(task, today),
    wording: task.wording ?? '',
    notes: listNotes(db)
      .filter(({ tasks }) => tasks.some((one) => one.id === task.id))
      .map((one) => noteView(one, task)),
    remarks: remarksOn(db, 'task', task.id).map((one) => ({ text: one.reason, correction: '' })),
    corrections: correctionViews(reading, 'task', task.id),
    scope,
    facts: [
      fact('Løsning', solution.name, `/loesninger/${solution.id}`),
      fact('Start', datedWords(task.start)),
      fact('Frist', datedWords(task.end)),
      fact('Gælder', scope.name),
    ],
    asRead: asRead(saidByMaterial(db, 'task', task.id) as Task | undefined),
    source: task.meetingId && task.slide ? sourceChip(task.meetingId, task.slide, 'long') : null,
    partners: partnersOf(db, task),
    siblings: byEnd(others).map((one) => ({
      title: titleWithoutMarks(one.title),
      href: `/klik/${one.id}`,
      badge: endBadge(one, today),
    })),
  };
}

/** From start to end with today in it; null when either end has no date. */
function timelineOf({ start, end }: Task, today: string): Picture | null {
  const words = `Opgaven løber fra ${wordsOf(start, 'text')} til ${wordsOf(end, 'text')}. I dag er ${dayInSentence(today)}.`;
  const svg = taskTimeline(start, end, today, words);
  return svg === ''
    ? null
    : { svg, narrowSvg: taskTimeline(start, end, today, words, 'narrow'), key: [], caption: '' };
}

/** A note in the portal's own words, else as a quotation; where it is uncertain whose it is, with the other tasks. */
function noteView({ note, tasks }: NoteOnTasks, task: Task) {
  const named = tasks.map((one) => ({ title: titleWithoutMarks(one.title), href: `/klik/${one.id}` }));
  return {
    wording: note.wording ?? '',
    quotation: note.wording ? '' : (note.text ?? ''),
    date: note.date?.from ? dayInSentence(note.date.from) : '',
    isUncertain: note.uncertain,
    candidates: note.uncertain ? named : [],
    others: note.uncertain ? [] : named.filter((one) => one.href !== `/klik/${task.id}`),
    sources: chipsOf(note),
  };
}

/**
 * The cells of the row, in the words of the slide whatever was corrected since; columns the portal does not know come
 * last. None for a task that no material tells of.
 */
function asRead(task: Task | undefined): Fact[] {
  if (!task) return [];
  return [
    cell('Projekt', task.projectRaw),
    cell('Opgave', task.title),
    cell('Start', task.start.raw),
    cell('Slut', task.end.raw),
    ...Object.entries(task.extra).map(([column, words]) => cell(column, words)),
  ];
}

function datedWords(date: FuzzyDate): string {
  return `${wordsOf(date, 'table')}${date.yearInferred ? ' (år udledt)' : ''}`;
}

function fact(term: string, text: string, href = ''): Fact {
  return { term, text, href, raw: '' };
}

function cell(term: string, words: string): Fact {
  return words === '' ? fact(term, 'Tomt felt') : { term, text: '', href: '', raw: words };
}

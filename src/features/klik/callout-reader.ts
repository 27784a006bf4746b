/** Notes laid over the task table: which tasks do they speak of? */
import { rowsPointedAt } from '#src/core/reading/callouts.ts';
import type { Paragraph } from '#src/core/reading/paragraphs.ts';
import { proseOf } from '#src/core/reading/prose.ts';
import {
  type Confidence,
  confidenceOf,
  datesIn,
  lower,
  type ReadContext,
} from '#src/core/reading/reading.ts';
import type { Slide, SlideTable } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { daysBetween } from '#src/shared/calendar-day.ts';

type Task = Snapshot['klik_tasks'][number];
type Callout = Snapshot['callouts'][number];
type Warning = Snapshot['warnings'][number];

/** Words too common in task titles to tell one from another. */
const COMMON_WORDS =
  /^(?:opgaven?|opgaver|klik|kommune\p{L}*|nogle|ligger|link|arbejdstitel|underskriv|aftale\p{L}*|version|eller|andre|samt)$/iu;
const WORD_MIN_LENGTH = 4;
/** A note that says so speaks of a task whose end has passed. */
const NOT_DONE = /ikke (?:er )?(?:nået|helt|færdig)|mangler|forsinke|genetabler|udestår/i;

/** Where a task stands in a table whose cells are known. */
export interface TaskPlace {
  task: Task;
  table: SlideTable;
  row: number;
}

/** @param places of the tasks, where a deck tells them */
export function readCallouts(
  notes: readonly Paragraph[],
  tasks: readonly Task[],
  slide: Slide,
  context: ReadContext,
  places: readonly TaskPlace[] = [],
): { callouts: Callout[]; warnings: Warning[] } {
  const callouts: Callout[] = [];
  const warnings: Warning[] = [];
  for (const note of notes) {
    const date = datesIn(note.text, context, { role: 'event' }, note.lines)[0]?.date ?? null;
    const byText = matchTasks(note, date?.to ?? null, tasks, slide, context);
    const match = places.length === 0 ? byText : withPlace(byText, tasksPointedAt(note, slide, places));
    callouts.push({
      slide: slide.number,
      confidence: lower(confidenceOf(note.lines), match.confidence),
      ...proseOf(note.text),
      tasks: match.tasks.map((task) => task.title),
      uncertain: match.uncertain,
      date,
    });
    if (!match.uncertain) continue;
    warnings.push({
      slide: slide.number,
      code: 'callout-uncertain',
      text: match.tasks.map((task) => task.title).join(' / '),
      reason:
        'En note på sliden peger ikke på en bestemt opgave. KOMBIT har ikke bekræftet, hvilken opgave den hører til.',
      about: 'callouts',
    });
  }
  return { callouts, warnings };
}

interface Match {
  tasks: Task[];
  uncertain: boolean;
  confidence: Confidence;
}

/** What the words tell and what the note points at check each other. */
function withPlace(byText: Match, pointed: { tasks: Task[]; isTip: boolean } | null): Match {
  const [only, ...more] = pointed?.tasks ?? [];
  if (!pointed || !only)
    return byText.uncertain ? byText : { ...byText, confidence: lower(byText.confidence, 'medium') };
  if (!byText.uncertain) {
    const agrees = pointed.tasks.some((task) => byText.tasks.includes(task));
    if (agrees || !pointed.isTip)
      return agrees ? byText : { ...byText, confidence: lower(byText.confidence, 'medium') };
    return { tasks: [...new Set([only, ...byText.tasks])], uncertain: true, confidence: 'low' };
  }
  if (more.length === 0)
    return { tasks: [only], uncertain: false, confidence: pointed.isTip ? 'medium' : 'low' };
  const timely = byText.tasks.filter((task) => pointed.tasks.includes(task));
  return { tasks: timely.length > 0 ? timely : pointed.tasks, uncertain: true, confidence: 'low' };
}

function tasksPointedAt(
  note: Paragraph,
  slide: Slide,
  places: readonly TaskPlace[],
): { tasks: Task[]; isTip: boolean } | null {
  for (const table of new Set(places.map((place) => place.table))) {
    const pointed = rowsPointedAt(note.lines, slide, table);
    if (!pointed) continue;
    const tasks = places
      .filter((place) => place.table === table && pointed.rows.includes(place.row))
      .map(({ task }) => task);
    if (tasks.length > 0) return { tasks, isTip: pointed.isTip };
  }
  return null;
}

/** By shared words; else by place and day, which leaves it uncertain. */
function matchTasks(
  note: Paragraph,
  day: string | null,
  tasks: readonly Task[],
  slide: Slide,
  context: ReadContext,
): Match {
  const byWords = tasksByWords(note.text, tasks);
  const passed = byWords.filter(
    (task) => context.meetingDay && task.end.to && task.end.to < context.meetingDay,
  );
  if (NOT_DONE.test(note.text) && passed.length > 0) {
    return {
      tasks: passed,
      uncertain: false,
      confidence: passed.length === byWords.length ? 'high' : 'medium',
    };
  }
  if (byWords.length > 0) return { tasks: byWords, uncertain: false, confidence: 'high' };
  const near = tasksNear(note, tasks, slide);
  const timely = tasksByDate(day, near);
  return { tasks: timely.length > 0 ? timely : near, uncertain: true, confidence: 'low' };
}

/** The tasks whose titles share the most telling words with the note; none when no word is shared. */
function tasksByWords(note: string, tasks: readonly Task[]): Task[] {
  const stems = new Set(tellingStems(note));
  const scored = tasks.map((task) => ({
    task,
    score: new Set(tellingStems(`${task.project} ${task.title}`).filter((stem) => stems.has(stem))).size,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ task }) => task);
}

/** The start of a word: "brugeres" and "brugere", "gæld-" and "gæld" are told by the same letters. */
function tellingStems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
    .filter((word) => word.length >= WORD_MIN_LENGTH && !COMMON_WORDS.test(word))
    .map((word) => word.slice(0, 6));
}

/**
 * The rows the note lies over in the picture, and the row right below. OCR reads it into the middle of those rows.
 * Without OCR every row is as near.
 */
function tasksNear(note: Paragraph, tasks: readonly Task[], slide: Slide): Task[] {
  const touched = slide.ocrLines.flatMap((line, index) =>
    note.lines.some((part) => part.text.length > 8 && line.text.includes(part.text.slice(0, 20)))
      ? [index]
      : [],
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return [...tasks];
  const rowOf = (task: Task): number =>
    slide.ocrLines.findIndex((line) => line.text.includes(task.title.slice(0, 25)));
  const below = tasks.map(rowOf).filter((row) => row > last);
  const end = below.length > 0 ? Math.min(...below) : last;
  const near = tasks.filter((task) => rowOf(task) >= first && rowOf(task) <= end);
  return near.length > 0 ? near : [...tasks];
}

/**
 * What happened on a day, such as a webinar, was about a task that ran about then: it began in the three weeks
 * before or the week after, and did not end before.
 */
function tasksByDate(day: string | null, tasks: readonly Task[]): Task[] {
  if (!day) return [];
  const timely = tasks.filter(({ start, end }) => {
    if (!start.from || (end.to && end.to <= day)) return false;
    const days = daysBetween(day, start.from);
    return days >= -21 && days <= 7;
  });
  // What had begun by then comes first.
  const isBegun = ({ start }: Task): number => ((start.from ?? '') <= day ? 0 : 1);
  return timely.sort((a, b) => isBegun(a) - isBegun(b));
}

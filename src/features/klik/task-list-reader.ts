/** Reads KLIK tasks from points: "SAPA: Ret brugerroller – senest 13. februar". */
import { type MarkedDate, markedDates, wordsBefore } from '#src/core/reading/marked-dates.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { isUnread, NO_DATE, type Page, type ReadContext, type Reading } from '#src/core/reading/reading.ts';
import { solutionNamedIn } from '#src/core/reading/solution-name.ts';
import { SOLUTION_NAMES } from '#src/core/reading/subjects.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Task = Snapshot['klik_tasks'][number];

const TITLE = /KLIK-?\s?opgaver|(?:kommende|aktuelle|nye|kritiske|åbne) (?:\p{L}+ )?opgaver|opgaver i KLIK/iu;
/** One dated point may be an example. */
const LEAST_TASKS = 2;
const LONGEST_TITLE = 25;

/** A slide titled after KLIK tasks whose points each name one, with a date. Nothing but the order of words tells. */
export function readTaskList(page: Page, context: ReadContext): Reading | null {
  if (!TITLE.test(page.slide.title)) return null;
  const found = paragraphs(page.lines).flatMap((part) => {
    const task = taskIn(part, page, context);
    return task ? [{ task, part }] : [];
  });
  if (found.length < LEAST_TASKS) return null;
  return {
    kind: 'klik-tasks',
    isList: true,
    records: { klik_tasks: found.map(({ task }) => task) },
    claimed: found.flatMap(({ part }) => part.lines),
  };
}

function taskIn(part: Paragraph, { slide }: Page, context: ReadContext): Task | null {
  const named = solutionBefore(part.text);
  if (!named && !part.bullet) return null;
  const text = named?.rest ?? part.text;
  const dates = markedDates(text, context, part.lines);
  const title = wordsBefore(text, dates);
  const end = lastOf(dates, 'end') ?? (dates.length === 1 && dates[0]?.mark === null ? dates[0] : undefined);
  const start = lastOf(dates, 'start');
  if (title === '' || title.split(' ').length > LONGEST_TITLE || !(end ?? start)) return null;
  const project = named?.solution ?? solutionNamedIn(slide.title) ?? '';
  const isRead = [start, end].every((one) => one === undefined || !isUnread(one.date));
  return {
    slide: slide.number,
    confidence: project !== '' && isRead ? 'medium' : 'low',
    project,
    title,
    working_title: /arbejdstitel/i.test(title),
    start: start?.date ?? NO_DATE,
    end: end?.date ?? NO_DATE,
  };
}

/** "SAPA: ...", "KY – ...": the solution leads the point. */
function solutionBefore(text: string): { solution: string; rest: string } | null {
  const solution = SOLUTION_NAMES.find((name) => text.startsWith(name));
  const mark = solution ? /^\s?[:–—|-]\s*/u.exec(text.slice(solution.length))?.[0] : undefined;
  return solution && mark ? { solution, rest: text.slice(solution.length + mark.length) } : null;
}

function lastOf(dates: readonly MarkedDate[], mark: MarkedDate['mark']): MarkedDate | undefined {
  return dates.findLast((one) => one.mark === mark);
}

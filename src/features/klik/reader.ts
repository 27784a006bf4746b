/** Reads the table of KLIK tasks, and the notes laid over it. */
import { calloutsOn } from '#src/core/reading/callouts.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Page, ReadContext, Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { type Column, readRows } from '#src/core/reading/table.ts';
import { dateFits, solutionFits, titleFits } from '#src/core/reading/table-fits.ts';
import { findHeader, type HeadingKind } from '#src/core/reading/table-header.ts';
import { cutPieces } from '#src/core/reading/table-pieces.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readCallouts } from './callout-reader.ts';
import { readTaskList } from './task-list-reader.ts';
import { makeTask, type TaskKey } from './task-row.ts';
import { readTaskTables, TASK_COLUMNS, type TaskTables } from './task-table-reader.ts';

export { findTaskOddities } from './oddities.ts';

type Key = TaskKey;
type Task = Snapshot['klik_tasks'][number];

/** In a text "hvad" or "hvornår" is rather a question than a heading. */
const HEADINGS = TASK_COLUMNS.map(
  ({ key, words }): HeadingKind<Key> => ({
    key,
    words: new RegExp(`^(?!hvad|hvornår|tidspunkt|inden)(?:${words.source})(?!-)`, words.flags),
  }),
);

const TASKS = /opgave|(?<!\p{L})tasks?(?!\p{L})/iu;

/** A table with a column of tasks and a column of dates is a list of KLIK tasks. */
export function readKlikTasks(page: Page, context: ReadContext): Reading | null {
  if (![page.slide.title, ...page.lines.map((line) => line.text)].some((text) => TASKS.test(text)))
    return null;
  const tables = readTaskTables(page, context);
  if (tables) return readingOf(tables, page, context);
  return readTextTable(page, context) ?? readTaskList(page, context);
}

/** Of a text the borders of its table are lost. */
function readTextTable(page: Page, context: ReadContext): Reading | null {
  const header = findHeader(page.lines, HEADINGS) ?? inheritedHeader(page, context);
  const keys = header?.columns.map(({ key }) => key) ?? [];
  if (!header || !keys.includes('title') || !(keys.includes('start') || keys.includes('end'))) return null;
  const body = page.lines.filter((line) => !header.lines.includes(line));
  const pieces = cutPieces(body, context, false);
  if (!pieces.some((piece) => piece.isDate)) return null;
  const table = readRows(pieces, header.columns.map(makeColumn));
  const tasks: Task[] = [];
  const claimed: Line[] = [...header.lines];
  for (const row of table.rows) {
    const task = makeTask(row, page.slide.number, tasks.at(-1)?.project ?? '', context);
    if (!task) continue;
    tasks.push(task);
    claimed.push(...row.lines);
  }
  if (tasks.length === 0) return null;
  const notes = paragraphs(table.outside);
  const { callouts, warnings } = readCallouts(notes, tasks, page.slide, context);
  return {
    kind: 'klik-tasks',
    isList: true,
    isTable: true,
    records: { klik_tasks: tasks, callouts, warnings },
    claimed: [...claimed, ...notes.flatMap((note: Paragraph) => note.lines)],
    prose: notes,
  };
}

/** Tasks in known cells, and the notes that lie over them. */
function readingOf(tables: TaskTables, page: Page, context: ReadContext): Reading {
  const notes = [...calloutsOn(page.slide), ...paragraphs(tables.outside)];
  const { callouts, warnings } = readCallouts(notes, tables.tasks, page.slide, context, tables.places);
  return {
    kind: 'klik-tasks',
    isList: true,
    isTable: true,
    isGrid: true,
    records: { klik_tasks: tables.tasks, callouts, warnings: [...tables.warnings, ...warnings] },
    claimed: [...tables.claimed, ...notes.flatMap((note) => note.lines)],
    prose: notes,
  };
}

/** A table that goes on over two slides has its headings on the first one only. */
function inheritedHeader(page: Page, context: ReadContext): ReturnType<typeof findHeader<Key>> {
  const before = context.before;
  if (!before || !/opgave/i.test(page.slide.title) || !/opgave/i.test(before.title)) return null;
  const header = findHeader(before.lines, HEADINGS);
  return header && { ...header, lines: [] };
}

function makeColumn({ key, heading }: { key: Key | null; heading: string }): Column<Key> {
  const isDate = key === 'start' || key === 'end';
  const fits = isDate
    ? dateFits
    : key === 'project'
      ? solutionFits
      : key === 'title'
        ? titleFits
        : () => -0.5;
  return { key, heading, isDate, fits };
}

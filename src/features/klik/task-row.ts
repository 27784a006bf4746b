/** One row of a table of tasks -> a task. */
import { type Confidence, NO_DATE, type ReadContext, readDate } from '#src/core/reading/reading.ts';
import type { Cell, Row } from '#src/core/reading/table.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

export type TaskKey = 'project' | 'title' | 'start' | 'end' | 'period';
type Task = Snapshot['klik_tasks'][number];

const WORKING_TITLE = /\(?arbejdstitel\)?:?/i;
/** Further columns that every deck may have, by their headings. */
const RESPONSIBLE = /^(?:ansvarlig|udfører|udføres af|løses af|hvem|rolle|responsible|owner)/i;
const STATUS = /^status/i;

/** @param projectAbove of the row above, for a project that stands once for several rows; null when no task */
export function makeTask(
  row: Row<TaskKey>,
  slide: number,
  projectAbove: string,
  context: ReadContext,
): Task | null {
  const title = row.cells.title?.text;
  const dated = row.cells.start ?? row.cells.end ?? row.cells.period;
  if (!title || (!dated && !row.cells.project)) return null;
  const isOcr = row.lines.some((line) => line.source === 'ocr');
  if (isOcr && !row.cells.project && !(row.cells.start && row.cells.end)) return null;
  const { start, end } = datesOf(row, context);
  const extra = Object.keys(row.extra).length > 0 ? { extra: row.extra } : {};
  const responsible = columnNamed(row.extra, RESPONSIBLE);
  const status = columnNamed(row.extra, STATUS);
  return {
    slide,
    confidence: certainty(row, start, end),
    // A merged cell gives its project to the rows below.
    project: row.cells.project?.text ?? projectAbove,
    title,
    working_title: WORKING_TITLE.test(title),
    start,
    end,
    ...(responsible === undefined ? {} : { responsible }),
    ...(status === undefined ? {} : { status }),
    ...extra,
  };
}

function datesOf({ cells }: Row<TaskKey>, context: ReadContext): Pick<Task, 'start' | 'end'> {
  const { period } = cells;
  if (period && !cells.start && !cells.end) return endsOf(period, context);
  const start = cells.start
    ? readDate(cells.start.text, context, { role: 'start' }, cells.start.lines)
    : NO_DATE;
  const endWords = { role: 'end', startOf: start } as const;
  const end = cells.end ? readDate(cells.end.text, context, endWords, cells.end.lines) : NO_DATE;
  return { start, end };
}

/** "02.02.2026 - 27.02.2026", "uge 6-8": two dates in one cell. One date alone is the end. */
function endsOf({ text, lines }: Cell, context: ReadContext): Pick<Task, 'start' | 'end'> {
  const whole = readDate(text, context, { role: 'other' }, lines);
  const [first = '', last = '', ...more] = text.split(/\s*(?:[-–—]|\btil\b)\s*/);
  // "uge 6-8": the word stands once for both; "2.-27. februar 2026": so do month and year.
  const word = /^\p{L}+\s/u.exec(first)?.[0] ?? '';
  const month = last.replace(/^\d+\.?/, '');
  const starts = [first, `${first}${month}`, `${first} ${month}`];
  const read = (words: string, role: 'start' | 'end') => readDate(words, context, { role }, lines);
  const start = starts.map((words) => read(words, 'start')).find(({ from }) => from && from === whole.from);
  const end = [last, `${word}${last}`]
    .map((words) => read(words, 'end'))
    .find(({ to }) => to && to === whole.to);
  if (more.length > 0 || !start || !end) return { start: NO_DATE, end: read(text, 'end') };
  return { start: { ...start, raw: text }, end: { ...end, raw: text } };
}

function columnNamed(extra: Readonly<Record<string, string>>, heading: RegExp): string | undefined {
  return Object.entries(extra).find(([name]) => heading.test(name))?.[1];
}

/** A row is sure when every cell is there and its dates are read. OCR runs notes and rows together. */
function certainty(row: Row<TaskKey>, start: Task['start'], end: Task['end']): Confidence {
  if (row.lines.some((line) => line.source === 'ocr')) return 'low';
  if (start.confidence === 'low' || end.confidence === 'low') return 'low';
  // A project taken from the row above is only likely: the text does not show merged cells.
  if (!row.cells.project) return 'low';
  return row.cells.start && row.cells.end ? 'high' : 'medium';
}

/** One row of a table of tasks -> a task. */
import { type Confidence, NO_DATE, type ReadContext, readDate } from '#src/core/reading/reading.ts';
import type { Row } from '#src/core/reading/table.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

export type TaskKey = 'project' | 'title' | 'start' | 'end';
type Task = Snapshot['klik_tasks'][number];

const WORKING_TITLE = /\(?arbejdstitel\)?:?/i;
/** Further columns that every deck may have, by their headings. */
const RESPONSIBLE = /^(?:ansvarlig|udfører|hvem|rolle)/i;
const STATUS = /^status/i;

/** @param projectAbove of the row above, for a project that stands once for several rows; null when no task */
export function makeTask(
  row: Row<TaskKey>,
  slide: number,
  projectAbove: string,
  context: ReadContext,
): Task | null {
  const title = row.cells.title?.text;
  const dated = row.cells.start ?? row.cells.end;
  if (!title || (!dated && !row.cells.project)) return null;
  const isOcr = row.lines.some((line) => line.source === 'ocr');
  if (isOcr && !row.cells.project && !(row.cells.start && row.cells.end)) return null;
  const startCell = row.cells.start;
  const start = startCell ? readDate(startCell.text, context, { role: 'start' }, startCell.lines) : NO_DATE;
  const endCell = row.cells.end;
  const endWords = { role: 'end', startOf: start } as const;
  const end = endCell ? readDate(endCell.text, context, endWords, endCell.lines) : NO_DATE;
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

/** Reads the table of KLIK tasks, and the notes laid over it. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  type Confidence,
  NO_DATE,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { type Column, type Row, readRows } from '#src/core/reading/table.ts';
import { dateFits, solutionFits, titleFits } from '#src/core/reading/table-fits.ts';
import { findHeader, type HeadingKind } from '#src/core/reading/table-header.ts';
import { cutPieces } from '#src/core/reading/table-pieces.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readCallouts } from './callout-reader.ts';

export { findTaskOddities } from './oddities.ts';

type Key = 'project' | 'title' | 'start' | 'end';
type Task = Snapshot['klik_tasks'][number];

const HEADINGS: readonly HeadingKind<Key>[] = [
  {
    key: 'project',
    words: /^(?:projekt(?:er)?|(?:KOMBIT-)?løsning(?:er)?|system(?:er)?|fagområde)(?![\p{L}-])/iu,
  },
  {
    key: 'title',
    words:
      /^(?:(?:nuværende|kommende|aktuelle|nye|kritiske|tværgående|og|\/)\s*)*(?:KLIK-)?opgave(?:r|titel)?(?![\p{L}-])/iu,
  },
  { key: 'start', words: /^(?:start(?:[ -]?dato)?|begynder|fra(?: dato)?)(?![\p{L}-])/iu },
  { key: 'end', words: /^(?:slut(?:[ -]?dato)?|frist|deadline|til(?: dato)?|afsluttes)(?![\p{L}-])/iu },
];

const WORKING_TITLE = /\(?arbejdstitel\)?:?/i;

/** A table with a column of tasks and a column of dates is a list of KLIK tasks. */
export function readKlikTasks(page: Page, context: ReadContext): Reading | null {
  if (![page.slide.title, ...page.lines.map((line) => line.text)].some((text) => /opgave/i.test(text)))
    return null;
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

function makeTask(row: Row<Key>, slide: number, projectAbove: string, context: ReadContext): Task | null {
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
  return {
    slide,
    confidence: certainty(row, start, end),
    // A merged cell gives its project to the rows below.
    project: row.cells.project?.text ?? projectAbove,
    title,
    working_title: WORKING_TITLE.test(title),
    start,
    end,
    ...extra,
  };
}

/** A row is sure when every cell is there and its dates are read. OCR runs notes and rows together. */
function certainty(row: Row<Key>, start: Task['start'], end: Task['end']): Confidence {
  if (row.lines.some((line) => line.source === 'ocr')) return 'low';
  if (start.confidence === 'low' || end.confidence === 'low') return 'low';
  // A project taken from the row above is only likely: the text does not show merged cells.
  if (!row.cells.project) return 'low';
  return row.cells.start && row.cells.end ? 'high' : 'medium';
}

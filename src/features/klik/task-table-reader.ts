/** Reads KLIK tasks from a table whose cells are known. */
import { footnotesOn, withFootnotes } from '#src/core/reading/footnotes.ts';
import type { Grid, GridKind, GridRow } from '#src/core/reading/grid.ts';
import { gridsOn } from '#src/core/reading/grids-on-slide.ts';
import {
  type Confidence,
  isExact,
  isUnread,
  type Page,
  type ReadContext,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { solutionNamedIn } from '#src/core/reading/solution-name.ts';
import { dateFits, solutionFits, titleFits } from '#src/core/reading/table-fits.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { TaskPlace } from './callout-reader.ts';
import { makeTask, type TaskKey } from './task-row.ts';

type Task = Snapshot['klik_tasks'][number];
type Warning = Snapshot['warnings'][number];

/** Also of a text whose borders are lost. */
export const TASK_COLUMNS: readonly GridKind<TaskKey>[] = [
  {
    key: 'project',
    words:
      /^(?:projekt(?:er)?|(?:KOMBIT[- ]?|it-)?løsning(?:er)?|(?:it-)?system(?:er)?|fagområde|produkt|program|område|solution|project)(?![\p{L}])/iu,
    fits: solutionFits,
  },
  {
    key: 'title',
    words:
      /^(?:(?:nuværende|kommende|aktuelle|nye|åbne|kritiske|tværgående|og|\/)\s*)*(?:KLIK-?\s?)?(?:opgave(?:r|n|ns)?(?:titel)?|titel|aktivitet(?:er)?|handling(?:er)?|hvad(?: skal (?:der )?(?:ske|gøres|løses))?|task|activity)(?![\p{L}])/iu,
    fits: titleFits,
  },
  {
    key: 'start',
    words:
      /^(?:start(?:er|[ -]?dato)?|opstart|begynder|fra(?: dato)?|frigives|åbner|igangsættes|går i gang|sættes i gang|(?:første )?dato for start|tidligst)(?![\p{L}])/iu,
    fits: dateFits,
    alone: 'end',
  },
  {
    key: 'end',
    words:
      /^(?:slut(?:ter|[ -]?dato)?|(?:(?:skal )?(?:løses|udføres|være (?:løst|udført|færdig|gennemført|på plads)) ?)?(?:senest|inden)|skal være (?:løst|udført|færdig|gennemført|på plads|klar)|(?:sidste )?frist|deadline|til(?: dato)?|afslut(?:tes|ning|tet)|færdig(?:gøres|gjort)?|udløber|forfald(?:er|sdato)?|dato for (?:slut|frist|deadline|afslutning)|due(?: date)?|end(?: date)?)(?![\p{L}])/iu,
    fits: dateFits,
  },
  { key: 'period', words: /^(?:periode|tidsrum|hvornår|tidspunkt|løber)(?![\p{L}])/iu },
];

export interface TaskTables {
  tasks: Task[];
  /** Where each task stands, for the notes that point at it. */
  places: TaskPlace[];
  claimed: Line[];
  /** Sentences over the whole width of a table. */
  outside: Line[];
  warnings: Warning[];
}

/** Null when no table on the slide is one of tasks: a column of tasks and one of dates. */
export function readTaskTables(page: Page, context: ReadContext): TaskTables | null {
  const needed: TaskKey[] = /opgave/i.test(page.slide.title) ? ['title', 'end'] : [];
  const grids = gridsOn(page.slide, TASK_COLUMNS, context, { groupKey: 'project', needed })
    .filter(({ grid }) => isTaskGrid(grid, page))
    .map(({ table, grid }) => ({ table, grid: inTime(grid, context) }));
  if (grids.length === 0) return null;
  const found: TaskTables = { tasks: [], places: [], claimed: [], outside: [], warnings: [] };
  const footnotes = footnotesOn(page.slide, context);
  for (const { table, grid } of grids) {
    found.claimed.push(...grid.headings);
    found.outside.push(...grid.outside);
    for (const marked of grid.rows) {
      const { row, claimed, warnings } = withFootnotes(marked, footnotes, page.slide.number);
      const above = found.tasks.at(-1)?.project ?? solutionNamedIn(page.slide.title) ?? '';
      const read = makeTask(row, page.slide.number, above, context);
      if (!read) continue;
      const task = { ...read, confidence: certainty(row, read) };
      found.tasks.push(task);
      found.places.push({ task, table, row: row.index });
      found.claimed.push(...row.lines, ...claimed);
      found.warnings.push(...warnings.map((one) => ({ ...one, about: `klik_tasks: ${task.title}` })));
    }
  }
  return found.tasks.length > 0 ? found : null;
}

function isTaskGrid({ columns }: Grid<TaskKey>, { slide }: Page): boolean {
  const keys = columns.map(({ key }) => key);
  if (!keys.includes('title') || !DATES.some((key) => keys.includes(key))) return false;
  return [slide.title, slide.section, ...columns.map(({ heading }) => heading)].some((text) =>
    /opgave|klik|(?<!\p{L})tasks?(?!\p{L})/iu.test(text),
  );
}

const DATES: readonly TaskKey[] = ['start', 'end', 'period'];

/** Which of two columns of dates is the start, where no heading tells: that which is the earlier in most rows. */
function inTime(grid: Grid<TaskKey>, context: ReadContext): Grid<TaskKey> {
  const guessed = grid.columns.filter(
    ({ key, isGuessed }) => isGuessed && (key === 'start' || key === 'end'),
  );
  if (guessed.length < 2) return grid;
  const signs = grid.rows.map(({ cells }) => {
    const [start, end] = [cells.start, cells.end].map(
      (cell) => (cell ? readDate(cell.text, context, { role: 'other' }).from : null) ?? null,
    );
    return start && end ? Math.sign(end.localeCompare(start)) : 0;
  });
  if (signs.reduce<number>((sum, sign) => sum + sign, 0) >= 0) return grid;
  const rows = grid.rows.map(({ cells: { start, end, ...others }, ...row }) => ({
    ...row,
    cells: { ...others, ...(end ? { start: end } : {}), ...(start ? { end: start } : {}) },
  }));
  return { ...grid, rows };
}

/** Sure when project, title and two printed days stand in cells of their own. */
function certainty(row: GridRow<TaskKey>, { start, end }: Task): Confidence {
  if (isUnread(start) || isUnread(end)) return 'low';
  if (!row.cells.project) return 'low';
  return !row.isGuessed && isExact(start) && isExact(end) && (start.from ?? '') <= (end.to ?? '')
    ? 'high'
    : 'medium';
}

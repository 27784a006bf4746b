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
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { solutionNamedIn } from '#src/core/reading/solution-name.ts';
import { dateFits, solutionFits, titleFits } from '#src/core/reading/table-fits.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { TaskPlace } from './callout-reader.ts';
import { makeTask, type TaskKey } from './task-row.ts';

type Task = Snapshot['klik_tasks'][number];
type Warning = Snapshot['warnings'][number];

const KINDS: readonly GridKind<TaskKey>[] = [
  {
    key: 'project',
    words:
      /^(?:projekt(?:er)?|(?:KOMBIT-|it-)?løsning(?:er)?|system(?:er)?|fagområde|produkt|program|område)(?![\p{L}])/iu,
    fits: solutionFits,
  },
  {
    key: 'title',
    words:
      /^(?:(?:nuværende|kommende|aktuelle|nye|åbne|kritiske|tværgående|og|\/)\s*)*(?:KLIK-?\s?)?(?:opgave(?:r|n|ns)?(?:titel)?|titel|aktivitet(?:er)?)(?![\p{L}])/iu,
    fits: titleFits,
  },
  {
    key: 'start',
    words:
      /^(?:start(?:er|[ -]?dato)?|opstart|begynder|fra(?: dato)?|frigives|åbner|igangsættes)(?![\p{L}])/iu,
    fits: dateFits,
  },
  {
    key: 'end',
    words:
      /^(?:slut(?:ter|[ -]?dato)?|(?:løses )?senest|(?:sidste )?frist|deadline|til(?: dato)?|afsluttes|færdig|udløber)(?![\p{L}])/iu,
    fits: dateFits,
  },
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
  const grids = gridsOn(page.slide, KINDS, context, 'project').filter(({ grid }) => isTaskGrid(grid, page));
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
  if (!keys.includes('title') || !(keys.includes('start') || keys.includes('end'))) return false;
  return [slide.title, slide.section, ...columns.map(({ heading }) => heading)].some((text) =>
    /opgave|klik/i.test(text),
  );
}

/** Sure when project, title and two printed days stand in cells of their own. */
function certainty(row: GridRow<TaskKey>, { start, end }: Task): Confidence {
  if (isUnread(start) || isUnread(end)) return 'low';
  if (!row.cells.project) return 'low';
  return !row.isGuessed && isExact(start) && isExact(end) && (start.from ?? '') <= (end.to ?? '')
    ? 'high'
    : 'medium';
}

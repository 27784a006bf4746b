/** Tables of a slide, and those that go on over slides. */
import { type Grid, type GridColumn, type GridKind, readGrid } from './grid.ts';
import type { ReadContext } from './reading.ts';
import { isSameTitle } from './same-title.ts';
import type { Slide, SlideTable } from './slide.ts';

/**
 * The grids of a slide. A table without headings takes the columns of the one before it on the slide, else of the
 * slides before, as long as nothing but such tables lies between; else, where columns of the `needed` kinds can be told
 * by their contents, those.
 */
export function gridsOn<K extends string>(
  slide: Slide,
  kinds: readonly GridKind<K>[],
  context: ReadContext,
  { groupKey = null, needed = [] }: { groupKey?: K | null; needed?: readonly K[] } = {},
): { table: SlideTable; grid: Grid<K> }[] {
  let inherited = inheritedColumns(slide, kinds, context);
  return (slide.layout?.tables ?? []).flatMap((table) => {
    const grid = readGrid(table, kinds, context, { inherited, groupKey, needed });
    if (!grid) return [];
    inherited = grid.columns;
    return [{ table, grid }];
  });
}

function inheritedColumns<K extends string>(
  slide: Slide,
  kinds: readonly GridKind<K>[],
  context: ReadContext,
): GridColumn<K>[] | null {
  for (const before of context.earlier) {
    const tables = before.layout?.tables ?? [];
    if (tables.length === 0 || !isSameTitle(before.title, slide.title)) return null;
    const last = tables.flatMap((table) => readGrid(table, kinds, context) ?? []).at(-1);
    if (last) return last.columns;
  }
  return null;
}

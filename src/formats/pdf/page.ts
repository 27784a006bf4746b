/** What a page draws -> the slide as a deck holds it. */
import { arrangeBlocks } from '#src/formats/arrange-blocks.ts';
import type { DeckBlock, DeckSlide } from '#src/formats/deck.ts';
import { alignedTablesOf } from './aligned-tables.ts';
import type { Drawing, TextRun } from './drawing.ts';
import { centreOf, heightOf, holdsPoint } from './geometry.ts';
import type { Grid } from './grid.ts';
import { type Holder, holderOf, holdersOf } from './holders.ts';
import { pointByLeaders } from './leaders.ts';
import { linesOf } from './lines.ts';
import { overlaysOf } from './overlays.ts';
import { standSideBySide } from './part-cells.ts';
import { gridsOf, tableBlockOf } from './tables.ts';
import { type FoundBlock, freeBlocks, heldBlocks } from './text-blocks.ts';
import { findTitle } from './title.ts';

export function slideOf(page: Drawing, number: number): DeckSlide {
  const grids = gridsOf(page);
  const { held, tabled, free } = sortedByPlace(page, grids);
  const tables: DeckBlock[] = grids.map((grid) => tableBlockOf(grid, tabled.get(grid) ?? [], page));
  const found: FoundBlock[] = [];
  for (const [holder, runs] of [...held, [null, free] as const]) {
    const aligned = alignedTablesOf(runs, page);
    tables.push(...aligned.tables);
    found.push(...(holder ? heldBlocks(aligned.rest, holder, page) : freeBlocks(aligned.rest, page)));
  }
  pointByLeaders(found, grids, page);
  const title = findTitle(found, page);
  if (title) title.block.isTitle = true;
  return {
    number,
    hidden: false,
    title: title ? asOneLine(title) : '',
    blocks: arrangeBlocks([...tables, ...found.map(({ block }) => block)]),
    notes: [],
    pictureCount: page.pictureCount,
  };
}

/** A row of a table is lower than this many times its letters. */
const HIGHEST_BAND = 6;

interface Places {
  held: Map<Holder, TextRun[]>;
  tabled: Map<Grid, TextRun[]>;
  free: TextRun[];
}

/** Each run of text goes to the shape it stands in, to the table it stands in, or to neither. */
function sortedByPlace(page: Drawing, grids: readonly Grid[]): Places {
  const holders = holdersOf(page, grids);
  const places: Places = { held: new Map(), tabled: new Map(), free: [] };
  for (const run of page.runs) {
    const holder = holderOf(run, holders, grids, page);
    const grid = grids.find((one) => holdsPoint(one.box, centreOf(run.box)));
    if (holder) add(places.held, holder, run);
    else if (grid) add(places.tabled, grid, run);
    else places.free.push(run);
  }
  for (const [holder, runs] of places.held) {
    if (!isBand(holder, runs)) continue;
    places.held.delete(holder);
    places.free.push(...runs);
  }
  for (const [grid, runs] of places.tabled) {
    const overlays = overlaysOf(grid, runs);
    places.tabled.set(
      grid,
      runs.filter((run) => !overlays.has(run)),
    );
    places.free.push(...overlays);
  }
  return places;
}

/** The ground of one row: text stands side by side in it, one or a few lines high. */
function isBand(holder: Holder, runs: readonly TextRun[]): boolean {
  const lines = linesOf(runs);
  const size = Math.max(...lines.map((line) => line.size));
  return heightOf(holder.box) < HIGHEST_BAND * size && standSideBySide(lines);
}

function add<K>(map: Map<K, TextRun[]>, key: K, run: TextRun): void {
  const runs = map.get(key);
  if (runs) runs.push(run);
  else map.set(key, [run]);
}

function asOneLine({ block }: FoundBlock): string {
  return block.paragraphs
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

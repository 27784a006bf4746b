/** What stands on every page alike (logo, page number, footer): it comes from the master and says nothing of a page. */
import type { Drawing, TextRun } from './drawing.ts';
import { centreOf, holdsPoint } from './geometry.ts';
import { textOf } from './lines.ts';
import { gridsOf } from './tables.ts';

const FEWEST_PAGES = 3;
/** Share of the pages a text must stand on, at the foot and elsewhere. */
const SHARE_AT_FOOT = 0.5;
const SHARE = 0.8;
const FOOT = 0.86;

/** The pages without such text. The headings of a table that goes on over many pages are no such text. */
export function withoutFurniture(pages: readonly Drawing[]): Drawing[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.runs.map((run) => keyOf(run, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const standsOn = (run: TextRun, page: Drawing, share: number) => {
    const count = counts.get(keyOf(run, page)) ?? 0;
    return count >= FEWEST_PAGES && count >= share * pages.length;
  };
  return pages.map((page) => {
    const atFoot = (run: TextRun) => centreOf(run.box).y > FOOT * page.height;
    const repeated = page.runs.filter((run) => standsOn(run, page, atFoot(run) ? SHARE_AT_FOOT : SHARE));
    const tables = repeated.every(atFoot) ? [] : gridsOf(page);
    const inTable = (run: TextRun) => tables.some(({ box }) => holdsPoint(box, centreOf(run.box)));
    const furniture = new Set(repeated.filter((run) => atFoot(run) || !inTable(run)));
    return { ...page, runs: page.runs.filter((run) => !furniture.has(run)) };
  });
}

/** Same words at the same place; figures count as one, since a page number changes. */
function keyOf(run: TextRun, page: Drawing): string {
  const { x, y } = centreOf(run.box);
  const place = `${Math.round((x / page.width) * 50)} ${Math.round((y / page.height) * 50)}`;
  return `${place} ${textOf(run.words).replace(/\d+/g, '#')}`;
}

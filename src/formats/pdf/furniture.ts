/** What stands on every page alike (logo, page number, footer): it comes from the master and says nothing of a page. */
import type { Drawing, TextRun } from './drawing.ts';
import { centreOf } from './geometry.ts';
import { textOf } from './lines.ts';

const FEWEST_PAGES = 3;
/** Share of the pages a text must stand on, at the foot and elsewhere. */
const SHARE_AT_FOOT = 0.5;
const SHARE = 0.8;
const FOOT = 0.86;

/** The pages without such text. */
export function withoutFurniture(pages: readonly Drawing[]): Drawing[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.runs.map((run) => keyOf(run, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return pages.map((page) => ({
    ...page,
    runs: page.runs.filter((run) => {
      const count = counts.get(keyOf(run, page)) ?? 0;
      const share = centreOf(run.box).y > FOOT * page.height ? SHARE_AT_FOOT : SHARE;
      return count < FEWEST_PAGES || count < share * pages.length;
    }),
  }));
}

/** Same words at the same place; figures count as one, since a page number changes. */
function keyOf(run: TextRun, page: Drawing): string {
  const { x, y } = centreOf(run.box);
  const place = `${Math.round((x / page.width) * 50)} ${Math.round((y / page.height) * 50)}`;
  return `${place} ${textOf(run.words).replace(/\d+/g, '#')}`;
}

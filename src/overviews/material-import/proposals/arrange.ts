/** In what order differences are reviewed, and in which parts: one form never sends more than it may. */
import type { Item } from './items.ts';

/** What a person does with them: looks them up, compares them, accepts them together, or leaves them. */
export const SECTIONS = ['look', 'single', 'sure', 'unmentioned'] as const;
export type Section = (typeof SECTIONS)[number];

/** Differences of one kind of record in one section; what is gone is a part of its own. */
export interface Part {
  section: Section;
  entity: string;
  /** The differences of each record. */
  records: Item[][];
}

/** Each decision sends two fields, and a form may send 2,000. */
const ITEMS_PER_PAGE = 200;

export function sectionOf({ group, isCertain, isByHand, confidence }: Item): Section {
  if (group === 'unmentioned') return 'unmentioned';
  if (isCertain) return 'sure';
  return group === 'gone' || isByHand || confidence !== 'medium' ? 'look' : 'single';
}

/** May differences of this part be decided together? What a person must look up is decided one by one. */
export function isDecidedTogether({ section, records }: Part): boolean {
  return section !== 'look' || records.flat().every(({ group }) => group === 'gone');
}

/** The parts of each page, uncertain first; a record stays on one page with all its fields. At least one page. */
export function arrange(items: readonly Item[]): Part[][] {
  const bySection = Map.groupBy(items, sectionOf);
  const parts = SECTIONS.flatMap((section) => {
    const own = bySection.get(section) ?? [];
    const byKind = Map.groupBy(
      own,
      ({ difference, group }) => `${group === 'gone'} ${difference.draft.entity}`,
    );
    return [...byKind.values()].map((all): Part => {
      const entity = all[0]?.difference.draft.entity ?? '';
      const records = [...Map.groupBy(all, ({ difference }) => difference).values()];
      return { section, entity, records };
    });
  });
  return pagesOf(parts);
}

/** From 1. */
export function pageWith(pages: readonly Part[][], key: string): number {
  const found = pages.findIndex((parts) =>
    parts.some(({ records }) => records.flat().some((item) => item.key === key)),
  );
  return Math.max(found, 0) + 1;
}

function pagesOf(parts: readonly Part[]): Part[][] {
  const pages: Part[][] = [[]];
  let used = 0;
  for (const part of parts) {
    for (const record of part.records) {
      if (used > 0 && used + record.length > ITEMS_PER_PAGE) {
        pages.push([]);
        used = 0;
      }
      used += record.length;
      const page = pages.at(-1) ?? [];
      const last = page.at(-1);
      if (last && isRestOf(part, last)) last.records.push(record);
      else page.push({ ...part, records: [record] });
    }
  }
  return pages;
}

function isRestOf(part: Part, last: Part): boolean {
  const isGone = (one: Part) => one.records[0]?.[0]?.group === 'gone';
  return last.section === part.section && last.entity === part.entity && isGone(last) === isGone(part);
}

/** A table of days and what happens on them, with its columns in any order. */

import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { GridKind } from './grid.ts';
import { gridsOn } from './grids-on-slide.ts';
import {
  type Confidence,
  isExact,
  isUnread,
  NO_DATE,
  type Page,
  type ReadContext,
  readDate,
} from './reading.ts';
import type { Line } from './slide.ts';
import { dateFits } from './table-fits.ts';

type Key = 'date' | 'end' | 'title';

export interface DatedRow {
  title: string;
  date: FuzzyDate;
  confidence: Confidence;
  /** Cells of further columns, by their headings. */
  extra: Record<string, string>;
  lines: Line[];
}

export interface DatedTable {
  rows: DatedRow[];
  headings: string[];
  claimed: Line[];
}

const KINDS: readonly GridKind<Key>[] = [
  {
    key: 'date',
    words:
      /^(?:dato(?:er)?|hvornår|tidspunkt|tidsfrist|tidsplan|dag|uge(?:r)?|måned|periode|start(?:[ -]?dato)?|fra)(?![\p{L}])/iu,
    fits: dateFits,
  },
  { key: 'end', words: /^(?:slut(?:[ -]?dato)?|til|frist|deadline)(?![\p{L}])/iu },
  {
    key: 'title',
    words:
      /^(?:aktivitet(?:er)?|hvad|trin|milepæl(?:e)?|fase(?:r)?|opgave(?:r)?|emne|begivenhed(?:er)?|arrangement(?:er)?|møde(?:r)?|webinar(?:er)?|event(?:s)?|titel|beskrivelse|leverance)(?![\p{L}])/iu,
    fits: ({ text, isDate }) => (isDate ? -5 : text.split(' ').length >= 2 ? 2 : 0),
  },
];

/** Null when no table on the slide has a column of days and one of what they are about. */
export function datedTable(page: Page, context: ReadContext): DatedTable | null {
  const free = new Set(page.lines);
  const found: DatedTable = { rows: [], headings: [], claimed: [] };
  for (const { grid } of gridsOn(page.slide, KINDS, context)) {
    const keys = grid.columns.map(({ key }) => key);
    if (!keys.includes('title') || !(keys.includes('date') || keys.includes('end'))) continue;
    if (!grid.rows.some((row) => row.lines.some((line) => free.has(line)))) continue;
    found.headings.push(...grid.columns.map(({ heading }) => heading));
    found.claimed.push(...grid.headings);
    for (const { cells, extra, lines, isGuessed } of grid.rows) {
      if (!cells.title) continue;
      const date = spanOf(cells.date?.text, cells.end?.text, context);
      const isSpan = cells.date === undefined || cells.end === undefined || date.precision === 'range';
      found.rows.push({
        title: cells.title.text,
        date,
        confidence: isUnread(date) ? 'low' : isExact(date) && !isGuessed ? 'high' : 'medium',
        // What ends before the day is another date of the row: a sign-up.
        extra: isSpan || !cells.end ? extra : { ...extra, Frist: cells.end.text },
        lines,
      });
      found.claimed.push(...lines);
    }
  }
  return found.rows.length > 0 ? found : null;
}

/** One day, or from the first cell to the second. */
function spanOf(first: string | undefined, last: string | undefined, context: ReadContext): FuzzyDate {
  const from = first === undefined ? null : readDate(first, context, { role: 'step' });
  if (last === undefined) return from ?? NO_DATE;
  if (!from) return readDate(last, context, { role: 'end' });
  const to = readDate(last, context, { role: 'end', startOf: from });
  // A sign-up may end before the day itself: then it is no span.
  if (!from.from || !to.to || to.to < from.from) return from;
  return {
    raw: `${from.raw} - ${to.raw}`,
    from: from.from,
    to: to.to,
    precision: 'range',
    yearInferred: from.yearInferred || to.yearInferred,
    ...(from.confidence || to.confidence ? { confidence: 'low' as const } : {}),
  };
}

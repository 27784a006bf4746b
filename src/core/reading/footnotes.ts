/** Marks after a word of a table, and what a line beside the table says of them. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { ReadContext } from './reading.ts';
import type { Line, Slide } from './slide.ts';
import type { Row } from './table.ts';

type Warning = Snapshot['warnings'][number];

const MARK = /(?<=[\p{L}\p{N})."”])\s?([*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])$/u;
const NOTE = /^(?:•\s*)?([*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])\)?[\s:=]*(\S.*)$/u;
/** Under what name a note stands among a row's further columns. */
const COLUMN = 'Fodnote';

export interface Footnotes {
  byMark: ReadonlyMap<string, { text: string; line: Line }>;
}

/** Lines outside the tables that begin with a mark. */
export function footnotesOn(slide: Slide, context: Pick<ReadContext, 'before'>): Footnotes {
  const inTables = new Set(
    slide.layout?.tables.flatMap((table) => table.rows.flat().flatMap((cell) => cell.lines)) ?? [],
  );
  const byMark = new Map<string, { text: string; line: Line }>();
  // A table that goes on over two slides may have its notes under the first half.
  for (const line of [...(context.before?.lines ?? []), ...slide.lines]) {
    if (inTables.has(line)) continue;
    const [, mark, text] = NOTE.exec(line.text) ?? [];
    if (mark && text) byMark.set(mark, { text, line });
  }
  return { byMark };
}

/** The row with its marks taken off and their notes among its further columns. */
export function withFootnotes<K extends string, R extends Row<K>>(
  row: R,
  { byMark }: Footnotes,
  slide: number,
): { row: R; claimed: Line[]; warnings: Warning[] } {
  const found: string[] = [];
  const claimed: Line[] = [];
  const warnings: Warning[] = [];
  const plain = (text: string): string => {
    const mark = MARK.exec(text)?.[1];
    if (!mark) return text;
    const note = byMark.get(mark);
    if (note) {
      if (!found.includes(note.text)) found.push(note.text);
      claimed.push(note.line);
    } else {
      warnings.push({
        slide,
        code: 'footnote-missing',
        text,
        reason: `Tegnet ${mark} har ingen forklaring på sliden.`,
        about: null,
      });
    }
    return text.replace(MARK, '');
  };
  const cells = { ...row.cells };
  for (const [key, cell] of Object.entries(cells) as [K, { text: string; lines: Line[] }][]) {
    cells[key] = { ...cell, text: plain(cell.text) };
  }
  const extra = Object.fromEntries(Object.entries(row.extra).map(([name, text]) => [name, plain(text)]));
  if (found.length > 0) extra[COLUMN] = found.join(' ');
  return { row: { ...row, cells, extra }, claimed, warnings };
}

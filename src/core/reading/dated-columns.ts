/** A table with dates along its top: each filled cell happens in the columns it reaches over. */
import { isWholeDate } from './dated-boxes.ts';
import type { DatedRow } from './dated-table.ts';
import { type Page, type ReadContext, readDate } from './reading.ts';
import type { Line, SlideCell } from './slide.ts';

const LEAST_DATES = 2;

/** A row's name leads what happens in it: "Driftsplatform: Kontrakt". Nothing of it is sure. */
export function datedColumns(page: Page, context: ReadContext): { rows: DatedRow[]; claimed: Line[] } | null {
  const free = new Set(page.lines);
  for (const { rows } of page.slide.layout?.tables ?? []) {
    const [head, ...body] = rows;
    const dated = head?.filter(({ text }) => text !== '' && isWholeDate(text, context)) ?? [];
    if (
      !head ||
      dated.length < LEAST_DATES ||
      !head.flatMap(({ lines }) => lines).some((line) => free.has(line))
    )
      continue;
    const found = body.flatMap((row) => rowsOf(row, head, context));
    if (found.length === 0) continue;
    const labels = body.flatMap(([label]) => label?.lines ?? []);
    const claimed = [
      ...head.flatMap(({ lines }) => lines),
      ...labels,
      ...found.flatMap(({ lines }) => lines),
    ];
    return { rows: found, claimed: [...new Set(claimed)] };
  }
  return null;
}

function rowsOf(row: readonly SlideCell[], head: readonly SlideCell[], context: ReadContext): DatedRow[] {
  const [label] = row;
  return [...new Set(row)].flatMap((cell): DatedRow[] => {
    const over = head.filter((_, at) => row[at] === cell).map(({ text }) => text);
    const dates = over.filter((text) => isWholeDate(text, context));
    const [first, last] = [dates[0], dates.at(-1)].map((text) =>
      readDate(text ?? '', context, { role: 'step' }),
    );
    if (cell === label || cell.text === '' || !first || !last || dates.length === 0) return [];
    const date =
      first.raw === last.raw
        ? first
        : { ...first, raw: `${first.raw} - ${last.raw}`, to: last.to, precision: 'range' as const };
    const title = [label?.text ?? '', cell.text].filter((text) => text !== '').join(': ');
    return [{ title, date, confidence: 'medium', extra: {}, lines: cell.lines }];
  });
}

import type { TableBlock } from '#src/formats/deck.ts';
import type { Drawing, TextRun } from './drawing.ts';
export function alignedTablesOf(
  runs: readonly TextRun[],
  _page: Drawing,
): { tables: TableBlock[]; rest: TextRun[] } {
  return { tables: [], rest: [...runs] };
}

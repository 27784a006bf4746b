import { addressColumn, column, type ExportSheet, exportSheet, sourceColumn } from '#src/web/export.ts';
import type { listPage, RecordLine } from './list-page.ts';

/** `/redaktion/oplysninger` as a file. */
export function factSheet({ lines, count, filter }: ReturnType<typeof listPage>): ExportSheet {
  const chosen = [filter.type, filter.solution, filter.meeting, filter.shown].map(
    (options) => options.find(({ isSelected }) => isSelected)?.text ?? '',
  );
  const sought = filter.q === '' ? [] : [`Søgt: ${filter.q}`];
  return exportSheet<RecordLine>(
    { title: 'Frister og opgaver', choice: [count, ...chosen, ...sought].join('. ') },
    [
      column('oplysning', 60, ({ title }) => title),
      column('type', 24, ({ kind }) => kind),
      column('løsning', 24, ({ solution }) => solution),
      column('dato', 24, ({ date }) => date),
      column('mærker', 40, ({ marks }) => marks.join(', ')),
      sourceColumn(({ sources }) => sources),
      addressColumn(({ href }) => href),
    ],
    lines,
  );
}

/** `/loesninger` and the dates of one solution as files. */
import {
  addressColumn,
  column,
  dateColumns,
  type ExportCell,
  type ExportSheet,
  exportSheet,
} from '#src/web/export.ts';
import type { solutionListPage } from './list-page.ts';

export function solutionSheet({ groups }: ReturnType<typeof solutionListPage>): ExportSheet {
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.heading })));
  type Row = (typeof rows)[number];
  return exportSheet<Row>(
    { title: 'Løsninger', choice: 'Alle løsninger' },
    [
      column('gruppe', 22, ({ group }) => group),
      column('løsning', 30, ({ name }) => name),
      column('fulde_navn', 40, ({ fullName }) => fullName),
      column('beskrivelse', 60, ({ summary }) => summary),
      column('hvilken_dato', 14, ({ date, isUnclear }): ExportCell => {
        if (date) return date.isPassed ? 'Sidste dato' : 'Næste dato';
        return isUnclear ? 'Uafklaret' : null;
      }),
      ...dateColumns<Row>('dato', ({ date }) => date?.view ?? null),
      column('hvad', 50, ({ date }) => date?.title ?? ''),
      column('opgaver_og_aftaler', 40, ({ counts }) => counts.map(({ text }) => text).join('\n')),
      addressColumn(({ href }) => href),
    ],
    rows,
  );
}

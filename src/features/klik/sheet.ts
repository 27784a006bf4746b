import {
  addressColumn,
  column,
  dateColumns,
  type ExportSheet,
  exportSheet,
  sourceColumn,
} from '#src/web/export.ts';
import type { taskListPage } from './page.ts';

/** `/klik` as a file. */
export function taskSheet({ groups, total }: ReturnType<typeof taskListPage>): ExportSheet {
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.heading })));
  type Row = (typeof rows)[number];
  return exportSheet<Row>(
    { title: 'KLIK-opgaver', choice: total },
    [
      column('gruppe', 16, (row) => row.group),
      ...dateColumns<Row>('frist', (row) => row.end),
      ...dateColumns<Row>('start', (row) => row.start),
      column('løsning', 24, (row) => row.solution),
      column('opgave', 60, (row) => row.title),
      column('arbejdstitel', 12, (row) => (row.isWorkingTitle ? 'ja' : '')),
      column('gælder', 26, (row) => row.appliesTo),
      column('bemærkninger', 50, (row) => row.remarks.map(({ text }) => text).join('\n')),
      sourceColumn((row) => row.sources),
      addressColumn((row) => row.href),
    ],
    rows,
  );
}

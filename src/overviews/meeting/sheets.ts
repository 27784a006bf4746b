/** `/moeder` and the slides of one meeting as files. */
import { addressColumn, column, dateColumns, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { meetingListPage, meetingPage } from './page.ts';

export function meetingSheet({ meetings }: ReturnType<typeof meetingListPage>): ExportSheet {
  type Row = (typeof meetings)[number];
  return exportSheet<Row>(
    { title: 'Møder', choice: 'Alle møder' },
    [
      column('møde', 34, ({ name }) => name),
      ...dateColumns<Row>('dato', ({ day }) => day),
      column('dagsorden', 60, ({ agenda }) => agenda.join('\n')),
      column('slides', 12, ({ slides }) => slides),
      addressColumn(({ href }) => href),
    ],
    meetings,
  );
}

export function slideSheet({ heading, slides }: ReturnType<typeof meetingPage>): ExportSheet {
  type Row = (typeof slides)[number];
  return exportSheet<Row>(
    { title: `Slides ${heading}`, choice: heading },
    [
      column('slide', 8, ({ number }) => number),
      column('titel', 60, ({ title }) => title),
      column('afsnit', 30, ({ section }) => section),
      column('oplysninger', 14, ({ facts }) => (facts === '' ? null : Number(facts))),
      addressColumn(({ href }) => href),
    ],
    slides,
  );
}

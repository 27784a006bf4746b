import { chosenWords, column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { mailLogPage } from './log-page.ts';

/** `/redaktion/mails/log` as a file: the mails of the page. */
export function mailLogSheet({ rows, count, filter }: ReturnType<typeof mailLogPage>): ExportSheet {
  type Row = (typeof rows)[number];
  return exportSheet<Row>(
    { title: 'Maillog', choice: `${count}. ${chosenWords(filter)}` },
    [
      column('mail', 60, ({ subject }) => subject),
      column('slags', 24, ({ kind }) => kind),
      column('modtager', 36, ({ address }) => address),
      column('tilstand', 16, ({ status }) => status.word),
      column('svar', 40, ({ answer }) => answer),
      column('dag', 13, ({ day }) => ({ day })),
      column('tidspunkt', 24, ({ at }) => at),
    ],
    rows,
  );
}

import { column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { glossaryPage } from './glossary-page.ts';

/** `/ordliste` as a file. */
export function glossarySheet({ letters }: ReturnType<typeof glossaryPage>): ExportSheet {
  const rows = letters.flatMap(({ entries }) => entries);
  return exportSheet<(typeof rows)[number]>(
    { title: 'Ordliste', choice: 'Alle ord' },
    [
      column('ord', 30, ({ term }) => term),
      column('fulde_navn', 40, ({ full }) => full),
      column('forklaring', 90, ({ sentence }) => sentence),
    ],
    rows,
  );
}

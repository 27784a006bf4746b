import { column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { ContactRow, contactsPage } from './page.ts';

/** `/kommuner/:slug/kontakter` as a file. */
export function contactSheet({ municipalityName, rows }: ReturnType<typeof contactsPage>): ExportSheet {
  return exportSheet<ContactRow>(
    { title: `Kontakter i ${municipalityName}`, choice: `Kontakter i ${municipalityName}` },
    [
      column('rolle', 36, ({ role }) => role),
      column('person', 28, ({ name }) => name),
      column('mail', 36, ({ email }) => email),
      column('telefon', 18, ({ phone }) => phone),
      column('bekræftet', 20, ({ confirmedDay }) => ({ day: confirmedDay })),
    ],
    rows,
  );
}

import { addressColumn, column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { UserRow } from './page.ts';

/** `/redaktion/brugere` as a file: for going through who has access. */
export function userSheet(choice: string, rows: readonly UserRow[]): ExportSheet {
  return exportSheet<UserRow>(
    { title: 'Brugere', choice },
    [
      column('bruger', 28, ({ name }) => name),
      column('mail', 36, ({ email }) => email),
      column('rolle', 30, ({ roles }) => roles),
      column('løsninger', 30, ({ solutions }) => solutions),
      column('kommune', 22, ({ municipality }) => municipality),
      column('status', 22, ({ status }) => status.word),
      column('invitation', 30, ({ hint }) => hint),
      column('sidst_logget_ind', 24, ({ lastSignIn }) => lastSignIn),
      addressColumn(({ href }) => href),
    ],
    rows,
  );
}

import { copenhagenDay } from '#src/shared/calendar-day.ts';
import { column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { ReceivedRow, receivedPage } from './page.ts';

/** What stands on the page, without the names of people. */
export function receivedSheet({ shown, rows }: ReturnType<typeof receivedPage>): ExportSheet {
  return exportSheet<ReceivedRow>(
    { title: 'Svar fra kommunerne', choice: `Svar: ${shown}` },
    [
      column('kommunekode', 13, ({ code }) => code),
      column('kommune', 22, ({ municipality }) => municipality),
      column('opgave', 52, ({ title }) => title),
      column('svar', 20, () => shown),
      column('dato', 13, ({ isoDay }) => (isoDay ? { day: isoDay } : null)),
      column('bemærkning', 52, ({ remark }) => remark),
      column('registreret', 13, ({ recordedAt }) => ({ day: copenhagenDay(new Date(recordedAt)) })),
      column('adresse', 44, ({ href }) => ({ href })),
    ],
    rows,
  );
}

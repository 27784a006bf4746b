import { column, dateColumns, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { StsPage } from './page.ts';
import type { PlanRow } from './plan-view.ts';

/** The plan of `/sts` as a file. */
export function planSheet({ plan }: Pick<StsPage, 'plan'>): ExportSheet {
  return exportSheet<PlanRow>(
    { title: 'STS-tidsplan', choice: 'Foreløbig tidsplan' },
    [
      column('fase', 50, ({ title }) => title),
      ...dateColumns<PlanRow>('start', ({ dates }) => dates?.start.date ?? null),
      column('start_hændelse', 30, ({ dates }) => dates?.start.event ?? ''),
      ...dateColumns<PlanRow>('slut', ({ dates }) => dates?.end.date ?? null),
      column('slut_hændelse', 30, ({ dates }) => dates?.end.event ?? ''),
      column('sikkerhed', 30, ({ certainty }) => certainty),
      column('kilde', 24, () => plan.sources.map(({ text }) => text).join('; ')),
    ],
    plan.rows,
  );
}

/** The lists about tax data on SAPA's page as files, from the data of their sections. */
import {
  column,
  dateColumns,
  type ExportCell,
  type ExportSheet,
  exportSheet,
  sourceColumn,
} from '#src/web/export.ts';
import type { accessesSection, stepsSection } from './page.ts';

export function stepSheet({ steps, sources }: ReturnType<typeof stepsSection>): ExportSheet {
  type Row = (typeof steps)[number];
  return exportSheet<Row>(
    { title: 'SAPA skattedata trin', choice: 'Skattedata i SAPA, trin for trin' },
    [
      column('trin', 8, (step) => steps.indexOf(step) + 1),
      column('hvad', 60, ({ title }) => title),
      column('klik', 40, ({ klik }) => klik),
      column('klik_opgaver', 60, ({ tasks }) => tasks.map(({ title }) => title).join('\n')),
      column('adresse', 44, ({ tasks }): ExportCell => (tasks[0] ? { href: tasks[0].href } : null)),
      sourceColumn(() => sources),
    ],
    steps,
  );
}

export function accessSheet({ channels, sources }: ReturnType<typeof accessesSection>): ExportSheet {
  const rows = channels.flatMap(({ heading, accesses }) =>
    accesses.map((access) => ({ ...access, channel: heading })),
  );
  type Row = (typeof rows)[number];
  return exportSheet<Row>(
    { title: 'SAPA adgange til skattedata', choice: 'Adgange til skattedata' },
    [
      column('kanal', 40, ({ channel }) => channel),
      column('adgang', 30, ({ name }) => name),
      ...dateColumns<Row>('forventet', ({ expected }) => expected),
      column('dataadgang', 30, ({ levels }) => levels.join('\n')),
      column('antal_formål', 14, ({ count }) => count || 'Ikke oplyst'),
      column('udgår', 40, ({ lapses }) => lapses.join('\n')),
      column('forbliver', 40, ({ stays }) => stays.join('\n')),
      column('ikke_afklaret', 40, ({ open }) => open.join('\n')),
      sourceColumn(() => sources),
    ],
    rows,
  );
}

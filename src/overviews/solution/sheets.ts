/** `/loesninger` and the dates of one solution as files. */
import {
  addressColumn,
  column,
  dateColumns,
  type ExportCell,
  type ExportSheet,
  exportSheet,
} from '#src/web/export.ts';
import type { DateEntry } from './dates.ts';
import type { solutionListPage } from './list-page.ts';
import type { solutionPage } from './page.ts';

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

/** The dates of a solution, `/loesninger/:slug`: what comes, then what is over. */
export function solutionDatesSheet({
  heading,
  dates,
  municipality,
}: ReturnType<typeof solutionPage>): ExportSheet {
  const rowsOf = (group: string, entries: readonly DateEntry[]) =>
    entries.flatMap(({ rows }) => rows.map((row) => ({ ...row, group })));
  const rows = [...rowsOf('Kommende', dates.upcoming), ...rowsOf('Passeret', dates.passed)];
  type Row = (typeof rows)[number];
  const forWhom = municipality ? `. Status for ${municipality}` : '';
  return exportSheet<Row>(
    { title: `Datoer for ${heading}`, choice: `Datoer for ${heading}${forWhom}` },
    [
      column('gruppe', 14, ({ group }) => group),
      ...dateColumns<Row>('dato', ({ date }) => date),
      column('hvad', 22, ({ what }) => what),
      column('titel', 60, ({ title }) => title),
      ...(municipality ? [column<Row>('status', 20, ({ status }) => status?.word ?? '')] : []),
      addressColumn(({ href }) => href),
    ],
    rows,
  );
}

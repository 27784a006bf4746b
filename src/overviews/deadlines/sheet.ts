import {
  addressColumn,
  chosenWords,
  column,
  dateColumns,
  type ExportColumn,
  type ExportSheet,
  exportSheet,
  sourceColumn,
} from '#src/web/export.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import type { DeadlinesPage } from './page.ts';

/** `/frister` as a file: every row of the page, folded or not. */
export function deadlineSheet({ count, filter, table }: DeadlinesPage): ExportSheet {
  const groups = table?.groups ?? [];
  const rows = groups.flatMap((group) =>
    [...group.rows, ...(group.folded?.rows ?? [])].map((row) => ({ ...row, group: group.heading.word })),
  );
  const municipality = table?.municipality ?? null;
  return exportSheet<DeadlineRow & { group: string }>(
    {
      title: municipality === null ? 'Frister' : `Frister for ${municipality}`,
      choice: `${count}. ${chosenWords(filter)}`,
    },
    [
      column('gruppe', 16, (row) => row.group),
      ...deadlineColumns.filter(({ heading }) => municipality !== null || heading !== 'status'),
    ],
    rows,
  );
}

/** The page says it once for all rows; a cell has to say it itself. */
const NOT_COUNTED = statusBadge('not-counted').word;

/** What every list of deadlines says of a row. */
export const deadlineColumns: readonly ExportColumn<DeadlineRow>[] = [
  ...dateColumns<DeadlineRow>('frist', ({ date }) => date),
  column('hvad_sker', 14, ({ occasion }) => occasion || 'frist'),
  column('løsning', 24, ({ solution }) => solution),
  column('opgave', 60, ({ title }) => title),
  column('type', 18, ({ kind }) => kind),
  column('gælder', 26, ({ audience }) => audience ?? ''),
  column('status', 20, ({ status }) => status?.word ?? NOT_COUNTED),
  sourceColumn(({ sources }) => sources),
  addressColumn(({ href }) => href),
];

/** `/kommuner` and the list of one municipality as files. */
import { deadlineColumns } from '#src/overviews/deadlines/index.ts';
import { addressColumn, chosenWords, column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import type { MunicipalityListPage } from './list-page.ts';
import type { OwnPage } from './own-page.ts';
import type { MunicipalityPage } from './page.ts';

/** One column for the status of each agreement that is counted. */
export function municipalityListSheet({ count, filter, counted, names }: MunicipalityListPage): ExportSheet {
  type Row = MunicipalityListPage['names'][number];
  return exportSheet<Row>(
    { title: 'Kommuner', choice: `${count}. ${chosenWords(filter)}` },
    [
      column('kommunekode', 13, ({ code }) => code),
      column('kommune', 22, ({ name }) => name),
      column('kkr', 20, ({ kkr }) => kkr),
      ...counted.map(({ title }, index) =>
        column<Row>(`status: ${title}`, 24, ({ marks }) => marks[index]?.word ?? ''),
      ),
      addressColumn(({ href }) => href),
    ],
    names,
  );
}

interface OwnRow extends DeadlineRow {
  part: string;
  group: string;
}

/** Open asks, then agreements, in the groups and the order of the page. */
export function municipalitySheet({ shortName, asks, agreements }: MunicipalityPage): ExportSheet {
  const rows: OwnRow[] = [
    ...asks.groups.flatMap(({ heading, rows: own }) =>
      own.map((row) => ({ ...row, part: 'Åbne opgaver', group: heading })),
    ),
    ...agreements.groups.flatMap(({ heading, rows: own }) =>
      own.map((row) => ({ ...row, part: 'Aftaler', group: heading })),
    ),
  ];
  return exportSheet<OwnRow>(
    { title: `Opgaver for ${shortName}`, choice: `Åbne opgaver og aftaler for ${shortName}` },
    [
      column('afsnit', 16, ({ part }) => part),
      column('gruppe', 22, ({ group }) => group),
      ...deadlineColumns,
    ],
    rows,
  );
}

/** What stands on the page of a municipality's own people, answers with it; no names of people. */
export function ownSheet({ shortName, open, closed }: OwnPage): ExportSheet {
  const rows = [
    ...open.map((group) => ({ ...group, part: 'Åbne opgaver' })),
    ...closed.map((group) => ({ ...group, part: 'Besvaret' })),
  ].flatMap(({ part, heading, rows: own }) =>
    own.map(({ row, sources, said }) => ({ ...row, sources, part, group: heading, said })),
  );
  return exportSheet<OwnRow & { said: string }>(
    { title: `Opgaver for ${shortName}`, choice: `Opgaver og svar for ${shortName}` },
    [
      column('afsnit', 16, ({ part }) => part),
      column('gruppe', 22, ({ group }) => group),
      ...deadlineColumns,
      column('svar', 40, ({ said }) => said),
    ],
    rows,
  );
}

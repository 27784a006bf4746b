import {
  addressColumn,
  column,
  dateColumns,
  type ExportSheet,
  exportSheet,
  sourceColumn,
} from '#src/web/export.ts';
import type { AgreementRow } from '#src/web/list-parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge } from '#src/web/status-badge.ts';
import type { agreementListPage } from './page.ts';
import type { SignatureRow } from './signatures-view.ts';

/** `/aftaler` as a file. */
export function agreementSheet({ table, total }: ReturnType<typeof agreementListPage>): ExportSheet {
  const rows = table.groups.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.heading })));
  type Row = AgreementRow & { group: string };
  return exportSheet<Row>(
    { title: 'Aftaler', choice: total },
    [
      column('gruppe', 20, (row) => row.group),
      column('løsning', 24, (row) => row.title),
      column('aftale', 50, (row) => row.kind),
      ...dateColumns<Row>('udsendt', (row) => row.sent),
      ...dateColumns<Row>('frist', (row) => row.deadline),
      column('underskrevet', 14, (row) => row.signatures?.count ?? 'Ikke opgjort'),
      column('ud_af', 8, (row) => row.signatures?.total ?? null),
      column('modtagere', 50, (row) => row.recipients),
      column('bemærkninger', 50, (row) => row.remarks.map(({ text }) => text).join('\n')),
      sourceColumn((row) => row.sources),
      addressColumn((row) => row.href),
    ],
    rows,
  );
}

/**
 * `/aftaler/:slug` as a file: all 98, those whom nobody has counted too. Remarks on a signature are not shown on the
 * page, so they are not in the file either.
 */
export function signatureSheet(heading: string, rows: readonly SignatureRow[]): ExportSheet {
  return exportSheet<SignatureRow>(
    { title: `Underskrifter ${heading}`, choice: heading },
    [
      column('kommunekode', 13, ({ municipality }) => municipality.id),
      column('kommune', 22, ({ municipality }) => municipality.name),
      column('kkr', 18, ({ municipality }) => municipality.kkr),
      column('status', 20, ({ status }) => statusBadge(status).word),
      column('underskrevet', 14, ({ signature }) => dayCell(signature?.signedOn)),
      column('opgjort', 14, ({ signature }) => dayCell(signature?.countedOn)),
      sourceColumn(({ signature }) => (signature ? chipsOf(signature) : [])),
      addressColumn(({ municipality }) => `/kommuner/${municipality.slug}`),
    ],
    rows,
  );
}

function dayCell(iso: string | null | undefined): { day: string } | null {
  return iso ? { day: iso } : null;
}

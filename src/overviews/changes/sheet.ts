import { addressColumn, column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { ChangeView } from './compose.ts';
import type { ChangeSection, changesPage } from './page.ts';

interface Row {
  part: string;
  heading: string;
  view: ChangeView;
  field: ChangeView['fields'][number] | null;
}

/** `/moeder/:meeting/aendringer` as a file: a line for each field that differs, the old value beside the new one. */
export function changesSheet({ heading, since, afterwards }: ReturnType<typeof changesPage>): ExportSheet {
  return exportSheet<Row>(
    { title: heading, choice: heading },
    [
      column('hvornår', 16, ({ part }) => part),
      column('ændring', 12, (row) => row.heading),
      column('type', 24, ({ view }) => view.kind),
      column('titel', 60, ({ view }) => view.title),
      column('om', 50, ({ view }) => view.detail),
      column('felt', 20, ({ field }) => field?.label ?? ''),
      column('før', 30, ({ field }) => field?.before ?? ''),
      column('nu', 30, ({ field }) => field?.after ?? ''),
      column('registreret', 22, ({ view }) => view.recorded),
      column('begrundelse', 40, ({ view }) => view.reason),
      column('kilde', 24, ({ view }) => view.chips.map(({ text }) => text).join('; ')),
      addressColumn(({ view }) => view.href),
    ],
    [...rowsOf('På mødet', since), ...rowsOf('Efter mødet', afterwards)],
  );
}

function rowsOf(part: string, sections: readonly ChangeSection[]): Row[] {
  return sections.flatMap(({ heading, groups }) =>
    groups
      .flatMap(({ items }) => items)
      .flatMap((view) => {
        const fields = view.fields.length > 0 ? view.fields : [null];
        return fields.map((field) => ({ part, heading, view, field }));
      }),
  );
}

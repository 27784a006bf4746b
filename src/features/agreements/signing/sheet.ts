import { addressColumn, column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { gridPage } from './grid-page.ts';

/** `/redaktion/underskrifter/:slug` as a file: the rows that the filter shows, with the remarks that staff alone see. */
export function gridSheet(page: ReturnType<typeof gridPage>): ExportSheet {
  type Row = (typeof page.rows)[number];
  const { heading, filters, shows, agreementHref } = page;
  const shown = filters.find(({ isThis }) => isThis)?.text ?? '';
  return exportSheet<Row>(
    {
      title: `Redaktionens liste ${heading}`,
      choice: `${heading}. Vist: ${shown}${shows.soeg === '' ? '' : `. Søgt: ${shows.soeg}`}`,
    },
    [
      column('kommunekode', 13, ({ code }) => code),
      column('kommune', 22, ({ name }) => name),
      column('status', 20, ({ badge }) => badge.word),
      column('underskrevet', 20, ({ signedOn }) => signedOn),
      column('bemærkning', 50, ({ note }) => note),
      column('senest_ændret', 44, ({ changed }) => changed),
      column('kilde', 24, ({ source }) => source?.text ?? ''),
      addressColumn(() => agreementHref),
    ],
    page.rows,
  );
}

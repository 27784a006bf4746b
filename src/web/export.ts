/**
 * Lists as spreadsheets: `.csv` and `.xlsx` beside the address of a list. A feature makes the sheet from the data of
 * its page, so what is exported is what the page shows.
 */
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteGenericInterface,
  RouteHandlerMethod,
} from 'fastify';
import type { AccessRule } from '#src/core/access/roles.ts';
import { writeCsv } from '#src/formats/csv.ts';
import type { SheetCell, TableColumn } from '#src/formats/sheet.ts';
import { writeXlsx } from '#src/formats/xlsx.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { slugify } from '#src/shared/danish-text.ts';
import type { FilterForm, FuzzyDateView, SourceChip } from './parts.ts';
import type { RequestReading } from './reading.ts';

/** A path of the portal is written as the whole address, with the day that is shown. */
export type ExportCell = SheetCell | { href: string };

export interface ExportColumn<Row> extends TableColumn {
  cell: (row: Row) => ExportCell;
}

export interface ExportSheet {
  /** "Frister": names the file, and the sheet in it. */
  title: string;
  /** What the filter of the address leaves, in words: "35 frister for Odense Kommune". */
  choice: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly ExportCell[])[];
}

export function exportSheet<Row>(
  { title, choice }: Pick<ExportSheet, 'title' | 'choice'>,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): ExportSheet {
  return { title, choice, columns, rows: rows.map((row) => columns.map(({ cell }) => cell(row))) };
}

export function column<Row>(
  heading: string,
  width: number,
  cell: (row: Row) => ExportCell,
): ExportColumn<Row> {
  return { heading, width, cell };
}

/**
 * Four columns: the date as the page shows it, its first and last day, and the words of the source. `name`: "frist"
 * gives frist, frist_fra, frist_til and, being the one a list is about, kildens_ordlyd; any other its own _ordlyd.
 */
export function dateColumns<Row>(
  name: string,
  dateOf: (row: Row) => FuzzyDateView | null,
): ExportColumn<Row>[] {
  const day = (iso: string | null | undefined) => (iso ? { day: iso } : null);
  return [
    column(name, 22, (row) => dateOf(row)?.text ?? ''),
    column(`${name}_fra`, 13, (row) => day(dateOf(row)?.from)),
    column(`${name}_til`, 13, (row) => day(dateOf(row)?.to)),
    column(name === 'frist' ? 'kildens_ordlyd' : `${name}_ordlyd`, 22, (row) => dateOf(row)?.raw ?? ''),
  ];
}

/** Meeting and slide of each source: "Nov. 2025, slide 4; Nov. 2025, slide 5". */
export function sourceColumn<Row>(sourcesOf: (row: Row) => readonly SourceChip[]): ExportColumn<Row> {
  return column('kilde', 24, (row) =>
    sourcesOf(row)
      .map(({ text }) => text)
      .join('; '),
  );
}

export function addressColumn<Row>(hrefOf: (row: Row) => string): ExportColumn<Row> {
  return column('adresse', 44, (row) => ({ href: hrefOf(row) }));
}

/** "Kommune: Odense. Type: Alle typer. fra: 2025-12-01" */
export function chosenWords({ fields, keep }: FilterForm): string {
  return [
    ...fields.map(
      ({ label, options }) => `${label}: ${options.find(({ isSelected }) => isSelected)?.text ?? ''}`,
    ),
    ...keep.filter(({ name }) => name !== 'stand').map(({ name, value }) => `${name}: ${value}`),
  ].join('. ');
}

type Format = 'csv' | 'xlsx';

const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

declare module 'fastify' {
  interface FastifyInstance {
    portalUrl: string;
  }
}

export interface ExportRoute {
  /** Where the list stands, when that is not the path of the file without its ending. */
  page?: string;
  /** Who may have the file: whoever may read the list. */
  access?: AccessRule;
  event?: 'list-exported' | 'log-exported';
  /** `?stand=` shows another day of it. A list of work is of now, unless it says so. */
  followsStand?: boolean;
}

/** Registers `<path>.csv` and `<path>.xlsx`. What somebody signed in takes away is in the access log. */
export function addExport<Route extends RouteGenericInterface>(
  app: FastifyInstance,
  path: string,
  sheetOf: (request: FastifyRequest<Route>) => ExportSheet,
  { page, access = 'read', event = 'list-exported', followsStand = access === 'read' }: ExportRoute = {},
): void {
  for (const format of ['csv', 'xlsx'] as const) {
    const handler = async (request: FastifyRequest<Route>, reply: FastifyReply) => {
      const sheet = sheetOf(request);
      tellExport(request, event, format, sheet.rows.length);
      return send(reply, format, sheet, {
        reading: request.reading,
        day: followsStand ? request.reading.today : request.reading.realToday,
        portalUrl: app.portalUrl,
        page: page ? request.reading.href(page) : request.url.replace(/\.(csv|xlsx)(?=\?|$)/, ''),
      });
    };
    app.get(`${path}.${format}`, { config: { access } }, handler as RouteHandlerMethod);
  }
}

/** Names of fields that somebody writes in: what is searched for is in no log. */
const TYPED: ReadonlySet<string> = new Set(['q', 'soeg']);

/** Which list and how much of it, and the filters that are choices from lists. */
function tellExport(
  request: Pick<FastifyRequest, 'principal' | 'logAccess' | 'url' | 'query'>,
  event: 'list-exported' | 'log-exported',
  format: Format,
  rows: number,
): void {
  if (!request.principal) return;
  const chosen = Object.entries(request.query as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !TYPED.has(name)
      ? [[name.slice(0, 40), value.slice(0, 100)]]
      : [],
  );
  const detail = { format, rows, filter: Object.fromEntries(chosen) };
  request.logAccess({ event, objectType: 'list', objectId: request.url.split('?')[0] ?? '', detail });
}

async function send(
  reply: FastifyReply,
  format: Format,
  sheet: ExportSheet,
  {
    reading,
    day,
    portalUrl,
    page,
  }: { reading: RequestReading; day: string; portalUrl: string; page: string },
): Promise<FastifyReply> {
  const rows = sheet.rows.map((row) => row.map((cell) => written(cell, portalUrl, reading.href)));
  const table = { name: sheetName(sheet.title), columns: [...sheet.columns], rows };
  const about: [string, string][] = [
    ['Indhold', sheet.title],
    ['Valg', sheet.choice],
    ['Stand pr.', dayInSentence(day)],
    ['Rækker', String(rows.length)],
    ['Siden', `${portalUrl}${page}`],
    ...(sheet.columns.some(({ heading }) => heading.endsWith('_fra')) ? [DATES] : []),
  ];
  const bytes = format === 'csv' ? writeCsv(table) : await writeXlsx(table, about);
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${fileName(sheet.title, day)}.${format}"`)
    .header('x-robots-tag', 'noindex')
    .send(bytes);
}

const DATES: [string, string] = [
  'Datoer',
  'En usikker dato har en første og en sidste mulig dag (_fra og _til). Ordlyden er den, der står i materialet.',
];

function written(cell: ExportCell, portalUrl: string, href: (path: string) => string): SheetCell {
  return typeof cell === 'object' && cell !== null && 'href' in cell
    ? `${portalUrl}${href(cell.href)}`
    : cell;
}

const LONGEST_SHEET_NAME = 31;

/** Without the marks that a workbook refuses in the name of a sheet. */
function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, LONGEST_SHEET_NAME)
    .trim();
}

function fileName(title: string, day: string): string {
  return `${slugify(title).slice(0, 80)}-${day}`;
}

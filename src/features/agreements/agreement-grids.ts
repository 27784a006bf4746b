/** Reads agreements from a table whose cells are known, and the notes laid over it. */
import { calloutsOn, rowsPointedAt } from '#src/core/reading/callouts.ts';
import { footnotesOn, withFootnotes } from '#src/core/reading/footnotes.ts';
import type { Grid, GridKind, GridRow } from '#src/core/reading/grid.ts';
import { gridsOn } from '#src/core/reading/grids-on-slide.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { proseOf } from '#src/core/reading/prose.ts';
import {
  type Confidence,
  datesIn,
  isExact,
  isUnread,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Line, SlideTable } from '#src/core/reading/slide.ts';
import { agreementFits, dateFits, recipientsFit, solutionFits } from '#src/core/reading/table-fits.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { type AgreementKey, makeAgreement } from './agreement-row.ts';

type Agreement = Snapshot['agreements'][number];
type Callout = Snapshot['callouts'][number];

/** Also of a text whose borders are lost. */
export const AGREEMENT_COLUMNS: readonly GridKind<AgreementKey>[] = [
  {
    key: 'solution',
    words:
      /^(?:(?:KOMBIT-|it-)?løsning(?:er)?|system(?:er)?|projekt(?:er)?|produkt|fagområde|solution)(?![\p{L}])/iu,
    fits: solutionFits,
  },
  {
    key: 'agreement',
    words:
      /^(?:(?:type )?aftale(?:r|type|n|dokument)?|(?:type )?dokument|hvilken aftale|hvad(?: underskrives)?|agreement)(?![\p{L}])/iu,
    fits: agreementFits,
  },
  {
    key: 'sent',
    words:
      /^(?:udsendelsesdato(?:\s*\/\s*på vej til(?: udsendelse)?)?|(?:forventet )?udsendelse|(?:ud|af)?sendt(?! til)(?: (?:dato|den|d\.))?|udsendes|sendes(?! til)|dato for udsendelse)(?![\p{L}])/iu,
    fits: dateFits,
  },
  {
    key: 'recipients',
    words:
      /^(?:(?:ud)?sendt til|(?:ud)?sendes til|modtager(?:e|kreds)?|til hvem|hvem|målgruppe|adressat(?:er)?)(?![\p{L}])/iu,
    fits: recipientsFit,
  },
  {
    key: 'deadline',
    words:
      /^(?:deadline(?: for underskrift)?|(?:svar|underskrifts?)?frist(?: for underskrift)?|(?:under)?skrives senest|underskrift senest|senest|retur(?:neres)?|(?:skal være |er )?underskrevet (?:senest|inden)|skal være underskrevet|due(?: date)?)(?![\p{L}])/iu,
    fits: dateFits,
  },
];

interface Placed {
  agreement: Agreement;
  table: SlideTable;
  row: number;
}

/** Null when no table on the slide has a column of agreements and one of dispatch, recipients or deadline. */
export function readAgreementGrids(page: Page, context: ReadContext): Reading | null {
  const needed: AgreementKey[] = /aftale/i.test(page.slide.title) ? ['agreement', 'sent', 'deadline'] : [];
  const grids = gridsOn(page.slide, AGREEMENT_COLUMNS, context, { groupKey: 'solution', needed }).filter(
    ({ grid }) => isAgreementGrid(grid),
  );
  if (grids.length === 0) return null;
  const placed: Placed[] = [];
  const claimed: Line[] = [];
  const outside: Line[] = [];
  const warnings: Snapshot['warnings'] = [];
  const footnotes = footnotesOn(page.slide, context);
  for (const { table, grid } of grids) {
    claimed.push(...grid.headings);
    outside.push(...grid.outside);
    for (const marked of grid.rows) {
      const { row, claimed: notes, warnings: marks } = withFootnotes(marked, footnotes, page.slide.number);
      const above = placed.at(-1)?.agreement.solution ?? '';
      const read = makeAgreement(row, page.slide.number, above, context);
      if (!read) continue;
      const agreement = { ...read, confidence: certainty(read, row) };
      placed.push({ agreement, table, row: row.index });
      claimed.push(...row.lines, ...notes);
      warnings.push(...marks.map((one) => ({ ...one, about: `agreements: ${agreement.solution}` })));
    }
  }
  if (placed.length === 0) return null;
  const notes = [...calloutsOn(page.slide), ...paragraphs(outside)];
  return {
    kind: 'agreements',
    isList: true,
    isTable: true,
    isGrid: true,
    records: {
      agreements: placed.map(({ agreement }) => agreement),
      callouts: notes.map((note) => calloutOf(note, placed, page, context)),
      warnings,
    },
    // The notes stay sentences of the slide.
    claimed,
    prose: notes,
  };
}

/** Two columns of dates beside names of agreements, or one and who gets them. */
function isAgreementGrid({ columns }: Grid<AgreementKey>): boolean {
  const keys = columns.flatMap(({ key }) => key ?? []);
  return (
    keys.includes('agreement') && keys.length >= 3 && (keys.includes('sent') || keys.includes('deadline'))
  );
}

/** Sure when the solution stands in the row and every date in it is a printed day. */
function certainty({ sent, deadline }: Agreement, row: GridRow<AgreementKey>): Confidence {
  if (isUnread(sent) || isUnread(deadline) || !row.cells.solution) return 'low';
  const dates = [sent, deadline].filter(({ precision }) => precision !== 'none');
  return !row.isGuessed && dates.length > 0 && dates.every(isExact) ? 'high' : 'medium';
}

function calloutOf(note: Paragraph, placed: readonly Placed[], page: Page, context: ReadContext): Callout {
  const found = pointedAt(note, placed, page);
  const date = datesIn(note.text, context, { role: 'event' }, note.lines)[0]?.date ?? null;
  return {
    slide: page.slide.number,
    confidence: found?.isTip ? 'medium' : 'low',
    ...proseOf(note.text),
    tasks: [],
    ...(found ? { agreement: `${found.agreement.solution}: ${found.agreement.agreement}` } : {}),
    uncertain: !found?.isTip,
    date,
  };
}

/** By the row it points at; else by the one solution that its words name. */
function pointedAt(
  note: Paragraph,
  placed: readonly Placed[],
  page: Page,
): { agreement: Agreement; isTip: boolean } | null {
  const named = placed.filter(({ agreement }) => note.text.includes(agreement.solution));
  for (const table of new Set(placed.map((one) => one.table))) {
    const pointed = rowsPointedAt(note.lines, page.slide, table);
    const rows = placed.filter((one) => one.table === table && pointed?.rows.includes(one.row));
    const [only, ...more] = rows.filter((one) => named.length === 0 || named.includes(one));
    if (pointed && only && more.length === 0) return { agreement: only.agreement, isTip: pointed.isTip };
  }
  const [byName, ...others] = named;
  return byName && others.length === 0 ? { agreement: byName.agreement, isTip: false } : null;
}

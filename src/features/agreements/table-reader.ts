/** Reads the table of agreements: solution, agreement, dispatch, recipients, deadline. */
import type { Page, ReadContext, Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import { type Column, readRows } from '#src/core/reading/table.ts';
import {
  agreementFits,
  dateFits,
  isAgreementPhrase,
  recipientsFit,
  solutionFits,
} from '#src/core/reading/table-fits.ts';
import { findHeader, type HeadingKind } from '#src/core/reading/table-header.ts';
import { cutPieces, type Piece } from '#src/core/reading/table-pieces.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { AGREEMENT_COLUMNS, readAgreementGrids } from './agreement-grids.ts';
import { type AgreementKey, makeAgreement } from './agreement-row.ts';

type Key = AgreementKey;
type Agreement = Snapshot['agreements'][number];

const HEADINGS = AGREEMENT_COLUMNS.map(
  ({ key, words }): HeadingKind<Key> => ({ key, words: new RegExp(`(?:${words.source})(?!-)`, words.flags) }),
);

/** A table with a column of agreements, and one of dispatch, recipients or deadline. */
export function readAgreementTable(page: Page, context: ReadContext): Reading | null {
  const grids = readAgreementGrids(page, context);
  if (grids) return grids;
  if (!page.lines.some((line) => /aftale|bilag|DBA/i.test(line.text))) return null;
  const header = findHeader(page.lines, HEADINGS) ?? inheritedHeader(page, context);
  const keys = header?.columns.map(({ key }) => key) ?? [];
  if (!header || !keys.includes('agreement') || keys.length < 3) return null;
  const body = page.lines.filter((line) => !header.lines.includes(line));
  const pieces = cutPieces(body, context, true);
  if (!pieces.some((piece) => isAgreementPhrase(piece.text))) return null;
  const table = readRows(pieces, header.columns.map(makeColumn));
  const agreements: Agreement[] = [];
  const claimed: Line[] = [...header.lines];
  for (const row of table.rows) {
    const agreement = makeAgreement(row, page.slide.number, agreements.at(-1)?.solution ?? '', context);
    if (!agreement) continue;
    agreements.push(agreement);
    claimed.push(...row.lines);
  }
  if (agreements.length === 0) return null;
  return { kind: 'agreements', isList: true, isTable: true, records: { agreements }, claimed };
}

/** A table that goes on over two slides may have its headings on the first one only. */
function inheritedHeader(page: Page, context: ReadContext): ReturnType<typeof findHeader<Key>> {
  const before = context.before;
  if (!before || !/aftale/i.test(page.slide.title) || !/aftale/i.test(before.title)) return null;
  const header = findHeader(before.lines, HEADINGS);
  return header && { ...header, lines: [] };
}

function makeColumn({ key, heading }: { key: Key | null; heading: string }): Column<Key> {
  const isDate = key === 'sent' || key === 'deadline';
  return { key, heading, isDate, fits: (piece) => fitOf(key, piece) };
}

function fitOf(key: Key | null, piece: Piece): number {
  switch (key) {
    case 'solution':
      return solutionFits(piece);
    case 'agreement':
      return agreementFits(piece);
    case 'recipients':
      return recipientsFit(piece);
    case 'sent':
      // "Sendes primo december" can only be a dispatch.
      return dateFits(piece) + (/send/i.test(piece.text) ? 1 : 0);
    case 'deadline':
      return dateFits(piece) - (/send/i.test(piece.text) ? 4 : 0);
    default:
      return -0.5;
  }
}

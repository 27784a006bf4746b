/** One row of a table of agreements -> an agreement. */
import { type Confidence, isUnread, NO_DATE, type ReadContext, readDate } from '#src/core/reading/reading.ts';
import { knownNamePart } from '#src/core/reading/solution-name.ts';
import type { Cell, Row } from '#src/core/reading/table.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

export type AgreementKey = 'solution' | 'agreement' | 'sent' | 'recipients' | 'deadline';
type Agreement = Snapshot['agreements'][number];

/** @param solutionAbove of the row above, for a solution that stands once for several rows; null when no agreement */
export function makeAgreement(
  row: Row<AgreementKey>,
  slide: number,
  solutionAbove: string,
  context: ReadContext,
): Agreement | null {
  const { cells } = row;
  const agreement = cells.agreement?.text;
  if (!agreement || !/aftale|bilag|DBA|tillæg/i.test(agreement)) return null;
  const isOcr = row.lines.some((line) => line.source === 'ocr');
  if (isOcr && !knownNamePart(cells.solution?.text ?? '')) return null;
  const sent = dateOf(cells.sent, 'dispatch', context);
  const deadline = dateOf(cells.deadline, 'deadline', context);
  const extra = Object.keys(row.extra).length > 0 ? { extra: row.extra } : {};
  return {
    slide,
    confidence: certainty(row, sent, deadline),
    // A merged cell gives its solution to the rows below.
    solution: cells.solution?.text ?? solutionAbove,
    agreement: agreement.replace(/\s+([-–])(?=\S)/g, ' $1 ').replace(/\s+/g, ' '),
    sent,
    recipients: cells.recipients?.text ?? '',
    deadline,
    ...extra,
  };
}

/** An empty dispatch cell tells that the dispatch is unclear; the parser says so for its role. */
function dateOf(cell: Cell | undefined, role: 'dispatch' | 'deadline', context: ReadContext): FuzzyDate {
  if (cell) return readDate(cell.text, context, { role }, cell.lines);
  return role === 'dispatch' ? { ...NO_DATE, state: 'unclear' } : NO_DATE;
}

/** Sure when solution and agreement stand in the row and every date that is there was read. */
function certainty(row: Row<AgreementKey>, sent: FuzzyDate, deadline: FuzzyDate): Confidence {
  if (row.lines.some((line) => line.source === 'ocr')) return 'low';
  if (isUnread(sent) || isUnread(deadline)) return 'low';
  // A row without any date may have been cut in the wrong place.
  return row.cells.solution && (row.cells.sent ?? row.cells.deadline) ? 'high' : 'low';
}

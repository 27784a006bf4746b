import { listRemarks } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { fuzzyDateView, relativeWords } from '#src/web/fuzzy-date-view.ts';
import type { AgreementRow, AgreementTable } from '#src/web/list-parts.ts';
import type { Remark } from '#src/web/parts.ts';
import { progressBar } from '#src/web/pictures/progress-bar.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { namedAgreements } from './named.ts';
import type { Agreement } from './queries.ts';
import { AGREEMENT_GROUPS, groupOf } from './rules.ts';
import { type Tally, tallies } from './tally.ts';
import { dispatchNote, dispatchView, GROUP_HEADINGS, nameOf } from './wording.ts';

/** Said in the column of the dispatch; a remark on the row would say it twice. */
const SAID_IN_ITS_COLUMN = 'deadline-without-dispatch';

/** `/aftaler`: all agreements in four groups, the nearest deadline first. */
export function agreementListPage({ db, today }: RequestReading) {
  const counted = tallies(db);
  const remarks = remarksByAgreement(db);
  const sorted = namedAgreements(db);
  const groups = AGREEMENT_GROUPS.map((group) => ({
    id: group,
    heading: GROUP_HEADINGS[group],
    rows: sorted
      .filter(({ agreement }) => groupOf(agreement, today) === group)
      .map(({ agreement, solution }) =>
        row(agreement, solution, today, counted.get(agreement.id), remarks.get(agreement.id) ?? []),
      ),
  }));
  const table: AgreementTable = {
    caption: 'Aftaler efter, om de kan underskrives nu',
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
  return {
    total: plural(sorted.length, 'aftale', 'aftaler'),
    tally: groups.map(({ id, heading, rows }) => ({ href: `#${id}`, text: heading, count: rows.length })),
    counted: countedWords(counted.size, sorted.length),
    table,
  };
}

function row(
  agreement: Agreement,
  solution: string,
  today: string,
  tally: Tally | undefined,
  remarks: Remark[],
): AgreementRow {
  const isPassed = groupOf(agreement, today) === 'passed';
  const note = dispatchNote(agreement, today);
  return {
    title: solution,
    href: `/aftaler/${agreement.id}`,
    kind: nameOf(agreement),
    // The bars of uncertain dates stand on the agreement's own page: here they would be in the way of the words.
    sent: { ...dispatchView(agreement, today, 'table'), bar: '' },
    deadline: { ...fuzzyDateView(agreement.deadline, 'table'), bar: '' },
    relative: isPassed ? '' : relativeWords(agreement.deadline, today),
    isPassed,
    signatures: tally
      ? {
          count: tally.status.signed,
          total: tally.total,
          word: 'underskrevet',
          bar: progressBar(tally.status.signed, tally.total, 'underskrevet'),
        }
      : null,
    recipients: agreement.recipientsRaw || 'Ikke oplyst',
    remarks: note ? [...remarks, { text: note, correction: '' }] : remarks,
    sources: chipsOf(agreement),
  };
}

/** Said once, above the table, so that the rows need not repeat it. */
function countedWords(counted: number, all: number): string {
  if (counted === 0) return 'KOMBIT har ikke opgjort, hvem der har underskrevet.';
  if (counted === all) return '';
  return `KOMBIT har opgjort underskrifter for ${counted} af ${all}. De øvrige er ikke opgjort.`;
}

function remarksByAgreement(db: Db): Map<string, Remark[]> {
  const shown = listRemarks(db).filter(
    (one) =>
      one.entity === 'agreement' && one.shown && one.resolution === null && one.code !== SAID_IN_ITS_COLUMN,
  );
  const byAgreement = Map.groupBy(shown, (one) => one.objectId ?? '');
  return new Map(
    [...byAgreement].map(([id, own]) => [id, own.map((one) => ({ text: one.reason, correction: '' }))]),
  );
}

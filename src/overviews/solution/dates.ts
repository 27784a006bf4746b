import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type Deadline, rowOf } from '#src/overviews/deadlines/index.ts';
import { isPassed, relativeWords } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, StatusBadge } from '#src/web/parts.ts';

/** Everything that falls on one date, as it is said. */
export interface DateEntry {
  date: FuzzyDateView;
  relative: string;
  rows: { title: string; href: string; what: string; status: StatusBadge | null }[];
}

/** The dates of a solution in its side column: what comes, earliest first, and what is over, latest first. */
export function datesPanel(reading: Reading, deadlines: readonly Deadline[], code: string | null) {
  const dated = deadlines.filter(({ date }) => date.from !== null || date.to !== null);
  const isOver = ({ date }: Deadline) => isPassed(date, reading.today);
  const passed = dated.filter(isOver).reverse();
  return {
    upcoming: entriesOf(
      reading,
      dated.filter((one) => !isOver(one)),
      code,
    ),
    passed: entriesOf(reading, passed, code),
    passedCount: passed.length,
  };
}

function entriesOf(reading: Reading, deadlines: readonly Deadline[], code: string | null): DateEntry[] {
  const names = solutionNames(reading.db);
  const rows = deadlines.map((deadline) => ({ deadline, row: rowOf(deadline, reading.today, code, names) }));
  return [
    ...Map.groupBy(rows, ({ row }) => `${row.date.text}|${row.date.showRaw ? row.date.raw : ''}`).values(),
  ].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        date: first.row.date,
        relative: relativeWords(first.deadline.date, reading.today),
        rows: own.map(({ deadline, row }) => ({
          title: row.title,
          href: row.href,
          what: deadline.dateLabel === 'frist' ? `${row.kind}, frist` : deadline.dateLabel,
          // "Til orientering" is said by the verb already.
          status: deadline.informationOnly ? null : row.status,
        })),
      },
    ];
  });
}

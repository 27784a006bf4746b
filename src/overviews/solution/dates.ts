import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { type Deadline, rowOf } from '#src/overviews/deadlines/index.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { relativeWords } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, StatusBadge } from '#src/web/parts.ts';

interface DateLine {
  date: FuzzyDateView;
  relative: string;
  /** "KLIK, frist", "afholdes" */
  what: string;
  title: string;
  href: string;
  status: StatusBadge | null;
}

/** Everything of one kind that falls on one date, as the date is said. */
export interface DateEntry extends Pick<DateLine, 'date' | 'relative' | 'what'> {
  rows: DateLine[];
}

/** The dates of a solution in its side column: what comes, earliest first, and what is over, latest first. */
export function datesPanel(
  reading: Reading,
  solutionId: string,
  deadlines: readonly Deadline[],
  code: string | null,
) {
  const dated = deadlines.filter(({ date }) => date.from !== null || date.to !== null);
  const upcoming = dated.filter(({ date }) => !isPassed(date, reading.today));
  const passed = dated.filter(({ date }) => isPassed(date, reading.today)).reverse();
  const names = solutionNames(reading.db);
  const lineOf = (deadline: Deadline): DateLine => {
    const row = rowOf(deadline, reading.today, code, names);
    // What belongs to a gathered solution says so: several may have an agreement of the same name.
    const lead = deadline.solutionIds.includes(solutionId) ? '' : `${row.solution}: `;
    return {
      date: row.date,
      relative: relativeWords(deadline.date, reading.today),
      title: `${lead}${row.title}`,
      href: row.href,
      what: deadline.dateLabel === 'frist' ? `${row.kind}, frist` : deadline.dateLabel,
      // That it is for information is said by the verb already.
      status: deadline.informationOnly ? null : row.status,
    };
  };
  return {
    upcoming: gathered(upcoming.map(lineOf)),
    passed: gathered(passed.map(lineOf)),
    passedCount: passed.length,
  };
}

function gathered(lines: readonly DateLine[]): DateEntry[] {
  const byDate = Map.groupBy(
    lines,
    ({ date, what }) => `${date.text}|${date.showRaw ? date.raw : ''}|${what}`,
  );
  return [...byDate.values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [{ date: first.date, relative: first.relative, what: first.what, rows }] : [];
  });
}

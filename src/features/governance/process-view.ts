/** The ten steps of the staffing as the part `trin` prints them. */
import { isoWeek, partsOf } from '#src/shared/calendar-day.ts';
import { dayInShort, intervalInList } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyDateView } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, ProcessStep } from '#src/web/parts.ts';
import type { ProcessStepRow } from './queries.ts';
import { type StepStanding, stepStandings } from './rules.ts';

/** A step with its days, which a file has in full. */
export interface ProcessRow extends ProcessStep {
  dates: FuzzyDateView;
}

/**
 * `toldOn` is the day of the newest material. A step before it is told as done; one after it has only had its day, and
 * nobody has said how it went.
 */
export function processView(
  steps: readonly ProcessStepRow[],
  today: string,
  toldOn: string | null,
): ProcessRow[] {
  const standings = stepStandings(steps, today);
  const isOneOngoing = standings.includes('ongoing');
  let shownYear = 0;
  return steps.map(({ title, details, date }, index) => {
    const standing = standings[index] ?? 'undated';
    const label = dateLabel(date);
    const year = date.from === null ? shownYear : partsOf(date.from).year;
    const text = year === shownYear ? label.replace(/,? \d{4}$/, '') : label;
    shownYear = year;
    const isConfirmed = toldOn !== null && date.to !== null && date.to < toldOn;
    return {
      date: text,
      dates: fuzzyDateView(date),
      title,
      details: isWeeks(date) ? [days(date), ...details] : details,
      state: stateOf(standing, isOneOngoing),
      stateWord: wordOf(standing, date, isConfirmed),
      isUnconfirmed: standing === 'passed' && !isConfirmed,
    };
  });
}

/** "27. nov. 2025", "1.–22. dec. 2025", "Uge 3–4, 2026"; "Uden dato" where the material gives none. */
export function dateLabel(date: FuzzyDate): string {
  const { from, to } = date;
  if (from === null && to === null) return date.precision === 'none' ? 'Uden dato' : date.raw;
  if (from === null || to === null) return date.raw;
  if (isWeeks(date)) {
    const [first, last] = [isoWeek(from), isoWeek(to)];
    return `Uge ${first.week === last.week ? first.week : `${first.week}–${last.week}`}, ${first.year}`;
  }
  return from === to ? dayInShort(from) : intervalInList(from, to);
}

function isWeeks({ raw, from, to }: FuzzyDate): boolean {
  return /^uge\b/i.test(raw) && from !== null && to !== null;
}

function days({ from, to }: FuzzyDate): string {
  return from !== null && to !== null ? intervalInList(from, to) : '';
}

function stateOf(standing: StepStanding, isOneOngoing: boolean): ProcessStep['state'] {
  if (standing === 'passed') return 'done';
  if (standing === 'ongoing' || (standing === 'next' && !isOneOngoing)) return 'now';
  return 'ahead';
}

function wordOf(standing: StepStanding, { from, to }: FuzzyDate, isConfirmed: boolean): string {
  switch (standing) {
    case 'passed':
      return isConfirmed ? 'Gennemført' : 'Passeret';
    case 'ongoing':
      return from === to ? 'I dag' : 'I gang';
    case 'next':
      return 'Næste skridt';
    default:
      return '';
  }
}

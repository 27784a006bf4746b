import type { DeadlineKind, Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import { addDays, isoWeek } from '#src/shared/calendar-day.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import type { DateGroup } from '#src/shared/fuzzy-date/order.ts';
import { fuzzyDateView, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { DeadlineGroup, DeadlineRow } from '#src/web/list-parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge, whenBadge } from '#src/web/status-badge.ts';
import type { Deadline } from './compose.ts';
import { groupByDate, statusToTell } from './rules.ts';

export const KIND_WORD: Record<DeadlineKind, string> = {
  task: 'KLIK',
  agreement: 'Aftale',
  event: 'Arrangement',
  milestone: 'Milepæl',
  council: 'Råd',
  request: 'Opgave',
};

/** Anchors of the groups, on every page that has them. */
export const GROUP_ID: Record<DateGroup, string> = {
  passed: 'passeret',
  'this-week': 'denne-uge',
  next: 'naeste-14-dage',
  later: 'senere',
  undated: 'uden-dato',
};

/** How many rows of a group stand open; the rest is folded together. A group that is not named is shown whole. */
export type OpenRows = Partial<Record<DateGroup, number>>;

/** The groups as a page prints them; empty ones are left out. `code`: the municipality whose status is told, or null. */
export function groupViews(
  deadlines: readonly Deadline[],
  reading: Reading,
  code: string | null,
  openRows: OpenRows,
): DeadlineGroup[] {
  const names = solutionNames(reading.db);
  return groupByDate(deadlines)
    .filter(({ deadlines: own }) => own.length > 0)
    .map(({ group, deadlines: own }) => {
      const rows = own.map((deadline) => rowOf(deadline, reading.today, code, names));
      const shown = openRows[group] ?? rows.length;
      // Folding a single row away would take as much room as the row.
      const isFolded = rows.length > shown + 1;
      return {
        id: GROUP_ID[group],
        heading: whenBadge(group),
        count: rows.length,
        hint: hintOf(group, reading.today),
        rows: isFolded ? rows.slice(0, shown) : rows,
        folded: isFolded
          ? { summary: foldedWords(group, rows.length - shown), rows: rows.slice(shown) }
          : null,
      };
    });
}

/** What a row says to everybody, made once: a deadline is composed anew when the day or the journal is another. */
const common = new WeakMap<Deadline, Omit<DeadlineRow, 'status'>>();

export function rowOf(
  deadline: Deadline,
  today: string,
  code: string | null,
  names: ReadonlyMap<string, string>,
): DeadlineRow {
  let row = common.get(deadline);
  if (!row) {
    row = commonRow(deadline, today, names);
    common.set(deadline, row);
  }
  const status = statusToTell(deadline, code);
  return { ...row, status: status === null ? null : statusBadge(status) };
}

function commonRow(
  deadline: Deadline,
  today: string,
  names: ReadonlyMap<string, string>,
): Omit<DeadlineRow, 'status'> {
  const solution = names.get(deadline.solutionId ?? '') ?? '';
  return {
    date: fuzzyDateView(deadline.date),
    relative: whenWords(deadline, today),
    occasion: occasionOf(deadline),
    lead: leadOf(deadline, solution),
    title: deadline.title,
    href: deadline.href,
    kind: kindWords(deadline),
    solution,
    sources: chipsOf(...deadline.sources),
    audience: audienceWords(deadline),
    note: noteInShort(deadline),
  };
}

/** "VALG: Databehandleraftale, ny skabelon": the title where no column names the solution. */
export function titleOf(deadline: Deadline, names: ReadonlyMap<string, string>): string {
  const lead = leadOf(deadline, names.get(deadline.solutionId ?? '') ?? '');
  return lead === '' ? deadline.title : `${lead}: ${deadline.title}`;
}

/** The solution where the title needs it, in short: "K-aftalen for datastandardservice" leads as "K-aftalen". */
function leadOf({ kind, title }: Deadline, solution: string): string {
  if (!NAMED_BY_SOLUTION.has(kind) || title.includes(solution)) return '';
  return solution.replace(/ for .*/, '');
}

/** Kinds whose titles say little without their solution: "Databehandleraftale, ny skabelon", "Kontrakten udløber". */
const NAMED_BY_SOLUTION: ReadonlySet<DeadlineKind> = new Set(['agreement', 'milestone', 'council']);

/** "KLIK", "KLIK og aftale", "KLIK, arbejdstitel" */
function kindWords({ kinds, workingTitle }: Deadline): string {
  const [first = '', ...rest] = kinds.map((kind) => KIND_WORD[kind]);
  const words = [first, ...rest.map((word) => word.toLocaleLowerCase('da'))].join(' og ');
  return workingTitle ? `${words}, arbejdstitel` : words;
}

/** "om 7 dage"; where the date is not a deadline, what happens then: "udsendes om 7 dage". */
function whenWords(deadline: Deadline, today: string): string {
  const { date, start, startLabel } = deadline;
  const relative = relativeWords(date, today);
  if (relative === '') return start && startLabel ? `${startLabel} ${wordsOf(start)}` : '';
  return `${occasionOf(deadline)} ${relative}`.trim();
}

function occasionOf({ dateLabel }: Deadline): string {
  return dateLabel === 'frist' ? '' : dateLabel;
}

/** "Gælder EG-kommuner; ikke oplyst hvilke"; '' where it concerns all. */
export function audienceWords({ audience }: Pick<Deadline, 'audience'>): string {
  if (audience === null) return '';
  return `Gælder ${audience.name}${audience.members ? '' : '; ikke oplyst hvilke'}`;
}

const NOTE_LENGTH = 140;

/** As many whole sentences as a list has room for; the rest stands on the page it leads to. */
export function noteInShort({ note }: Pick<Deadline, 'note'>): string {
  const sentences = (note ?? '').split(/(?<=[^\d\s]{2}[.!?]) (?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (text.length + sentence.length >= NOTE_LENGTH) break;
    text += ` ${sentence}`;
  }
  return text;
}

function hintOf(group: DateGroup, today: string): string {
  const lastOfNext = addDays(today, 14);
  switch (group) {
    case 'passed':
      return 'Senest passerede først';
    case 'this-week':
      return `Uge ${isoWeek(today).week}`;
    case 'next':
      return `Til og med ${dayInShort(lastOfNext)}`;
    case 'later':
      return `Efter ${dayInShort(lastOfNext)}`;
    case 'undated':
      return 'Kilden har ingen dato';
  }
}

function foldedWords(group: DateGroup, count: number): string {
  return group === 'passed' ? `Vis ${count} ældre frister` : `Vis ${count} flere`;
}

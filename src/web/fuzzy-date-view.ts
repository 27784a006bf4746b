/** A fuzzy date as the parts print it. */
import { addDays, daysBetween, sundayOfSameWeek } from '#src/shared/calendar-day.ts';
import { listDay, longDay, shortDay, tableDay } from '#src/shared/day-wording.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { FuzzyDateView } from './parts.ts';
import { intervalBar } from './pictures/interval-bar.ts';

export type DateForm = 'list' | 'table' | 'text';

/** `list`: "man. 15. dec. 2025"; `table`: "15.12.2025"; `text`: "15. december 2025". */
export function fuzzyDateView(date: FuzzyDate, form: DateForm = 'list'): FuzzyDateView {
  const text = wordsOf(date, form);
  const isMissing = date.from === null && date.to === null;
  return {
    text,
    raw: date.raw,
    showRaw: date.raw !== '' && !isMissing && date.precision !== 'day',
    bar: intervalBar(date, text),
    isMissing,
  };
}

export function wordsOf(date: FuzzyDate, form: DateForm = 'list'): string {
  const one = { list: listDay, table: tableDay, text: longDay }[form];
  if (date.precision === 'none') return 'Ikke oplyst';
  if (date.from === null && date.to === null) return date.raw || 'Uafklaret';
  if (date.from === null) return `senest ${shortDay(date.to ?? '')}`;
  if (date.to === null) return `tidligst ${shortDay(date.from)}`;
  if (date.from === date.to) return one(date.from);
  return `${shortDay(date.from)} – ${shortDay(date.to)}`;
}

/** "om 7 dage", "tidligst om 17 dage", "21 dage siden", "i dag"; '' when there is no date. */
export function relativeWords(date: FuzzyDate, today: string): string {
  const first = date.from ?? date.to;
  const last = date.to ?? date.from;
  if (first === null || last === null) return '';
  if (last < today) return `${daysBetween(last, today)} dage siden`;
  if (first <= today) return 'i dag';
  return `${first === last ? '' : 'tidligst '}om ${daysBetween(today, first)} dage`;
}

export type DateGroup = 'passed' | 'this-week' | 'next' | 'later' | 'undated';

/** Placed by its earliest day, passed only after its last (design.md page 01). */
export function dateGroup(date: FuzzyDate, today: string): DateGroup {
  const first = date.from ?? date.to;
  if (first === null) return 'undated';
  if (date.to !== null && date.to < today) return 'passed';
  if (first <= sundayOfSameWeek(today)) return 'this-week';
  if (first <= addDays(today, 14)) return 'next';
  return 'later';
}

export function isPassed(date: FuzzyDate, today: string): boolean {
  return dateGroup(date, today) === 'passed';
}

/** Start, then end, then precise before fuzzy; undated last. */
export function compareDates(a: FuzzyDate, b: FuzzyDate): number {
  const key = (date: FuzzyDate) =>
    `${date.from ?? date.to ?? '9999'}|${date.to ?? '9999'}|${date.precision === 'day' ? 0 : 1}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

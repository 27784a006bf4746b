/** A fuzzy date as the parts print it. */
import { distanceInWords } from '#src/shared/fuzzy-date/distance.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { addsToWording, withSource } from '#src/shared/fuzzy-date/said-and-meant.ts';
import { fuzzyInList, fuzzyInSentence, fuzzyInTable, isEndOfYear } from '#src/shared/fuzzy-date/wording.ts';
import type { FuzzyDateView } from './parts.ts';
import { intervalBar } from './pictures/interval-bar.ts';

export type DateForm = 'list' | 'table' | 'text';

const WORDED = { list: fuzzyInList, table: fuzzyInTable, text: fuzzyInSentence };

/** `list`: "man. 15. dec. 2025"; `table`: "15.12.2025"; `text`: "15. december 2025". */
export function fuzzyDateView(date: FuzzyDate, form: DateForm = 'list'): FuzzyDateView {
  const text = wordsOf(date, form);
  const isMissing = date.from === null && date.to === null;
  return {
    text,
    raw: date.raw,
    showRaw: addsToWording(date, text),
    bar: isEndOfYear(date) ? '' : intervalBar(date, text),
    from: date.from,
    to: date.to,
    isMissing,
  };
}

export function wordsOf(date: FuzzyDate, form: DateForm = 'list'): string {
  return WORDED[form](date);
}

/** The wording with the words of the source behind it: "11.–20. december 2025 (”Medio dec.”)". */
export function wordsWithSource(date: FuzzyDate, form: DateForm = 'text'): string {
  return withSource(date, wordsOf(date, form));
}

/** "om 7 dage", "tidligst om 17 dage", "21 dage siden", "i dag"; '' when there is no date. */
export function relativeWords(date: FuzzyDate, today: string): string {
  return distanceInWords(date, today) ?? '';
}

/** A fuzzy date as the parts print it. */
import { distanceInWords } from '#src/shared/fuzzy-date/distance.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyInList, fuzzyInSentence, fuzzyInTable, isEndOfYear } from '#src/shared/fuzzy-date/wording.ts';
import type { FuzzyDateView } from './parts.ts';
import { intervalBar } from './pictures/interval-bar.ts';

export type DateForm = 'list' | 'table' | 'text';

const WORDS = /[\p{L}\p{N}]+/gu;

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
  const text = wordsOf(date, form);
  return addsToWording(date, text) ? `${text} (”${date.raw}”)` : text;
}

/** "om 7 dage", "tidligst om 17 dage", "21 dage siden", "i dag"; '' when there is no date. */
export function relativeWords(date: FuzzyDate, today: string): string {
  return distanceInWords(date, today) ?? '';
}

/** Not where the wording holds every word of the source: "senest juni 2026 (før sommerferien)", "før sommerferien 2026". */
function addsToWording({ raw, from, to, precision, yearInferred }: FuzzyDate, text: string): boolean {
  if (raw === text || precision === 'day' || (from === null && to === null)) return false;
  if (yearInferred) return raw !== '';
  const said = new Set(text.match(WORDS));
  return (raw.match(WORDS) ?? []).some((word) => !said.has(word));
}

/** Dates within a point or a sentence, each with the word that says what it is: "start 2/2, frist ultimo februar". */
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { datesIn, type ReadContext, readDate } from './reading.ts';
import type { Line } from './slide.ts';

export type DateMark = 'start' | 'end' | 'sent';

export interface MarkedDate {
  mark: DateMark | null;
  date: FuzzyDate;
  /** Where its words stand, the marking word among them. */
  start: number;
  end: number;
}

const BETWEEN = String.raw`\s*:?\s*(?:(?:er|den|d\.|til|i|forventes|ventes)\s*)*$`;
const MARKS: readonly { mark: DateMark; word: RegExp }[] = [
  {
    mark: 'sent',
    word: new RegExp(
      `(?:(?:er|blev|bliver|forventes|ventes) )*(?:ud|af)?sen(?:dt|des|dt ud|des ud|delse)(?: ud)?${BETWEEN}`,
      'iu',
    ),
  },
  { mark: 'start', word: new RegExp(`(?:start(?:er|dato)?|begynder|går i gang|fra|åbner)${BETWEEN}`, 'iu') },
  {
    mark: 'end',
    word: new RegExp(
      `(?:med |og |skal )*(?:være )?(?:(?:under)?skrives|underskrevet|løses|løst|udføres|udført|afsluttes|slut(?:ter|dato)?|(?:svar)?frist(?:en)?|deadline|senest|inden|færdig)(?: (?:senest|inden|frist))?${BETWEEN}`,
      'iu',
    ),
  },
];
/** The date itself begins with the word: "senest 13. februar". */
const BOUND = /^(?:senest|inden|før|til og med)(?!\p{L})/iu;
const ROLES = { start: 'start', end: 'end', sent: 'dispatch' } as const;

/** In the order they stand. A date without a word of its own has no mark. */
export function markedDates(text: string, context: ReadContext, lines: readonly Line[]): MarkedDate[] {
  let after = 0;
  return datesIn(text, context, { role: 'other' }, lines).map((found) => {
    const before = text.slice(after, found.start);
    after = found.end;
    const told = MARKS.map(({ mark, word }) => ({ mark, at: word.exec(before) })).find(
      ({ at }) => at !== null,
    );
    const mark = told?.mark ?? (BOUND.test(found.date.raw) ? 'end' : null);
    const start = told?.at ? found.start - before.length + told.at.index : found.start;
    const words = mark === 'sent' ? text.slice(start, found.end).trim() : found.date.raw;
    const date = mark ? readDate(words, context, { role: ROLES[mark] }, lines) : found.date;
    return { mark, date, start, end: found.end };
  });
}

/** What is left of a text before its first date and the marks that lead to it. */
export function wordsBefore(text: string, dates: readonly MarkedDate[]): string {
  return text
    .slice(0, dates[0]?.start ?? text.length)
    .replace(/[\s(,;:.–—-]+$/u, '')
    .trim();
}

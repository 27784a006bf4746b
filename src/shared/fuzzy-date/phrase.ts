import type { Precision } from './fuzzy-date.ts';
import { MONTH_PATTERN } from './month-number.ts';

/** First and last possible day; null is an open side. */
export interface Days {
  from: string | null;
  to: string | null;
}

/** The year of a phrase: printed, counted from the meeting's ("næste år" is 1), or null when the source gives none. */
export type YearWord = number | { fromMeeting: number } | null;

/** What a phrase means before it is known which year it stands in. */
export interface Phrase {
  /** Where the phrase ends in the plain text. */
  end: number;
  precision: Precision;
  year: YearWord;
  /** The days it means in a year; null when there are none ("31. november"). Only words like "i dag" use the meeting day. */
  days: (year: number, meetingDay: string) => Days | null;
  /** Too common in running text to be a date without a word that leads to it: "2.1", "maj". */
  weak?: true;
  /** Two ends are told ("uge 3-4", "1. til 12. december"). */
  ranged?: true;
  /** What the words themselves tell of the time: "senest", "til foråret". */
  tense?: 'past' | 'future';
  /** 1 for Monday to 7 when a weekday is printed beside a day. */
  weekday?: number;
  /** Before it, the days are another matter than before a plain date: a holiday, "udgangen af", "primo". */
  landmark?: 'holiday' | 'end-of' | 'part';
  uncertain?: true;
}

/** A word ends here. */
export const END = '(?![\\p{L}\\p{N}_])';

/** å, and what OCR makes of it inside a word that is no other Danish word. */
export const AA = '(?:å|aa|a|é|d|4)';

export const MONTH = `(?:${MONTH_PATTERN})`;

/** A pattern to be tried at one place. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The phrase that takes most of the text; the first of equals. */
export function longest(phrases: readonly (Phrase | null)[]): Phrase | null {
  let best: Phrase | null = null;
  for (const phrase of phrases) {
    if (phrase && (!best || phrase.end > best.end)) best = phrase;
  }
  return best;
}

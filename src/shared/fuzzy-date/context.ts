import type { FuzzyDate } from './fuzzy-date.ts';

/** What stands around a date phrase and helps to tell what it means. */
export interface DateContext {
  /** The day of the meeting the material belongs to, ISO; null when it is not known. */
  meetingDay: string | null;
  /** The column or place the phrase stands in. */
  role?: 'start' | 'end' | 'deadline' | 'dispatch' | 'event' | 'as-of' | 'step' | 'other';
  /** What the sentence around it tells of; words in the phrase itself ("Sendt", "Sendes") count for more. */
  tense?: 'past' | 'future';
  /** The start of the same row: its end lies at or after it. */
  startOf?: FuzzyDate;
  /** `ocr`: letters may be damaged, so that "for sommerferien" may be "før sommerferien". */
  letters?: 'ocr';
}

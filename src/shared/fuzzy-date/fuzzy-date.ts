/**
 * A date as the material says it and as it is meant. It is never shown as more exact than it is.
 * Source of the words: domain.md section 5.4; the JSON shape stands in interface.md.
 */
export const PRECISIONS = [
  'day',
  'week',
  'range',
  'third',
  'month',
  'quarter',
  'half',
  'year',
  'season',
  'before',
  'after',
  'ongoing',
  'immediate',
  'unclear',
  'none',
] as const;

export type Precision = (typeof PRECISIONS)[number];

/** Stands only on a dispatch date: was it sent, will it be sent, or is that not known. */
export type DispatchState = 'sent' | 'planned' | 'unclear';

export interface FuzzyDate {
  /** The words of the source, white space folded; '' for an empty cell. */
  raw: string;
  /** First possible day, ISO `YYYY-MM-DD`, or null when there is none or it is open. */
  from: string | null;
  /** Last possible day, ISO, or null. */
  to: string | null;
  precision: Precision;
  state?: DispatchState;
  /** True when the source gave no year and it was worked out from the meeting day. */
  yearInferred: boolean;
  /** True when the source itself doubts: a question mark, "ca.", "formentlig". */
  uncertain?: true;
  /**
   * `low` when a person should confirm: two rules for the year disagree (domain.md 5.4, year rule 3), the year stays
   * open because no meeting day is known, the weekday is another, or only some years have such a day.
   */
  confidence?: 'low';
}

/** An empty cell: nothing was said. */
export const NO_DATE: FuzzyDate = { raw: '', from: null, to: null, precision: 'none', yearInferred: false };

/** What a feature's reader is given and what it answers. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';
import { type FoundDate, findDates } from '#src/shared/fuzzy-date/find.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { parseFuzzyDate, whyUnreadable } from '#src/shared/fuzzy-date/parse.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Line, Slide } from './slide.ts';

/** The lists of a snapshot that readers fill. */
export type Records = Omit<Snapshot, 'meeting' | 'slides' | 'not_understood'> &
  Pick<Snapshot['meeting'], 'agenda' | 'status_areas'>;

export type Confidence = 'high' | 'medium' | 'low';

export interface ReadContext {
  /** The day by which dates without a year are read; null when nothing tells it. */
  meetingDay: string | null;
  municipalities: readonly NamedMunicipality[];
  /** The slide before, for a table that goes on over two slides. */
  before: Slide | null;
  /** The slides before, the nearest first. */
  earlier: readonly Slide[];
}

/** A slide, and the lines no reader has made anything of yet. */
export interface Page {
  slide: Slide;
  lines: readonly Line[];
  extra: readonly Line[];
}

export interface Reading {
  /** What the slide was taken for, as in `slides[].kind`. */
  kind: string;
  /** A table or list: a line of it that became nothing is listed as not understood. */
  isList: boolean;
  /** Also its rows are known: what is left of them are cells, no sentences. */
  isTable?: true;
  records: Partial<Records>;
  /** The slide's title, where what was read names it better than its first line. */
  title?: string;
  /** Lines that became records. */
  claimed: readonly Line[];
  /** The columns were known: a date in a cell of its own checks itself. */
  isGrid?: true;
  /** Lines of a list that could not be read: no sentences, whatever they look like. */
  unread?: readonly Line[];
  /** Sentences among them, which may hold an ask beside what they became. */
  prose?: readonly Paragraph[];
}

/** Null when the slide is not of the reader's kind. */
export type SlideReader = (page: Page, context: ReadContext) => Reading | null;

/** Most lines hold nothing that could be a date, and looking for one takes the longest of all reading. */
const MAY_HOLD_DATE =
  /\d|d\.\s?d\.|dags dato|forår|sommer|efterår|vinter|jul|påske|nytår|straks|hurtigst|skift|uge|primo|medio|ultimo|snarest|umiddelbart|løbende|måned|kvartal|januar|februar|mar(?:ts|ch)|may|june|july|october|april|maj|juni|august|september|oktober|november|december/i;

type DateWords = Pick<DateContext, 'role' | 'tense' | 'startOf'>;

export function readDate(
  raw: string,
  context: ReadContext,
  words: DateWords,
  lines: readonly Line[] = [],
): FuzzyDate {
  return parseFuzzyDate(raw, { meetingDay: context.meetingDay, ...words, ...lettersOf(lines) });
}

export function datesIn(
  text: string,
  context: ReadContext,
  words: DateWords,
  lines: readonly Line[] = [],
): FoundDate[] {
  if (!MAY_HOLD_DATE.test(text)) return [];
  return findDates(text, { meetingDay: context.meetingDay, ...words, ...lettersOf(lines) });
}

/** The confidence that the letters allow: OCR text is never sure, damaged OCR text is doubtful. */
export function confidenceOf(lines: readonly Line[], atBest: Confidence = 'high'): Confidence {
  if (lines.some((line) => line.doubtful)) return 'low';
  const read: Confidence = lines.some((line) => line.source === 'ocr') ? 'medium' : 'high';
  return lower(read, atBest);
}

export function lower(a: Confidence, b: Confidence): Confidence {
  const order: Confidence[] = ['low', 'medium', 'high'];
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** An empty cell. */
export const NO_DATE: FuzzyDate = { raw: '', from: null, to: null, precision: 'none', yearInferred: false };

function lettersOf(lines: readonly Line[]): Pick<DateContext, 'letters'> {
  return lines.some((line) => line.source === 'ocr') ? { letters: 'ocr' } : {};
}

/** A date as the snapshot keeps it. */
type SaidDate = Snapshot['klik_tasks'][number]['end'];

/** A day that the material prints whole: nothing of it was worked out. */
export function isExact(date: SaidDate): boolean {
  return date.precision === 'day' && date.from !== null && !date.yearInferred && date.confidence !== 'low';
}

/** Words that should be a date and were not understood as one. */
export function isUnread(date: SaidDate): boolean {
  if (date.confidence === 'low') return true;
  // "TBD", "Afventer" and "Sendt" are answers; a year out of reach is none.
  return (
    date.precision === 'unclear' &&
    (/\d/.test(date.raw) || whyUnreadable(date.raw, { meetingDay: null }) !== null)
  );
}

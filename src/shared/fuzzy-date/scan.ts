import type { Phrase } from './phrase.ts';
import { readPhrase } from './phrases/phrase-at.ts';
import { timeAfter, timesWithWord } from './time.ts';

export interface Scanned {
  phrase: Phrase;
  /** Where it begins in the plain text; it ends at `phrase.end`. */
  start: number;
  /** Where the time of day after it stands. */
  time?: { start: number; end: number };
}

export interface ScanOptions {
  letters: 'clean' | 'ocr';
  /** One table cell: everything in it may be the date, also "2.1" or "maj". */
  cell: boolean;
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\S+\.dk\S*/gu;
const WORD_START = /[\p{L}\p{N}]+/gu;
/** OCR reads "før" as "for"; before a holiday it cannot be anything else. */
const DAMAGED_BEFORE = /(?<![\p{L}\p{N}])for(?=\s(?:sommer|efter.rs|p.ske|jul))/gu;
const CIRCA =
  /(?:^|[^\p{L}])(?:ca\.?|cirka|omkring|omtrent|måske|evt\.?|eventuelt|formentlig|forhåbentlig)\s(?:(?:den|d\.|i)\s)?$/u;
const MOVED = /(?:udskudt|udsat|rykket|flyttet|ændret|forlænget)\s$/u;

const DAY_LEAD =
  /(?:^|[^\p{L}\p{N}])(?:den|d\.?|dato|start|slut|sendt|sendes|og|siden|opgjort|fra|til|(?:\p{L}*frist(?:en)?)|deadline)\.?:?\s?$/u;
const LEAD =
  /(?:^|[^\p{L}\p{N}])(?:i|af|hele|om|for|måneden|siden|fra|til|og|sendt|sendes|(?:\p{L}*frist(?:en)?)|deadline):?\s$/u;

/** The date phrases of plain text in their order. See `ScanOptions` for what counts as one. */
export function scanPhrases(source: string, options: ScanOptions): Scanned[] {
  const text = masked(options.letters === 'ocr' ? source.replace(DAMAGED_BEFORE, 'før') : source);
  const found: Scanned[] = [];
  let passed = 0;
  for (const { index: start } of text.matchAll(WORD_START)) {
    if (start < passed || !beginsWord(text, start)) continue;
    const phrase = readPhrase(text, start);
    if (!phrase || !(options.cell || isSurelyADate(text, start, phrase))) continue;
    if (phrase.ranged && MOVED.test(text.slice(0, start))) continue;
    const time = timeAfter(source, phrase.end);
    passed = time?.end ?? phrase.end;
    const scanned: Scanned = { phrase: withDoubt(text, start, phrase, options), start };
    if (time) scanned.time = time;
    found.push(scanned);
  }
  return found;
}

/** Addresses and times of day are no dates. */
function masked(source: string): string {
  let text = source.replace(ADDRESS, (address) => '#'.repeat(address.length));
  for (const { start, end } of timesWithWord(text)) {
    text = text.slice(0, start) + '#'.repeat(end - start) + text.slice(end);
  }
  return text;
}

function beginsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return !/[\p{L}\p{N}_%=/&#@§$]$|[\p{L}\p{N}]-$|\d[.,:]$/u.test(before);
}

function isSurelyADate(text: string, start: number, phrase: Phrase): boolean {
  if (!phrase.weak) return true;
  if (phrase.days(2024, '2024-01-01') === null && typeof phrase.year !== 'number') return false;
  const before = text.slice(Math.max(0, start - 20), start);
  const isDay = /^\d/.test(text.slice(start)) && (phrase.precision === 'day' || phrase.precision === 'range');
  if ((isDay ? DAY_LEAD : LEAD).test(before)) return true;
  const digits = text.slice(start, phrase.end).replace(/\D/g, '').length;
  if (phrase.precision === 'range' && digits >= 6) return true;
  if (!/(?:^|\n)[\s(["'•▪-]*$/u.test(before) || (start > 20 && before.length < 20)) return false;
  const after = text.slice(phrase.end);
  // It fills its line, or it stands first with a dot after it: "19.11. Tidsplan", but not "2.1. Indledning".
  return /^[\s).,:;!?\]"']*(?:\n|$)/u.test(after) || (isDay && digits >= 3 && /^\.\s/u.test(after));
}

/** The source's own doubt: a question mark after the date, or "ca." before it. */
function withDoubt(text: string, start: number, phrase: Phrase, { cell }: ScanOptions): Phrase {
  const before = text.slice(0, start);
  const marked = /^\s?\?/.test(text.slice(phrase.end)) && (cell || /(?:^|\n)[^\p{L}]*$/u.test(before));
  return marked || CIRCA.test(before) ? { ...phrase, uncertain: true } : phrase;
}

import type { Phrase } from './phrase.ts';
import { readPhrase } from './phrases/phrase-at.ts';
import type { Place } from './plain-text.ts';
import { type Tense, tenseAround } from './tense.ts';
import { timeAfter, timesWithWord } from './time.ts';

export interface Scanned {
  phrase: Phrase;
  /** Where it begins in the plain text; it ends at `phrase.end`. */
  start: number;
  /** Where the time of day after it stands. */
  time?: Place;
  /** What the words around it tell. */
  said?: Tense;
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
/** Enough for the longest word of doubt and an article. */
const CIRCA_REACH = 30;
const MOVED = /(?:udskudt|udsat|rykket|flyttet|ændret|forlænget)\s$/u;

const NUMBERED = /(?:version|afsnit|punkt|kapitel|bilag|side|slide|trin|nr\.?|pkt\.?|v\.?|kl\.?)\s$/u;
const LEAP_YEAR = 2024;

const DAY_LEAD =
  /(?:^|[^\p{L}\p{N}])(?:den|d\.?|dato|start|slut|sendt|sendes|og|siden|opgjort|fra|til|(?:\p{L}*frist(?:en)?)|deadline)\.?:?\s?$/u;
const LEAD =
  /(?:^|[^\p{L}\p{N}])(?:i|af|hele|om|måneden|siden|fra|til|sendt|sendes|(?:\p{L}*frist(?:en)?)|deadline):?\s$/u;

/** The date phrases of plain text in their order. See `ScanOptions` for what counts as one. */
export function scanPhrases(source: string, options: ScanOptions): Scanned[] {
  const text = masked(options.letters === 'ocr' ? source.replace(DAMAGED_BEFORE, 'før') : source);
  const found: Scanned[] = [];
  let passed = 0;
  for (const { index: start } of text.matchAll(WORD_START)) {
    if (start < passed || !beginsWord(text, start)) continue;
    const phrase = governingOf(text, start);
    if (!phrase || !(options.cell || isSurelyADate(text, start, phrase))) continue;
    const time = timeAfter(source, phrase.end);
    const scanned: Scanned = { phrase: withDoubt(text, start, phrase, options), start };
    passed = time?.end ?? scanned.phrase.end;
    if (time) scanned.time = time;
    found.push(scanned);
  }
  return found.map((scanned, i) => withTense(text, scanned, found[i - 1], found[i + 1]));
}

function withTense(text: string, scanned: Scanned, previous?: Scanned, next?: Scanned): Scanned {
  const date = { start: scanned.start, end: scanned.phrase.end };
  const reach = { start: previous?.phrase.end ?? 0, end: next?.start ?? text.length };
  const said = tenseAround(text, date, reach);
  return said ? { ...scanned, said } : scanned;
}

/** In "udskudt fra 1. oktober til 1. december" the first date no longer holds. */
function governingOf(text: string, start: number): Phrase | null {
  const phrase = readPhrase(text, start);
  if (!phrase?.ranged || !MOVED.test(text.slice(Math.max(0, start - 12), start))) return phrase;
  const to = text.slice(start, phrase.end).search(/\btil\s/);
  return (to >= 0 && readPhrase(text, start + to)) || phrase;
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
  // "i dag" and "i år" speak of the meeting itself.
  if (typeof phrase.year === 'object' && phrase.year !== null) return false;
  if (phrase.year === null && phrase.days(LEAP_YEAR, '') === null) return false;
  const before = text.slice(Math.max(0, start - 20), start);
  const isDay = /^\d/.test(text.slice(start)) && (phrase.precision === 'day' || phrase.precision === 'range');
  if ((isDay ? DAY_LEAD : LEAD).test(before)) return true;
  // A month or a year that stands alone is rather a heading.
  if (NUMBERED.test(before) || phrase.precision === 'year' || (!isDay && phrase.year === null)) return false;
  const digits = text.slice(start, phrase.end).replace(/\D/g, '').length;
  if (phrase.precision === 'range' && digits >= 6) return true;
  if ((isDay && digits < 3) || !/(?:^|[\n\u2029])[\s(["'•▪-]*$/u.test(before)) return false;
  const after = text.slice(phrase.end);
  // It fills its line, or it stands first with a dot after it: "19.11. Tidsplan", but not "2.1. Indledning".
  return /^[ ).,:;!?\]"']*(?:[\n\u2029]|$)/u.test(after) || (isDay && /^\.\s/u.test(after));
}

/** The source's own doubt: a question mark after the date, or "ca." before it. */
function withDoubt(text: string, start: number, phrase: Phrase, { cell }: ScanOptions): Phrase {
  const before = text.slice(Math.max(0, start - CIRCA_REACH), start);
  const mark =
    cell || /(?:^|[\n\u2029])[^\p{L}]*$/u.test(before) ? /^\s?\?/.exec(text.slice(phrase.end)) : null;
  if (mark) return { ...phrase, end: phrase.end + mark[0].length, uncertain: true };
  return CIRCA.test(before) ? { ...phrase, uncertain: true } : phrase;
}

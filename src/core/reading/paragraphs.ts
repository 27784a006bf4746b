/** Lines -> paragraphs: what the writer of the slide typed as one piece. */

import { isDividedCompound, joinLines } from '#src/formats/text/join-lines.ts';
import { isDateLine } from './date-line.ts';
import type { Line } from './slide.ts';

export interface Paragraph {
  /** Joined, without its bullet. */
  text: string;
  lines: Line[];
  bullet: boolean;
}

/** Marks that stand before a point. OCR reads the small square as = or «, the dot as * or +. */
const BULLET = /^(?:[•▪●◦‣∙·■□➢►✓»«=+¢○]|\*|[-–—o](?=\s+[\p{Lu}\d]))\s*(?=\S)/u;
/** "1. Stabilitet": a numbered point. "1. oktober" is none. */
const NUMBER = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;
const LONE_BULLET = /^[•▪●◦‣∙·■□➢►]$/u;
const ABBREVIATION = /\b(?:dvs|vedr|ift|bl\.a|fx|jvf|jf|kl|d|ca|hhv|inkl|mv|m\.m)\.$/i;
/** A line that ends so goes on: a word that asks for another one, or a mark inside a sentence. */
const OPEN_END =
  /(?:[,(‘“„–]|[\p{L}\p{N}]-|(?:^|\s)(?:at|og|eller|der|som|for|af|på|til|i|en|et|den|det|de|med|om|fra|ved|vedr\.|ift\.|mellem|hver|vores|jeres|deres))$/iu;

/** A paragraph ends at a bullet, at a gap the sentence does not cross, or where the source says the line is not wrapped. */
export function paragraphs(lines: readonly Line[]): readonly Paragraph[] {
  const known = cache.get(lines);
  if (known) return known;
  const made = divide(lines);
  cache.set(lines, made);
  return made;
}

/** Every reader of a slide asks for the same lines. */
const cache = new WeakMap<readonly Line[], readonly Paragraph[]>();

function divide(lines: readonly Line[]): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | null = null;
  /** Some programs write the marks of several points first and their texts after. */
  let marksAhead = 0;
  for (const line of lines) {
    if (LONE_BULLET.test(line.text)) {
      marksAhead += 1;
      open = null;
      continue;
    }
    const text = line.text.replace(BULLET, '');
    const takesMark: boolean = marksAhead > 0 && (open === null || !/^\p{Ll}/u.test(text));
    const bullet: boolean = takesMark || BULLET.test(line.text) || NUMBER.test(line.text);
    const previous = open?.lines.at(-1);
    if (!bullet && open && previous && goesOn(previous, { ...line, text })) {
      open.lines.push(line);
    } else {
      open = { text: '', lines: [line], bullet };
      found.push(open);
    }
    if (takesMark) marksAhead -= 1;
  }
  for (const paragraph of found) {
    const text = joinLines(paragraph.lines.map(withoutBullet));
    // A line that ends with an opening quotation mark is no line end of the writer's.
    const isGood = paragraph.lines.every((line) => line.source === 'text');
    paragraph.text = isGood ? text.replace(/([‘“„]) (?=\p{Lu})/gu, '$1') : text;
  }
  return found;
}

/** The line without the mark of a point. */
function withoutBullet(line: Line): Line {
  return { ...line, text: line.text.replace(BULLET, '') };
}

function goesOn(previous: Line, line: Line): boolean {
  const before = previous.text;
  if (isDividedCompound(before, line.text)) return true;
  if (/[‘“„(]$/.test(before)) return true;
  const divided = /[\p{L}\p{N}]-$/u.test(before);
  const isInside = (/^\p{Ll}/u.test(line.text) && !line.afterGap) || line.text.startsWith('(');
  if (previous.wrapsAreMarked && !previous.wraps && !divided && !isInside) return false;
  const isDate = !previous.wrapsAreMarked && (isDateLine(before) || isDateLine(line.text));
  if (isDate && !OPEN_END.test(before)) return false;
  if (endsSentence(before)) return /^\p{Ll}/u.test(line.text);
  if (isLabel(before) && isOwnPiece(line.text, previous)) return false;
  return !line.afterGap || OPEN_END.test(before) || beginsInside(line.text);
}

/** The line cannot be the last one of a sentence or heading. */
export function hasOpenEnd(text: string): boolean {
  return OPEN_END.test(text);
}

function endsSentence(text: string): boolean {
  return /[.!?:)]["”’')]?$/u.test(text) && !ABBREVIATION.test(text);
}

const VERB = /\b(?:er|har|kan|skal|bliver|må|vil|får)\b/;
const SENTENCE_WORD = /\b(?:er|har|kan|skal|bliver|må|vil|får|at|og|der|som|i|på|til|for|med)\b/i;
const LABEL_MAX_WORDS = 3;

/** A few words that make no sentence: the text of a box, a heading, a date. */
function isLabel(text: string): boolean {
  return text.split(' ').length <= LABEL_MAX_WORDS && !OPEN_END.test(text) && !SENTENCE_WORD.test(text);
}

/** Below a label a line with a capital is a piece of its own; where wraps are marked, only a longer one is. */
function isOwnPiece(text: string, previous: Line): boolean {
  if (!/^\p{Lu}/u.test(text) || VERB.test(text)) return false;
  return !previous.wrapsAreMarked || text.split(' ').length > LABEL_MAX_WORDS;
}

/** The line begins as no sentence does. */
function beginsInside(text: string): boolean {
  return /^(?:\p{Ll}|[‘“(]|\d+-?\p{Ll})/u.test(text);
}

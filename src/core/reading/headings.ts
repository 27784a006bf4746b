/** Running heads and titles: which lines of a slide name it. */
import { damageSkeleton } from '#src/shared/letter-damage.ts';
import { isDateLine } from './date-line.ts';
import type { Paragraph } from './paragraphs.ts';

const THEME = /^TEMA\s*([IVX]+)$/;
/** A running head is written in capitals and is longer than the names of solutions. */
const HEAD_MIN_LETTERS = 9;
const TITLE_MAX_WORDS = 12;
/** Words by which a title tells what its slide shows. */
const HEADING_WORDS =
  /proces|tidsplan|oversigt|overblik|status|flow|årshjul|agenda|næste skridt|i \p{L}+ trin|\?$/iu;

/** "KORT NYT FRA KOMBIT", "TEMA I", "AFRUNDING": the head as it is to be shown; null for any other line. */
export function runningHead(line: string): string | null {
  const theme = THEME.exec(line);
  if (theme) return `TEMA ${theme[1]}`;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  return letters >= HEAD_MIN_LETTERS && !/[\p{Ll}@]/u.test(line) ? line : null;
}

/** "AFRUNDING Præsentationsmateriale lægges ud": a head that ran into the sentence after it. */
export function headBeforeSentence(line: string): { head: string; rest: string } | null {
  const match = /^(\p{Lu}{2,}(?: \p{Lu}+)*) (\p{Lu}\p{Ll}.*)$/u.exec(line);
  const [, head = '', rest = ''] = match ?? [];
  return runningHead(head) ? { head, rest } : null;
}

/**
 * The paragraph that names the slide. OCR reads from the top, so where it is given its first lines tell which
 * paragraph that is; else it is the first one that could be a heading.
 * @returns the index of the paragraph and the words of the title; null when no paragraph is a heading
 */
export function findTitle(
  paragraphs: readonly Paragraph[],
  ocrLines: readonly string[],
): { index: number; title: string } | null {
  let best: { index: number; title: string; score: number } | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!couldBeTitle(paragraph, index, paragraphs)) continue;
    const title = firstQuestion(paragraph.text);
    const score = ocrLines.length > 0 ? topScore(title, ocrLines) : wordScore(title, index);
    if (best === null || score > best.score) best = { index, title, score };
  }
  return best;
}

function couldBeTitle(paragraph: Paragraph, index: number, all: readonly Paragraph[]): boolean {
  const { text } = paragraph;
  const next = all[index + 1];
  const isStep = isDateLine(all[index - 1]?.text ?? '') && !paragraph.lines[0]?.afterGap;
  const isLabel = index > 0 && /(?:[!:]| fx)$/.test(text);
  const isRole = !text.includes(' ') && (next?.text.includes('@') ?? false);
  return (
    !paragraph.bullet &&
    !isLabel &&
    !isRole &&
    !isStep &&
    !isColumnRow(text) &&
    text.split(' ').length <= TITLE_MAX_WORDS &&
    /\p{L}{3}/u.test(text) &&
    !/@|^uge \d|\.$|^Forperson|^Opgaven:|^[”"“]/iu.test(text)
  );
}

const COLUMN_WORD =
  /^(?:løsning|system|projekt|aftale|dokument|sendt|udsendt|modtagere?|frist|deadline|status|opgaver?|start|slut|ansvarlig|dato|tid|sted|kommune|bemærkning|titel|rolle|navn|plads)$/i;
const LEAST_COLUMNS = 3;

/** "Løsning Aftale Sendt Frist Status": the headings of a table in one line name no slide. */
function isColumnRow(text: string): boolean {
  const words = text.split(' ');
  const columns = words.filter((word) => COLUMN_WORD.test(word)).length;
  return columns >= LEAST_COLUMNS && columns > words.length / 2;
}

/** Without OCR the first paragraph counts, and where that is none, one that speaks of the slide. */
function wordScore(title: string, index: number): number {
  if (index > 0) return HEADING_WORDS.test(title) && !/\d\.\d/.test(title) ? 1 : 0;
  // A single word at the top may as well be the text of a box.
  return title.includes(' ') ? 2 : 0.5;
}

/** "Hvilke formål udestår? DUPLA": the question is the title, the rest a label that stood beside it. */
function firstQuestion(text: string): string {
  return /^[^?]+\?(?= \p{Lu})/u.exec(text)?.[0] ?? text;
}

/** How much of the title the OCR's first lines hold; 0 for nothing. Letter-spaced lines are big headings. */
function topScore(title: string, ocrLines: readonly string[]): number {
  const wanted = damageSkeleton(compact(title));
  let best = 0;
  for (const [position, line] of ocrLines.slice(0, 6).entries()) {
    for (let count = 1; count <= 4; count += 1) {
      const read = damageSkeleton(compact(ocrLines.slice(position, position + count).join(' ')));
      const share = sharedStart(read, wanted) / Math.max(wanted.length, read.length, 1);
      if (share >= 0.3) best = Math.max(best, share - position * 0.1 + (isLetterSpaced(line) ? 1 : 0));
    }
  }
  return best;
}

/** Letters that two texts have in common from the start, where one letter in eight may be wrong. */
function sharedStart(a: string, b: string): number {
  let wrong = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i += 1;
      j += 1;
      continue;
    }
    wrong += 1;
    if (wrong > 1 + j / 8) break;
    if (a[i + 1] === b[j]) i += 1;
    else if (a[i] === b[j + 1]) j += 1;
    else {
      i += 1;
      j += 1;
    }
  }
  return Math.max(0, Math.min(i, j) - wrong);
}

function compact(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d|]/gu, '');
}

/** OCR reads a big heading letter by letter: "HVi I ke fo rm é I e r". */
export function isLetterSpaced(line: string): boolean {
  return (
    line
      .split(' ')
      .slice(0, 12)
      .filter((word) => /^[^iåI|\d]$/u.test(word)).length >= 3
  );
}

/** Lines of a table -> pieces that each belong to one cell: cut at dates, names of solutions and kinds of agreement. */
import { paragraphs } from './paragraphs.ts';
import { datesIn, type ReadContext } from './reading.ts';
import { isRecipients } from './recipients.ts';
import type { Line } from './slide.ts';
import { SOLUTION_NAMES } from './subjects.ts';

export interface Piece {
  text: string;
  line: Line;
  /** The line, and the next one where a date goes over the line end. */
  lines: Line[];
  /** The piece is a date phrase or a word that stands for one ("Uafklaret"). */
  isDate: boolean;
  startsLine: boolean;
  /** An empty line stands before it. */
  startsBlock: boolean;
  /** Part of a sentence, so probably a note laid over the table. */
  isProse: boolean;
}

/** Words that stand in a date cell where the day is not known. */
const DATE_WORDS =
  /(?<![\p{L}-])(?:uafklaret|afventer|ikke (?:fastlagt|aftalt|oplyst)|løbende|snarest|tbd)(?![\p{L}-])/giu;
/** Too little for a date in a sentence, but not in a table of dates: "27/2", or a month that ends its line. */
const WEAK_DATE =
  /(?<![\p{L}\d/.,-])(?:(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\p{L}\d/])|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)$)/gimu;
/** Words before a date that tell whether it has happened. */
const DISPATCH_WORDS =
  /(?:^|\s)((?:er )?(?:af|ud)?sendt|(?:ud)?sendes|forventes(?: (?:ud)?sendt)?|senest|inden)\s*$/iu;
const AGREEMENT_WORDS =
  /^(?:(?:\p{L}*aftaler?|DBA|bilag|tillæg|[A-E](?:\+[A-E])*|ny(?:t|e)?|skabelon|version|opdateret)(?![\p{L}\d])\s*|[-–+]\s*)+/iu;
/** "Nyt" alone begins a name, not an agreement. */
const AGREEMENT_NOUN = /aftale|DBA|bilag|tillæg|skabelon|version/i;
const PROSE_MIN_WORDS = 5;

/** @param cutAgreements true in a table that has a column of agreements */
export function cutPieces(lines: readonly Line[], context: ReadContext, cutAgreements: boolean): Piece[] {
  const prose = proseLines(lines, context);
  const pieces: Piece[] = [];
  for (const block of blocksOf(lines)) {
    const text = block.map((line) => line.text).join('\n');
    const cuts = dateSpans(text, context, block);
    let offset = 0;
    for (const line of block) {
      const placed = { line, offset, isProse: prose.has(line) };
      pieces.push(...cutLine(placed, prose.has(line) ? [] : cuts, cutAgreements));
      offset += line.text.length + 1;
    }
    addWrappedDateLines(pieces, block);
  }
  return pieces;
}

interface Span {
  start: number;
  end: number;
  text: string;
}

function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (line.afterGap || !open) blocks.push([line]);
    else open.push(line);
  }
  return blocks;
}

function dateSpans(text: string, context: ReadContext, lines: readonly Line[]): Span[] {
  const spans = datesIn(text, context, {}, lines).map(({ start, end }) => {
    const before = DISPATCH_WORDS.exec(text.slice(0, start))?.[1];
    // "Slå modtagelse til / 1. marts": the small word belongs to what stands before the cell.
    const small = /^(?:til|fra|den|d\.)\s+/i.exec(text.slice(start, end))?.[0].length ?? 0;
    const from = before ? text.lastIndexOf(before, start) : start + small;
    return { start: from, end, text: text.slice(from, end) };
  });
  for (const match of text.matchAll(DATE_WORDS)) {
    spans.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  for (const match of text.matchAll(WEAK_DATE)) {
    const end = match.index + match[0].length;
    const before = DISPATCH_WORDS.exec(text.slice(0, match.index))?.[1];
    const start = before ? text.lastIndexOf(before, match.index) : match.index;
    if (!spans.some((span) => start < span.end && span.start < end))
      spans.push({ start, end, text: text.slice(start, end) });
  }
  return spans
    .filter((span) => text[span.start - 1] !== '(' && text[span.end] !== ')')
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') }));
}

interface PlacedLine {
  line: Line;
  /** Where the line begins in the text of its block. */
  offset: number;
  isProse: boolean;
}

/** A date that goes over a line end is one piece of the line it begins in. */
function cutLine(
  { line, offset, isProse }: PlacedLine,
  dates: readonly Span[],
  cutAgreements: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  const end = offset + line.text.length;
  const push = (raw: string, isDate: boolean): void => {
    const text = raw.trim();
    if (text === '' || /^[[\]|.,:;]+$/.test(text)) return;
    const startsLine = pieces.length === 0;
    pieces.push({
      text,
      line,
      lines: [line],
      isDate,
      startsLine,
      startsBlock: startsLine && line.afterGap,
      isProse,
    });
  };
  const pushText = (raw: string): void => {
    for (const part of cutText(raw.trim(), cutAgreements)) push(part, false);
  };
  let at = offset;
  for (const date of dates) {
    if (date.end <= at || date.start >= end) continue;
    pushText(line.text.slice(at - offset, Math.max(0, date.start - offset)));
    if (date.start >= offset) push(date.text, true);
    at = Math.min(date.end, end);
  }
  pushText(line.text.slice(at - offset));
  return pieces;
}

/** "Medio/ultimo" in one line and "dec" in the next are one date. */
function addWrappedDateLines(pieces: readonly Piece[], block: readonly Line[]): void {
  for (const piece of pieces) {
    const next = block[block.indexOf(piece.line) + 1];
    const wraps = piece.isDate && !piece.line.text.includes(piece.text);
    if (wraps && next && block.includes(piece.line)) piece.lines.push(next);
  }
}

/** "BoM Databehandleraftale - ny KOMBIT-programledere" -> the solution, the agreement, the rest. */
function cutText(text: string, cutAgreements: boolean): string[] {
  const name = SOLUTION_NAMES.find((one) => startsWithWord(text, one));
  if (name && text.length > name.length) {
    const rest = text.slice(name.length).trim();
    // "EESSI systemansvarlige" is who gets it, not what it is.
    if (cutAgreements && isRecipients(rest) && !AGREEMENT_WORDS.test(rest)) return [text];
    return [text.slice(0, name.length), ...(cutAgreements ? cutAgreement(rest) : [rest])];
  }
  return cutAgreements ? cutAgreement(text) : [text];
}

function cutAgreement(text: string): string[] {
  const agreement = AGREEMENT_WORDS.exec(text)?.[0].trim();
  if (!agreement || agreement.length === text.length || !AGREEMENT_NOUN.test(agreement)) return [text];
  return [agreement, text.slice(agreement.length).trim()];
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\d:-]/u.test(text.slice(word.length));
}

/** Lines that are part of a sentence. A line that ends with a date or begins with a solution is part of a row. */
function proseLines(lines: readonly Line[], context: ReadContext): Set<Line> {
  const found = new Set<Line>();
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (isRowLine(line, context)) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  for (const paragraph of runs.flatMap((run) => paragraphs(run))) {
    if (!isSentence(paragraph.text)) continue;
    for (const line of paragraph.lines) found.add(line);
  }
  return found;
}

function isRowLine(line: Line, context: ReadContext): boolean {
  if (SOLUTION_NAMES.some((name) => startsWithWord(line.text, name))) return true;
  return datesIn(line.text, context, {}, [line]).some((date) => date.end === line.text.length);
}

function isSentence(text: string): boolean {
  const words = text.split(' ');
  if (words.length < PROSE_MIN_WORDS || /^\P{L}*\d|\d$/u.test(text)) return false;
  if (/\p{L}[.!?]$/u.test(text) && !/\b(?:dec|jan|feb|apr|aug|sept|okt|nov)\.$/i.test(text)) return true;
  return words.length >= 8 && /\b(?:er|har|kan|skal|bliver|må|vil|giver|man)\b/.test(text);
}

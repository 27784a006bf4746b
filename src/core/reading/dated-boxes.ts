/** Boxes of a timeline: each day with what happens on it, whether they share a box or stand near each other. */
import type { Box } from '#src/formats/deck.ts';
import { dayBefore, isDateLine } from './date-line.ts';
import { type Paragraph, paragraphs } from './paragraphs.ts';
import { datesIn, type Page, type ReadContext, readDate } from './reading.ts';
import type { Line, SlideBox } from './slide.ts';

export interface DatedStep {
  date: { text: string; lines: Line[] } | null;
  parts: Paragraph[];
  /** All its lines. */
  lines: Line[];
}

interface Piece extends DatedStep {
  place: Box | null;
}

/** A year alone is the head of a column. */
const YEAR = /^20\d\d\+?$/;
/** As many words as "fra 1. marts til 15. marts 2026" has. */
const WHOLE_DATE_WORDS = 7;
/** Boxes farther apart than this share of the slide do not belong together. */
const FARTHEST = 0.35;
/** So many boxes, and no two above each other, make a line. */
const LEAST_ON_LINE = 4;
const APART_ON_LINE = 0.02;

/** The boxes of the slide in reading order, those of years left out; [] for a text. */
export function datedSteps(page: Page, context: ReadContext): DatedStep[] {
  const free = new Set(page.lines);
  const boxes = (page.slide.layout?.boxes ?? [])
    .map((box) => ({ ...box, lines: box.lines.filter((line) => free.has(line)) }))
    .filter((box) => box.lines.length > 0 && !box.lines.every((line) => YEAR.test(line.text)));
  return joinNear(alongTheLine(boxes.flatMap((box) => stepsInBox(box, context))));
}

/** Dated boxes that stand above and below a line from left to right are told in that order. */
function alongTheLine(pieces: readonly Piece[]): Piece[] {
  const dated = pieces.flatMap(({ date, place }) => (date && place ? [place.x + place.width / 2] : []));
  const sorted = [...dated].sort((a, b) => a - b);
  const isLine =
    dated.length >= LEAST_ON_LINE &&
    pieces.every(({ place }) => place !== null) &&
    sorted.every((x, index) => index === 0 || x - (sorted[index - 1] ?? 0) > APART_ON_LINE);
  return isLine ? [...pieces].sort((a, b) => (a.place?.x ?? 0) - (b.place?.x ?? 0)) : [...pieces];
}

/** A day begins a step; a box without a day is one piece. The day of a box may also be its last line. */
function stepsInBox(box: SlideBox, context: ReadContext): Piece[] {
  const pieces: { date: Piece['date']; own: Line[]; lines: Line[]; isClosed?: true }[] = [];
  for (const line of box.lines) {
    const ended = !pieces.at(-1)?.date || pieces.at(-1)?.isClosed ? datesAtEnds(line.text, context) : [];
    for (const { date, rest } of ended) {
      const own = [{ ...line, text: rest }];
      pieces.push({ date: { text: date, lines: [line] }, own, lines: [line], isClosed: true });
    }
    if (ended.length > 0) continue;
    const begun = dateAtStart(line.text, context);
    if (begun) {
      const rest = begun.rest === '' ? [] : [{ ...line, text: begun.rest }];
      pieces.push({ date: { text: begun.date, lines: [line] }, own: rest, lines: [line] });
      continue;
    }
    const open = pieces.at(-1);
    if (open) {
      open.own.push(line);
      open.lines.push(line);
    } else pieces.push({ date: null, own: [line], lines: [line] });
  }
  const [first, second] = pieces;
  if (pieces.length === 2 && first && second && !first.date && second.own.length === 0) {
    return [
      toPiece({ date: second.date, own: first.own, lines: [...first.lines, ...second.lines] }, box.place),
    ];
  }
  return pieces.map((piece) => toPiece(piece, box.place));
}

function toPiece(
  { date, own, lines }: { date: Piece['date']; own: Line[]; lines: Line[] },
  place: Box | null,
): Piece {
  return { date, parts: [...paragraphs(own)], lines, place };
}

/** "Opslag (uge 5) Frist: 20. februar kl. 12": lines that ran together, where each ends with its date. */
export function datesAtEnds(text: string, context: ReadContext): { date: string; rest: string }[] {
  const ends = datesIn(text, context, { role: 'step' }).map(({ end }) => {
    const time = TIME_BEHIND.exec(text.slice(end))?.[0] ?? '';
    return end + time.length;
  });
  const starts = [0, ...ends.slice(0, -1)];
  const steps = starts.map((start, at) => dateAtEnd(text.slice(start, ends[at]).trim(), context));
  const isWhole = ends.length > 1 && steps.every((step) => step && /^\p{Lu}/u.test(step.rest));
  if (isWhole && /^[\s.]*$/.test(text.slice(ends.at(-1)))) return steps.filter((step) => step !== null);
  const only = dateAtEnd(text, context);
  return only ? [only] : [];
}

const TIME_BEHIND = /^\s*(?:\(?kl\.?\s?[\d.:]+\s*(?:[-–]\s*[\d.:]+)?)?[).]*/iu;

/** "Udpegning – medio marts", "Ansøgningsfrist: 20. februar kl. 12", "2. Opslag sendes ud (uge 5)". */
function dateAtEnd(text: string, context: ReadContext): { date: string; rest: string } | null {
  const found = datesIn(text, context, { role: 'step' }).at(-1);
  if (!found || (found.date.from === null && found.date.to === null)) return null;
  const after = text.slice(found.end);
  if (!/^\s*(?:\(?kl\.?\s?[\d.:]+\s*(?:[-–]\s*[\d.:]+)?)?[).\s]*$/iu.test(after)) return null;
  const rest = text
    .slice(0, found.start)
    .replace(/^(?:•\s*|\d{1,2}[.)]\s+(?=\p{Lu}))/u, '')
    .replace(/(?:[\s:(–—-]|(?<!\p{L})(?:den|d\.|i|er|til))+$/u, '');
  return /\p{L}{3}/u.test(rest) ? { date: found.date.raw, rest } : null;
}

/** Nothing but a date: "Februar", "1. marts – 15. marts", "Q2 2026". A year alone heads a column. */
export function isWholeDate(text: string, context: ReadContext): boolean {
  if (text.split(' ').length > WHOLE_DATE_WORDS || YEAR.test(text)) return false;
  const { from, to, precision } = readDate(text, context, { role: 'step' });
  return (from !== null || to !== null) && precision !== 'ongoing';
}

/** "15.12. Programmøde", "Uge 2.", "Medio marts: Test": the words of the date and the rest. */
function dateAtStart(text: string, context: ReadContext): { date: string; rest: string } | null {
  if (isDateLine(text)) return isRead(text, context) ? { date: text, rest: '' } : null;
  if (isWholeDate(text, context)) return { date: text, rest: '' };
  const bare = text.replace(/^•\s*/, '');
  const [found] = datesIn(bare, context, { role: 'step' });
  if (
    found &&
    found.start <= 'den '.length &&
    /^(?:den |d\. ?|i |fra )?$/i.test(bare.slice(0, found.start))
  ) {
    return { date: found.date.raw, rest: withoutMark(bare.slice(found.end)) };
  }
  const before = dayBefore(text);
  return before && isRead(before.day, context) ? { date: before.day, rest: before.rest } : null;
}

function isRead(text: string, context: ReadContext): boolean {
  const { from, to } = readDate(text, context, { role: 'step' });
  return from !== null || to !== null;
}

function withoutMark(text: string): string {
  return text.replace(/^[?.\s]*[:–-]?\s*/, '');
}

/** A box with nothing but a day takes the nearest box without one; each is taken once, the nearest pair first. */
function joinNear(pieces: readonly Piece[]): DatedStep[] {
  const days = pieces.filter((piece) => piece.date && piece.parts.length === 0);
  const texts = pieces.filter((piece) => !piece.date);
  const pairs = days
    .flatMap((day) => texts.map((text) => ({ day, text, apart: apart(day.place, text.place) })))
    .filter((pair) => pair.apart <= FARTHEST)
    .sort((a, b) => a.apart - b.apart);
  const partner = new Map<Piece, Piece>();
  for (const { day, text } of pairs) {
    if (partner.has(day) || partner.has(text)) continue;
    partner.set(day, text);
    partner.set(text, day);
  }
  return pieces.flatMap((piece): DatedStep[] => {
    const other = partner.get(piece);
    if (!other) return [piece];
    if (piece.date) return [];
    return [{ date: other.date, parts: piece.parts, lines: [...other.lines, ...piece.lines] }];
  });
}

/** Sideways counts three times: a day stands over or under its step. */
function apart(a: Box | null, b: Box | null): number {
  if (!a || !b) return Infinity;
  const x = a.x + a.width / 2 - (b.x + b.width / 2);
  const gap = Math.max(0, Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height));
  return Math.abs(x) * 3 + gap;
}

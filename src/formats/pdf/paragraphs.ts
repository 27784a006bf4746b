/** Lines of one box or cell -> its paragraphs: wrapped lines joined, divided words mended, bullets known. */
import type { DeckLink, DeckParagraph } from '#src/formats/deck.ts';
import { deckText } from '#src/formats/deck-text.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import type { Word } from './drawing.ts';
import { type Box, widthOf } from './geometry.ts';
import { type Line, textOf } from './lines.ts';

/** From how much more than the usual step between lines a new paragraph is meant. */
const WIDER_STEP = 1.1;
/** The step of lines set without extra room, as a share of the letter height. */
const PLAIN_STEP = 1.22;
/** Room that must be left over in a line, as a share of the letter height, before its end counts as meant. */
const SPARE_ROOM = 0.4;

/** Where the lines stand. */
export interface Surroundings {
  /** The cell or shape around them, when the page draws one as wide as its lines: it tells where they had to wrap. */
  frame: Box | null;
  /** They stand in no cell or shape at all. */
  isFree: boolean;
}

/** @param lines of one box, top to bottom */
export function paragraphsOf(lines: readonly Line[], surroundings: Surroundings): DeckParagraph[] {
  const room = roomOf(lines, surroundings);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, line, room)) group.push(line);
    else groups.push([line]);
  }
  const indents = room.isCentred ? [] : indentsOf(groups);
  return groups.flatMap((group) => paragraphOf(group, indents));
}

interface Room {
  width: number;
  right: number;
  isCentred: boolean;
  /** One short entry per line, such as names: the longest line is no wrapped one either. */
  isList: boolean;
  /** A few words outside every shape: a date over what happens, a name under a role. */
  isLabel: boolean;
  /** Smallest and usual step from line to line, as shares of the letter height. */
  step: number;
  usualStep: number;
}

function roomOf(lines: readonly Line[], { frame, isFree }: Surroundings): Room {
  const left = Math.min(...lines.map((line) => line.box.left));
  const right = Math.max(...lines.map((line) => line.box.right));
  const isCentred = areCentred(lines);
  const padding = frame ? (isCentred ? 4 : Math.min(Math.max(left - frame.left, 0), 10)) : 0;
  const steps = stepsOf(lines);
  const isList = areEntries(lines);
  return {
    width: frame ? Math.max(right - left, widthOf(frame) - 2 * padding) : right - left,
    right: frame ? Math.max(right, frame.right - padding) : right,
    isCentred,
    isList,
    isLabel: isFree && !isList && !isProse(lines),
    step: Math.min(Math.max(Math.min(...steps, 1.6), 1), 1.6),
    usualStep: steps[Math.floor(steps.length / 2)] ?? 1.2,
  };
}

const CAPITAL = /^[\p{Lu}\d]/u;

/** Nearly every line begins with a capital and is short. */
function areEntries(lines: readonly Line[]): boolean {
  const capitals = lines.filter((line) => CAPITAL.test(line.words[0]?.text ?? ''));
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  return lines.length > 3 && capitals.length > 0.8 * lines.length && words <= 2.5 * lines.length;
}

function isProse(lines: readonly Line[]): boolean {
  const small = lines.slice(1).filter((line) => /^\p{Ll}/u.test(line.words[0]?.text ?? ''));
  return lines.length > 3 && small.length > 0.4 * lines.length;
}

function areCentred(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return false;
  const middle = (line: Line) => (line.box.left + line.box.right) / 2;
  return (
    rest.every((line) => Math.abs(middle(line) - middle(first)) < 2.5) &&
    rest.some((line) => Math.abs(line.box.left - first.box.left) > 4)
  );
}

/** Sorted, without the first line's. */
function stepsOf(lines: readonly Line[]): number[] {
  return lines
    .slice(1)
    .flatMap((line, index) => {
      const before = lines[index];
      return before ? [(line.baseline - before.baseline) / line.size] : [];
    })
    .filter((step) => step > 0.8)
    .toSorted((a, b) => a - b);
}

const OPEN_ADDRESS = /https?:\/\/\S+$/i;
/** What goes on with an address: a piece with signs or figures in it, or a lone end of a path. */
const ADDRESS_END = /^(?:\S*[/._=?&%#\d-]\S*|\S+$)/;

/** Signs and small words after which no paragraph ends. */
const UNFINISHED =
  /(?:[‘“„"»([/–&,]|(?:^|\s)(?:og|eller|samt|i|på|af|for|til|fra|med|om|ved|en|et|den|det|de|der|som|at))$/u;

function goesOn(before: Line, line: Line, room: Room): boolean {
  if (line.marker !== null || line.turn !== before.turn) return false;
  if (line.turn !== 0) return true;
  const ratio = line.size / before.size;
  if (ratio > 1.1 || ratio < 0.9) return false;
  const step = (line.baseline - before.baseline) / line.size;
  if (step > Math.max(room.step, PLAIN_STEP / 1.1) * WIDER_STEP) return false;
  const said = textOf(before.words);
  const starts = textOf(line.words);
  if (/^- ?\p{L}/u.test(starts) || TYPED_MARK.test(starts)) return false;
  if (/[‘“„"»([]$/u.test(said) || isLinkThatMoved(before, line)) return true;
  if (hadRoom(before, line, room)) return false;
  if (UNFINISHED.test(said) || /[\p{L}\p{N}]-$/u.test(said)) return true;
  if (LABEL.test(starts)) return false;
  if (room.isList) return step < 0.93 * room.usualStep || !CAPITAL.test(starts);
  if (room.isLabel) return before.words.length > 4 || !/^\p{Lu}\p{Ll}/u.test(starts);
  return true;
}

/** A point whose mark is typed with its words, and a word that ends in a colon: "Frist: 1. marts". */
const TYPED_MARK = /^[•●◦○▪▫■□‣⁃➢➤►✓✔]\s?/u;
const LABEL = /^\p{Lu}[\p{L}-]*(?: \p{Ll}[\p{L}-]*)?:(?: |$)/u;

/** Some programs never divide a link: they move the whole of it down, whatever room there was. */
function isLinkThatMoved(before: Line, line: Line): boolean {
  return line.words[0]?.url != null && !/[.!?:]$/.test(textOf(before.words));
}

/** The next line's first word would have fitted: the line ended because somebody ended it. */
function hadRoom(before: Line, line: Line, room: Room): boolean {
  const first = line.words[0];
  if (!first) return false;
  const needed = first.right - first.left + (0.25 + SPARE_ROOM) * line.size;
  const spare = room.isCentred ? room.width - widthOf(before.box) : room.right - before.box.right;
  return spare > needed;
}

/** Left edges of marked paragraphs, from the outermost in: what indentation a list has. */
function indentsOf(groups: readonly Line[][]): number[] {
  const edges: number[] = [];
  for (const [first] of groups) {
    if (first?.marker && !edges.some((edge) => Math.abs(edge - first.box.left) < first.size * 0.6)) {
      edges.push(first.box.left);
    }
  }
  return edges.toSorted((a, b) => a - b);
}

function paragraphOf(lines: Line[], indents: readonly number[]): DeckParagraph[] {
  const [first] = lines;
  const text = joined(lines.map((line) => textOf(line.words)));
  if (!first || text === '') return [];
  const level = first.marker
    ? indents.findIndex((edge) => Math.abs(edge - first.box.left) < first.size * 0.6)
    : 0;
  const isTyped = TYPED_MARK.test(text) && text.length > 2;
  return [
    {
      text: isTyped ? text.replace(TYPED_MARK, '') : text,
      level: Math.max(0, level),
      isBullet: first.marker !== null || isTyped,
      links: linksIn(lines),
    },
  ];
}

/** An address that was too long for its line goes on in the next, hyphens and all. */
function joined(texts: readonly string[]): string {
  const whole: string[] = [];
  for (const text of texts) {
    const before = whole.at(-1);
    if (before !== undefined && OPEN_ADDRESS.test(before) && ADDRESS_END.test(text))
      whole.push(whole.pop() + text);
    else whole.push(text);
  }
  return deckText(joinLines(whole.map((text) => ({ text })))).trim();
}

/** Neighbouring words with one address are one link, also over a line's end. */
function linksIn(lines: readonly Line[]): DeckLink[] {
  const links: { url: string; parts: Word[][] }[] = [];
  let open = false;
  for (const line of lines) {
    let isFirst = true;
    for (const word of line.words) {
      const last = links.at(-1);
      if (word.url === null) open = false;
      else if (open && last?.url === word.url) {
        if (isFirst) last.parts.push([word]);
        else last.parts.at(-1)?.push(word);
      } else {
        links.push({ url: word.url, parts: [[word]] });
        open = true;
      }
      isFirst = false;
    }
  }
  return links.map(({ url, parts }) => ({
    text: joined(parts.map((words) => textOf(words))),
    url,
  }));
}

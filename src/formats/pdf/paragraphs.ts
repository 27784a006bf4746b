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

/**
 * @param lines of one box, top to bottom
 * @param frame the cell or shape they stand in, when the page draws one: it tells where a line had to wrap
 */
export function paragraphsOf(lines: readonly Line[], frame: Box | null): DeckParagraph[] {
  const room = roomOf(lines, frame);
  const step = usualStep(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, line, room, step)) group.push(line);
    else groups.push([line]);
  }
  const indents = indentsOf(groups);
  return groups.flatMap((group) => paragraphOf(group, indents));
}

interface Room {
  width: number;
  /** Lines mostly end before they had to: a list, whose longest line is no wrapped one either. */
  isList: boolean;
  isCentred: boolean;
  right: number;
}

function roomOf(lines: readonly Line[], frame: Box | null): Room {
  const left = Math.min(...lines.map((line) => line.box.left));
  const right = Math.max(...lines.map((line) => line.box.right));
  const isCentred = areCentred(lines);
  const room: Room = { width: right - left, right, isCentred, isList: false };
  if (frame) {
    const padding = isCentred ? 4 : Math.min(Math.max(left - frame.left, 0), 10);
    room.right = Math.max(right, frame.right - padding);
    room.width = Math.max(room.width, widthOf(frame) - 2 * padding);
    return room;
  }
  const pairs = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before ? [{ before, line }] : [];
  });
  const ended = pairs.filter(({ before, line }) => line.marker !== null || hadRoom(before, line, room));
  room.isList = pairs.length > 2 && ended.length > 0.6 * pairs.length;
  return room;
}

function areCentred(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return false;
  const middle = (line: Line) => (line.textLeft + line.box.right) / 2;
  return (
    rest.every((line) => Math.abs(middle(line) - middle(first)) < 2.5) &&
    rest.some((line) => Math.abs(line.textLeft - first.textLeft) > 4)
  );
}

function usualStep(lines: readonly Line[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before ? [(line.baseline - before.baseline) / line.size] : [];
  });
  const positive = steps.filter((step) => step > 0.8);
  return Math.min(Math.max(Math.min(...positive, 1.6), 1), 1.6);
}

function goesOn(before: Line, line: Line, room: Room, step: number): boolean {
  if (line.marker !== null || line.turn !== before.turn) return false;
  if (line.turn !== 0) return true;
  const ratio = line.size / before.size;
  if (ratio > 1.1 || ratio < 0.9) return false;
  const taken = (line.baseline - before.baseline) / line.size;
  if (taken > Math.max(step, PLAIN_STEP / 1.1) * WIDER_STEP) return false;
  if (/[\p{L}\p{N}]-$/u.test(textOf(before.words)) && !hadRoom(before, line, room)) return true;
  if (hadRoom(before, line, room)) return false;
  if (before.isBold !== line.isBold && line.textLeft - before.textLeft > 1) return false;
  return !room.isList || /^[\p{Ll}(]/u.test(textOf(line.words));
}

/** The next line's first word would have fitted: the line ended because somebody ended it. */
function hadRoom(before: Line, line: Line, room: Room): boolean {
  const first = line.words[0];
  if (!first) return false;
  const needed = first.right - first.left + (0.25 + SPARE_ROOM) * line.size;
  const spare = room.isCentred
    ? room.width - (before.box.right - before.textLeft)
    : room.right - before.box.right;
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
  const text = deckText(joinLines(lines.map((line) => ({ text: textOf(line.words) })))).trim();
  if (!first || text === '') return [];
  const level = first.marker
    ? indents.findIndex((edge) => Math.abs(edge - first.box.left) < first.size * 0.6)
    : 0;
  return [{ text, level: Math.max(0, level), isBullet: first.marker !== null, links: linksIn(lines) }];
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
    text: deckText(joinLines(parts.map((words) => ({ text: textOf(words) })))).trim(),
    url,
  }));
}

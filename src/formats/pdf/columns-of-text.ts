/** Where the columns of a table run, told by its text alone: the white strips between them. */
import type { Line } from './lines.ts';

/** A strip is free when at most this share of the rows has text in it: a text over two columns may cross it. */
const CROSSED_SHARE = 0.12;
/** Narrowest strip, as a share of the letter height. */
const NARROWEST = 0.55;

/** Left edge of each column and, last, the right edge; fewer than three numbers when the text has no columns. */
export function columnEdgesOfText(lines: readonly Line[], left: number, right: number): number[] {
  const size = middleOf(lines.map((line) => line.size));
  const from = Math.floor(Math.min(left, ...lines.map((line) => line.box.left)));
  const to = Math.ceil(Math.max(right, ...lines.map((line) => line.box.right)));
  const covered = new Array<number>(Math.max(0, to - from)).fill(0);
  for (const line of lines) {
    for (let x = Math.floor(line.box.left); x < Math.ceil(line.box.right); x++) {
      covered[x - from] = (covered[x - from] ?? 0) + 1;
    }
  }
  const most = Math.floor(CROSSED_SHARE * new Set(lines.map((line) => Math.round(line.baseline))).size);
  const strips = stripsOf(covered, most).filter(
    (strip) => strip.from > 0 && strip.to < covered.length && strip.to - strip.from >= NARROWEST * size,
  );
  return [from, ...strips.map((strip) => from + (strip.from + strip.to) / 2), to];
}

function stripsOf(covered: readonly number[], most: number): { from: number; to: number }[] {
  const strips: { from: number; to: number }[] = [];
  let start = -1;
  for (let x = 0; x <= covered.length; x++) {
    const isFree = x < covered.length && (covered[x] ?? 0) <= most;
    if (isFree && start < 0) start = x;
    if (!isFree && start >= 0) {
      strips.push({ from: start, to: x });
      start = -1;
    }
  }
  return strips;
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Runs of text -> the lines a reader sees, from top to bottom. */
import type { TextRun, Word } from './drawing.ts';
import { type Box, sharedHeight, unionOf } from './geometry.ts';

export interface Line {
  words: Word[];
  /** A bullet or number that stands before the words, drawn on its own. */
  marker: string | null;
  box: Box;
  /** Left edge of the words, without the marker. */
  textLeft: number;
  baseline: number;
  size: number;
  isBold: boolean;
  turn: number;
  /** Place of its first letter in drawing order. */
  order: number;
}

/** Gaps as shares of the letter height: wider ones part two columns; narrower ones hold a word together. */
const COLUMN_GAP = 1.2;
/** In a table texts of two columns may come nearer. */
export const TABLE_COLUMN_GAP = 0.7;
const GLUE_GAP = 0.12;
const NEAR_ROWS = 6;
/** A bullet may stand this far before its text. */
const MARKER_GAP = 3;

const MARKER =
  /^(?:[•●◦○▪▫■□–—‒·∙‣⁃➢➤►▶✓✔❖»›§\u2043*\uf000-\uf0ff-]|o|\(?\d{1,2}[.)]|[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])$/u;

/** @param columnGap from how wide a gap on (as a share of the letter height) texts beside each other are two lines */
export function linesOf(runs: readonly TextRun[], columnGap = COLUMN_GAP): Line[] {
  const level = runs.filter((run) => run.turn === 0);
  const turned = runs.filter((run) => run.turn !== 0);
  const rows: TextRun[][] = [];
  for (const run of level.toSorted((a, b) => a.baseline - b.baseline || a.box.left - b.box.left)) {
    // Sorted by height on the page, so only the rows begun last can be the run's own.
    const row = rows
      .slice(-NEAR_ROWS)
      .findLast((other) => other.some((member) => standTogether(member, run)));
    if (row) row.push(run);
    else rows.push([run]);
  }
  const lines = rows.flatMap((row) =>
    segmentsOf(
      row.toSorted((a, b) => a.box.left - b.box.left),
      columnGap,
    ),
  );
  return [...lines, ...turned.map((run) => lineOf([run]))].toSorted(
    (a, b) => a.baseline - b.baseline || a.box.left - b.box.left,
  );
}

/** The words with their blanks. */
export function textOf(words: readonly Word[]): string {
  return words.map((word, index) => (index === 0 || word.isGlued ? '' : ' ') + word.text).join('');
}

/** A raised footnote mark stands with its word; a line below does not. */
function standTogether(a: TextRun, b: TextRun): boolean {
  const lower = Math.min(a.size, b.size);
  return (
    Math.abs(a.baseline - b.baseline) < 0.45 * Math.max(a.size, b.size) &&
    sharedHeight(a.box, b.box) > 0.55 * lower
  );
}

function segmentsOf(row: TextRun[], columnGap: number): Line[] {
  const segments: TextRun[][] = [];
  for (const run of row) {
    const segment = segments.at(-1);
    const last = segment?.at(-1);
    if (segment && last && run.box.left - last.box.right < reach(segment, run, columnGap)) segment.push(run);
    else segments.push([run]);
  }
  return segments.map(lineOf);
}

function reach(segment: TextRun[], next: TextRun, columnGap: number): number {
  const [first] = segment;
  if (segment.length === 1 && first && isMarker(first)) return MARKER_GAP * next.size;
  return columnGap * Math.max(next.size, first?.size ?? 0);
}

function isMarker(run: TextRun): boolean {
  return MARKER.test(textOf(run.words));
}

function lineOf(runs: TextRun[]): Line {
  const [first, second] = runs;
  const hasMarker =
    first !== undefined && second !== undefined && isMarker(first) && partedAfter(first, second);
  const spoken = hasMarker ? runs.slice(1) : runs;
  const widest = spoken.reduce((a, b) => (b.box.right - b.box.left > a.box.right - a.box.left ? b : a));
  return {
    words: spoken.flatMap((run, index) => wordsAfter(spoken[index - 1], run)),
    marker: hasMarker && first ? textOf(first.words) : null,
    box: unionOf(runs.map((run) => run.box)),
    textLeft: spoken[0]?.box.left ?? 0,
    baseline: widest.baseline,
    size: widest.size,
    isBold: spoken.every((run) => run.isBold),
    turn: widest.turn,
    order: Math.min(...runs.map((run) => run.order)),
  };
}

function partedAfter(marker: TextRun, next: TextRun): boolean {
  return next.box.left - marker.box.right > 0.15 * next.size;
}

function wordsAfter(before: TextRun | undefined, run: TextRun): Word[] {
  const [first, ...rest] = run.words;
  if (!before || !first) return run.words;
  const isGlued = run.box.left - before.box.right < GLUE_GAP * Math.max(run.size, before.size);
  return [{ ...first, isGlued }, ...rest];
}

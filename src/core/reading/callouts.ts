/** Notes laid over a table of a deck, and the rows they point at or lie over. */
import { joinLines } from '#src/formats/text/join-lines.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Line, Slide, SlideBox, SlideTable } from './slide.ts';

export interface PointedRows {
  /** Rows of the table, from 0. */
  rows: number[];
  /** The tip of the note lies in the one row; else it only lies over them. */
  isTip: boolean;
}

/** Each note as one paragraph. */
export function calloutsOn(slide: Slide): Paragraph[] {
  return calloutBoxes(slide).map(({ lines }) => ({
    text: joinLines(lines.map((line) => ({ text: line.text.replace(/^• /, '') }))),
    lines: [...lines],
    bullet: false,
  }));
}

/** Null when the slide does not say where the note or the rows stand. */
export function rowsPointedAt(lines: readonly Line[], slide: Slide, table: SlideTable): PointedRows | null {
  const box = calloutBoxes(slide).find((one) => lines.some((line) => one.lines.includes(line)));
  const { rowEdges } = table;
  if (!box || rowEdges.length < 2) return null;
  if (box.pointsAt) {
    const row = rowAt(box.pointsAt.y, rowEdges);
    if (row !== null) return { rows: [row], isTip: true };
  }
  if (!box.place) return null;
  const { y, height } = box.place;
  const rows = rowEdges.slice(0, -1).flatMap((top, row) => {
    const bottom = rowEdges[row + 1] ?? top;
    const shared = Math.min(y + height, bottom) - Math.max(y, top);
    return shared > (bottom - top) / 4 ? [row] : [];
  });
  return { rows, isTip: false };
}

function calloutBoxes(slide: Slide): SlideBox[] {
  return slide.layout?.boxes.filter(({ isCallout }) => isCallout) ?? [];
}

function rowAt(y: number, edges: readonly number[]): number | null {
  const row = edges.findIndex((top, index) => y >= top && y < (edges[index + 1] ?? -1));
  return row < 0 ? null : row;
}

/** A table (`tbl`) -> its cells, each with its place and span. */

import type { Box, DeckCell, TableBlock } from '#src/formats/deck.ts';
import { childrenNamed, findChild, isTrue, wholeNumber } from '#src/formats/xml/find.ts';
import type { XmlElement } from '#src/formats/xml/read-xml.ts';
import { readFill } from './fill.ts';
import { type Frame, toBox } from './frame.ts';
import type { SlideSize } from './presentation.ts';
import { readParagraphs, type TextContext } from './text-body.ts';

/** @param frame where it stands; its height there is often out of date, the rows' own heights hold */
export function readTable(
  table: XmlElement,
  frame: Frame | null,
  size: SlideSize,
  context: TextContext,
): TableBlock {
  const rowElements = childrenNamed(table, 'tr');
  const columns = childrenNamed(findChild(table, 'tblGrid'), 'gridCol');
  /** For each column the first row that no cell from above reaches into. */
  const freeFrom = columns.map(() => 0);
  const rows = rowElements.map((rowElement, row) => {
    const cells: DeckCell[] = [];
    let column = 0;
    for (const cell of childrenNamed(rowElement, 'tc')) {
      const place = { row, column };
      column += 1;
      const isTaken = row < (freeFrom[place.column] ?? 0);
      if (isTrue(cell, 'hMerge') || isTrue(cell, 'vMerge') || isTaken) continue;
      const rowSpan = clamp(wholeNumber(cell, 'rowSpan'), rowElements.length - row);
      const columnSpan = clamp(wholeNumber(cell, 'gridSpan'), columns.length - place.column);
      freeFrom.fill(row + rowSpan, place.column, place.column + columnSpan);
      cells.push({
        ...place,
        rowSpan,
        columnSpan,
        paragraphs: readParagraphs(findChild(cell, 'txBody'), context),
        fill: readFill(findChild(cell, 'tcPr')),
      });
    }
    return cells;
  });
  const rowEdges = frame ? edges(frame.y, sizes(rowElements, 'h'), size.height) : [];
  const columnEdges = frame ? edges(frame.x, sizes(columns, 'w'), size.width) : [];
  return {
    kind: 'table',
    box: tableBox(frame, size, rowEdges, columnEdges),
    isChart: false,
    rows,
    rowEdges,
    columnEdges,
  };
}

function clamp(span: number | undefined, most: number): number {
  return Math.max(1, Math.min(span ?? 1, most));
}

function sizes(elements: XmlElement[], attribute: string): number[] {
  return elements.map((element) => wholeNumber(element, attribute) ?? 0);
}

/** Shares of the slide; [] when the file gives no sizes. */
function edges(start: number, lengths: number[], slideLength: number): number[] {
  let at = start;
  const ends = lengths.map((length) => {
    at += length;
    return at / slideLength;
  });
  return at > start ? [start / slideLength, ...ends] : [];
}

function tableBox(
  frame: Frame | null,
  size: SlideSize,
  rowEdges: number[],
  columnEdges: number[],
): Box | null {
  const box = frame && toBox(frame, size);
  if (!box) return null;
  const width = (columnEdges.at(-1) ?? box.x + box.width) - box.x;
  const height = (rowEdges.at(-1) ?? box.y + box.height) - box.y;
  return { x: box.x, y: box.y, width, height };
}

/** A table (`tbl`) -> its cells, each with its place and span. */

import type { Box, DeckCell, TableBlock } from '#src/formats/deck.ts';
import { childrenNamed, findChild, isTrue, wholeNumber, type XmlElement } from '#src/formats/xml/read-xml.ts';
import { readFill } from './fill.ts';
import { readParagraphs, type TextContext } from './text-body.ts';

/** @param box where the frame of the table stands; its row heights and column widths are spread over it */
export function readTable(table: XmlElement, box: Box | null, context: TextContext): TableBlock {
  const rowElements = childrenNamed(table, 'tr');
  const columns = childrenNamed(findChild(table, 'tblGrid'), 'gridCol');
  const columnCount = Math.max(columns.length, ...rowElements.map((row) => childrenNamed(row, 'tc').length));
  const taken = new Set<string>();
  const rows = rowElements.map((rowElement, row) => {
    const cells: DeckCell[] = [];
    let column = 0;
    for (const cell of childrenNamed(rowElement, 'tc')) {
      const place = { row, column };
      column += 1;
      if (isTrue(cell, 'hMerge') || isTrue(cell, 'vMerge') || taken.has(key(place))) continue;
      const span = {
        rowSpan: clamp(wholeNumber(cell, 'rowSpan'), rowElements.length - row),
        columnSpan: clamp(wholeNumber(cell, 'gridSpan'), columnCount - place.column),
      };
      take(taken, place, span);
      cells.push({
        ...place,
        ...span,
        paragraphs: readParagraphs(findChild(cell, 'txBody'), context),
        fill: readFill(findChild(cell, 'tcPr')),
      });
    }
    return cells;
  });
  return {
    kind: 'table',
    box,
    rows,
    rowEdges: edges(rowElements, 'h', box?.y, box?.height),
    columnEdges: edges(columns, 'w', box?.x, box?.width),
  };
}

function key({ row, column }: { row: number; column: number }): string {
  return `${row} ${column}`;
}

function take(
  taken: Set<string>,
  { row, column }: { row: number; column: number },
  { rowSpan, columnSpan }: { rowSpan: number; columnSpan: number },
): void {
  for (let down = 0; down < rowSpan; down += 1) {
    for (let right = 0; right < columnSpan; right += 1) {
      taken.add(key({ row: row + down, column: column + right }));
    }
  }
}

function clamp(span: number | undefined, most: number): number {
  return Math.max(1, Math.min(span ?? 1, most));
}

function edges(
  elements: XmlElement[],
  attribute: string,
  start: number | undefined,
  length: number | undefined,
): number[] {
  const sizes = elements.map((element) => wholeNumber(element, attribute) ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (start === undefined || length === undefined || total <= 0) return [];
  let sum = 0;
  return [0, ...sizes].map((size) => {
    sum += size;
    return start + (length * sum) / total;
  });
}

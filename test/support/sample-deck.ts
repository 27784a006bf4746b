/** Slides of invented decks in a few words each: a title, boxes, tables with merged cells. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { buildPptx, cell, paragraph, type SampleSlide, shape, table } from './pptx.ts';

/** Left, upper edge, width, height on a slide of 1,000 by 500. */
export type Place = [number, number, number, number];

export function titled(title: string, ...shapes: string[]): SampleSlide {
  const at: Place = [40, 20, 900, 40];
  return {
    shapes: shape({ at, placeholder: 'type="title"', paragraphs: paragraph(title) }) + shapes.join(''),
  };
}

/** Each text is a paragraph; "• " makes it a point. */
export function box(at: Place, ...texts: string[]): string {
  return shape({ at, paragraphs: texts.map(paragraphOf).join('') });
}

function paragraphOf(text: string): string {
  if (!text.startsWith('• ')) return paragraph(text);
  return paragraph(text.slice(2), '<a:pPr><a:buChar char="•"/></a:pPr>');
}

/**
 * Rows of a table. "→" goes on with the cell to the left, "↓" with the cell above.
 * Every row is 20 high, every column 100 wide.
 */
export function grid(at: Place, ...rows: string[][]): string {
  return table(
    at,
    rows.map((cells, row) =>
      cells.map((text, column) => {
        if (text === '→') return cell('', 'hMerge="1"');
        if (text === '↓') return cell('', 'vMerge="1"');
        const across = run(cells.slice(column + 1), '→');
        const down = run(
          rows.slice(row + 1).map((other) => other[column] ?? ''),
          '↓',
        );
        return cell(
          text,
          `${across > 0 ? `gridSpan="${across + 1}"` : ''} ${down > 0 ? `rowSpan="${down + 1}"` : ''}`,
        );
      }),
    ),
  );
}

/** How many of the first texts are the mark. */
function run(texts: readonly string[], mark: string): number {
  const end = texts.findIndex((text) => text !== mark);
  return end < 0 ? texts.length : end;
}

/** A speech bubble; its tip lies below its middle, as drawing programs put it. */
export function bubble(at: Place, text: string): string {
  return shape({
    at,
    paragraphs: paragraph(text),
    properties: '<a:prstGeom prst="wedgeRectCallout"><a:avLst/></a:prstGeom>',
  });
}

/** The day stands on the first slide. */
export const JANUARY = titled('KOMBIT-programledermøde', box([40, 100, 400, 40], '19. januar 2026'));

export function readSlides(...slides: SampleSlide[]): Promise<Snapshot> {
  return readMaterial([{ name: 'slides.pptx', bytes: buildPptx({ slides: [JANUARY, ...slides] }) }]);
}

/** An invented slide in the three forms in which a deck arrives: PowerPoint, PDF, and the text of it. */

import { PdfPage, pdfOf } from './pdf.ts';
import { buildPptx, type SampleSlide } from './pptx.ts';
import { box, grid, type Place, titled } from './sample-deck.ts';

/** A table has as many columns as its first row; "→" and "↓" go on with the cell to the left or above. */
export type Part = { at: Place; texts: string[] } | { at: Place; rows: string[][] };

export interface PlainSlide {
  title: string;
  parts: Part[];
}

export function pptxOf(slides: readonly PlainSlide[]): Uint8Array {
  return buildPptx({ slides: slides.map(toPptx) });
}

function toPptx({ title, parts }: PlainSlide): SampleSlide {
  return titled(
    escaped(title),
    ...parts.map((part) =>
      'rows' in part
        ? grid(part.at, ...part.rows.map((row) => row.map(escaped)))
        : box(part.at, ...part.texts.map(escaped)),
    ),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A slide of the other forms measures 1,000 by 500. */
const X = 0.96;
const Y = 1.08;
const SIZE = 10;
/** Mean width of a letter, as a share of its size. */
const LETTER = 0.52;
const LINE = 12;
const PADDING = 4;

export function pdfOfSlides(slides: readonly PlainSlide[]): Uint8Array {
  return pdfOf(slides.map(toPdf));
}

function toPdf({ title, parts }: PlainSlide): PdfPage {
  const page = new PdfPage().text(40, 50, title, { size: 24, bold: true });
  for (const part of parts) {
    if ('rows' in part) drawTable(page, part.at, part.rows);
    else drawBox(page, part.at, part.texts);
  }
  return page;
}

function drawBox(page: PdfPage, [left, top, width]: Place, texts: readonly string[]): void {
  let y = top * Y + LINE;
  for (const text of texts) {
    const lines = wrapped(text, width * X);
    page.lines(left * X, y, lines, { size: SIZE, step: LINE });
    // A paragraph stands a little apart from the next one.
    y += lines.length * LINE + PADDING;
  }
}

function drawTable(page: PdfPage, [left, top, width]: Place, rows: readonly (readonly string[])[]): void {
  const count = Math.max(...rows.map((row) => row.length));
  const wide = (width * X) / count;
  const x = (column: number): number => left * X + column * wide;
  const edges = [top * Y];
  for (const row of rows) {
    const most = Math.max(
      ...row.map((text) => (isMark(text) ? 1 : wrapped(text, wide - 2 * PADDING).length)),
    );
    edges.push((edges.at(-1) ?? 0) + most * LINE + 2 * PADDING);
  }
  for (const [at, row] of rows.entries()) {
    const [upper = 0, lower = 0] = [edges[at], edges[at + 1]];
    for (let column = 0; column <= count; column += 1) {
      if (row[column] !== '→') page.line(x(column), upper, x(column), lower);
      if (column < count && row[column] !== '↓') page.line(x(column), upper, x(column + 1), upper);
    }
    for (const [column, text] of row.entries()) {
      if (isMark(text)) continue;
      const span = row.slice(column + 1).findIndex((next) => next !== '→');
      const across = 1 + (span < 0 ? row.length - column - 1 : span);
      const lines = wrapped(text, wide * across - 2 * PADDING);
      page.lines(x(column) + PADDING, upper + PADDING + SIZE, lines, { size: SIZE, step: LINE });
    }
  }
  page.line(x(0), edges.at(-1) ?? 0, x(count), edges.at(-1) ?? 0);
}

function isMark(text: string): boolean {
  return text === '→' || text === '↓';
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length + 1) * SIZE * LETTER <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** As programs write a deck out: a row of a table in one line, boxes one after the other. */
export function textOf(slides: readonly PlainSlide[]): Uint8Array {
  const pages = slides.map(({ title, parts }) =>
    [title, ...parts.map((part) => linesOf(part).join('\n'))].join('\n\n'),
  );
  return new TextEncoder().encode(pages.join('\n\f'));
}

function linesOf(part: Part): string[] {
  if (!('rows' in part)) return part.texts;
  return part.rows.map((row) => row.filter((text) => text !== '' && !isMark(text)).join(' '));
}

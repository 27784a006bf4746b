/** The slides of a deck as the readers see them: what is a line of a text is a paragraph here, and has its place. */
import type { Deck, DeckBlock, DeckParagraph, DeckSlide, TableBlock, TextBlock } from '#src/formats/deck.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { isWebAddress } from '#src/shared/web-address.ts';
import { columnsFirst } from './block-order.ts';
import { findTitle, runningHead } from './headings.ts';
import { mended, paragraphsOf } from './mend-deck.ts';
import { paragraphs } from './paragraphs.ts';
import type { Layout, Line, SlideBox, SlideCell, SlideTable } from './slide.ts';

/** A slide of a deck, its head taken off. */
export interface DeckPage {
  section: string;
  title: string;
  titleLines: Line[];
  /** Everything else: boxes and tables in reading order. */
  lines: Line[];
  layout: Layout;
}

/** A block on so many of the slides is part of the template: a logo, a footer. */
const TEMPLATE_SHARE = 0.6;
const TEMPLATE_MIN_SLIDES = 5;
/** A running head stands in the upper part of the slide. */
const HEAD_LOWEST = 0.2;

export function pagesOfDeck(deck: Deck): DeckPage[] {
  const template = templateTexts(deck);
  return mended(deck).slides.map((slide) => pageOf(slide, template));
}

/** Each crossed-out piece as lines of its own: what it said may be what another statement replaces. */
function struckLines({ struck = [], ...part }: DeckParagraph): Line[] {
  return struck.flatMap((text) => linesOfParagraph({ ...part, text }, true));
}

function pageOf(slide: DeckSlide, template: ReadonlySet<string>): DeckPage {
  const blocks = slide.blocks.filter((block) => block.kind === 'table' || !template.has(textOf(block)));
  const title = blocks.find((block): block is TextBlock => block.kind === 'text' && block.isTitle);
  const head = blocks.find((block): block is TextBlock => block !== title && isHead(block));
  const body = layOut(columnsFirst(blocks.filter((block) => block !== title && block !== head)), slide);
  const section = head ? (runningHead(textOf(head)) ?? '') : '';
  const theme = runningHead(title ? textOf(title) : '');
  // "TEMA II" stands where a title stands, and what it is about below it.
  if (title && !(theme !== null && section === '' && /^TEMA /.test(theme))) {
    const titleLines = linesOfText(title);
    return { section, title: joinLines(titleLines), titleLines, ...body };
  }
  return untitled(body, section || (theme ?? ''));
}

/** A slide that names no title: its first paragraph that could be one. */
function untitled({ lines, layout }: { lines: Line[]; layout: Layout }, section: string): DeckPage {
  const inTables = new Set(layout.tables.flatMap((table) => table.rows.flat().flatMap((cell) => cell.lines)));
  const parts = paragraphs(lines.filter((line) => !inTables.has(line)));
  const found = findTitle(parts, []);
  const titleLines = found ? (parts[found.index]?.lines ?? []) : [];
  const rest = (own: readonly Line[]): Line[] => own.filter((line) => !titleLines.includes(line));
  const boxes = layout.boxes.map((box) => ({ ...box, lines: rest(box.lines) }));
  return {
    section,
    title: found?.title ?? '',
    titleLines,
    lines: rest(lines),
    layout: { ...layout, boxes: boxes.filter((box) => box.lines.length > 0) },
  };
}

function layOut(blocks: readonly DeckBlock[], slide: DeckSlide): { lines: Line[]; layout: Layout } {
  const lines: Line[] = [];
  const tables: SlideTable[] = [];
  const boxes: SlideBox[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = tableOf(block);
      tables.push(table);
      lines.push(...new Set(table.rows.flat().flatMap((cell) => cell.lines)));
      continue;
    }
    const own = linesOfText(block);
    boxes.push({ lines: own, place: block.box, isCallout: block.isCallout, pointsAt: block.pointsAt });
    lines.push(...own);
  }
  const { hidden: isHidden, notes, pictureCount } = slide;
  const struck = slide.blocks.flatMap(paragraphsOf).flatMap(struckLines);
  return {
    lines,
    layout: { tables, boxes, links: linksIn(slide.blocks), isHidden, notes, pictureCount, struck },
  };
}

function tableOf({ rows, rowEdges }: TableBlock): SlideTable {
  const height = Math.max(rows.length, ...rows.flat().map((cell) => cell.row + cell.rowSpan));
  const width = Math.max(0, ...rows.flat().map((cell) => cell.column + cell.columnSpan));
  const grid: SlideCell[][] = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: '',
      lines: [],
    })),
  );
  for (const { paragraphs: parts, row, column, rowSpan, columnSpan } of rows.flat()) {
    const lines = parts.flatMap((part, index) => linesOfParagraph(part, index === 0));
    const cell: SlideCell = { row, column, rowSpan, columnSpan, text: joinLines(lines), lines };
    for (let down = row; down < row + rowSpan; down += 1) {
      for (let across = column; across < column + columnSpan; across += 1) {
        const place = grid[down];
        if (place) place[across] = cell;
      }
    }
  }
  return { rows: grid, rowEdges };
}

function linesOfText(block: TextBlock): Line[] {
  const parts = block.paragraphs.filter(({ text }) => text !== '');
  return parts.flatMap((part, index) =>
    linesOfParagraph(part, index === 0).map((line, at) => {
      // The mark of a point is no letter of the deck; the readers of lines know it by one.
      const text = part.isBullet && at === 0 && !/^[•▪●–-]/.test(line.text) ? `• ${line.text}` : line.text;
      return { ...line, text };
    }),
  );
}

/** A line break inside a paragraph makes lines of one sentence. */
function linesOfParagraph({ text }: DeckParagraph, isFirst: boolean): Line[] {
  const pieces = text
    .split('\n')
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '');
  return pieces.map((piece, index) => ({
    text: piece,
    raw: piece,
    source: 'text',
    afterGap: isFirst && index === 0,
    wraps: index < pieces.length - 1,
    wrapsAreMarked: true,
    doubtful: false,
  }));
}

function isHead(block: DeckBlock): block is TextBlock {
  if (block.kind === 'table' || block.isTitle || block.paragraphs.length !== 1) return false;
  return runningHead(textOf(block)) !== null && (block.box === null || block.box.y < HEAD_LOWEST);
}

function textOf(block: TextBlock): string {
  return block.paragraphs.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n');
}

function templateTexts(deck: Deck): Set<string> {
  const counts = new Map<string, number>();
  for (const slide of deck.slides) {
    const texts = slide.blocks.flatMap((block) =>
      block.kind === 'text' && !block.isTitle ? [textOf(block)] : [],
    );
    for (const text of new Set(texts)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(TEMPLATE_MIN_SLIDES, deck.slides.length * TEMPLATE_SHARE);
  return new Set(
    [...counts].filter(([text, count]) => count >= least && !runningHead(text)).map(([text]) => text),
  );
}

/** Mail addresses are contacts; other addresses keep the words that carry them, pieces of one link joined. */
function linksIn(blocks: readonly DeckBlock[]): Layout['links'] {
  const parts = blocks.flatMap(paragraphsOf);
  const found: Layout['links'] = [];
  for (const { links } of parts) {
    for (const [index, { text, url }] of links.entries()) {
      if (!isWebAddress(url) || url.startsWith('mailto:')) continue;
      const before = index > 0 ? found.at(-1) : undefined;
      if (before && before.url === url && links[index - 1]?.url === url)
        before.text = `${before.text}${text}`;
      else found.push({ text: text.replace(/\s+/g, ' ').trim(), url });
    }
  }
  return found;
}

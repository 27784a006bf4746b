/** Pages of PDF files read back, for tests. */
import type { DeckParagraph, DeckSlide, TableBlock, TextBlock } from '#src/formats/deck.ts';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { type PdfExtras, PdfPage, pdfOf } from './pdf.ts';

/** A table as it is drawn, `\n` where a cell's text wraps. */
export const ROWS = [
  ['Opgave', 'Frist', 'Projekt'],
  ['Underskriv ny aftale', '05.12.2025', 'FLIS'],
  ['Afklar kommunens brug af\nadgangsstyring', '15.12.2025', 'Infrastruktur'],
  ['Indsend EAN-nummer', '', 'VALG'],
  ['Sikr telefonnumre', 'Primo jan.', 'KLIK'],
];
/** The same as it is read. */
export const CELLS = ROWS.map((row) => row.map((text) => text.replace('\n', ' ')));
/** Where it stands, just wide enough for its lines. */
export const TABLE = { x: 60, y: 120, widths: [160, 120, 160], rowHeight: 36 };

export function titled(title = 'Status'): PdfPage {
  return new PdfPage().text(43, 66, title, { size: 26, bold: true });
}

export async function slideOf(page: PdfPage, extras: PdfExtras = {}): Promise<DeckSlide> {
  const [slide] = (await readPdf('test.pdf', pdfOf([page], extras))).slides;
  if (!slide) throw new Error('No slide was read.');
  return slide;
}

export async function firstTable(page: PdfPage): Promise<TableBlock> {
  return tableIn(await slideOf(page));
}

export function tableIn(slide: DeckSlide): TableBlock {
  const table = slide.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error(`No table among ${JSON.stringify(slide.blocks)}`);
  return table;
}

export function textsOf(table: TableBlock): string[][] {
  return table.rows.map((row) => row.map((cell) => cell.paragraphs.map(({ text }) => text).join(' ¶ ')));
}

export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** Of all text outside tables, the title left out. */
export async function paragraphsOf(page: PdfPage, extras: PdfExtras = {}): Promise<DeckParagraph[]> {
  const { blocks } = await slideOf(page, extras);
  return blocks
    .filter((block): block is TextBlock => block.kind === 'text' && !block.isTitle)
    .flatMap((block) => block.paragraphs);
}

export async function paragraphTextsOf(page: PdfPage, extras: PdfExtras = {}): Promise<string[]> {
  return (await paragraphsOf(page, extras)).map(({ text }) => text);
}

/** Decks of any length, each slide as full as a slide of tasks is. */
import { drawTable, PdfPage, pdfOf } from '#test/support/pdf.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, JANUARY, titled } from '#test/support/sample-deck.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];
const SAID = ['Husk at melde tilbage senest 12. marts 2026', 'Spørgsmål den 14. april 2026 i Odense'];
const ROWS = 8;

/** @param variant decks of different numbers are different meetings' material */
export function longPptx(slides: number, variant = 0): Uint8Array {
  const pages = numbers(slides).map((number) =>
    titled(
      titleOf(number),
      grid([40, 100, 900, 300], HEAD, ...rowsOf(number, variant)),
      box([40, 440, 500, 40], ...SAID),
    ),
  );
  return buildPptx({ slides: [JANUARY, ...pages] });
}

export function longPdf(slides: number): Uint8Array {
  const front = new PdfPage()
    .text(43, 66, 'KOMBIT-programledermøde', { size: 26 })
    .text(60, 150, '19. januar 2026');
  const pages = numbers(slides).map((number) =>
    drawTable(new PdfPage().text(43, 66, titleOf(number), { size: 26 }).lines(60, 480, SAID), {
      x: 40,
      y: 100,
      widths: [100, 400, 120, 120],
      rowHeight: 30,
      borders: 'lines',
      rows: [HEAD, ...rowsOf(number, 0)],
    }),
  );
  return pdfOf([front, ...pages], { compressed: true });
}

/** The first slide tells the day. */
function numbers(slides: number): number[] {
  return Array.from({ length: slides - 1 }, (_, index) => index + 1);
}

function titleOf(number: number): string {
  return `KLIK-opgaver for område ${number}`;
}

function rowsOf(number: number, variant: number): string[][] {
  return Array.from({ length: ROWS }, (_, row) => [
    'FLIS',
    `Ryd op i testbrugere ${variant}-${number}-${row}`,
    `0${1 + row}.02.2026`,
    `${10 + row}.03.2026`,
  ]);
}

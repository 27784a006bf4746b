/** Titles of PDF pages, and what stands on every page. */
import { describe, expect, test } from 'vitest';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { drawTable, PdfPage, pdfOf } from '#test/support/pdf.ts';
import { slideOf } from '#test/support/read-back.ts';

describe('title', () => {
  test('is the largest text at the top, also over two lines and below a small line', async () => {
    const page = new PdfPage()
      .text(43, 28, 'KORT NYT', { size: 11, bold: true })
      .lines(43, 66, ['Overblik over aftaler', 'og frister'], { size: 26, bold: true })
      .lines(60, 150, ['Kommunen skal svare inden jul, og svaret', 'skal stå i løsningen senest den dag.'], {
        size: 16,
      });
    expect((await slideOf(page)).title).toBe('Overblik over aftaler og frister');
  });

  test('alone on a page it may stand in the middle', async () => {
    const page = new PdfPage().text(58, 250, 'Kort nyt fra KOMBIT', { size: 38, bold: true });
    expect((await slideOf(page)).title).toBe('Kort nyt fra KOMBIT');
  });

  test('a large figure further down is none', async () => {
    const page = new PdfPage()
      .text(43, 66, 'Underskrevne aftaler', { size: 26 })
      .text(400, 300, '83 kommuner', { size: 60 })
      .text(60, 400, 'Opgjort i november', { size: 12 });
    expect((await slideOf(page)).title).toBe('Underskrevne aftaler');
  });

  test('over a table it is the line above it, large or not', async () => {
    const page = new PdfPage().text(60, 50, 'Overblik over frister', { size: 12 });
    drawTable(page, {
      x: 60,
      y: 120,
      widths: [200, 100],
      rowHeight: 30,
      rows: [
        ['Aftale', 'Frist'],
        ['Aula', '04.04.2025'],
      ],
      borders: 'lines',
      size: 12,
    });
    expect((await slideOf(page)).title).toBe('Overblik over frister');
  });

  test('where nothing stands out there is none', async () => {
    const page = new PdfPage().lines(60, 120, ['Her er en linje tekst.', 'Her er en til.'], { size: 12 });
    expect((await slideOf(page)).title).toBe('');
  });
});

describe('what stands on every page', () => {
  test('a logo and page numbers at the foot are left out, a repeated heading is not', async () => {
    const pages = ['Første', 'Anden', 'Tredje', 'Fjerde'].map((title, index) =>
      new PdfPage()
        .text(43, 28, index < 3 ? 'KORT NYT' : 'VALG', { size: 11 })
        .text(43, 66, `${title} emne`, { size: 26 })
        .text(890, 520, 'KOMBIT', { size: 14 })
        .text(40, 520, `Side ${index + 1}`, { size: 10 }),
    );
    const { slides } = await readPdf('test.pdf', pdfOf(pages));
    expect(slides.map(({ title }) => title)).toEqual([
      'Første emne',
      'Anden emne',
      'Tredje emne',
      'Fjerde emne',
    ]);
    expect(slides.map(({ blocks }) => blocks.length)).toEqual([2, 2, 2, 2]);
  });

  test('the headings of tables stay, though each page has them', async () => {
    const pages = ['Første', 'Anden', 'Tredje', 'Fjerde'].map((title) =>
      drawTable(new PdfPage().text(43, 66, `${title} emne`, { size: 26 }).text(880, 40, 'KOMBIT'), {
        x: 40,
        y: 100,
        widths: [100, 300],
        rowHeight: 30,
        borders: 'lines',
        rows: [
          ['Projekt', 'Opgave'],
          ['FLIS', `${title} opgave`],
        ],
      }),
    );
    const { slides } = await readPdf('test.pdf', pdfOf(pages));
    for (const { blocks } of slides) {
      const texts = blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
          : [],
      );
      expect(texts.slice(0, 3)).toEqual(['Projekt', 'Opgave', 'FLIS']);
      expect(JSON.stringify(blocks)).not.toContain('KOMBIT');
    }
  });
});

/** Tables in PDF files that differ in how they are drawn. */
import { describe, expect, test } from 'vitest';
import type { DeckSlide, TableBlock } from '#src/formats/deck.ts';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { drawTable, PdfPage, pdfOf } from '#test/support/pdf.ts';

const ROWS = [
  ['Opgave', 'Frist', 'Projekt'],
  ['Underskriv ny aftale', '05.12.2025', 'FLIS'],
  ['Afklar kommunens brug af\nadgangsstyring', '15.12.2025', 'Infrastruktur'],
  ['Indsend EAN-nummer', '', 'VALG'],
  ['Sikr telefonnumre', 'Primo jan.', 'KLIK'],
];
const CELLS = ROWS.map((row) => row.map((text) => text.replace('\n', ' ')));
const TABLE = { x: 60, y: 120, widths: [160, 120, 160], rowHeight: 36 };

describe('a table is read cell by cell', () => {
  for (const borders of ['grounds', 'lines', 'none'] as const) {
    test(`drawn with ${borders}, wrapped cells joined and empty ones kept`, async () => {
      const page = titled('Opgaver');
      drawTable(page, { ...TABLE, rows: ROWS, borders });
      expect(textsOf(await firstTable(page))).toEqual(CELLS);
    });
  }

  test('drawn with very thin boxes for lines, as PowerPoint does', async () => {
    const page = titled('Opgaver');
    const height = ROWS.length * TABLE.rowHeight;
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    for (const x of [60, 220, 340, 500]) page.box({ x, y: 120, width: 0.75, height }, '000000');
    for (const y of ROWS.map((_, row) => 120 + row * 36))
      page.box({ x: 60, y, width: 440, height: 0.75 }, '000000');
    page.box({ x: 60, y: 120 + height, width: 440, height: 0.75 }, '000000');
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('drawn with level lines alone', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    for (const row of [...ROWS.keys(), ROWS.length]) page.line(60, 120 + row * 36, 500, 120 + row * 36);
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('with a coloured heading and level lines under it', async () => {
    const page = titled('Opgaver');
    for (const [x, width] of [
      [60, 160],
      [220, 120],
      [340, 160],
    ] as const) {
      page.box({ x, y: 120, width, height: 36 }, '0B3B47');
    }
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    for (const row of [2, 3, 4, 5]) page.line(60, 120 + row * 36, 500, 120 + row * 36);
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('with every second row coloured and nothing else drawn', async () => {
    const page = titled('Opgaver');
    for (const row of [1, 3]) page.box({ x: 60, y: 120 + row * 36, width: 440, height: 36 }, 'EEF4F4');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('with lines open to the left and right', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    for (const row of [...ROWS.keys(), ROWS.length]) page.line(60, 120 + row * 36, 500, 120 + row * 36);
    for (const x of [220, 340]) page.line(x, 120, x, 300);
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('with a coloured strip for each row and no upright line', async () => {
    const page = titled('Opgaver');
    for (const row of ROWS.keys()) {
      page.box({ x: 60, y: 120 + row * 36, width: 440, height: 36 }, row % 2 ? 'FFFFFF' : 'EEF4F4');
    }
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('without lines inside a coloured box', async () => {
    const page = titled('Opgaver').box({ x: 40, y: 100, width: 480, height: 220 }, 'EEF4F4');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });

  test('set tight without lines: every line with several texts is a row', async () => {
    const page = titled('Frister');
    const rows = [
      ['Aftale', 'Frist'],
      ['Aula', '04.04.2025'],
      ['FBS', 'Medio dec.'],
      ['FLIS', '05.12.25'],
    ];
    drawTable(page, { ...TABLE, widths: [120, 120], rowHeight: 13.5, rows, borders: 'none' });
    expect(textsOf(await firstTable(page))).toEqual(rows);
  });

  test('where a text of one column nearly touches the next', async () => {
    const page = titled('Opgaver');
    const rows = [
      ['Opgave', 'Frist'],
      ['Underskriv aftale', '05.12.2025'],
      ['Afklar brug af adgangsstyring', '15.12.2025'],
      ['Indsend EAN-nummer', '01.12.2025'],
    ];
    drawTable(page, { ...TABLE, widths: [162, 120], rows, borders: 'none' });
    expect(textsOf(await firstTable(page))).toEqual(rows);
  });

  test('drawn word by word, as browsers do', async () => {
    const page = titled('Opgaver');
    ROWS.forEach((row, rowIndex) => {
      row.forEach((text, column) => {
        let x = 65 + ([0, 160, 280][column] ?? 0);
        for (const word of text.split(/\s/)) {
          if (word !== '') page.text(x, 140 + rowIndex * 36, word, { size: 8 });
          x += word.length * 4.2 + 2.5;
        }
      });
    });
    for (const row of [...ROWS.keys(), ROWS.length]) page.line(60, 120 + row * 36, 500, 120 + row * 36);
    expect(textsOf(await firstTable(page)).map(([, ...rest]) => rest)).toEqual(
      CELLS.map(([, ...rest]) => rest),
    );
  });

  test('two tables on one page are two', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS.slice(0, 3), borders: 'lines' });
    drawTable(page, { ...TABLE, y: 330, rows: ROWS.slice(2), borders: 'grounds' });
    const tables = (await slideOf(page)).blocks.filter((block) => block.kind === 'table');
    expect(tables.map(textsOf)).toEqual([CELLS.slice(0, 3), CELLS.slice(2)]);
  });
});

describe('cells that belong together', () => {
  test('a cell over several columns or rows says how many', async () => {
    const page = titled('Årshjul');
    for (const place of [
      { x: 60, y: 120, width: 100, height: 80 },
      { x: 160, y: 120, width: 200, height: 40 },
      { x: 160, y: 160, width: 100, height: 40 },
      { x: 260, y: 160, width: 100, height: 40 },
    ]) {
      page.box(place, 'FFFFFF', true);
    }
    page
      .text(65, 165, 'Fagråd')
      .text(165, 145, 'Strategisk drøftelse')
      .text(165, 185, 'Feb')
      .text(265, 185, 'Mar');
    const table = await firstTable(page);
    expect(
      table.rows.flat().map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
    ).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ]);
  });

  test('the places of rows and columns are shares of the page', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'grounds' });
    const table = await firstTable(page);
    expect(table.columnEdges.map(rounded)).toEqual([60 / 960, 220 / 960, 340 / 960, 500 / 960].map(rounded));
    expect(table.rowEdges.map(rounded)).toEqual([120, 156, 192, 228, 264, 300].map((y) => rounded(y / 540)));
    expect(table.rows[0]?.[0]?.fill).toBe('0B3B47');
  });

  test('a heading over two columns and a section row over all', async () => {
    const page = titled('Frister');
    const rows = [
      ['Projekt', { text: 'Periode', span: 2 }],
      ['', 'Start', 'Slut'],
      [{ text: 'Fælleskommunal infrastruktur og andre', span: 3 }],
      ['ADG', '19.10.2025', '15.12.2025'],
    ];
    drawTable(page, { ...TABLE, widths: [120, 100, 100], rows, borders: 'grounds' });
    const table = await firstTable(page);
    expect(table.rows.map((row) => row.map(({ columnSpan }) => columnSpan))).toEqual([
      [1, 2],
      [1, 1, 1],
      [3],
      [1, 1, 1],
    ]);
  });

  test('a sign alone in a cell is what the cell says', async () => {
    const page = titled('Status');
    drawTable(page, {
      ...TABLE,
      rows: [
        ['Kommune', 'Klar'],
        ['Greve', '•'],
        ['Køge', '-'],
      ],
      borders: 'lines',
    });
    expect(textsOf(await firstTable(page)).slice(1)).toEqual([
      ['Greve', '•'],
      ['Køge', '-'],
    ]);
  });

  test('a word divided at a line end is whole again, an abbreviation keeps its hyphen', async () => {
    const page = titled('Aftaler');
    const rows = [
      ['Løsning', 'Udsendt til'],
      ['Aula', 'Infrastrukturansvarlige og KOMBIT-\nprogramledere'],
      ['FBS', 'Bibliotekschefer og it-arki-\ntekter'],
    ];
    drawTable(page, { ...TABLE, rows, borders: 'grounds' });
    expect(textsOf(await firstTable(page)).slice(1)).toEqual([
      ['Aula', 'Infrastrukturansvarlige og KOMBIT-programledere'],
      ['FBS', 'Bibliotekschefer og it-arkitekter'],
    ]);
  });
});

describe('words over a table', () => {
  test('a speech bubble says where its tip points, and stays out of the cells', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'grounds' });
    page.shape(
      [
        [620, 150],
        [820, 150],
        [820, 200],
        [620, 200],
        [620, 190],
        [450, 245],
        [620, 175],
      ],
      'FFE9C7',
    );
    page.text(630, 180, 'Er gennemgået på webinar');
    const slide = await slideOf(page);
    const callout = slide.blocks.find((block) => block.kind === 'text' && block.isCallout);
    expect(callout).toMatchObject({ fill: 'FFE9C7', paragraphs: [{ text: 'Er gennemgået på webinar' }] });
    if (callout?.kind !== 'text' || !callout.pointsAt) throw new Error('It points nowhere.');
    expect([rounded(callout.pointsAt.x), rounded(callout.pointsAt.y)]).toEqual([
      rounded(450 / 960),
      rounded(245 / 540),
    ]);
    expect(textsOf(tableIn(slide))).toEqual(CELLS);
  });

  test('a box laid over cells hides no cell and adds none', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'grounds' });
    page.box({ x: 150, y: 240, width: 150, height: 40 }, 'FFE9C7');
    page.text(158, 262, 'Husk systemansvarlige');
    const slide = await slideOf(page);
    expect(textsOf(tableIn(slide))).toEqual(CELLS);
    expect(slide.blocks.filter((block) => block.kind === 'text' && block.isCallout)).toMatchObject([
      { paragraphs: [{ text: 'Husk systemansvarlige' }], box: { x: 150 / 960 } },
    ]);
  });

  test('words without a box, put over the table last, are no part of a cell', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'lines' });
    page.text(290, 252, 'Ny!', { bold: true });
    const slide = await slideOf(page);
    expect(textsOf(tableIn(slide))).toEqual(CELLS);
    expect(slide.blocks.filter((block) => block.kind === 'text' && block.isCallout)).toHaveLength(1);
  });

  test('a line from a text beside the table into a row tells which row is meant', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'lines' });
    page.box({ x: 640, y: 300, width: 180, height: 40 }, 'FFE9C7').text(650, 324, 'Husk telefonnumre');
    page.line(640, 320, 480, 285);
    const callout = (await slideOf(page)).blocks.find((block) => block.kind === 'text' && block.isCallout);
    expect(callout).toMatchObject({ paragraphs: [{ text: 'Husk telefonnumre' }], pointsAt: { x: 0.5 } });
  });

  test('an arrow into the table is no border', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'lines' });
    page.line(420, 210, 800, 210);
    expect(textsOf(await firstTable(page))).toEqual(CELLS);
  });
});

describe('what only looks like a table', () => {
  test('names set in columns stay text, read column by column', async () => {
    const page = titled('Følgende kommuner mangler');
    const names = [
      'Albertslund',
      'Allerød',
      'Assens',
      'Ballerup',
      'Billund',
      'Brøndby',
      'Dragør',
      'Egedal',
      'Esbjerg',
    ];
    [0, 1, 2].forEach((column) => {
      page.lines(100 + column * 150, 150, names.slice(column * 3, column * 3 + 3), { size: 11, step: 14 });
    });
    const slide = await slideOf(page);
    expect(slide.blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(
      slide.blocks
        .slice(1)
        .flatMap((block) => (block.kind === 'text' ? block.paragraphs : []))
        .map(({ text }) => text),
    ).toEqual(names);
  });

  test('boxes with room between them are boxes', async () => {
    const page = titled('Løsninger');
    for (const [index, name] of ['Adgang', 'Drift', 'Support', 'Udbud'].entries()) {
      const place = {
        x: 60 + (index % 2) * 200,
        y: 120 + Math.floor(index / 2) * 80,
        width: 180,
        height: 60,
      };
      page.box(place, '5FA052').text(place.x + 20, place.y + 35, name);
    }
    const slide = await slideOf(page);
    expect(slide.blocks.slice(1)).toMatchObject(
      ['Adgang', 'Drift', 'Support', 'Udbud'].map((text) => ({
        kind: 'text',
        fill: '5FA052',
        paragraphs: [{ text }],
      })),
    );
  });

  test('the bars of a chart on its axis are no table', async () => {
    const page = titled('Henvendelser');
    page.line(60, 400, 500, 400);
    for (const [index, height] of [40, 160, 90, 210].entries()) {
      page.box({ x: 80 + index * 100, y: 400 - height, width: 60, height }, '1A8A84');
      page
        .text(100 + index * 100, 390 - height, String(height))
        .text(100 + index * 100, 415, `${17 + index}`);
    }
    expect((await slideOf(page)).blocks.some((block) => block.kind === 'table')).toBe(false);
  });
});

function titled(title: string): PdfPage {
  return new PdfPage().text(43, 66, title, { size: 26, bold: true });
}

async function slideOf(page: PdfPage): Promise<DeckSlide> {
  const [slide] = (await readPdf('test.pdf', pdfOf([page]))).slides;
  if (!slide) throw new Error('No slide was read.');
  return slide;
}

async function firstTable(page: PdfPage): Promise<TableBlock> {
  return tableIn(await slideOf(page));
}

function tableIn(slide: DeckSlide): TableBlock {
  const table = slide.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error(`No table among ${JSON.stringify(slide.blocks)}`);
  return table;
}

function textsOf(table: TableBlock): string[][] {
  return table.rows.map((row) => row.map((cell) => cell.paragraphs.map(({ text }) => text).join(' ¶ ')));
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

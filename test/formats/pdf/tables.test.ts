/** Tables in PDF files that differ in how they are drawn. */
import { describe, expect, test } from 'vitest';
import { drawTable } from '#test/support/pdf.ts';
import {
  CELLS,
  firstTable,
  ROWS,
  rounded,
  slideOf,
  TABLE,
  textsOf,
  titled,
} from '#test/support/read-back.ts';

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
    const table = await firstTable(page);
    expect(textsOf(table)).toEqual(CELLS);
    expect(table.columnEdges.map((x) => Math.round(x * 960))).toEqual([60, 220, 340, 500]);
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
    const table = await firstTable(page);
    expect(textsOf(table)).toEqual(CELLS);
    expect(table.columnEdges.map(rounded)).toEqual([60 / 960, 220 / 960, 340 / 960, 500 / 960].map(rounded));
  });

  test('with a coloured strip for each row and no upright line', async () => {
    const page = titled('Opgaver');
    for (const row of ROWS.keys()) {
      page.box({ x: 60, y: 120 + row * 36, width: 440, height: 36 }, row % 2 ? 'FFFFFF' : 'EEF4F4');
    }
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'none' });
    const table = await firstTable(page);
    expect(textsOf(table)).toEqual(CELLS);
    expect(table.rowEdges.map((y) => Math.round(y * 540))).toEqual([120, 156, 192, 228, 264, 300]);
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

  test('set from the top without lines: further lines of a cell belong to the row above', async () => {
    const page = titled('Opgaver');
    const rows = [
      ['Opgave', 'Frist', 'Udsendt til'],
      ['Underskriv ny', '05.12.2025', 'Systemansvarlige og'],
      ['Afklar brug', '15.12.2025', 'Chefer'],
      ['Indsend tal', 'Uge 44', 'Programledere og'],
    ];
    const further: Record<number, [number, string]> = {
      1: [65, 'databehandleraftale'],
      3: [325, 'fagchefer'],
    };
    rows.forEach((row, rowIndex) => {
      const y = 140 + rowIndex * 40;
      row.forEach((text, column) => {
        page.text(65 + column * 130, y, text, { size: 11 });
      });
      const [x, text] = further[rowIndex] ?? [];
      if (x && text) page.text(x, y + 13, text, { size: 11 });
    });
    expect(
      textsOf(await firstTable(page))
        .at(-1)
        ?.at(-1),
    ).toBe('Programledere og fagchefer');
    expect(textsOf(await firstTable(page)).map(([first]) => first)).toEqual([
      'Opgave',
      'Underskriv ny databehandleraftale',
      'Afklar brug',
      'Indsend tal',
    ]);
  });

  test('where a text over all columns stands among rows with level lines alone', async () => {
    const page = titled('Opgaver');
    const rows = [
      ['Opgave', 'Frist', 'Projekt'],
      [{ text: 'Fælleskommunal infrastruktur og støttesystemer', span: 3 }],
      ['Adgang', '19.10.2025', 'ADG'],
      ['Beskeder', '01.12.2025', 'BFD'],
      ['Ydelser', '15.12.2025', 'YDX'],
      ['Sager', '20.12.2025', 'SDI'],
      ['Klasser', '21.12.2025', 'KLA'],
      ['Organisation', '22.12.2025', 'ORG'],
      ['Udbud', '23.12.2025', 'UDB'],
    ];
    drawTable(page, { ...TABLE, widths: [120, 100, 100], rowHeight: 24, rows, borders: 'none' });
    for (const row of [...rows.keys(), rows.length]) page.line(60, 120 + row * 24, 380, 120 + row * 24);
    expect(
      (await firstTable(page)).rows.slice(0, 3).map((row) => row.map(({ columnSpan }) => columnSpan)),
    ).toEqual([[1, 1, 1], [3], [1, 1, 1]]);
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

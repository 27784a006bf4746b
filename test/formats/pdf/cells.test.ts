/** Cells of tables in PDF files. */
import { describe, expect, test } from 'vitest';
import { drawTable } from '#test/support/pdf.ts';
import { firstTable, ROWS, rounded, TABLE, textsOf, titled } from '#test/support/read-back.ts';

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

  test('a coloured mark drawn with its cell is part of what the cell says', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS.slice(0, 4), borders: 'grounds' });
    page.box({ x: 228, y: 237, width: 50, height: 18 }, 'C9772B').text(234, 250, 'Uafklaret', { size: 9 });
    drawTable(page, { ...TABLE, y: 120 + 4 * TABLE.rowHeight, rows: ROWS.slice(4), borders: 'grounds' });
    expect(textsOf(await firstTable(page))[3]).toEqual(['Indsend EAN-nummer', 'Uafklaret', 'VALG']);
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

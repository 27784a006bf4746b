/** Words laid over tables in PDF files. */
import { describe, expect, test } from 'vitest';
import { drawTable } from '#test/support/pdf.ts';
import {
  CELLS,
  firstTable,
  ROWS,
  rounded,
  slideOf,
  TABLE,
  tableIn,
  textsOf,
  titled,
} from '#test/support/read-back.ts';

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

  test('a speech bubble within one large cell is no part of what the cell says', async () => {
    const page = titled('Status');
    drawTable(page, {
      ...TABLE,
      widths: [120, 400],
      rowHeight: 90,
      rows: [
        ['Projekt', 'Status'],
        ['VALG', 'Afviklet'],
      ],
      borders: 'grounds',
    });
    page.shape(
      [
        [380, 220],
        [560, 220],
        [560, 280],
        [380, 280],
        [380, 265],
        [260, 255],
        [380, 245],
      ],
      'FFE9C7',
    );
    page.text(390, 255, 'Husk evalueringen');
    const slide = await slideOf(page);
    expect(textsOf(tableIn(slide))[1]).toEqual(['VALG', 'Afviklet']);
    expect(slide.blocks.at(-1)).toMatchObject({
      isCallout: true,
      paragraphs: [{ text: 'Husk evalueringen' }],
    });
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

  test('a box put into one cell after the table was drawn keeps its colour and its place', async () => {
    const page = titled('Opgaver');
    drawTable(page, { ...TABLE, rows: ROWS, borders: 'grounds' });
    page.box({ x: 228, y: 237, width: 50, height: 18 }, 'C9772B').text(234, 250, 'Nyt!', { size: 9 });
    const slide = await slideOf(page);
    expect(textsOf(tableIn(slide))).toEqual(CELLS);
    expect(slide.blocks.at(-1)).toMatchObject({ isCallout: true, fill: 'C9772B', box: { x: 228 / 960 } });
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

/** Boxes, links and letters of PDF pages. */
import { describe, expect, test } from 'vitest';
import { paragraphsOf, paragraphTextsOf, slideOf, titled } from '#test/support/read-back.ts';

describe('boxes', () => {
  test('text in a shape takes the box and the colour of the shape', async () => {
    const page = titled()
      .box({ x: 100, y: 200, width: 240, height: 60 }, '1A8A84')
      .text(180, 235, 'Applikation');
    expect((await slideOf(page)).blocks[1]).toMatchObject({
      fill: '1A8A84',
      box: { x: 100 / 960, y: 200 / 540, width: 0.25, height: 60 / 540 },
      paragraphs: [{ text: 'Applikation' }],
    });
  });

  test('a box on a larger one holds its own text', async () => {
    const page = titled()
      .box({ x: 100, y: 150, width: 600, height: 120 }, 'EEF4F4')
      .box({ x: 120, y: 170, width: 200, height: 80 }, 'FFFFFF', true)
      .text(140, 210, 'Identificering');
    expect((await slideOf(page)).blocks[1]).toMatchObject({ fill: 'FFFFFF', box: { x: 120 / 960 } });
  });

  test('an arrow holds text and points nowhere', async () => {
    const page = titled()
      .shape(
        [
          [100, 200],
          [260, 200],
          [300, 225],
          [260, 250],
          [100, 250],
        ],
        '2B7A9B',
      )
      .text(120, 230, 'Udbud')
      .shape(
        [
          [100, 310],
          [260, 310],
          [260, 300],
          [300, 325],
          [260, 350],
          [260, 340],
          [100, 340],
        ],
        '2B7A9B',
      )
      .text(120, 330, 'Drift')
      .shape(
        [
          [100, 400],
          [260, 400],
          [300, 425],
          [260, 450],
          [100, 450],
          [140, 425],
        ],
        '2B7A9B',
      )
      .text(150, 430, 'Support');
    expect((await slideOf(page)).blocks.slice(1)).toMatchObject([
      { fill: '2B7A9B', pointsAt: null, paragraphs: [{ text: 'Udbud' }] },
      { fill: '2B7A9B', pointsAt: null, paragraphs: [{ text: 'Drift' }] },
      { fill: '2B7A9B', pointsAt: null, paragraphs: [{ text: 'Support' }] },
    ]);
  });

  test('turned text keeps its words', async () => {
    const page = titled().raw(
      'BT /R 12 Tf 0 1 -1 0 100 200 Tm (Porteføljeråd) Tj ET'.replace('ø', '\\370').replace('å', '\\345'),
    );
    expect(await paragraphTextsOf(page)).toEqual(['Porteføljeråd']);
  });
});

describe('links', () => {
  test('web and mail addresses stand with the words that carry them', async () => {
    const page = titled()
      .text(60, 200, 'Skriv til SKL@kombit.dk', { size: 14 })
      .text(60, 230, 'Se mere her', { size: 14 })
      .link({ x: 113, y: 186, width: 120, height: 18 }, 'mailto:SKL@kombit.dk')
      .link({ x: 60, y: 216, width: 90, height: 18 }, 'https://kombit.dk/sts');
    expect((await paragraphsOf(page)).flatMap(({ links }) => links)).toEqual([
      { text: 'SKL@kombit.dk', url: 'mailto:SKL@kombit.dk' },
      { text: 'Se mere her', url: 'https://kombit.dk/sts' },
    ]);
  });

  test('scripts and files are no links', async () => {
    const page = titled().text(60, 200, 'Klik her', { size: 14 });
    for (const url of [
      'javascript:app.alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'tel:+4533333333',
    ]) {
      page.link({ x: 60, y: 186, width: 90, height: 18 }, url);
    }
    expect((await paragraphsOf(page)).flatMap(({ links }) => links)).toEqual([]);
  });
});

describe('letters', () => {
  const meanings = { '41': 'FB01', '42': '0061030A', '43': '0000', '44': '200B', '45': '0042' };

  test('ligatures, combining accents, NULs and marks without width become plain letters', async () => {
    const page = titled().text(60, 200, '434142444345', { size: 14, isMapped: true });
    expect(await paragraphTextsOf(page, { meanings })).toEqual(['fiåB']);
  });

  test('words parted by the pen alone are parted, letters drawn one by one are not', async () => {
    const page = titled()
      .raw('BT /R 14 Tf 1 0 0 1 60 340 Tm [(Ny)-300(aftale)] TJ ET')
      .raw('BT /R 14 Tf 1 0 0 1 60 240 Tm (A) Tj 9.34 0 Td (u) Tj 7.78 0 Td (l) Tj 3.1 0 Td (a) Tj ET');
    expect(await paragraphTextsOf(page)).toEqual(['Ny aftale', 'Aula']);
  });

  test('spaced letters are one word', async () => {
    const page = titled().raw('BT /R 14 Tf 3 Tc 1 0 0 1 60 340 Tm (TEMA) Tj ET');
    expect(await paragraphTextsOf(page)).toEqual(['TEMA']);
  });
});

test('pictures are counted, hidden slides and notes are not in a PDF', async () => {
  const page = titled().raw('q 200 0 0 100 300 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q');
  expect(await slideOf(page)).toMatchObject({ number: 1, hidden: false, notes: [], pictureCount: 1 });
});

/** Text of PDF pages: titles, paragraphs, bullets, links, boxes, and letters that need mending. */
import { describe, expect, test } from 'vitest';
import type { DeckParagraph, DeckSlide, TextBlock } from '#src/formats/deck.ts';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { PdfPage, pdfOf } from '#test/support/pdf.ts';

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

  test('where nothing stands out there is none', async () => {
    const page = new PdfPage().lines(60, 120, ['Her er en linje tekst.', 'Her er en til.'], { size: 12 });
    expect((await slideOf(page)).title).toBe('');
  });
});

describe('paragraphs', () => {
  test('a wrapped line goes on, a line that ends early or a wider step does not', async () => {
    const page = titled()
      .lines(
        60,
        150,
        ['Svaret skal sendes af den systemansvarlige, og det', 'skal ske i løsningen. Husk alle formål.'],
        { size: 14 },
      )
      .text(60, 210, 'Næste punkt er nyt.', { size: 14 });
    expect(await textsOf(page)).toEqual([
      'Svaret skal sendes af den systemansvarlige, og det skal ske i løsningen. Husk alle formål.',
      'Næste punkt er nyt.',
    ]);
  });

  test('bullets and numbers drawn on their own are marks, with levels by indentation', async () => {
    const page = titled()
      .text(60, 150, '•', { size: 16 })
      .text(82, 150, 'To trin', { size: 16 })
      .text(82, 175, '–', { size: 16 })
      .text(104, 175, 'Ny driftsplatform', { size: 16 })
      .text(60, 200, '•', { size: 16 })
      .text(82, 200, 'Varsling', { size: 16 })
      .text(60, 260, '1.', { size: 16 })
      .text(82, 260, 'Kort nyt', { size: 16 });
    expect((await paragraphsOf(page)).map(({ text, level, isBullet }) => [text, level, isBullet])).toEqual([
      ['To trin', 0, true],
      ['Ny driftsplatform', 1, true],
      ['Varsling', 0, true],
      ['Kort nyt', 0, true],
    ]);
  });

  test('names below each other are one paragraph each, a name over two lines is one', async () => {
    const page = titled()
      .lines(100, 150, ['Albertslund', 'Faaborg-Midtfyn', 'Greve', 'Bornholms'], { size: 11, step: 16 })
      .text(100, 150 + 3 * 16 + 12.5, 'Regionskommune', { size: 11 })
      .lines(100, 150 + 4 * 16 + 12.5, ['Dragør', 'Ærø'], { size: 11, step: 16 });
    expect(await textsOf(page)).toEqual([
      'Albertslund',
      'Faaborg-Midtfyn',
      'Greve',
      'Bornholms Regionskommune',
      'Dragør',
      'Ærø',
    ]);
  });

  test('a date over what happens on it is a line of its own', async () => {
    const page = titled()
      .text(200, 300, '27.11', { size: 12 })
      .text(190, 315, 'Opslag færdigt', { size: 12 });
    expect(await textsOf(page)).toEqual(['27.11', 'Opslag færdigt']);
  });

  test('two columns of text are read one after the other', async () => {
    const page = titled()
      .lines(60, 150, ['Fordele ved den nye', 'løsning er mange og', 'gode for borgerne.'], { size: 14 })
      .lines(500, 150, ['Ulemper er der kun', 'få af, og de kan', 'klares med tiden.'], { size: 14 });
    expect(await textsOf(page)).toEqual([
      'Fordele ved den nye løsning er mange og gode for borgerne.',
      'Ulemper er der kun få af, og de kan klares med tiden.',
    ]);
  });
});

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
      .text(120, 230, 'Udbud');
    expect((await slideOf(page)).blocks[1]).toMatchObject({ fill: '2B7A9B', pointsAt: null });
  });

  test('turned text keeps its words', async () => {
    const page = titled().raw(
      'BT /R 12 Tf 0 1 -1 0 100 200 Tm (Porteføljeråd) Tj ET'.replace('ø', '\\370').replace('å', '\\345'),
    );
    expect(await textsOf(page)).toEqual(['Porteføljeråd']);
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
    for (const url of ['javascript:app.alert(1)', 'file:///etc/passwd', 'data:text/html,x']) {
      page.link({ x: 60, y: 186, width: 90, height: 18 }, url);
    }
    expect((await paragraphsOf(page)).flatMap(({ links }) => links)).toEqual([]);
  });
});

describe('letters', () => {
  const meanings = { '41': 'FB01', '42': '0061030A', '43': '0000', '44': '200B', '45': '0042' };

  test('ligatures, combining accents, NULs and marks without width become plain letters', async () => {
    const pages = [titled().text(60, 200, '434142444345', { size: 14, isMapped: true })];
    expect(await textsOf(pages, { meanings })).toEqual(['fiåB']);
  });

  test('words parted by the pen alone are parted, letters drawn one by one are not', async () => {
    const page = titled()
      .raw('BT /R 14 Tf 1 0 0 1 60 340 Tm [(Ny)-300(aftale)] TJ ET')
      .raw('BT /R 14 Tf 1 0 0 1 60 240 Tm (A) Tj 9.34 0 Td (u) Tj 7.78 0 Td (l) Tj 3.1 0 Td (a) Tj ET');
    expect(await textsOf(page)).toEqual(['Ny aftale', 'Aula']);
  });

  test('spaced letters are one word', async () => {
    const page = titled().raw('BT /R 14 Tf 3 Tc 1 0 0 1 60 340 Tm (TEMA) Tj ET');
    expect(await textsOf(page)).toEqual(['TEMA']);
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
});

test('pictures are counted, hidden slides and notes are not in a PDF', async () => {
  const page = titled().raw('q 200 0 0 100 300 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q');
  expect(await slideOf(page)).toMatchObject({ number: 1, hidden: false, notes: [], pictureCount: 1 });
});

function titled(): PdfPage {
  return new PdfPage().text(43, 66, 'Status', { size: 30, bold: true });
}

async function slideOf(page: PdfPage, extras = {}): Promise<DeckSlide> {
  const [slide] = (await readPdf('test.pdf', pdfOf([page], extras))).slides;
  if (!slide) throw new Error('No slide was read.');
  return slide;
}

/** Of everything but the title. */
async function paragraphsOf(given: PdfPage | PdfPage[], extras = {}): Promise<DeckParagraph[]> {
  const [page] = [given].flat();
  const { blocks } = await slideOf(page ?? titled(), extras);
  return blocks
    .filter((block): block is TextBlock => block.kind === 'text' && !block.isTitle)
    .flatMap((block) => block.paragraphs);
}

async function textsOf(given: PdfPage | PdfPage[], extras = {}): Promise<string[]> {
  return (await paragraphsOf(given, extras)).map(({ text }) => text);
}

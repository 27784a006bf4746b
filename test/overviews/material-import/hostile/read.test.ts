/** Files that look odd and are sound: they are read, and nothing in them is run, fetched or followed. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { createIsolatedReader } from '#src/formats/isolated/isolated-reader.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { startCanary } from '#test/support/canary.ts';
import { drawTable, PdfPage, pdfOf } from '#test/support/pdf.ts';
import { buildPptx, oneSlide, run, type SampleFile, shape } from '#test/support/pptx.ts';
import { grid, JANUARY, titled } from '#test/support/sample-deck.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];
const ROW = ['FLIS', 'Ryd op på Ærø og i Høje-Taastrup', '05.01.2026', '30.01.2026'];
const TEXT = `KOMBIT-programledermøde\n19. januar 2026\n\n\n\nKLIK-opgaver\n${HEAD.join('\t')}\n${ROW.join('\t')}\n`;
const TRICKS = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  'JAVA&#9;SCRIPT:x',
];

describe('the same letters, however they are written', () => {
  const utf16be = Buffer.from(TEXT, 'utf16le').swap16();
  const texts: [string, Uint8Array][] = [
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, little end first, without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, big end first', Buffer.concat([Buffer.of(0xfe, 0xff), utf16be])],
    ['UTF-16, big end first, without a mark', utf16be],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
    ['decomposed letters', Buffer.from(TEXT.normalize('NFD'))],
  ];
  test.each(texts)('a text in %s', async (_, bytes) => {
    expect(await read('a.txt', bytes)).toEqual(await read('a.txt', Buffer.from(TEXT)));
  });

  const slide = titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ROW));
  const deck = (change: (xml: string) => string | Uint8Array): Uint8Array => {
    const parts: SampleFile['parts'] = { 'ppt/slides/slide2.xml': change(slideXml(slide.shapes)) };
    return buildPptx({ slides: [JANUARY, slide], parts });
  };
  const decks: [string, Uint8Array][] = [
    ['UTF-16', deck((xml) => Buffer.from(`\ufeff${xml}`, 'utf16le'))],
    [
      'Windows-1252',
      deck((xml) => Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${xml}`, 'latin1')),
    ],
    ['decomposed letters', deck((xml) => xml.normalize('NFD'))],
    ['NULs between the letters', deck((xml) => xml.replaceAll('Ryd', 'R&#0;y_x0000_d\0'))],
  ];
  test.each(decks)('a slide in %s', async (_, bytes) => {
    const expected = await read('a.pptx', buildPptx({ slides: [JANUARY, slide] }));
    expect(expected.klik_tasks).toHaveLength(1);
    expect(await read('a.pptx', bytes)).toEqual(expected);
  });
});

describe('a link that is no address of the web or of a mailbox', () => {
  test('is left out of a presentation', async () => {
    const relations = TRICKS.map((target, index) => ({
      id: `t${index}`,
      type: 'hyperlink',
      target,
      isExternal: true,
    }));
    const linked = TRICKS.map(
      (_, index) => `<a:p>${run('Læs mere', `<a:hlinkClick r:id="t${index}"/>`)}</a:p>`,
    );
    const slide = { shapes: shape({ at: [40, 100, 400, 200], paragraphs: linked.join('') }), relations };
    expectNoTrick(await read('a.pptx', buildPptx({ slides: [JANUARY, slide] })));
  });

  test('is left out of a PDF', async () => {
    const page = new PdfPage().text(60, 150, 'Læs mere');
    for (const target of TRICKS) page.link({ x: 55, y: 140, width: 80, height: 14 }, target);
    expectNoTrick(await read('a.pdf', pdfOf([page])));
  });
});

test('pictures, films, templates, actions and forms on the web are not fetched', async () => {
  const { origin, visits } = await startCanary();
  const types = ['image', 'video', 'slideLayout', 'notesSlide', 'chart', 'oleObject', 'hyperlink'];
  const relations = types.map((type) => ({ id: type, type, target: `${origin}/${type}`, isExternal: true }));
  const picture = '<p:pic><p:nvPicPr/><p:blipFill><a:blip r:link="image"/></p:blipFill></p:pic>';
  const pdf = pdfOf([new PdfPage().text(60, 150, 'Et ord').raw('/P Do')], {
    catalog: `/OpenAction << /S /URI /URI (${origin}/open) >> /AA << /WC << /S /GoToR /F (${origin}/go) >> >>`,
    resources: '/XObject << /P 7 0 R >>',
    objects: [
      `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (${origin}/picture) >> /Length 0 >>\nstream\n\nendstream`,
    ],
    page: `/AA << /O << /S /SubmitForm /F (${origin}/form) >> >>`,
  });
  const reader = createIsolatedReader();
  await reader.read('a.pptx', oneSlide(picture + shape('Et ord'), relations));
  await reader.read('a.pdf', pdf);
  expect(visits()).toBe(0);
});

describe('300 slides', () => {
  /** In letters: figures that go up on every page are page numbers. */
  const titleOf = (number: number) =>
    `Emne ${String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26))}`;
  const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
  const rows = (number: number) => [HEAD, ['FLIS', `Opgave ${number}`, '05.01.2026', '30.01.2026']];
  const files: [string, () => Uint8Array][] = [
    [
      'a.pptx',
      () =>
        buildPptx({
          slides: numbers.map((number) =>
            titled(titleOf(number), grid([40, 100, 400, 200], ...rows(number))),
          ),
        }),
    ],
    ['a.pdf', () => pdfOf(numbers.map(pdfPage), { compressed: true })],
    ['a.txt', () => Buffer.from(numbers.map((number) => `${titleOf(number)}\nOpgave ${number}`).join('\f'))],
  ];
  const pdfPage = (number: number) =>
    drawTable(new PdfPage().text(43, 66, titleOf(number), { size: 26 }), {
      x: 40,
      y: 100,
      widths: [100, 300, 120, 120],
      rowHeight: 30,
      borders: 'lines',
      rows: rows(number),
    });
  test.each(files)('are all read from %s', { timeout: 60_000 }, async (name, bytes) => {
    const { slides } = await read(name, bytes());
    expect(slides.map(({ number }) => number)).toEqual(numbers);
    expect(slides.at(-1)?.title).toBe(titleOf(300));
  });
});

function read(name: string, bytes: Uint8Array): Promise<Snapshot> {
  return readMaterial([{ name, bytes }]);
}

function expectNoTrick({ links, ...rest }: Snapshot): void {
  expect(links).toEqual([]);
  expect(JSON.stringify(rest)).not.toMatch(/script:|data:text|file:\/\//i);
  expect(JSON.stringify(rest)).toContain('Læs mere');
}

function slideXml(shapes: string): string {
  const names = ['a', 'r', 'p'].map((prefix) => `xmlns:${prefix}="${prefix}"`).join(' ');
  return `<p:sld ${names}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
}

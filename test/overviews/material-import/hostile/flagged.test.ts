/** Files that can be read but say what cannot be right: it is flagged for a person, whatever kind of file says it. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { drawTable, PdfPage, pdfOf } from '#test/support/pdf.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, JANUARY, titled } from '#test/support/sample-deck.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];
const ROW = ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'];
const OTHER_END = ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '27.02.2026'];
const MISSING = ['9 kommuner mangler underskrift:', 'Odense', 'Vejle', 'Nordborg', 'Fanø', 'Odense'];

describe('a list with a name nobody knows, one twice, one on both lists and a number that does not fit', () => {
  const front = pdfPage('KOMBIT-programledermøde').text(60, 150, '19. januar 2026', { size: 14 });
  const files: [string, () => Uint8Array][] = [
    [
      'a.pptx',
      () =>
        buildPptx({
          slides: [
            JANUARY,
            titled('Tilslutningsaftale A', box([40, 80, 500, 200], ...MISSING)),
            titled(
              'Tilslutningsaftale B',
              box([40, 80, 400, 30], 'Har underskrevet'),
              box([540, 80, 400, 30], 'Mangler'),
              box([40, 120, 300, 100], 'Odder', 'Skive'),
              box([540, 120, 300, 100], 'Skive', 'Lemvig'),
            ),
          ],
        }),
    ],
    [
      'a.pdf',
      () =>
        pdfOf([
          front,
          pdfPage('Tilslutningsaftale A').lines(60, 150, MISSING, { size: 14 }),
          pdfPage('Tilslutningsaftale B')
            .text(60, 130, 'Har underskrevet', { size: 14, bold: true })
            .text(500, 130, 'Mangler', { size: 14, bold: true })
            .lines(60, 160, ['Odder', 'Skive'], { size: 14 })
            .lines(500, 160, ['Skive', 'Lemvig'], { size: 14 }),
        ]),
    ],
    [
      'a.txt',
      () =>
        Buffer.from(
          [
            'KOMBIT-programledermøde\n19. januar 2026',
            `Tilslutningsaftale A\n${MISSING.join('\n')}`,
            'Tilslutningsaftale B\nHar underskrevet:\nOdder\nSkive\nMangler:\nSkive\nLemvig',
          ].join('\n\n\n\n'),
        ),
    ],
  ];

  test.each(files)('is doubtful in %s, and each fault is named', async (name, bytes) => {
    const { signatures, warnings } = await readMaterial([{ name, bytes: bytes() }]);
    expect(signatures).toMatchObject([
      {
        confidence: 'low',
        count_mismatch: true,
        stated_count: 9,
        listed_count: 3,
        unknown_names: ['Nordborg'],
      },
      { confidence: 'low', conflicts: ['Skive'] },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['count-mismatch', 'unknown-name', 'name-twice', 'signed-and-missing']),
    );
  });
});

describe.each<[string, (...tables: string[][][]) => Uint8Array]>([
  ['a.pptx', pptxOf],
  ['a.pdf', pdfOfTables],
])('a task that stands more than once in %s', (name, fileOf) => {
  test('alike is taken once, and the reader says so', async () => {
    const { klik_tasks: tasks, warnings } = await read(name, fileOf([ROW, ROW], [ROW]));
    expect(tasks).toHaveLength(1);
    expect(codes(warnings)).toEqual(['told-twice']);
  });

  test('with other dates is a question to a person', async () => {
    const { klik_tasks: tasks, warnings } = await read(name, fileOf([ROW, OTHER_END], [ROW]));
    expect(tasks.map(({ end, confidence }) => [end.to, confidence])).toEqual([
      ['2026-01-30', 'low'],
      ['2026-02-27', 'low'],
    ]);
    expect(codes(warnings)).toEqual(['told-differently']);
  });
});

test('an agreement that stands twice is taken once, and one of the same words for another solution is another', async () => {
  const head = ['Løsning', 'Aftale', 'Sendt til', 'Frist'];
  const row = (solution: string) => [solution, 'Databehandleraftale', 'Alle kommuner', '27.02.2026'];
  const slide = titled('Aftaler', grid([40, 100, 400, 200], head, row('SAPA'), row('FLIS'), row('SAPA')));
  const { agreements, warnings } = await read('a.pptx', buildPptx({ slides: [JANUARY, slide] }));
  expect(agreements.map(({ solution }) => solution)).toEqual(['SAPA', 'FLIS']);
  expect(codes(warnings)).toContain('told-twice');
});

function read(name: string, bytes: Uint8Array): Promise<Snapshot> {
  return readMaterial([{ name, bytes }]);
}

function codes(warnings: Snapshot['warnings']): string[] {
  return warnings.map(({ code }) => code);
}

function pptxOf(...tables: string[][][]): Uint8Array {
  return buildPptx({
    slides: [
      JANUARY,
      ...tables.map((rows) => titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows))),
    ],
  });
}

function pdfOfTables(...tables: string[][][]): Uint8Array {
  const front = pdfPage('KOMBIT-programledermøde').text(60, 150, '19. januar 2026', { size: 14 });
  const pages = tables.map((rows) =>
    drawTable(pdfPage('KLIK-opgaver'), {
      x: 40,
      y: 100,
      widths: [100, 300, 120, 120],
      rowHeight: 30,
      borders: 'lines',
      rows: [HEAD, ...rows],
    }),
  );
  return pdfOf([front, ...pages]);
}

function pdfPage(title: string): PdfPage {
  return new PdfPage().text(43, 66, title, { size: 26 });
}

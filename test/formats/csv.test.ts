import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '#src/formats/csv.ts';
import { readSheet } from '#src/formats/read-sheet.ts';
import type { SheetCell } from '#src/formats/sheet.ts';

const FORMULAS = [
  '=HYPERLINK("https://example.com")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
];

describe('what is written opens in Danish Excel', () => {
  test('byte order mark, semicolons, CRLF, quotes only where they are needed', () => {
    expect(written([['Ærø', 'a;b', 'siger "nej"', 'to\nlinjer']])).toBe(
      '\ufeffA;B;C;D\r\nÆrø;"a;b";"siger ""nej""";"to\nlinjer"\r\n',
    );
  });

  test('numbers with a decimal comma, days as ISO text, nothing for what is empty', () => {
    expect(lineOf([3.3, -2, { day: '2025-12-15' }, null])).toBe('3,3;-2;2025-12-15;');
  });

  test.each(FORMULAS)('%j is text and no formula', (formula) => {
    expect(lineOf([formula]).replace(/^"/, '')).toMatch(/^'/);
    expect(readCsv(writeCsv(table([[formula]]))).rows[1]?.cells).toEqual([formula.replaceAll('\r', '\n')]);
  });

  test('and a heading is none either', () => {
    expect(writeCsv({ name: 'x', columns: [{ heading: '=1', width: 9 }], rows: [] }).toString()).toBe(
      "\ufeff'=1\r\n",
    );
  });
});

describe('what people send is read', () => {
  test.each([
    ['semicolons', 'Kommune;Status\nOdense;Mangler'],
    ['commas', 'Kommune,Status\nOdense,Mangler'],
    ['tabs', 'Kommune\tStatus\nOdense\tMangler'],
    ['semicolons beside decimal commas', 'Kommune;Status\nOdense;Mangler\n"x, y, z";1,5'],
    ['the separator told in the first line', 'sep=;\nKommune;Status\nOdense;Mangler'],
    ['old Mac line ends', 'Kommune;Status\rOdense;Mangler'],
  ])('%s', (_name, text) => {
    expect(readCsv(Buffer.from(text)).rows.slice(0, 2)).toEqual([
      { number: 1, cells: ['Kommune', 'Status'] },
      { number: 2, cells: ['Odense', 'Mangler'] },
    ]);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffnavn\nÆrø')],
    ['UTF-8 without', Buffer.from('navn\nÆrø')],
    ['UTF-16', Buffer.from('\ufeffnavn\nÆrø', 'utf16le')],
    ['Windows-1252', Buffer.from('navn\nÆrø', 'latin1')],
  ])('%s', (_name, bytes) => {
    expect(readSheet('liste.xlsx', bytes).rows.at(-1)?.cells).toEqual(['Ærø']);
  });

  test('a row has the number that Excel shows, after line breaks in quotes and empty rows', () => {
    const { rows } = readCsv(Buffer.from('navn;bem\r\nA;"to\r\nlinjer"\r\n\r\n;;\r\nB;x\r\n'));
    expect(rows).toEqual([
      { number: 1, cells: ['navn', 'bem'] },
      { number: 2, cells: ['A', 'to\nlinjer'] },
      { number: 5, cells: ['B', 'x'] },
    ]);
  });

  test('zeros in front of a code stay', () => {
    expect(readCsv(Buffer.from('kode\n0461')).rows[1]?.cells).toEqual(['0461']);
  });
});

describe('what cannot be read is told in Danish', () => {
  test.each([
    ['nothing', '', /: Filen er tom\./],
    ['cells without letters', ';;;\n;;;', /: Filen er ikke et regneark\./],
    ['bytes that are no text', Buffer.from([1, 2, 3, 0, 5, 200]), /: Filen er ikke et regneark\./],
    ['a quotation mark left open', 'navn;status\n"Odense;Mangler', /citationstegn/],
    ['100,000 rows', 'navn\n'.repeat(100_000), /flere end 5\.000 rækker/],
    [
      '100,000 rows, the rest of which is not read',
      `${'navn\n'.repeat(100_000)}"`,
      /flere end 5\.000 rækker/,
    ],
    ['a cell that Excel cannot hold', `navn\n${'x'.repeat(32_768)}`, /^liste\.xlsx: Række 2 har en celle/],
    ['a row that goes on and on', `navn\n${'x'.repeat(4_000_000)}`, /: Række 2 har flere end 262\.136 tegn/],
    ['more than 5 MB', 'navn;'.repeat(1_100_000), /mere end 5 MB/],
    ['300 columns', 'navn;'.repeat(300), /flere end 200 kolonner/],
  ])('%s', (_name, content, sentence) => {
    expect(() => readSheet('liste.xlsx', Buffer.from(content as string))).toThrow(sentence);
  });
});

function table(rows: SheetCell[][]) {
  return {
    name: 'Ark',
    columns: (rows[0] ?? []).map((_, i) => ({ heading: 'ABCD'[i] ?? '', width: 10 })),
    rows,
  };
}

function written(rows: SheetCell[][]): string {
  return writeCsv(table(rows)).toString('utf8');
}

function lineOf(row: SheetCell[]): string {
  return written([row])
    .replace(/^[^\n]*\n/, '')
    .replace(/\r\n$/, '');
}

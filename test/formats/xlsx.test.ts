import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx as readWithHucre } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#src/formats/read-sheet.ts';
import { type SheetCell, UnreadableSheetError } from '#src/formats/sheet.ts';
import { writeXlsx } from '#src/formats/xlsx.ts';
import { workbook } from '#test/support/workbook.ts';

const COLUMNS = ['Kode', 'Kommune', 'Frist', 'Antal'].map((heading, i) => ({ heading, width: 10 + i }));
const ROWS: SheetCell[][] = [
  ['0461', 'Odense', { day: '2025-12-15' }, 83],
  ['0492', 'Ærø & <co> "x"', null, -3.5],
  ['=1+1', '+1', { day: '1900-03-01' }, 0],
  ['@x', ' luft ', { day: '2026-02-28' }, null],
  ['_x0041_', 'to\nlinjer', null, 7],
];

describe('what is written', () => {
  test('is read unchanged', async () => {
    const { rows } = readSheet(
      'liste.xlsx',
      await writeXlsx({ name: 'Frister', columns: COLUMNS, rows: ROWS }, [['Stand', 'i dag']]),
    );
    expect(rows[0]).toEqual({ number: 1, cells: ['Kode', 'Kommune', 'Frist', 'Antal'] });
    expect(rows.slice(1).map(({ cells }) => [...cells, ...Array(4 - cells.length).fill(null)])).toEqual(ROWS);
  });

  test('has real dates, a heading that stays, widths, no formula, and a sheet that says what it is', async () => {
    const bytes = await writeXlsx({ name: 'Frister', columns: COLUMNS, rows: ROWS }, [
      ['Stand pr.', '24. november 2025'],
    ]);
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
    const sheet = parts.find(([name]) => name === 'xl/worksheets/sheet1.xml')?.[1] ?? '';
    expect(sheet).toMatch(/<pane ySplit="1"[^>]* state="frozen"/);
    expect(sheet).toMatch(/<col min="4" max="4" width="13"/);
    expect(parts.filter(([, text]) => /<f[ >]/.test(text))).toEqual([]);
    const { sheets } = await readWithHucre(bytes);
    expect(sheets[0]?.rows[1]?.[2]).toEqual(new Date('2025-12-15T00:00:00Z'));
    expect(sheets[0]?.rows[3]?.[0]).toBe('=1+1');
    expect(sheets[1]).toMatchObject({ name: 'Om regnearket', rows: [['Stand pr.', '24. november 2025']] });
  });

  test('a table without rows is still a table', async () => {
    expect(
      readSheet('liste.xlsx', await writeXlsx({ name: 'Tom', columns: COLUMNS, rows: [] }, [])).rows,
    ).toHaveLength(1);
  });
});

describe('what Excel and others write is read', () => {
  const read = (rows: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
    readSheet('liste.xlsx', workbook({ sheets: [{ name: 'Ark1', rows }], ...more })).rows;

  test('shared texts, texts in the cell, runs in one text, characters spelled as numbers', () => {
    const texts =
      '<si><t>Odense</t></si><si><r><t>Syd</t></r><r><rPr><b/></rPr><t>djurs</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>&#xC6;r&#248; &amp;_x000A_</t></is></c></row>';
    expect(read(row, { texts })).toEqual([{ number: 2, cells: ['Odense', 'Syddjurs', 'Ærø &\n'] }]);
  });

  test('numbers, truths and faults as a person sees them; a date that is text stays text', () => {
    const row =
      '<row><c><v>83</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>15.12.2025</v></c><c t="d"><v>2025-12-15T00:00:00</v></c></row>';
    expect(read(row)[0]?.cells).toEqual([83, 'SAND', '#N/A', '15.12.2025', { day: '2025-12-15' }]);
  });

  test.each([
    ['the format of the standard', '<cellXfs><xf numFmtId="14"/></cellXfs>', { day: '2025-12-15' }],
    ['a format of its own', format('dd\\-mm\\-yyyy;@'), { day: '2025-12-15' }],
    ['with a clock', format('d/m/yy h:mm'), { day: '2025-12-15' }],
    ['a Danish one', format('[$-406]d. mmmm yyyy'), { day: '2025-12-15' }],
    ['a clock alone is no day', format('h:mm'), 46006.5],
    ['a colour with a d in it is no day', format('[Red]0.00'), 46006.5],
    ['a unit with a d in it is no day', format('0 "dage"'), 46006.5],
    ['the plain one', format('General'), 46006.5],
  ])('a number is a day by its format: %s', (_name, styles, expected) => {
    expect(read('<row><c s="0"><v>46006.5</v></c></row>', { styles })[0]?.cells).toEqual([expected]);
  });

  test('days of a workbook that counts from 1904', () => {
    const more = {
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      workbookPr: '<workbookPr date1904="1"/>',
    };
    expect(read('<row><c s="0"><v>44544</v></c></row>', more)[0]?.cells).toEqual([{ day: '2025-12-15' }]);
  });

  test('of a formula its last value is read and never the formula', () => {
    const row =
      '<row><c t="str"><f>HYPERLINK("x")</f><v>Odense</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c><v>1</v></c></row>';
    expect(read(row)[0]?.cells).toEqual(['Odense', 2, null, 1]);
  });

  test('rows and cells keep their places: gaps, hidden rows, merged cells', () => {
    const rows =
      '<row r="3" hidden="1"><c r="B3"><v>1</v></c></row><row r="9"><c r="A9"/><c r="AB9"><v>2</v></c></row>';
    const [first, second] = read(
      `${rows}</sheetData><mergeCells><mergeCell ref="B3:D3"/></mergeCells><sheetData>`,
    );
    expect(first).toEqual({ number: 3, cells: [null, 1] });
    expect(second?.number).toBe(9);
    expect(second?.cells).toHaveLength(28);
  });

  test('elements with a prefix', () => {
    const bytes = workbook({
      sheets: [{ name: 'Ark1', rows: '' }],
      more: {
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    });
    expect(readSheet('liste.xlsx', bytes).rows).toEqual([{ number: 1, cells: [5] }]);
  });

  test('the first visible sheet with content', () => {
    const row = (value: number) => `<row><c><v>${value}</v></c></row>`;
    const sheets = [
      { name: 'Skjult', rows: row(1), state: 'hidden' },
      { name: 'Meget skjult', rows: row(2), state: 'veryHidden' },
      { name: 'Tom', rows: '<row><c s="0"/></row>' },
      { name: 'Rigtig', rows: row(4) },
      { name: 'Senere', rows: row(5) },
    ];
    expect(readSheet('liste.xlsx', workbook({ sheets })).rows[0]?.cells).toEqual([4]);
  });
});

describe('what cannot be read is told in Danish', () => {
  const cell = '<row><c><v>1</v></c></row>';
  const good = workbook({ sheets: [{ name: 'Ark1', rows: cell }] });
  const withPart = (name: string, text: string) =>
    workbook({ sheets: [{ name: 'Ark1', rows: cell }], more: { [name]: text } });

  test.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /ældre Excel-format/],
    [
      'a locked workbook',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      /låst med en adgangskode/,
    ],
    ['a zip that is no workbook', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), /ikke et Excel-regneark/],
    ['a cut-off file', Buffer.from(good.subarray(0, 900)), /beskadiget/],
    [
      'a cut-off part',
      Buffer.from(withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row>')),
      /beskadiget/,
    ],
    [
      'a document type',
      Buffer.from(
        withPart('xl/worksheets/sheet1.xml', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet></worksheet>'),
      ),
      /beskadiget/,
    ],
    [
      'only hidden sheets',
      Buffer.from(workbook({ sheets: [{ name: 'x', rows: cell, state: 'hidden' }] })),
      /er tomt/,
    ],
    [
      '100,000 rows',
      Buffer.from(workbook({ sheets: [{ name: 'x', rows: '<row><c><v>1</v></c></row>'.repeat(100_000) }] })),
      /flere end 5\.000 rækker/,
    ],
    [
      '5,001 rows',
      Buffer.from(workbook({ sheets: [{ name: 'x', rows: '<row><c><v>1</v></c></row>'.repeat(5001) }] })),
      /flere end 5\.000 rækker/,
    ],
    [
      'a cell in the last column',
      Buffer.from(workbook({ sheets: [{ name: 'x', rows: '<row><c r="XFD1"><v>1</v></c></row>' }] })),
      /flere end 200 kolonner/,
    ],
    [
      'a day that never was',
      Buffer.from(
        workbook({
          sheets: [{ name: 'x', rows: '<row r="7"><c s="0"><v>60</v></c></row>' }],
          styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        }),
      ),
      /^liste\.xlsx: Række 7 .* dato, der ikke findes/,
    ],
    [
      'a part that unpacks to a thousand times its size',
      Buffer.from(withPart('xl/worksheets/sheet1.xml', ' '.repeat(12_000_000))),
      /når det pakkes ud/,
    ],
  ])('%s', (_name, bytes, sentence) => {
    const read = () => readSheet('liste.xlsx', bytes);
    expect(read).toThrow(UnreadableSheetError);
    expect(read).toThrow(sentence);
  });

  test('an archive that lies of its sizes is not unpacked beyond them', () => {
    const bytes = Buffer.from(withPart('xl/worksheets/sheet1.xml', ' '.repeat(12_000_000)));
    // The size that an entry says it has when unpacked, in its own head and in the list at the end.
    for (const [mark, offset] of [
      ['PK\u0003\u0004', 22],
      ['PK\u0001\u0002', 24],
    ] as const) {
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
        if (bytes.readUInt32LE(at + offset) === 12_000_000) bytes.writeUInt32LE(10, at + offset);
      }
    }
    expect(() => readSheet('liste.xlsx', bytes)).toThrow(/beskadiget/);
  });
});

function format(code: string): string {
  return `<numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
}

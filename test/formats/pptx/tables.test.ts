import { describe, expect, test } from 'vitest';
import type { DeckBlock, TableBlock } from '#src/formats/deck.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { cell, graphicFrame, oneSlide, paragraph, shape, table } from '#test/support/pptx.ts';

const TIP = (across: number, down: number) =>
  `<a:prstGeom prst="wedgeRectCallout"><a:avLst><a:gd name="adj1" fmla="val ${across}"/><a:gd name="adj2" fmla="val ${down}"/></a:avLst></a:prstGeom>`;

describe('cells', () => {
  test('stand in rows and columns with their words and colour; an empty cell is there', () => {
    const red = '<a:solidFill><a:srgbClr val="ff00aa"/></a:solidFill>';
    const { rows } = read(
      table(
        [0, 0, 200, 40],
        [
          [cell('A'), cell('B', '', red)],
          [cell(''), cell('D')],
        ],
      ),
    );
    expect(rows.map((cells) => cells.map(({ paragraphs }) => paragraphs[0]?.text))).toEqual([
      ['A', 'B'],
      [undefined, 'D'],
    ]);
    expect(rows[0]?.map(({ fill }) => fill)).toEqual([null, 'FF00AA']);
  });

  test('joined over columns and rows name their span; those merged away are absent', () => {
    const rows = [
      [cell('Over to', 'gridSpan="2" rowSpan="2"'), cell('', 'hMerge="1"'), cell('C')],
      [cell('', 'vMerge="1"'), cell('', 'hMerge="true" vMerge="true"'), cell('F')],
      [cell('G'), cell('H'), cell('I')],
    ];
    expect(places(read(table([0, 0, 300, 60], rows)))).toEqual([
      ['Over to', 0, 0, 2, 2],
      ['C', 0, 2, 1, 1],
      ['F', 1, 2, 1, 1],
      ['G', 2, 0, 1, 1],
      ['H', 2, 1, 1, 1],
      ['I', 2, 2, 1, 1],
    ]);
  });

  test('a writer that forgets the marks of merged cells does not push the others away', () => {
    const rows = [
      [cell('Over to', 'gridSpan="2"'), cell(''), cell('C')],
      [cell('D'), cell('E'), cell('F')],
    ];
    expect(places(read(table([0, 0, 300, 40], rows))).map(([text]) => text)).toEqual([
      'Over to',
      'C',
      'D',
      'E',
      'F',
    ]);
  });

  test('a cell marked as merged away is absent, even when no cell says that it spans it', () => {
    const rows = [
      [cell('A'), cell('Væk', 'hMerge="1"')],
      [cell('Væk', 'vMerge="1"'), cell('D')],
    ];
    expect(places(read(table([0, 0, 200, 40], rows))).map(([text]) => text)).toEqual(['A', 'D']);
  });

  test('a span larger than the table ends with it', () => {
    const rows = [[cell('A', 'gridSpan="999999999" rowSpan="999999999"'), cell('', 'hMerge="1"')]];
    expect(places(read(table([0, 0, 200, 20], rows)))).toEqual([['A', 0, 0, 1, 2]]);
  });

  test('a merged cell may lack its text body', () => {
    const rows = [[cell('A', 'gridSpan="2"'), '<a:tc hMerge="1"><a:tcPr/></a:tc>']];
    expect(places(read(table([0, 0, 200, 20], rows)))).toEqual([['A', 0, 0, 1, 2]]);
  });
});

test('a table is as high as its rows, whatever its frame says, and tells where they are', () => {
  const { box, rowEdges, columnEdges } = read(
    table([100, 50, 200, 10], [[cell('A'), cell('B')], [cell('C')]]),
  );
  expect(box).toEqual({ x: 0.1, y: 0.1, width: expect.closeTo(0.2), height: expect.closeTo(0.08) });
  expect(rowEdges).toEqual([expect.closeTo(0.1), expect.closeTo(0.14), expect.closeTo(0.18)]);
  expect(columnEdges).toEqual([expect.closeTo(0.1), expect.closeTo(0.2), expect.closeTo(0.3)]);
});

test('a table without sizes has the box of its frame and no edges', () => {
  const data = `<a:tbl><a:tblGrid><a:gridCol/></a:tblGrid><a:tr>${cell('A')}</a:tr></a:tbl>`;
  expect(read(graphicFrame([0, 0, 100, 50], data))).toMatchObject({
    box: { x: 0, y: 0, width: 0.1, height: 0.1 },
    rowEdges: [],
    columnEdges: [],
  });
});

describe('a text over a table', () => {
  const grid = table([0, 100, 300, 60], [[cell('A')], [cell('B')], [cell('C')]]);

  test('is a callout and follows its table', () => {
    const note = shape({ at: [50, 120, 100, 20], paragraphs: paragraph('Obs') });
    const below = shape({ at: [0, 300, 100, 20], paragraphs: paragraph('Under') });
    expect(marks(below + note + grid)).toEqual(['table', 'Obs!', 'Under']);
  });

  test('that only touches its edge is none', () => {
    expect(marks(shape({ at: [0, 85, 100, 18], paragraphs: paragraph('Over') }) + grid)).toEqual([
      'Over',
      'table',
    ]);
  });

  test('the title of the slide is none', () => {
    const title = shape({
      placeholder: 'type="title"',
      at: [0, 110, 100, 20],
      paragraphs: paragraph('Titel'),
    });
    expect(marks(title + grid)).toContain('Titel');
  });

  test('a speech bubble beside the table that points into it is one, and says where', () => {
    const properties = TIP(-100_000, 300_000);
    const bubble = shape({ at: [400, 20, 300, 20], properties, paragraphs: paragraph('Obs') });
    const blocks = blocksOf(bubble + table([0, 80, 300, 60], [[cell('A'), cell('B'), cell('C')]]));
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'text']);
    expect(blocks[1]).toMatchObject({ isCallout: true, pointsAt: { x: 0.25, y: expect.closeTo(0.18) } });
  });

  test('a speech bubble that points elsewhere is none', () => {
    const properties = TIP(100_000, 0);
    expect(marks(shape({ at: [400, 20, 300, 20], properties, paragraphs: paragraph('Hej') }) + grid)).toEqual(
      ['Hej', 'table'],
    );
  });
});

function blocksOf(shapes: string): DeckBlock[] {
  return readPptx('x.pptx', oneSlide(shapes)).slides[0]?.blocks ?? [];
}

function read(shapes: string): TableBlock {
  const block = blocksOf(shapes).find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('no table was read');
  return block;
}

/** Text, row, column, rows, columns of each cell. */
function places({ rows }: TableBlock): (string | number | undefined)[][] {
  return rows
    .flat()
    .map((one) => [one.paragraphs[0]?.text, one.row, one.column, one.rowSpan, one.columnSpan]);
}

/** Texts in reading order, a callout with `!`. */
function marks(shapes: string): string[] {
  return blocksOf(shapes).map((block) =>
    block.kind === 'table' ? 'table' : `${block.paragraphs[0]?.text}${block.isCallout ? '!' : ''}`,
  );
}

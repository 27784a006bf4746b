import { describe, expect, test } from 'vitest';
import type { DeckBlock, DeckParagraph } from '#src/formats/deck.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { graphicFrame, oneSlide, paragraph, run, type SampleRelation } from '#test/support/pptx.ts';

describe('a chart', () => {
  const chart = (series: string, title = '') =>
    `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart>${title}<c:plotArea><c:barChart>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const points = (texts: string[]) =>
    texts.map((text, index) => `<c:pt idx="${index}"><c:v>${text}</c:v></c:pt>`).join('');
  const text = (texts: string[]) =>
    `<c:strRef><c:f>Ark1!A1</c:f><c:strCache>${points(texts)}</c:strCache></c:strRef>`;
  const figures = (texts: string[], format = 'General') =>
    `<c:numRef><c:numCache><c:formatCode>${format}</c:formatCode>${points(texts)}</c:numCache></c:numRef>`;
  const one = (name: string, categories: string, values: string) =>
    `<c:ser><c:tx>${text([name])}</c:tx><c:cat>${categories}</c:cat><c:val>${values}</c:val></c:ser>`;

  test('is read as the figures it was drawn from, one column per series', () => {
    const categories = text(['Signeret', 'Mangler']);
    const series =
      one('Aftale A', categories, figures(['80', '18'])) + one('Aftale B', categories, figures(['1.5']));
    const [table] = read(chart(series));
    expect(table).toMatchObject({
      kind: 'table',
      isChart: true,
      box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
    });
    expect(cells(table)).toEqual([
      ['', 'Aftale A', 'Aftale B'],
      ['Signeret', '80', '1,5'],
      ['Mangler', '18', ''],
    ]);
  });

  test('shows days as days and shares in per cent', () => {
    const days = figures(['45981', '45991.5'], 'd/m/yyyy');
    expect(cells(read(chart(one('Andel', days, figures(['0.5', '0.123'], '0%'))))[0])).toEqual([
      ['', 'Andel'],
      ['2025-11-20', '50 %'],
      ['2025-11-30', '12,3 %'],
    ]);
  });

  test('has its title above its figures', () => {
    const title = `<c:title><c:tx><c:rich>${paragraph('Fremdrift')}</c:rich></c:tx></c:title>`;
    const blocks = read(chart(one('A', text(['x']), figures(['1'])), title));
    expect(blocks.map((block) => (block.kind === 'text' ? block.paragraphs[0]?.text : block.kind))).toEqual([
      'Fremdrift',
      'table',
    ]);
    expect(blocks[0]).toMatchObject({ isCallout: false });
  });

  test('with a point far beyond the others does not make a table of that many rows', () => {
    const far = '<c:numRef><c:numCache><c:pt idx="999999999"><c:v>1</c:v></c:pt></c:numCache></c:numRef>';
    expect(cells(read(chart(one('A', text(['x']), far)))[0])).toEqual([
      ['', 'A'],
      ['x', ''],
      ['', '1'],
    ]);
  });

  test('whose part is absent, or outside the file, is left out', () => {
    const frame = graphicFrame([0, 0, 10, 10], '<c:chart xmlns:c="c" r:id="c1"/>');
    const away: SampleRelation = {
      id: 'c1',
      type: 'chart',
      target: 'http://127.0.0.1:1/c.xml',
      isExternal: true,
    };
    expect(blocksOf(oneSlide(frame))).toEqual([]);
    expect(blocksOf(oneSlide(frame, [away]))).toEqual([]);
  });

  function read(part: string): DeckBlock[] {
    const frame = graphicFrame([100, 100, 300, 200], '<c:chart xmlns:c="c" r:id="c1"/>');
    const relation = { id: 'c1', type: 'chart', target: '../charts/chart1.xml' };
    return blocksOf(oneSlide(frame, [relation], { parts: { 'ppt/charts/chart1.xml': part } }));
  }
});

describe('a SmartArt drawing', () => {
  const point = (id: string, words: string, type = 'node') =>
    `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:bodyPr/>${words === '' ? '<a:p/>' : paragraph(words)}</dgm:t></dgm:pt>`;
  const connection = (from: string, to: string, order: number) =>
    `<dgm:cxn srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
  const list =
    `<dgm:ptLst>${point('0', '', 'doc')}${point('2', 'Anden')}${point('3', 'Under første')}${point('1', 'Første')}</dgm:ptLst>` +
    `<dgm:cxnLst>${connection('0', '2', 1)}${connection('0', '1', 0)}${connection('1', '3', 0)}</dgm:cxnLst>`;

  test('is read in the order of its list, with the depth as level', () => {
    const [block] = read(list);
    expect(paragraphs(block).map(({ text, level }) => [text, level])).toEqual([
      ['Første', 0],
      ['Under første', 1],
      ['Anden', 0],
    ]);
  });

  test('whose list goes round in a ring is still read once', () => {
    const ring = `<dgm:ptLst>${point('0', 'Rod')}${point('1', 'A')}${point('2', 'B')}</dgm:ptLst><dgm:cxnLst>${connection('0', '1', 0)}${connection('1', '2', 0)}${connection('2', '1', 0)}</dgm:cxnLst>`;
    expect(paragraphs(read(ring)[0]).map(({ text }) => text)).toEqual(['Rod', 'A', 'B']);
  });

  test('is read where it is drawn, when the file holds the drawing', () => {
    const drawn = (words: string, x: number) =>
      `<dsp:sp><dsp:spPr><a:xfrm><a:off x="${x}" y="0"/><a:ext cx="100" cy="50"/></a:xfrm></dsp:spPr><dsp:txBody><a:p>${run(words)}</a:p></dsp:txBody></dsp:sp>`;
    const drawing = `<dsp:drawing xmlns:dsp="d" xmlns:a="a"><dsp:spTree>${drawn('Anden', 200)}${drawn('Første', 0)}</dsp:spTree></dsp:drawing>`;
    const reference =
      '<dgm:extLst><a:ext uri="x"><dsp:dataModelExt xmlns:dsp="d" relId="d2"/></a:ext></dgm:extLst>';
    const blocks = read(list + reference, drawing);
    expect(blocks.map((block) => [paragraphs(block)[0]?.text, block.box])).toEqual([
      ['Første', { x: 0.1, y: 0.2, width: 0.1, height: 0.1 }],
      ['Anden', { x: expect.closeTo(0.3), y: 0.2, width: 0.1, height: 0.1 }],
    ]);
  });

  function read(data: string, drawing = ''): DeckBlock[] {
    const frame = graphicFrame([100, 100, 300, 200], '<dgm:relIds xmlns:dgm="g" r:dm="d1"/>');
    const relations = [
      { id: 'd1', type: 'diagramData', target: '../diagrams/data1.xml' },
      { id: 'd2', type: 'diagramDrawing', target: '../diagrams/drawing1.xml' },
    ];
    const parts: Record<string, string> = {
      'ppt/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="g" xmlns:a="a">${data}</dgm:dataModel>`,
    };
    if (drawing !== '') parts['ppt/diagrams/drawing1.xml'] = drawing;
    return blocksOf(oneSlide(frame, relations, { parts }));
  }
});

function blocksOf(bytes: Uint8Array): DeckBlock[] {
  return readPptx('x.pptx', bytes).slides[0]?.blocks ?? [];
}

function paragraphs(block: DeckBlock | undefined): DeckParagraph[] {
  return block?.kind === 'text' ? block.paragraphs : [];
}

function cells(block: DeckBlock | undefined): string[][] {
  return block?.kind === 'table'
    ? block.rows.map((row) => row.map((one) => one.paragraphs[0]?.text ?? ''))
    : [];
}

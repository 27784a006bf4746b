import { describe, expect, test } from 'vitest';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import {
  buildPptx,
  graphicFrame,
  group,
  oneSlide,
  paragraph,
  type SampleFile,
  shape,
} from '#test/support/pptx.ts';

describe('where a text stands', () => {
  test('in shares of the slide', () => {
    expect(boxes(placed('A', [100, 50, 500, 250]))).toEqual({ A: [0.1, 0.1, 0.5, 0.5] });
  });

  test('in a group, moved and stretched with it', () => {
    const inner = placed('A', [50, 50, 50, 50]);
    expect(boxes(group([200, 100, 400, 200], [0, 0, 100, 100], inner))).toEqual({ A: [0.4, 0.4, 0.2, 0.2] });
  });

  test('in a group within a group, whose own measures begin elsewhere', () => {
    const innermost = group(
      [10, 10, 20, 20],
      [1_000, 1_000, 200, 200],
      placed('A', [1_100, 1_000, 100, 200]),
    );
    const outer = group([0, 0, 1_000, 500], [0, 0, 100, 50], innermost);
    expect(boxes(outer)).toEqual({ A: [0.2, 0.2, 0.1, 0.4] });
  });

  test('a group without a measure of its own leaves its shapes where they say', () => {
    expect(boxes(group([0, 0, 0, 0], [0, 0, 0, 0], placed('A', [100, 50, 100, 50])))).toEqual({
      A: [0.1, 0.1, 0.1, 0.1],
    });
  });

  test('a text turned on its side takes the room it is seen in', () => {
    const turned = shape({ at: [100, 200, 200, 100], turn: 'rot="16200000"', paragraphs: paragraph('A') });
    expect(boxes(turned)).toEqual({ A: [0.15, 0.3, 0.1, 0.4] });
  });

  test('a text without a position has none', () => {
    expect(boxes(shape('A'))).toEqual({ A: null });
  });
});

describe('a placeholder without a position', () => {
  const body = shape({ placeholder: 'type="body" idx="5"', paragraphs: paragraph('A') });

  test('stands where its layout puts it, by index', () => {
    const layout =
      shape({ placeholder: 'type="body" idx="4"', at: [0, 0, 10, 10] }) +
      shape({ placeholder: 'type="body" idx="5"', at: [100, 50, 100, 50] });
    expect(boxes(body, { layout })).toEqual({ A: [0.1, 0.1, 0.1, 0.1] });
  });

  test('else where the master puts its kind', () => {
    const master = shape({ placeholder: 'type="body" idx="1"', at: [200, 100, 100, 50] });
    const layout = shape({ placeholder: 'type="body" idx="5"' });
    expect(boxes(body, { layout, master })).toEqual({ A: [0.2, 0.2, 0.1, 0.1] });
  });

  test('a centred title takes the place of the title', () => {
    const title = shape({ placeholder: 'type="ctrTitle"', paragraphs: paragraph('A') });
    const master = shape({ placeholder: 'type="title"', at: [0, 0, 1_000, 50] });
    expect(boxes(title, { master })).toEqual({ A: [0, 0, 1, 0.1] });
  });

  test('that says no kind has the kind its layout says', () => {
    const mark = shape({ placeholder: 'idx="7"', paragraphs: paragraph('Overskrift') });
    const layout = shape({ placeholder: 'type="title" idx="7"' });
    expect(readPptx('x.pptx', oneSlide(mark, [], { layout })).slides[0]?.title).toBe('Overskrift');
  });

  test('the prompts of a layout are not on the slide', () => {
    const layout = shape({ placeholder: 'type="body" idx="5"', paragraphs: paragraph('Klik for at skrive') });
    expect(boxes('', { layout })).toEqual({});
  });
});

describe('reading order', () => {
  test('from top to bottom, then from left to right, whatever was drawn first', () => {
    const shapes =
      placed('Fod', [0, 450, 1_000, 40]) +
      placed('Højre', [600, 103, 300, 50]) +
      placed('Venstre', [100, 105, 300, 50]) +
      placed('Titel', [0, 0, 1_000, 50]);
    expect(order(shapes)).toEqual(['Titel', 'Venstre', 'Højre', 'Fod']);
  });

  test('columns whose parts do not stand in rows are read one after another', () => {
    const shapes =
      placed('V1', [0, 100, 400, 120]) +
      placed('H1', [500, 100, 400, 60]) +
      placed('H2', [500, 180, 400, 200]) +
      placed('V2', [0, 240, 400, 140]);
    expect(order(shapes)).toEqual(['V1', 'V2', 'H1', 'H2']);
  });

  test('boxes that overlap by a hair are still apart', () => {
    const shapes =
      placed('H1', [500, 50, 400, 60]) +
      placed('H2', [500, 120, 400, 200]) +
      placed('V1', [0, 50, 400, 120]) +
      placed('V2', [0, 180, 400, 140]) +
      placed('Titel', [0, 0, 1_000, 54]);
    expect(order(shapes)).toEqual(['Titel', 'V1', 'V2', 'H1', 'H2']);
  });

  test('what stands nowhere comes last', () => {
    expect(order(shape('Intetsteds') + placed('Nederst', [0, 400, 10, 10]))).toEqual([
      'Nederst',
      'Intetsteds',
    ]);
  });
});

describe('alternative content', () => {
  const alternate = (choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="p14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

  test('is read once: the newer when it has words', () => {
    expect(order(alternate(shape('Ny'), shape('Gammel')))).toEqual(['Ny']);
  });

  test('is the older when the newer has none', () => {
    expect(order(alternate('<p:contentPart/>', shape('Gammel')))).toEqual(['Gammel']);
    expect(order(alternate(graphicFrame([0, 0, 1, 1], '<x/>'), shape('Gammel')))).toEqual(['Gammel']);
  });
});

test('a slide of another size is measured by its own size', () => {
  const presentation =
    '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst><p:sldSz cx="200" cy="100"/></p:presentation>';
  const file = buildPptx({
    slides: [{ shapes: placed('A', [50, 50, 50, 50]) }],
    parts: { 'ppt/presentation.xml': presentation },
  });
  expect(readPptx('x.pptx', file).slides[0]?.blocks[0]?.box).toEqual({
    x: 0.25,
    y: 0.5,
    width: 0.25,
    height: 0.5,
  });
});

function placed(text: string, at: [number, number, number, number]): string {
  return shape({ at, paragraphs: paragraph(text) });
}

function blocksOf(shapes: string, file: Partial<SampleFile> = {}) {
  return readPptx('x.pptx', oneSlide(shapes, [], file)).slides[0]?.blocks ?? [];
}

function order(shapes: string): (string | undefined)[] {
  return blocksOf(shapes).map((block) => (block.kind === 'text' ? block.paragraphs[0]?.text : undefined));
}

/** Text -> left, upper edge, width, height. */
function boxes(shapes: string, file: Partial<SampleFile> = {}): Record<string, number[] | null> {
  const entries = blocksOf(shapes, file).flatMap((block) => {
    const { box } = block;
    const round = (share: number) => Math.round(share * 1_000) / 1_000;
    const numbers = box && [box.x, box.y, box.width, box.height].map(round);
    return block.kind === 'text' ? [[block.paragraphs[0]?.text ?? '', numbers] as const] : [];
  });
  return Object.fromEntries(entries);
}

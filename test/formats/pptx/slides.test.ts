import { expect, test } from 'vitest';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { buildPptx, oneSlide, paragraph, relationPart, run, shape } from '#test/support/pptx.ts';

test('slides come in the order of the presentation, whatever their files are called', () => {
  const deck = readPptx(
    'x.pptx',
    buildPptx({
      slides: [
        { shapes: shape('Først'), fileName: 'slide9.xml' },
        { shapes: shape('Midt'), fileName: 'slide10.xml' },
        { shapes: shape('Sidst'), fileName: 'slide1.xml' },
      ],
    }),
  );
  expect(deck.slides.map(({ number, blocks }) => [number, firstText(blocks)])).toEqual([
    [1, 'Først'],
    [2, 'Midt'],
    [3, 'Sidst'],
  ]);
});

test('a file that is in the deck but not in its list is no slide', () => {
  const stray = { 'ppt/slides/slide7.xml': '<p:sld xmlns:p="p"/>' };
  expect(readPptx('x.pptx', oneSlide(shape('Alene'), [], { parts: stray })).slides).toHaveLength(1);
});

test('a slide listed twice is one slide', () => {
  const presentation =
    '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId r:id="r1"/><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>';
  const bytes = oneSlide(shape('Alene'), [], { parts: { 'ppt/presentation.xml': presentation } });
  expect(readPptx('x.pptx', bytes).slides).toHaveLength(1);
});

test('a hidden slide is there and marked, and keeps its number', () => {
  const { slides } = readPptx(
    'x.pptx',
    buildPptx({ slides: [{ shapes: '', hidden: true }, { shapes: '' }] }),
  );
  expect(slides.map(({ number, hidden }) => [number, hidden])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('speaker notes stand apart from the slide, without the page number', () => {
  const [slide] = readPptx(
    'x.pptx',
    buildPptx({ slides: [{ shapes: shape('På sliden'), notes: ['Husk kaffen', 'Sig tak'] }] }),
  ).slides;
  expect(slide?.notes).toEqual(['Husk kaffen', 'Sig tak']);
  expect(slide?.blocks).toHaveLength(1);
});

test('the title is the words of the title placeholder in one line; without one it is empty', () => {
  const title = shape({
    placeholder: 'type="ctrTitle"',
    paragraphs: `<a:p>${run('Overblik')}<a:br/>${run('2026')}</a:p>`,
  });
  const { slides } = readPptx(
    'x.pptx',
    buildPptx({ slides: [{ shapes: title }, { shapes: shape('Tekst') }] }),
  );
  expect(slides.map((slide) => slide.title)).toEqual(['Overblik 2026', '']);
  expect(slides[0]?.blocks[0]).toMatchObject({ kind: 'text', isTitle: true });
});

test('the slide number and the date of the last saving are not said by anybody; a date somebody wrote is', () => {
  const field = (text: string) => `<a:p><a:fld type="datetime1"><a:t>${text}</a:t></a:fld></a:p>`;
  const [slide] = readPptx(
    'x.pptx',
    oneSlide(
      shape({ placeholder: 'type="sldNum" idx="12"', paragraphs: field('3') }) +
        shape({ placeholder: 'type="dt" idx="10"', paragraphs: field('01-02-2026') }) +
        shape({ placeholder: 'type="dt" idx="11"', paragraphs: paragraph('20. november 2025') }),
    ),
  ).slides;
  expect(slide?.blocks.map((block) => firstText([block]))).toEqual(['20. november 2025']);
});

test('pictures are counted, so that a deck of scans can be told', () => {
  const picture =
    '<p:pic><p:nvPicPr><p:cNvPr id="1" name="p"/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>';
  const [slide] = readPptx('x.pptx', oneSlide(picture + picture)).slides;
  expect(slide).toMatchObject({ pictureCount: 2, blocks: [] });
});

test('parts are found by their relations, from the part or from the root of the file, not by their names', () => {
  const other = relationPart([{ id: 'a', type: 'officeDocument', target: '/ppt/main.xml' }]);
  const bytes = oneSlide(shape('Her'), [], {
    parts: {
      '_rels/.rels': other,
      'ppt/main.xml':
        '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/main.xml.rels': relationPart([
        { id: 'r1', type: 'slide', target: '/ppt/slides/slide1.xml' },
      ]),
      'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
    },
  });
  expect(firstText(readPptx('x.pptx', bytes).slides[0]?.blocks ?? [])).toBe('Her');
});

test('300 slides are read', () => {
  const slides = Array.from({ length: 300 }, (_, index) => ({ shapes: shape(`Slide ${index + 1}`) }));
  const deck = readPptx('x.pptx', buildPptx({ slides }));
  expect(deck.slides).toHaveLength(300);
  expect(firstText(deck.slides[299]?.blocks ?? [])).toBe('Slide 300');
});

function firstText(blocks: ReturnType<typeof readPptx>['slides'][number]['blocks']): string | undefined {
  const [block] = blocks;
  return block?.kind === 'text' ? block.paragraphs[0]?.text : undefined;
}

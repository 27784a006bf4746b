import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DeckParagraph } from '#src/formats/deck.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { oneSlide, paragraph, run, type SampleFile, type SampleRelation, shape } from '#test/support/pptx.ts';

describe('the words of a paragraph', () => {
  test('runs split in the middle of a word are joined', () => {
    expect(texts(`<a:p>${run('TEM')}${run('A II')}</a:p>`)).toEqual(['TEMA II']);
  });

  test('a blank that is a run of its own is kept', () => {
    expect(texts(`<a:p>${run('15.')}${run(' ')}${run('december')}</a:p>`)).toEqual(['15. december']);
  });

  test('line breaks and fields stand in their place among the runs', () => {
    const field = '<a:fld id="{1}" type="slidenum"><a:t>7</a:t></a:fld>';
    expect(texts(`<a:p>${run('Side')} <a:br/>${field}<a:br/>${run('af 9')}</a:p>`)).toEqual([
      'Side\n7\naf 9',
    ]);
  });

  test('blank paragraphs are left out', () => {
    expect(texts(`<a:p/>${paragraph('  ')}${paragraph('Ord')}`)).toEqual(['Ord']);
  });

  test('decomposed letters are composed, no-break spaces are spaces, controls and marks without width are gone', () => {
    expect(texts(paragraph('a\u030ar\u00a02026\u200b_x000B_Ny linje\u0007'))).toEqual(['år 2026\nNy linje']);
  });

  test('characters by number and by name are read once', () => {
    expect(texts(paragraph('K&#248;ge &#x26;amp; Greve &lt;b&gt; &quot;'))).toEqual([
      'Køge &amp; Greve <b> "',
    ]);
  });

  test('words crossed out are among the others, and named', () => {
    const crossed = (text: string) => `<a:r><a:rPr strike="sngStrike"/><a:t>${text}</a:t></a:r>`;
    const line = `<a:p>${run('Lukker ')}${crossed('1. okt')}${crossed('ober ')}${run('senere')}</a:p>`;
    const [first, second] = paragraphsOf(oneSlide(shape({ paragraphs: line + paragraph('Åbner') })));
    expect(first).toMatchObject({ text: 'Lukker 1. oktober senere', struck: ['1. oktober'] });
    expect(second).not.toHaveProperty('struck');
  });

  test('many ampersands are no attack', () => {
    expect(texts(paragraph('A &amp; B '.repeat(5_000)))[0]).toHaveLength(5_000 * 6 - 1);
  });

  test('markup and formulas are text', () => {
    expect(texts(paragraph('&lt;script&gt;=1+1'))).toEqual(['<script>=1+1']);
  });
});

describe('the encoding of a part', () => {
  const slide = (declaration: string, word: string) =>
    `${declaration}<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${shape(word)}</p:spTree></p:cSld></p:sld>`;

  test.each([
    ['UTF-8 with a mark', strToU8(`\ufeff${slide('<?xml version="1.0" encoding="UTF-8"?>', 'Ærø')}`)],
    ['Windows-1252', Buffer.from(slide('<?xml version="1.0" encoding="windows-1252"?>', 'Ærø'), 'latin1')],
    [
      'UTF-16 with a mark',
      Buffer.from(`\ufeff${slide('<?xml version="1.0" encoding="UTF-16"?>', 'Ærø')}`, 'utf16le'),
    ],
    ['UTF-16 without a mark', Buffer.from(slide('<?xml version="1.0"?>', 'Ærø'), 'utf16le')],
    ['UTF-16, large end first', Buffer.from(slide('<?xml version="1.0"?>', 'Ærø'), 'utf16le').swap16()],
  ])('%s', (_, bytes) => {
    expect(textsOf(oneSlide('', [], { parts: { 'ppt/slides/slide1.xml': new Uint8Array(bytes) } }))).toEqual([
      'Ærø',
    ]);
  });

  test('NULs between the characters do not hide or break anything', () => {
    const bytes = strToU8(slide('', 'Æ\0rø').replace('<a:t>', '<a:\0t>'));
    expect(textsOf(oneSlide('', [], { parts: { 'ppt/slides/slide1.xml': bytes } }))).toEqual(['Ærø']);
  });
});

describe('levels and bullets', () => {
  const bullet = '<a:buChar char="•"/>';

  test('a level is what the paragraph says', () => {
    expect(
      paragraphsOf(oneSlide(shape({ paragraphs: paragraph('Under', '<a:pPr lvl="2"/>') })))[0]?.level,
    ).toBe(2);
  });

  test('a bullet may be said by the paragraph, the text box, the layout or the master; the nearest decides', () => {
    const master = shape({
      placeholder: 'type="body" idx="1"',
      listStyle: `<a:lvl1pPr>${bullet}</a:lvl1pPr>`,
    });
    const read = (of: string, file: Partial<SampleFile> = {}) =>
      paragraphsOf(oneSlide(of, [], file)).map(({ isBullet }) => isBullet);
    const inBody = (paragraphs: string) => shape({ placeholder: 'type="body" idx="1"', paragraphs });
    expect(read(shape('Ingen'))).toEqual([false]);
    expect(read(shape({ paragraphs: paragraph('Selv', `<a:pPr>${bullet}</a:pPr>`) }))).toEqual([true]);
    expect(
      read(shape({ paragraphs: paragraph('Nr.', '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>') })),
    ).toEqual([true]);
    expect(
      read(
        shape({
          listStyle: `<a:lvl2pPr>${bullet}</a:lvl2pPr>`,
          paragraphs: paragraph('To', '<a:pPr lvl="1"/>'),
        }),
      ),
    ).toEqual([true]);
    expect(read(inBody(paragraph('Arvet')), { master })).toEqual([true]);
    expect(read(inBody(paragraph('Slået fra', '<a:pPr><a:buNone/></a:pPr>')), { master })).toEqual([false]);
  });
});

describe('links', () => {
  const click = (id: string) => `<a:hlinkClick r:id="${id}"/>`;
  const external = (id: string, target: string): SampleRelation => ({
    id,
    type: 'hyperlink',
    target,
    isExternal: true,
  });

  test('a link keeps its words and address; one that is split over runs is one', () => {
    const bytes = oneSlide(
      shape({ paragraphs: `<a:p>${run('Se ')}${run('her', click('a'))}${run('fra', click('a'))}</a:p>` }),
      [external('a', 'https://eksempel.dk/?a=1&amp;b=2')],
    );
    expect(paragraphsOf(bytes)[0]).toMatchObject({
      text: 'Se herfra',
      links: [{ text: 'herfra', url: 'https://eksempel.dk/?a=1&b=2' }],
    });
  });

  test('a link on the whole shape is one on its first words', () => {
    const bytes = oneSlide(shape({ link: click('a'), paragraphs: paragraph('Tilmeld') }), [
      external('a', 'mailto:post@eksempel.dk'),
    ]);
    expect(paragraphsOf(bytes)[0]?.links).toEqual([{ text: 'Tilmeld', url: 'mailto:post@eksempel.dk' }]);
  });

  test.each([
    ['javascript:alert(1)', true],
    ['JaVaScRiPt:alert(1)', true],
    [' javascript:alert(1)', true],
    ['data:text/html,x', true],
    ['file:///etc/passwd', true],
    ['\\\\server\\share', true],
    ['slide2.xml', false],
    ['https://eksempel.dk', false],
  ])('%s (outside the file: %s) is no link, and the words stay', (target, isExternal) => {
    const bytes = oneSlide(shape({ paragraphs: `<a:p>${run('Ord', click('a'))}</a:p>` }), [
      { id: 'a', type: 'hyperlink', target, isExternal },
    ]);
    expect(paragraphsOf(bytes)).toEqual([{ text: 'Ord', level: 0, isBullet: false, links: [] }]);
  });
});

function texts(paragraphs: string): string[] {
  return textsOf(oneSlide(shape({ paragraphs })));
}

function textsOf(bytes: Uint8Array): string[] {
  return paragraphsOf(bytes).map(({ text }) => text);
}

function paragraphsOf(bytes: Uint8Array): DeckParagraph[] {
  const blocks = readPptx('x.pptx', bytes).slides[0]?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'text' ? block.paragraphs : []));
}

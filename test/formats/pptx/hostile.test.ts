import { createServer } from 'node:http';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { UnreadableFileError } from '#src/formats/unreadable-file.ts';
import {
  buildPptx,
  cell,
  graphicFrame,
  group,
  oneSlide,
  paragraph,
  shape,
  table,
} from '#test/support/pptx.ts';

const SOUND = oneSlide(shape('Et ord'));
const MEGABYTE = 1024 * 1024;

describe('a file that is no sound PowerPoint file is refused in words that say what to do', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['nothing', () => new Uint8Array(), /er tom/],
    ['its first half', () => SOUND.subarray(0, SOUND.length / 2), /beskadiget.*Hent eller gem den igen/],
    ['without its last byte', () => SOUND.subarray(0, -1), /beskadiget/],
    ['only its first bytes', () => SOUND.subarray(0, 4), /beskadiget/],
    ['encrypted by Office', () => oleFile('EncryptedPackage'), /adgangskode.*uden adgangskode/],
    ['encrypted as a ZIP file', () => patched(SOUND, 8, 2, (flags) => flags | 1), /adgangskode/],
    ['PowerPoint 97', () => oleFile('PowerPoint Document'), /gammelt Office-format/],
    ['Word', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), /Word-dokument.*PowerPoint/],
    ['Excel', () => zipSync({ 'xl/workbook.xml': strToU8('<w/>') }), /Excel-regneark/],
    ['LibreOffice', () => zipSync({ mimetype: strToU8('application/vnd.oasis') }), /OpenDocument/],
    ['photos in a ZIP file', () => zipSync({ 'a.jpg': strToU8('x') }), /zip-fil/],
    ['HTML', () => strToU8('<!DOCTYPE html><p>Hej'), /webside/],
    ['PDF', () => strToU8('%PDF-1.7\n'), /PDF-fil/],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /billede/],
    ['text', () => strToU8('Hej med jer'), /tekstfil/],
    ['noise', () => Uint8Array.from({ length: 500 }, (_, index) => (index * 89) % 256), /ukendt type/],
    ['without a presentation', () => zipSync({ 'ppt/x.xml': strToU8('<x/>') }), /beskadiget/],
    ['with a slide missing', () => without('ppt/slides/slide1.xml'), /beskadiget/],
    ['without slides', () => buildPptx({ slides: [] }), /ingen slides/],
    ['cut-off XML', () => withSlide('<p:sld xmlns:p="p"><p:cSld>'), /beskadiget/],
    ['crossed XML', () => withSlide('<p:sld><a><b></a></b></p:sld>'), /beskadiget/],
    [
      'an unknown encoding',
      () => withSlide('<?xml version="1.0" encoding="klingon"?><p:sld/>'),
      /beskadiget/,
    ],
    [
      'XML a thousand deep',
      () => withSlide(`<p:sld>${'<g>'.repeat(1e3)}${'</g>'.repeat(1e3)}</p:sld>`),
      /beskadiget/,
    ],
    ['other bytes than its checksum', () => patched(SOUND, 16, 4, (crc) => crc ^ 1), /beskadiget/],
  ])('%s', (_, bytes, sentence) => {
    const refusal = refusalOf(bytes());
    expect(refusal).toBeInstanceOf(UnreadableFileError);
    expect(refusal?.message).toMatch(/^Filen møde\.pptx .*\.$/);
    expect(refusal?.message).toMatch(sentence);
  });

  test('the name is cut and cleaned before it is repeated', () => {
    expect(() => readPptx(`\u001b[31m\r\n${'x'.repeat(500)}`, new Uint8Array())).toThrow(
      /^Filen \[31mx{96}… er tom/,
    );
  });
});

describe('a file that is a trap is refused', () => {
  const TOO_LARGE = /alt for stor, når den pakkes ud/;
  const NEVER_WRITTEN = /aldrig skriver/;

  test.each<[string, () => Uint8Array, RegExp]>([
    ['a bomb in a picture', () => withPart('ppt/media/a.bmp', new Uint8Array(12 * MEGABYTE)), TOO_LARGE],
    ['a bomb in a slide', () => withSlide(`<p:sld>${' '.repeat(12 * MEGABYTE)}</p:sld>`), TOO_LARGE],
    ['a part said to be 4 GB', () => patched(SOUND, 24, 4, () => 0xfffffffe), TOO_LARGE],
    ['parts of 250 MB in a large file', manyMegabytes, TOO_LARGE],
    ['a part said to be smaller than it is', () => patched(SOUND, 24, 4, () => 1), /beskadiget/],
    ['a part said to be larger than it is', () => patched(SOUND, 24, 4, (size) => size + 100), /beskadiget/],
    ['6,000 parts', () => manyParts(6_000), TOO_LARGE],
    ['a way out of the folder', () => withPart('ppt/../../../etc/cron.d/x', ''), NEVER_WRITTEN],
    ['an absolute path', () => withPart('/etc/passwd', ''), NEVER_WRITTEN],
    ['a path of Windows', () => withPart('C:\\Windows\\x', ''), NEVER_WRITTEN],
    ['a part __proto__', () => withPart('ppt/__proto__/x.xml', ''), NEVER_WRITTEN],
    ['a symbolic link', () => patched(SOUND, 38, 4, () => 0xa1ff0000), NEVER_WRITTEN],
    ['two parts of one name', twice, /beskadiget/],
    [
      'entities',
      () => withSlide('<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p:sld>&b;</p:sld>'),
      NEVER_WRITTEN,
    ],
    [
      'an external entity',
      () => withSlide('<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p:sld>&x;</p:sld>'),
      NEVER_WRITTEN,
    ],
    [
      'a document type in UTF-16',
      () =>
        withPart(
          'ppt/slides/slide1.xml',
          new Uint8Array(Buffer.from('\ufeff<!doctype p><p:sld/>', 'utf16le')),
        ),
      NEVER_WRITTEN,
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(refusalOf(bytes())?.message).toMatch(sentence);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('a relation that leads out of the file leads nowhere', () => {
    const bytes = oneSlide(shape('Et ord'), [
      { id: 'n', type: 'notesSlide', target: '../../../../../etc/passwd' },
      { id: 'l', type: 'slideLayout', target: 'file:///etc/passwd', isExternal: true },
    ]);
    expect(readPptx('x', bytes).slides[0]).toMatchObject({ notes: [] });
  });

  test('nothing outside the file is fetched: pictures, slides, notes, charts, templates', async () => {
    let visits = 0;
    const server = createServer((_, response) => {
      visits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const external = ['image', 'slideLayout', 'notesSlide', 'chart', 'oleObject', 'attachedTemplate'].map(
      (type, index) => ({ id: `e${index}`, type, target: `${origin}/${type}`, isExternal: true }),
    );
    const picture = '<p:pic><p:nvPicPr/><p:blipFill><a:blip r:link="e0"/></p:blipFill></p:pic>';
    const chart = graphicFrame([0, 0, 1, 1], '<c:chart r:id="e3"/>');
    readPptx('x', oneSlide(picture + chart + shape('Et ord'), external));
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.close();
    expect(visits).toBe(0);
  });
});

test('a slide with anything cut out of it is read or refused, and never brings the reader down', () => {
  const body = shape({
    at: [0, 0, 9, 9],
    placeholder: 'type="title"',
    paragraphs: paragraph('A', '<a:pPr lvl="1"/>'),
  });
  const grid = table([0, 0, 200, 40], [[cell('B', 'gridSpan="2"'), cell('', 'hMerge="1"')]]);
  const xml = strFromU8(
    unzipSync(oneSlide(group([0, 0, 9, 9], [0, 0, 9, 9], body) + grid))['ppt/slides/slide1.xml'] ??
      new Uint8Array(),
  );
  const ends = new Set<string>();
  for (let start = 0; start < xml.length; start += 5) {
    for (const length of [1, 30, 200]) {
      const refusal = refusalOf(withSlide(xml.slice(0, start) + xml.slice(start + length)));
      ends.add(refusal?.name ?? 'read');
    }
  }
  expect([...ends].sort()).toEqual(['UnreadableFileError', 'read']);
});

function refusalOf(bytes: Uint8Array): Error | undefined {
  try {
    readPptx('møde.pptx', bytes);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return undefined;
}

function withSlide(xml: string): Uint8Array {
  return withPart('ppt/slides/slide1.xml', xml);
}

function withPart(path: string, content: string | Uint8Array): Uint8Array {
  return oneSlide(shape('Et ord'), [], { parts: { [path]: content } });
}

function without(path: string): Uint8Array {
  return replaceAll(SOUND, path, path.replace('slide1', 'slideX'));
}

function twice(): Uint8Array {
  return replaceAll(
    withPart('ppt/slides/slide2.xml', '<p:sld/>'),
    'ppt/slides/slide2.xml',
    'ppt/slides/slide1.xml',
  );
}

/** Both names have the same length, so that nothing else in the file moves. */
function replaceAll(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** Large enough for the ratio to be a usual one. */
function manyMegabytes(): Uint8Array {
  const noise = Uint8Array.from({ length: 3 * MEGABYTE }, (_, index) => (index * index * 31) % 251);
  const file = oneSlide(shape('Et ord'), [], { parts: { 'ppt/media/a.bin': noise }, level: 0 });
  return patched(file, 24, 4, () => 250 * MEGABYTE);
}

function manyParts(count: number): Uint8Array {
  const parts: Zippable = {};
  for (let index = 0; index < count; index += 1) parts[`ppt/x${index}.xml`] = new Uint8Array();
  return zipSync(parts);
}

/** A field of the directory's entry for the slide, at that distance from the entry's start, put to another value. */
function patched(
  bytes: Uint8Array,
  distance: number,
  width: 2 | 4,
  change: (value: number) => number,
): Uint8Array {
  const copy = Buffer.from(bytes);
  let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (copy.toString('latin1', at + 46, at + 46 + 21) !== 'ppt/slides/slide1.xml') {
    at = copy.indexOf('PK\u0001\u0002', at + 1, 'latin1');
  }
  const field = at + distance;
  if (width === 2) copy.writeUInt16LE(change(copy.readUInt16LE(field)) & 0xffff, field);
  else copy.writeUInt32LE(change(copy.readUInt32LE(field)) >>> 0, field);
  return new Uint8Array(copy);
}

/** Enough of a compound file for its kind to be told. */
function oleFile(stream: string): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return new Uint8Array(
    Buffer.concat([head, Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]),
  );
}

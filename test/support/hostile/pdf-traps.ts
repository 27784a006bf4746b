/** PDF files that turn in circles or grow without end. Each is small. */
import { PdfPage, pdfOf, stream } from '#test/support/pdf.ts';

const PAGE = () => new PdfPage().text(43, 66, 'Status', { size: 26 }).text(60, 150, 'En linje', { size: 14 });
const MEGABYTE = 1024 * 1024;
/** The first object that `objects` of a sample gives. */
const FIRST = 7;

/** What is drawn once is drawn ten times by the next, nine times over: ten thousand million pieces. */
export function nestedForms(): Uint8Array {
  const forms = Array.from({ length: 10 }, (_, level) =>
    form(
      level === 9 ? 'BT /R 12 Tf (x) Tj ET' : '/N Do '.repeat(10),
      `/Font << /R 3 0 R >> ${level === 9 ? '' : `/XObject << /N ${FIRST + level + 1} 0 R >>`}`,
    ),
  );
  return pdfOf([PAGE().raw('/N Do')], { objects: forms, resources: `/XObject << /N ${FIRST} 0 R >>` });
}

export function formOfItself(): Uint8Array {
  const itself = form('/N Do BT /R 12 Tf (x) Tj ET', `/Font << /R 3 0 R >> /XObject << /N ${FIRST} 0 R >>`);
  return pdfOf([PAGE().raw('/N Do')], { objects: [itself], resources: `/XObject << /N ${FIRST} 0 R >>` });
}

export function patternOfItself(): Uint8Array {
  const drawn = '/Pattern cs /P scn 0 0 10 10 re f';
  const pattern = streamWith(
    drawn,
    `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9
    /Resources << /Pattern << /P ${FIRST} 0 R >> >>`,
  );
  return pdfOf([PAGE().raw(drawn)], { objects: [pattern], resources: `/Pattern << /P ${FIRST} 0 R >>` });
}

/** A letter of the font is drawn with that letter. */
export function fontOfItself(): Uint8Array {
  const font = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97
    /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a ${FIRST + 1} 0 R >>
    /Resources << /Font << /T ${FIRST} 0 R >> >> >>`;
  const letter = streamWith('9 0 d0 BT /T 1 Tf (a) Tj ET', '');
  return pdfOf([PAGE().raw('BT /T 1 Tf (a) Tj ET')], {
    objects: [font, letter],
    resources: `/Font << /R 3 0 R /B 4 0 R /T ${FIRST} 0 R >>`,
  });
}

export function thousandsOfFonts(): Uint8Array {
  const names = Array.from({ length: 5_000 }, (_, index) => `F${index}`);
  const fonts = names.map((name) => `/${name} << /Type /Font /Subtype /Type1 /BaseFont /${name} >>`);
  const drawn = names.map((name) => `BT /${name} 9 Tf (x) Tj ET`).join('\n');
  return pdfOf([PAGE().raw(drawn)], { resources: `/Font << /R 3 0 R /B 4 0 R ${fonts.join('\n')} >>` });
}

/** The one drawing of the page, two hundred thousand times. */
export function repeatedContents(): Uint8Array {
  return pdfOf([PAGE()], { page: `/Contents [${'21 0 R '.repeat(200_000)}]` });
}

export function hugePage(): Uint8Array {
  return pdfOf([PAGE()], { page: '/MediaBox [-1e30 -1e30 1e30 1e30] /UserUnit 1e30' });
}

export function pageOfNoSize(): Uint8Array {
  return pdfOf([PAGE()], { page: '/MediaBox [0 0 0 0] /CropBox [5 5 -5 -5]' });
}

/** Lists in lists, in the file's own structure and in what a page draws. */
export function deepLists(): Uint8Array {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  return pdfOf([PAGE().raw(`${deep} 0 d`)], { page: `/Deep ${deep}` });
}

/** The table of contents goes back to itself. */
export function tableOfItself(): Uint8Array {
  const text = Buffer.from(pdfOf([PAGE()], { trailer: '/Prev 0000000000' })).toString('latin1');
  const start = /startxref\n(\d+)/.exec(text)?.[1] ?? '';
  return bytesOf(text.replace('/Prev 0000000000', `/Prev ${start.padStart(10, '0')}`));
}

/** A table of contents, itself packed, that says to have a thousand million entries. */
export function endlessTable(): Uint8Array {
  const table = streamWith(
    '\u0001',
    '/Type /XRef /Size 999999999 /W [1 8 8] /Index [0 999999999] /Root 1 0 R',
  );
  const text = `%PDF-1.6\n1 0 obj\n${table}\nendobj\nstartxref\n9\n%%EOF\n`;
  return bytesOf(text);
}

/** Packed by LZW, which the look at the packed parts does not know. */
export function lzwBomb(): Uint8Array {
  const packed = lzwOfSpaces(120);
  const contents = `<< /Filter /LZWDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
  return pdfOf([PAGE()], { objects: [contents], page: `/Contents ${FIRST} 0 R` });
}

/** Packed in text packed in text. */
export function bombInLayers(): Uint8Array {
  const inner = stream(Buffer.alloc(100 * MEGABYTE, ' '), 2).toString('latin1');
  const packed = inner.slice(inner.indexOf('stream\n') + 7, inner.lastIndexOf('\nendstream'));
  const hex = `${Buffer.from(packed, 'latin1').toString('hex')}>`;
  const contents = `<< /Filter [/ASCIIHexDecode /FlateDecode /FlateDecode] /Length ${hex.length} >>\nstream\n${hex}\nendstream`;
  return pdfOf([PAGE()], { objects: [contents], page: `/Contents ${FIRST} 0 R` });
}

function form(drawn: string, resources: string): string {
  return streamWith(drawn, `/Type /XObject /Subtype /Form /BBox [0 0 960 540] /Resources << ${resources} >>`);
}

function streamWith(content: string, entries: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Codes of 9 to 12 bits for ever longer runs of spaces, begun anew when the table is full: 7 MB a round. */
function lzwOfSpaces(rounds: number): Buffer {
  const bits: string[] = [];
  const say = (code: number, width: number) => bits.push(code.toString(2).padStart(width, '0'));
  for (let round = 0; round < rounds; round++) {
    say(256, round === 0 ? 9 : 12);
    say(32, 9);
    for (let code = 258; code < 4_094; code++) say(code, Math.max(9, Math.floor(Math.log2(code + 1)) + 1));
  }
  const text = bits.join('');
  return Buffer.from(text.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

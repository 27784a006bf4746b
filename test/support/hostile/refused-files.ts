/** Files that hold no meeting that can be read: what a clerk may send by mistake, and what somebody else may by will. */
import { strToU8, zipSync } from 'fflate';
import { PdfPage, pdfOf, stream } from '#test/support/pdf.ts';
import { buildPptx, oneSlide, shape } from '#test/support/pptx.ts';
import { protectedPdf } from './protected-pdf.ts';

export interface RefusedFile {
  what: string;
  /** As it was sent. */
  name: string;
  bytes: Uint8Array;
  /** What the person is told. */
  told: RegExp;
}

const MEGABYTE = 1024 * 1024;
const SOUND_PPTX = oneSlide(shape('Et ord'));
const SOUND_PDF = pdfOf([new PdfPage().text(43, 66, 'Status', { size: 26 })]);
const DAMAGED = /er beskadiget eller ikke hentet helt\. Hent eller gem den igen\.$/;
const TOO_LARGE = /bliver alt for stor, når den pakkes ud, og læses ikke\./;
const NEVER_WRITTEN = /har indhold, som PowerPoint aldrig skriver, og læses ikke\./;
const PASSWORD = /er beskyttet med adgangskode\. Gem en kopi uden adgangskode, og brug den\.$/;
const CHOOSE = 'Vælg en PowerPoint-præsentation \\(\\.pptx\\) eller en PDF-fil';

/** @param canary an address that must not be visited */
export function refusedFiles(canary: string): RefusedFile[] {
  return [
    ...emptyOrCutOff(),
    ...protectedOrPictures(),
    ...bombs(),
    ...traps(canary),
    ...otherKinds(),
    ...brokenTexts(),
  ];
}

function emptyOrCutOff(): RefusedFile[] {
  const nothing = ['a.pptx', 'b.pdf', 'c.txt'].map((name) => ({
    what: `${name} without a byte`,
    name,
    bytes: new Uint8Array(),
    told: /er tom\./,
  }));
  const cut = [0.1, 0.5, 0.99].flatMap((share) => [
    {
      what: `a presentation cut at ${share}`,
      name: 'd.pptx',
      bytes: cutAt(SOUND_PPTX, share),
      told: DAMAGED,
    },
    { what: `a PDF cut at ${share}`, name: 'e.pdf', bytes: cutAt(SOUND_PDF, share), told: DAMAGED },
  ]);
  return [...nothing, ...cut];
}

function protectedOrPictures(): RefusedFile[] {
  const pages = [new PdfPage().text(43, 66, 'Status')];
  return [
    { what: 'Office with a password', name: 'a.pptx', bytes: ole('EncryptedPackage'), told: PASSWORD },
    {
      what: 'PDF with a password',
      name: 'b.pdf',
      bytes: protectedPdf(pages, 'hemmelig', 'x'),
      told: PASSWORD,
    },
    {
      what: 'a presentation of pictures',
      name: 'c.pptx',
      bytes: buildPptx({ slides: [{ shapes: '<p:pic><p:nvPicPr/><p:blipFill/></p:pic>' }] }),
      told: /har ingen tekst, kun billeder\. Vælg den PowerPoint-fil eller PDF-fil, som slidene blev lavet i\.$/,
    },
    {
      what: 'a PDF of pictures',
      name: 'd.pdf',
      bytes: pdfOf([new PdfPage().raw('q 900 0 0 500 30 20 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q')]),
      told: /ingen tekst, kun billeder\. Gem præsentationen som PDF fra PowerPoint\.$/,
    },
  ];
}

function bombs(): RefusedFile[] {
  const flat = zipSync({ 'ppt/media/a.bmp': new Uint8Array(30 * MEGABYTE) });
  const spaces = Buffer.alloc(64 * MEGABYTE, ' ');
  return [
    { what: 'a bomb', name: 'a.pptx', bytes: flat, told: TOO_LARGE },
    { what: 'a bomb that lies', name: 'b.pptx', bytes: withSizes(flat, () => 1_000), told: DAMAGED },
    { what: 'a bomb of overlapping parts', name: 'c.pptx', bytes: overlapping(4_000), told: TOO_LARGE },
    { what: 'a bomb in a bomb', name: 'd.pptx', bytes: zipSync({ 'ppt/a.zip': flat }), told: DAMAGED },
    {
      what: 'a PDF bomb',
      name: 'e.pdf',
      bytes: pdfOf([], { objects: [stream(spaces, 2).toString('latin1')] }),
      told: TOO_LARGE,
    },
  ];
}

function traps(canary: string): RefusedFile[] {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  const bomb = `<!DOCTYPE p [<!ENTITY e0 "ha">${entities.join('')}]><p:sld>&e9;</p:sld>`;
  const external = (address: string) => `<!DOCTYPE p [<!ENTITY x SYSTEM "${address}">]><p:sld>&x;</p:sld>`;
  return [
    { what: 'a bomb of entities', name: 'a.pptx', bytes: withSlide(bomb), told: NEVER_WRITTEN },
    {
      what: 'an entity on the web',
      name: 'b.pptx',
      bytes: withSlide(external(`${canary}/entity`)),
      told: NEVER_WRITTEN,
    },
    {
      what: 'an entity on the disk',
      name: 'c.pptx',
      bytes: withSlide(external('file:///etc/passwd')),
      told: NEVER_WRITTEN,
    },
    {
      what: 'a way out of the folder',
      name: 'd.pptx',
      bytes: oneSlide(shape('Et ord'), [], { parts: { 'ppt/../../../etc/cron.d/x': 'x' } }),
      told: NEVER_WRITTEN,
    },
  ];
}

function otherKinds(): RefusedFile[] {
  const other = (what: string, name: string, bytes: Uint8Array, is: string): RefusedFile => ({
    what,
    name,
    bytes,
    told: new RegExp(`er ${is}\\. ${CHOOSE}\\.$`),
  });
  const odp = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.presentation') });
  return [
    other('Word', 'a.pptx', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'et Word-dokument'),
    other('Excel', 'b.pdf', zipSync({ 'xl/workbook.xml': strToU8('<w/>') }), 'et Excel-regneark'),
    other('LibreOffice', 'c.pptx', odp, 'et OpenDocument-dokument'),
    other('a ZIP file', 'd.txt', zipSync({ 'a.jpg': strToU8('x') }), 'en zip-fil'),
    other('a web page', 'e.pptx', strToU8('<!DOCTYPE html><p>Hej'), 'en webside'),
    other('remarks alone', 'f.txt', strToU8('<!---->'.repeat(900)), 'af en ukendt type'),
    other('a picture', 'g.pdf', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'et billede'),
    other('text', 'h.pptx', strToU8('Hej med jer'), 'en tekstfil'),
    {
      what: 'PowerPoint 97',
      name: 'i.pptx',
      bytes: ole('PowerPoint Document'),
      told: /gammelt Office-format/,
    },
  ];
}

function brokenTexts(): RefusedFile[] {
  const far = Buffer.alloc(5 * MEGABYTE, 'Ord og flere ord\n');
  const nuls = strToU8('KOMBIT\0-programledermøde\0\n');
  return [
    { what: 'text with NULs', name: 'a.txt', bytes: nuls, told: /er af en ukendt type\./ },
    {
      what: 'text without end',
      name: 'b.txt',
      bytes: new Uint8Array(far),
      told: /er for stor til at være teksten/,
    },
  ];
}

function cutAt(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

function withSlide(xml: string): Uint8Array {
  return oneSlide(shape('Et ord'), [], { parts: { 'ppt/slides/slide1.xml': xml } });
}

/** The sizes that the directory gives for each part, put to others. */
function withSizes(bytes: Uint8Array, sizeOf: (size: number) => number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    copy.writeUInt32LE(sizeOf(copy.readUInt32LE(at + 24)), at + 24);
  return new Uint8Array(copy);
}

/** One packed part, named by the directory as often as that. */
function overlapping(times: number): Uint8Array {
  const file = Buffer.from(zipSync({ 'ppt/a0000': new Uint8Array(100 * 1024) }));
  const directory = file.indexOf('PK\u0001\u0002', 0, 'latin1');
  const end = file.indexOf('PK\u0005\u0006', 0, 'latin1');
  const entries = Array.from({ length: times }, (_, index) => {
    const entry = Buffer.from(file.subarray(directory, end));
    entry.write(`ppt/a${String(index).padStart(4, '0')}`, 46, 'latin1');
    return entry;
  });
  const tail = Buffer.from(file.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(times * (end - directory), 12);
  return new Uint8Array(Buffer.concat([file.subarray(0, directory), ...entries, tail]));
}

/** Enough of a compound file for its kind to be told. */
function ole(streamName: string): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const parts = [head, Buffer.alloc(512), Buffer.from(streamName, 'utf16le'), Buffer.alloc(512)];
  return new Uint8Array(Buffer.concat(parts));
}

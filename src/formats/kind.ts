/** What a file is, by its bytes: its name says only what somebody called it. */

import { decodeBeginning } from './text/decode.ts';
import { damagedFile, shownFileName, UnreadableFileError } from './unreadable-file.ts';
import { listParts } from './zip/directory.ts';

export type FileKind =
  | 'empty'
  | 'pptx'
  | 'docx'
  | 'xlsx'
  | 'opendocument'
  /** A ZIP file that is none of the above. */
  | 'zip'
  /** Begins as a ZIP file, but its directory cannot be read. */
  | 'damaged-zip'
  /** Encrypted with a password by Office. */
  | 'protected-office'
  /** Office's formats from before 2007: .ppt, .doc, .xls. */
  | 'old-office'
  | 'pdf'
  | 'html'
  | 'picture'
  /** Text whose first lines are divided alike by semicolons, tabs or commas. */
  | 'csv'
  | 'text'
  | 'unknown';

/** The kinds that somebody may have meant to choose, with article, as they stand in a sentence. */
const DANISH: Readonly<Record<FileKind, string>> = {
  empty: 'tom',
  pptx: 'en PowerPoint-præsentation',
  docx: 'et Word-dokument',
  xlsx: 'et Excel-regneark',
  opendocument: 'et OpenDocument-dokument',
  zip: 'en zip-fil',
  'damaged-zip': 'beskadiget',
  'protected-office': 'beskyttet med adgangskode',
  'old-office': 'gemt i et gammelt Office-format',
  pdf: 'en PDF-fil',
  html: 'en webside',
  picture: 'et billede',
  csv: 'en CSV-fil',
  text: 'en tekstfil',
  unknown: 'af en ukendt type',
};

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];
const MAX_PARTS = 5_000;
/** PDF readers accept a header anywhere in the first kilobyte. */
const PDF_HEADER_WITHIN = 1_024;
const TEXT_SAMPLE = 64 * 1_024;
const CSV_LINES = 5;
/** A remark ends at its first end mark: with any other reading a file of remarks alone would be tried for ever. */
const WEB_PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype|html|head|body|svg|meta)\b/i;

/** Never throws. Reads the beginning, and of a ZIP file the list of its parts; nothing is inflated. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return zipKind(bytes);
  if (startsWith(bytes, OLE))
    return holdsUtf16(bytes, 'EncryptedPackage') ? 'protected-office' : 'old-office';
  if (latin1(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-')) return 'pdf';
  if (PICTURES.some((mark) => startsWith(bytes, mark)) || isWebp(bytes)) return 'picture';
  return textKind(bytes);
}

/**
 * The refusal of a file of the wrong kind.
 * @param wanted with article and ending: "en PowerPoint-præsentation (.pptx)"
 */
export function wrongKind(fileName: string, kind: FileKind, wanted: string): UnreadableFileError {
  if (kind === 'damaged-zip') return damagedFile(fileName);
  const name = shownFileName(fileName);
  const sentences: Partial<Record<FileKind, string>> = {
    empty: `Filen ${name} er tom. Vælg filen igen, eller gem den igen først.`,
    'protected-office': `Filen ${name} er beskyttet med adgangskode. Gem en kopi uden adgangskode, og brug den.`,
    'old-office': `Filen ${name} er gemt i et gammelt Office-format. Åbn den, og gem den som ${wanted}.`,
  };
  return new UnreadableFileError(sentences[kind] ?? `Filen ${name} er ${DANISH[kind]}. Vælg ${wanted}.`);
}

function zipKind(bytes: Uint8Array): FileKind {
  let names: string[];
  try {
    names = listParts(bytes, MAX_PARTS).map(({ name }) => name);
  } catch {
    return 'damaged-zip';
  }
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  return names[0] === 'mimetype' ? 'opendocument' : 'zip';
}

function textKind(bytes: Uint8Array): FileKind {
  let text: string;
  try {
    text = decodeBeginning(bytes, TEXT_SAMPLE);
  } catch {
    return 'unknown';
  }
  if (WEB_PAGE.test(text)) return 'html';
  return looksDivided(text) ? 'csv' : 'text';
}

/** A comma also stands in sentences, so there it takes two in each line. */
function looksDivided(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, CSV_LINES);
  return [';', '\t', ','].some((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1);
    const [first = 0] = counts;
    return lines.length > 1 && first >= (mark === ',' ? 2 : 1) && counts.every((count) => count === first);
  });
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function isWebp(bytes: Uint8Array): boolean {
  return /^RIFF[\s\S]{4}WEBP/.test(latin1(bytes.subarray(0, 12)));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Names inside an OLE file are UTF-16. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

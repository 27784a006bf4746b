/**
 * Bytes of a text file -> its text: UTF-8 with or without byte order mark, UTF-16 of either byte order, else
 * Windows-1252 (which contains Latin-1). Decomposed letters are composed, line ends become `\n`.
 */

import { RefusedError } from '#src/shared/errors.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file that cannot be read as text. The message tells in Danish which file, why, and what to do. */
export class UnreadableTextError extends RefusedError {
  override readonly name = 'UnreadableTextError';
}

/**
 * @param fileName only for the error's sentence
 * @throws UnreadableTextError when the file is empty, binary, damaged or without letters
 */
export function decodeText(fileName: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableTextError(`Filen ${fileName} er tom. Angiv en fil med tekst.`);
  const text = decode(fileName, bytes, {});
  if (text.trim() === '') {
    throw new UnreadableTextError(`Filen ${fileName} indeholder kun blanke tegn. Angiv en fil med tekst.`);
  }
  if (looksBinary(text)) throw notText(fileName);
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/**
 * The text of the first bytes; a letter that is cut in two at their end is left out.
 * @throws UnreadableTextError as `decodeText`
 */
export function decodeBeginning(bytes: Uint8Array, length: number): string {
  const text = decode('', bytes.subarray(0, length), { stream: bytes.length > length });
  if (looksBinary(text)) throw notText('');
  return text;
}

function notText(fileName: string): UnreadableTextError {
  return new UnreadableTextError(
    `Filen ${fileName} er ikke en tekstfil. Gem materialet som ren tekst (.txt).`,
  );
}

function decode(fileName: string, bytes: Uint8Array, end: { stream?: boolean }): string {
  const marked = markedEncoding(bytes) ?? guessUtf16(bytes);
  if (marked) return decodeAs(fileName, bytes, marked, end);
  if (bytes.includes(0)) throw notText(fileName);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, end);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

function decodeAs(
  fileName: string,
  bytes: Uint8Array,
  encoding: Encoding,
  end: { stream?: boolean },
): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, end);
  } catch {
    const shown = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    throw new UnreadableTextError(
      `Filen ${fileName} er mærket som ${shown}, men er beskadiget. Gem den igen som UTF-8.`,
    );
  }
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Danish text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

function looksBinary(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return text.includes('\0') || controls > text.length / 100 || !/\p{L}/u.test(text);
}

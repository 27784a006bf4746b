/**
 * Bytes of a text file -> its text: UTF-8 with or without byte order mark, UTF-16 of either byte order, else
 * Windows-1252 (which contains Latin-1). Decomposed letters are composed, line ends become `\n`.
 */

/** A file that cannot be read as text. The message is one Danish sentence that names the file and the reason. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError';
  readonly fileName: string;

  constructor(fileName: string, reason: string) {
    super(`Filen ${fileName} kan ikke læses: ${reason}`);
    this.fileName = fileName;
  }
}

/**
 * @param fileName only for the error's sentence
 * @throws UnreadableTextError when the file is empty, binary, cut off or without letters
 */
export function decodeText(fileName: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableTextError(fileName, 'den er tom.');
  const text = decodeByMark(fileName, bytes) ?? decodeWithoutMark(fileName, bytes);
  if (text.trim() === '') throw new UnreadableTextError(fileName, 'den indeholder kun blanke tegn.');
  if (looksBinary(text)) throw new UnreadableTextError(fileName, 'den indeholder ikke tekst.');
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function decodeByMark(fileName: string, bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeAs(fileName, bytes, 'utf-8', 'UTF-8');
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs(fileName, bytes, 'utf-16le', 'UTF-16');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs(fileName, bytes, 'utf-16be', 'UTF-16');
  return null;
}

function decodeWithoutMark(fileName: string, bytes: Uint8Array): string {
  const utf16 = guessUtf16(bytes);
  if (utf16) return decodeAs(fileName, bytes, utf16, 'UTF-16');
  if (bytes.includes(0)) throw new UnreadableTextError(fileName, 'den er ikke en tekstfil.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decodeAs(fileName: string, bytes: Uint8Array, encoding: string, shown: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTextError(fileName, `den siger, at den er ${shown}, men er beskadiget.`);
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
  let controls = 0;
  for (const char of text) if (isControl(char.codePointAt(0) ?? 0)) controls += 1;
  return text.includes('\0') || controls > text.length / 100 || !/\p{L}/u.test(text);
}

/** Control characters that no text has: all but tab, line feed, vertical tab, form feed and carriage return. */
function isControl(code: number): boolean {
  return (code < 32 && (code < 9 || code > 13)) || (code >= 0x7f && code < 0xa0) || code === 0xfffd;
}

/** The compressed parts of a PDF, looked at before anything is made of them. */
import { constants, inflateSync } from 'node:zlib';

/** Drawn pages and fonts of decks stay below a few megabytes each; pictures are never unpacked. */
const LARGEST_STREAM = 32 * 1024 * 1024;
const LARGEST_TOTAL = 160 * 1024 * 1024;
/** How far before a stream its description begins. */
const DESCRIPTION_WITHIN = 2_048;
const MOST_LAYERS = 4;

/** Whether a part, or all together, would become larger than any deck is. Counts while it unpacks. */
export function inflatesTooMuch(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (const stream of compressedStreams(file)) {
    const size = inflatedSize(stream);
    total += size;
    if (size >= LARGEST_STREAM || total >= LARGEST_TOTAL) return true;
  }
  return false;
}

function* compressedStreams(file: Buffer): Generator<Buffer> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    if (!isZlib(file, start) || isPicture(file, at)) continue;
    const end = file.indexOf('endstream', start);
    yield file.subarray(start, end < 0 ? file.length : end);
  }
}

/** A zlib header: method 8, and both bytes together divide by 31 (RFC 1950). */
function isZlib(bytes: Buffer, at: number): boolean {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function isPicture(file: Buffer, at: number): boolean {
  const before = file.subarray(Math.max(0, at - DESCRIPTION_WITHIN), at).toString('latin1');
  const description = before.slice(before.lastIndexOf(' obj') + 1);
  return /\/Subtype\s*\/Image\b/.test(description);
}

/** Size after unpacking, layer by layer where one lies in another; at most `LARGEST_STREAM`. */
function inflatedSize(stream: Buffer): number {
  let layer = stream;
  for (let depth = 0; depth < MOST_LAYERS && isZlib(layer, 0); depth++) {
    try {
      layer = inflateSync(layer, { maxOutputLength: LARGEST_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return isTooLarge ? LARGEST_STREAM : layer.length;
    }
  }
  return layer.length;
}

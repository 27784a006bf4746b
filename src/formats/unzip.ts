/** Unpacking of ZIP archives from strangers: every byte is counted as it comes out, whatever the archive says of itself. */
import { Unzip, UnzipInflate } from 'fflate';

export interface UnzipLimits {
  /** Bytes that the wanted parts may hold together. */
  mostBytes: number;
  /** Entries of the archive, wanted or not. */
  mostParts: number;
}

/** The archive holds more than is allowed. */
export class TooMuchInsideError extends Error {
  override name = 'TooMuchInsideError';
}

/**
 * Name -> bytes of the parts that are wanted.
 * @throws TooMuchInsideError as soon as a limit is passed, and other errors when the archive is damaged
 */
export function unzipParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  { mostBytes, mostParts }: UnzipLimits,
): Map<string, Buffer> {
  if (!Buffer.from(bytes.subarray(-MOST_AT_END)).includes(END)) throw new Error('The archive is cut off');
  const parts = new Map<string, Uint8Array[]>();
  let [bytesOut, partsSeen] = [0, 0];
  const archive = new Unzip((file) => {
    partsSeen += 1;
    if (partsSeen > mostParts) throw new TooMuchInsideError();
    if (!isWanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    parts.set(file.name, pieces);
    file.ondata = (error, piece) => {
      if (error) throw error;
      bytesOut += piece.length;
      if (bytesOut > mostBytes) throw new TooMuchInsideError();
      pieces.push(piece);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  // In small steps: one step unpacks to at most a thousand times its size before it is counted.
  for (let start = 0; start < bytes.length; start += STEP) {
    archive.push(bytes.subarray(start, start + STEP), start + STEP >= bytes.length);
  }
  return new Map([...parts].map(([name, pieces]) => [name, Buffer.concat(pieces)]));
}

const STEP = 8192;

/** Mark of the record that ends an archive, and the most bytes it may have with a comment. */
const END = 'PK\u0005\u0006';
const MOST_AT_END = 65_557;

/**
 * Bytes of a ZIP file -> its parts, inflated one by one when asked for. Nothing is written anywhere, and no more memory
 * is used than the limits allow, whatever the file says of itself.
 */

import { crc32, inflateRawSync } from 'node:zlib';
import { listParts, type ZipPart } from './directory.ts';
import { BrokenZipError, ZipBombError } from './errors.ts';

const MAX_PARTS = 5_000;
const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
/** A small file of one repeated letter is no bomb: the ratio counts from this size. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const MAX_RATIO = 100;

export interface ZipFile {
  names: ReadonlySet<string>;
  /**
   * The bytes of a part, undefined when there is none of that name.
   * @throws BrokenZipError when its bytes do not fit what the directory says
   */
  read(name: string): Uint8Array | undefined;
}

/**
 * @throws BrokenZipError when it is no whole ZIP file
 * @throws ZipBombError when it says to hold more than 200 MB, 100 times its size, or 5,000 parts
 * @throws EncryptedZipError, SuspiciousZipError
 */
export function readZip(bytes: Uint8Array): ZipFile {
  const parts = listParts(bytes, MAX_PARTS);
  const inflatedBytes = parts.reduce((sum, part) => sum + part.size, 0);
  if (inflatedBytes > MAX_INFLATED_BYTES) throw new ZipBombError();
  if (inflatedBytes > RATIO_FROM_BYTES && inflatedBytes > bytes.length * MAX_RATIO) throw new ZipBombError();
  const byName = new Map(parts.map((part) => [part.name, part]));
  if (byName.size < parts.length) throw new BrokenZipError('Two parts have one name.');
  return {
    names: new Set(byName.keys()),
    read(name) {
      const part = byName.get(name);
      return part && inflate(bytes, part);
    },
  };
}

/** A part never becomes larger than the directory says, and the sum of that was counted. */
function inflate(bytes: Uint8Array, part: ZipPart): Uint8Array {
  const packed = bytes.subarray(part.start, part.start + part.packedSize);
  const content = part.isStored ? packed : unpack(packed, part);
  if (content.length !== part.size) throw new BrokenZipError(`${part.name} has another size than stated.`);
  if (crc32(content) !== part.crc) throw new BrokenZipError(`${part.name} has another checksum than stated.`);
  return content;
}

function unpack(packed: Uint8Array, part: ZipPart): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) });
  } catch {
    throw new BrokenZipError(`${part.name} cannot be inflated.`);
  }
}

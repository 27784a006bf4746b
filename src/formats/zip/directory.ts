/** The directory at the end of a ZIP file (PKWARE APPNOTE 4.3.12 and 4.3.16), without the 64-bit extension. */

import { BrokenZipError, EncryptedZipError, SuspiciousZipError, ZipBombError } from './errors.ts';

export interface ZipPart {
  name: string;
  /** Where its packed bytes begin. */
  start: number;
  packedSize: number;
  /** Inflated, as the directory says. */
  size: number;
  crc: number;
  isStored: boolean;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const UNIX_KIND = 0xf000;
const UNIX_LINK = 0xa000;

/** @throws BrokenZipError, ZipBombError (too many parts), EncryptedZipError, SuspiciousZipError */
export function listParts(bytes: Uint8Array, maxParts: number): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxParts) throw new ZipBombError(`${count} parts.`);
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(view, at, end);
    at = entry.next;
    if (!entry.part.name.endsWith('/')) parts.push(entry.part);
  }
  return parts;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new BrokenZipError('No directory.');
}

function readEntry(view: DataView, at: number, end: number): { part: ZipPart; next: number } {
  if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
    throw new BrokenZipError('The directory is cut off.');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw new BrokenZipError('The directory is cut off.');
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength),
  );
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new EncryptedZipError(name);
  const isLink = ((view.getUint32(at + 38, true) >>> 16) & UNIX_KIND) === UNIX_LINK;
  if (isLink || isSuspicious(name)) throw new SuspiciousZipError(name);
  const method = view.getUint16(at + 10, true);
  if (method !== STORED && method !== DEFLATED)
    throw new BrokenZipError(`${name} is packed by method ${method}.`);
  const part = {
    name,
    start: contentStart(view, view.getUint32(at + 42, true)),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
    isStored: method === STORED,
  };
  if (part.start + part.packedSize > view.byteLength) throw new BrokenZipError(`${name} is cut off.`);
  return { part, next };
}

function isSuspicious(name: string): boolean {
  const segments = name.split('/');
  return (
    /[\\\0]|^\/|^[a-z]:/i.test(name) ||
    segments.includes('..') ||
    segments.some((segment) => /^(?:__proto__|constructor|prototype)$/.test(segment))
  );
}

function contentStart(view: DataView, local: number): number {
  if (local + LOCAL_SIZE > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw new BrokenZipError('A part is not where the directory says.');
  }
  return local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

import { BrokenXmlError } from './errors.ts';

/**
 * The characters of an XML part. A byte order mark decides, then the zeros of UTF-16, then what the declaration says;
 * else it is UTF-8. NULs are left out.
 * @throws BrokenXmlError when the declaration names an encoding nobody knows
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = xmlEncoding(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  } catch {
    throw new BrokenXmlError(`Unknown encoding ${encoding}.`);
  }
}

function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  return declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8';
}

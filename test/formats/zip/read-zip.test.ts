import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BrokenZipError } from '#src/formats/zip/errors.ts';
import { readZip } from '#src/formats/zip/read-zip.ts';

const TEXT = 'ord '.repeat(100);

describe('a ZIP file', () => {
  test.each([
    ['packed', zipSync({ a: strToU8(TEXT) })],
    ['only stored', zipSync({ a: strToU8(TEXT) }, { level: 0 })],
    ['with folders', zipSync({ b: {}, a: strToU8(TEXT) })],
    ['with a remark at its end', withRemark(zipSync({ a: strToU8(TEXT) }))],
    ['written without going back', streamed()],
    ['as a piece of a larger buffer', inLargerBuffer(zipSync({ a: strToU8(TEXT) }))],
  ])('%s is read', (_, bytes) => {
    const zip = readZip(bytes);
    expect([...zip.names]).toEqual(['a']);
    expect(strFromU8(zip.read('a') ?? new Uint8Array())).toBe(TEXT);
  });

  test('an empty part is empty, an unknown one is not there', () => {
    const zip = readZip(zipSync({ a: new Uint8Array() }));
    expect(zip.read('a')).toHaveLength(0);
    expect(zip.read('constructor')).toBeUndefined();
  });

  test('cut off anywhere, it is refused', () => {
    const bytes = zipSync({ a: strToU8(TEXT), b: strToU8('x') });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readZip(bytes.subarray(0, length))).toThrow(BrokenZipError);
    }
  });

  test('with any one byte changed, it is read the same or refused, and never something else', () => {
    const bytes = zipSync({ a: strToU8(TEXT) });
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = bytes.slice();
      changed[index] = (changed[index] ?? 0) ^ 0xff;
      expect([undefined, TEXT]).toContain(textOrRefusal(changed));
    }
  });
});

function textOrRefusal(bytes: Uint8Array): string | undefined {
  try {
    const content = readZip(bytes).read('a');
    return content && strFromU8(content);
  } catch (error) {
    expect(error).toMatchObject({
      name: expect.stringMatching(/^(?:Broken|Encrypted|Suspicious)Zip|^ZipBomb/),
    });
    return undefined;
  }
}

function withRemark(bytes: Uint8Array): Uint8Array {
  const remark = strToU8('Gemt af et andet program');
  const whole = new Uint8Array(bytes.length + remark.length);
  whole.set(bytes);
  whole.set(remark, bytes.length);
  whole[bytes.length - 2] = remark.length;
  return whole;
}

function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  const part = new ZipDeflate('a');
  zip.add(part);
  part.push(strToU8(TEXT), true);
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

function inLargerBuffer(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length + 200);
  larger.set(bytes, 100);
  return larger.subarray(100, 100 + bytes.length);
}

import { describe, expect, test } from 'vitest';
import { decodeText, UnreadableTextError } from '#src/formats/text/decode.ts';

const TEXT = 'Ærø, Køge og Århus: én opgave';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? ['\ufeff'] : []), ...text].map((char) => char.charCodeAt(0));
  return Uint8Array.from(
    codes.flatMap((code) => (littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255])),
  );
}

describe('the letters of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`, 'utf8')],
    ['UTF-16, little end first', utf16(TEXT, true, true)],
    ['UTF-16, big end first', utf16(TEXT, false, true)],
    ['UTF-16 without a mark', utf16(TEXT.repeat(4), true, false)],
    ['Latin-1', Buffer.from(TEXT, 'latin1')],
    ['decomposed letters', Buffer.from(TEXT.normalize('NFD'), 'utf8')],
  ])('are read from %s', (_name, bytes) => {
    expect(decodeText('deck.txt', bytes)).toContain(TEXT);
  });

  test('include the quotation marks and dashes of Windows-1252', () => {
    expect(decodeText('deck.txt', Uint8Array.from([0x93, 0x4e, 0x79, 0x94, 0x20, 0x96]))).toBe('“Ny” –');
  });

  test('have one kind of line end', () => {
    expect(decodeText('deck.txt', Buffer.from('en\r\nto\rtre'))).toBe('en\nto\ntre');
  });
});

describe('a file that is no text', () => {
  test.each([
    ['is empty', Buffer.alloc(0), 'Filen oplæg.txt er tom.'],
    ['has only blanks', Buffer.from(' \n\n\t'), 'Filen oplæg.txt indeholder kun blanke tegn.'],
    ['is a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0, 1]), 'Filen oplæg.txt er ikke en tekstfil.'],
    [
      'is full of control signs',
      Buffer.from('\u0001\u0002a\u0003\u0004b'),
      'Filen oplæg.txt er ikke en tekstfil.',
    ],
    ['has no letters', Buffer.from('1 2 3 …'), 'Filen oplæg.txt er ikke en tekstfil.'],
    ['is cut off', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'Filen oplæg.txt er mærket som UTF-16'],
    [
      'breaks its own mark',
      Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xff]),
      'Filen oplæg.txt er mærket som UTF-8',
    ],
  ])('is refused by name when it %s', (_why, bytes, message) => {
    expect(() => decodeText('oplæg.txt', bytes)).toThrow(UnreadableTextError);
    expect(() => decodeText('oplæg.txt', bytes)).toThrow(message);
  });
});

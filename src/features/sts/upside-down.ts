/** OCR reads text that runs upwards as if it stood on its head. */

/** What a letter on its head looks like. */
const TURNED: Readonly<Record<string, string>> = {
  u: 'n',
  n: 'u',
  b: 'g',
  g: 'b',
  d: 'p',
  p: 'd',
  a: 'e',
  e: 'a',
  y: 'I',
  j: 'I',
  J: 'r',
  r: 'J',
  L: 'i',
  l: 'i',
  m: 'w',
  w: 'm',
  M: 'W',
  W: 'M',
  '|': 'T',
  I: 'r',
  B: 'e',
  S: 's',
  N: 'M',
  O: 'o',
  P: 'd',
  U: 'n',
};

/** The line turned round: letters in opposite order, each on its feet. */
export function upsideDown(line: string): string {
  return [...line.replace(/[.\s]+(?=\||$)/g, '')]
    .reverse()
    .map((letter) => TURNED[letter] ?? letter)
    .join('');
}

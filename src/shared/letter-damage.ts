/**
 * What OCR does to Danish letters, and how far a damaged reading lies from a word. The table is anomaly A-40 of
 * the November 2025 material: "Stgttesystemerne", "feelles", "/Eldre", "FEro", "pa", "EESS|".
 */

/** A letter, and the ways it is read. */
export type Damage = ReadonlyMap<string, readonly string[]>;

const OCR_DAMAGE: Damage = new Map([
  ['ø', ['g', 'o', '¢', '@', 'a', 'e', 'og', 'J', 'O', '0']],
  ['æ', ['ee', 'ae', 'aa', 'ea', 'eae', 'a', 'e', 'z', 'ze', 'zee', '/E', 'E', 'FE', 'AE']],
  ['å', ['a', 'd', '4', 'é', 'aé', 'ad', '3', '&', 'A']],
  ['Ø', ['@', 'J', 'O', '0']],
  ['Æ', ['/E', 'E', 'FE', 'AE']],
  ['Å', ['A']],
  ['é', ['e']],
  ['I', ['|', 'l']],
  ['l', ['|', 'I']],
]);

export const NO_DAMAGE: Damage = new Map();

/**
 * Letters to change before `read` is `word`, where a damaged letter costs nothing and capitals count as small
 * letters. Infinity when more than `limit`.
 */
export function damageDistance(
  read: string,
  word: string,
  limit: number,
  damage: Damage = OCR_DAMAGE,
): number {
  // Damage makes at most two letters of one, so words of very different length are never near.
  if (read.length < word.length - limit || read.length > word.length * 2 + limit) return Infinity;
  const columns = read.length + 1;
  const readSmall = read.toLowerCase();
  const wordSmall = word.toLowerCase();
  const sameLength = readSmall.length === read.length && wordSmall.length === word.length;
  const [a, b] = sameLength ? [readSmall, wordSmall] : [read, word];
  const costs = emptyTable(columns * (word.length + 1));
  for (let row = 0; row <= word.length; row += 1) {
    const readAs = (row > 0 && damage.get(word.charAt(row - 1))) || [];
    const here = row * columns;
    const above = here - columns;
    let rowBest = FAR;
    for (let column = 0; column < columns; column += 1) {
      let best = row === 0 && column === 0 ? 0 : FAR;
      if (row > 0) best = Math.min(best, at(costs, above + column) + 1);
      if (column > 0) best = Math.min(best, at(costs, here + column - 1) + 1);
      if (row > 0 && column > 0) {
        const same = a.charCodeAt(column - 1) === b.charCodeAt(row - 1);
        best = Math.min(best, at(costs, above + column - 1) + (same ? 0 : 1));
      }
      for (const form of readAs) {
        if (read.endsWith(form, column)) best = Math.min(best, at(costs, above + column - form.length));
      }
      costs[here + column] = Math.min(best, FAR);
      if (best < rowBest) rowBest = best;
    }
    if (rowBest > limit) return Infinity;
  }
  const distance = at(costs, columns * (word.length + 1) - 1);
  return distance <= limit ? distance : Infinity;
}

/** More letters than any limit that is asked for. */
const FAR = 200;

/** One table for all calls: a reading compares tens of thousands of words. */
let table = new Uint8Array(1024);

function emptyTable(size: number): Uint8Array {
  if (table.length < size) table = new Uint8Array(size * 2);
  return table.fill(FAR, 0, size);
}

function at(costs: Uint8Array, index: number): number {
  return costs[index] ?? FAR;
}

/** Equal but for one letter put in, taken out or changed. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** What is left when every letter goes that damage may make or take: equal for a word and its damaged reading. */
export function damageSkeleton(word: string): string {
  return word.toLowerCase().replace(/[æøåéoaegzdfjil|/@¢&\d]/g, '');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDanish,
  foldForSearch,
  formatNumber,
  normaliseProse,
  plural,
  proseHash,
  slugify,
} from '#src/shared/danish-text.ts';

fc.configureGlobal({ seed: 20251124 });

describe('Danish order', () => {
  test('æ, ø, å stand last and aa is sorted as å', () => {
    const names = ['Aarhus', 'Ærø', 'Ørsted', 'Odense', 'Allerød', 'Aabenraa', 'Vejle'];
    expect(names.sort(compareDanish)).toEqual([
      'Allerød',
      'Odense',
      'Vejle',
      'Ærø',
      'Ørsted',
      'Aabenraa',
      'Aarhus',
    ]);
  });
});

describe('an address', () => {
  test.each([
    ['Køge Bugt', 'koege-bugt'],
    ['Høje-Taastrup', 'hoeje-taastrup'],
    ['Ærø', 'aeroe'],
    ['  VALG: DBA – ny version! ', 'valg-dba-ny-version'],
    ['Café Å', 'cafe-aa'],
    ['☺', ''],
  ])('%s becomes "%s"', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });
});

describe('search', () => {
  test('does not care how æ, ø and å are spelled, nor about capitals and white space', () => {
    expect(foldForSearch('Århus')).toBe(foldForSearch('aarhus'));
    expect(foldForSearch('Ærø  Kommune')).toBe(foldForSearch('AEROE kommune'));
    expect(foldForSearch('A\u030abenra\u0061')).toBe(foldForSearch('Aabenraa'));
  });
});

describe('numbers', () => {
  test('have a point at thousands, a comma before decimals, and the right word after them', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(98)).toBe('98');
    expect(plural(1, 'dag', 'dage')).toBe('1 dag');
    expect(plural(0, 'dag', 'dage')).toBe('0 dage');
    expect(plural(1200, 'dag', 'dage')).toBe('1.200 dage');
  });
});

describe('a sentence read from two layouts', () => {
  test.each([
    ['white space', 'En  kort\n\n sætning. ', 'En kort sætning.'],
    ['a compound with an abbreviation', 'KOMBIT-\nprogramledere', 'KOMBIT-programledere'],
    [
      'the same after a blank',
      'vedr. porteføljestyring og IT- \n\nøkonomistyring',
      'vedr. porteføljestyring og IT-økonomistyring',
    ],
    ['a short first part', 'as-\nis, 2-\nårige, e-\npost', 'as-is, 2-årige, e-post'],
    ['a name in two parts', 'Ikast-\nBrande', 'Ikast-Brande'],
    ['a divided word', 'brugergrænse-\nfladen', 'brugergrænsefladen'],
    ['a soft hyphen', 'brugergrænse\u00ad\nfladen', 'brugergrænsefladen'],
    ['a word left out', 'tilslutnings-\nog databehandleraftaler', 'tilslutnings- og databehandleraftaler'],
    ['a dash between words', 'aftale - ny', 'aftale - ny'],
    ['quotation marks', '»ny« ”ny” „ny“ ’ny‘', '"ny" "ny" "ny" \'ny\''],
    ['decomposed letters', 'a\u030a', 'å'],
  ])('is one text: %s', (_rule, read, normal) => {
    expect(normaliseProse(read)).toBe(normal);
    expect(proseHash(read)).toBe(proseHash(normal));
  });

  test('another sentence has another hash', () => {
    expect(proseHash('En sætning.')).not.toBe(proseHash('En anden sætning.'));
    expect(proseHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('normalising twice changes nothing', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '1',
      'og',
      'ord',
      '-',
      ' ',
      '\n',
      '\u00ad',
      '\u200b',
      '\u2010',
      'å',
      'a\u030a',
      '”',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(normaliseProse(normaliseProse(text))).toBe(normaliseProse(text));
      }),
      { numRuns: 2000 },
    );
  });
});

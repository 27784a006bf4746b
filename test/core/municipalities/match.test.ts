import { describe, expect, test } from 'vitest';
import { matchMunicipality } from '#src/core/municipalities/match.ts';
import { namesIn } from '#src/core/municipalities/names-in-text.ts';
import { loadReferenceMunicipalities } from '#src/core/municipalities/reference.ts';

const all = loadReferenceMunicipalities();

function match(name: string, letters: 'good' | 'ocr' = 'good'): string {
  const found = matchMunicipality(name, all, letters);
  return found.kind === 'none' ? 'none' : `${found.kind}: ${found.municipality.name}`;
}

describe('the reference', () => {
  test('holds the 98 municipalities, each once by code, name, slug, CVR and UUID', () => {
    expect(all).toHaveLength(98);
    for (const key of ['code', 'name', 'slug', 'cvr', 'stsUuid'] as const) {
      expect(new Set(all.map((one) => one[key])).size).toBe(98);
    }
    expect(all.find((one) => one.code === '0400')).toMatchObject({
      name: 'Bornholm',
      officialName: 'Bornholms Regionskommune',
      kkr: 'KKR Hovedstaden',
      regionFrom2027: 'Region Østdanmark',
    });
  });
});

describe('a written name', () => {
  test.each([
    ['Køge', 'exact: Køge'],
    ['  KØGE   Kommune ', 'exact: Køge'],
    ['Bornholms Regionskommune', 'exact: Bornholm'],
    ['Københavns Kommune', 'exact: København'],
    ['Århus', 'exact: Aarhus'],
    ['Faaborg–Midtfyn', 'exact: Faaborg-Midtfyn'],
    ['Nordfyn', 'variant: Nordfyns'],
    ['Vesthimmerland', 'variant: Vesthimmerlands'],
    ['Mors', 'variant: Morsø'],
    ['Høje Taastrup', 'variant: Høje-Taastrup'],
  ])('%s is %s', (name, expected) => {
    expect(match(name)).toBe(expected);
  });

  test.each([
    ['Hillerod', 'suggestion: Hillerød'],
    ['Koege', 'suggestion: Køge'],
    ['Odensee', 'suggestion: Odense'],
    ['Thistedt', 'suggestion: Thisted'],
    ['Ærøø', 'suggestion: Ærø'],
    ['Kage', 'suggestion: Køge'],
    ['Fang', 'suggestion: Fanø'],
    ['Gotham', 'none'],
    ['', 'none'],
  ])('%s is never taken silently: %s', (name, expected) => {
    expect(match(name)).toBe(expected);
  });

  test('between two names of the same distance proposes nothing', () => {
    const pair = ['Anholm', 'Enholm'].map((name, index) => ({
      code: `000${index}`,
      name,
      officialName: `${name} Kommune`,
      variants: [],
    }));
    expect(matchMunicipality('Onholm', pair, 'good')).toEqual({ kind: 'none' });
    expect(matchMunicipality('Anholm', pair, 'good').kind).toBe('exact');
  });
});

/** Names of the 83 as OCR read them in November 2025, where they differ from the written ones. */
const OCR_NAMES: [string, string][] = [
  ['Allergd', 'Allerød'],
  ['Brandby', 'Brøndby'],
  ['Brgnderslev', 'Brønderslev'],
  ['Drager', 'Dragør'],
  ['Fang', 'Fanø'],
  ['Fureso', 'Furesø'],
  ['Helsingar', 'Helsingør'],
  ['Hjorring', 'Hjørring'],
  ['Holbaek', 'Holbæk'],
  ['Hgje-Taastrup', 'Høje-Taastrup'],
  ['Harsholm', 'Hørsholm'],
  ['Ishgj', 'Ishøj'],
  ['Kgbenhavn', 'København'],
  ['Kage', 'Køge'],
  ['Lyngby-Taarbak', 'Lyngby-Taarbæk'],
  ['Laeso', 'Læsø'],
  ['Neestved', 'Næstved'],
  ['Radovre', 'Rødovre'],
  ['Samsg', 'Samsø'],
  ['Solrgd', 'Solrød'],
  ['Senderborg', 'Sønderborg'],
  ['Tender', 'Tønder'],
  ['Tarnby', 'Tårnby'],
  ['FEro', 'Ærø'],
];

describe('a name read by OCR', () => {
  test.each(OCR_NAMES)('%s is %s: damaged letters count as no distance', (read, name) => {
    expect(match(read, 'ocr')).toBe(`ocr: ${name}`);
    expect(match(read)).not.toBe(`ocr: ${name}`);
  });

  test('with more than damaged letters is only a suggestion', () => {
    expect(match('Hillerodd', 'ocr')).toBe('suggestion: Hillerød');
  });

  test('that two names could have been is none of them', () => {
    const pair = ['Sø', 'Så'].map((name, index) => ({
      code: `000${index}`,
      name,
      officialName: name,
      variants: [],
    }));
    expect(matchMunicipality('Sa', pair, 'ocr')).toEqual({ kind: 'none' });
  });
});

describe('names in lines of text', () => {
  const names = (...lines: string[]) =>
    namesIn(
      lines.map((text) => ({ text })),
      all,
      'good',
    ).names.map(({ municipality }) => municipality.name);

  test('stand one a line, several in a line or in a sentence', () => {
    expect(names('• Køge', 'Greve, Faxe og Sorø', 'Kun Høje-Taastrup og Ærø mangler.')).toEqual([
      'Køge',
      'Greve',
      'Faxe',
      'Sorø',
      'Høje-Taastrup',
      'Ærø',
    ]);
  });

  test('may be divided over two lines', () => {
    expect(names('Bornholms', 'Regionskommune', 'Odense')).toEqual(['Bornholm', 'Odense']);
  });

  test('are not made of words that only resemble them', () => {
    expect(names('Status opgjort', 'Vejen frem er lang', 'fang en fisk')).toEqual(['Vejen']);
  });
});

import { describe, expect, test } from 'vitest';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { linkTerms } from '#src/web/glossary-links.ts';

const { entries, terms } = loadGlossary();

/** Capitals that need no explanation: words written large, what was lost or misread in a picture, IT itself. */
const NOT_ABBREVIATIONS = new Set([
  'IT',
  'PHILIPS',
  'REMINDER',
  'SKAT',
  'UDKAST',
  'A1',
  'TRE',
  'DATASTANDARDER',
  'TILSLUTNING',
]);

describe('the glossary', () => {
  test('every abbreviation that the material’s facts and the portal’s words use is explained', () => {
    const explained = new Set(
      entries.flatMap((entry) => [entry.term, ...(entry.spellings ?? [])]).flatMap((text) => capitals(text)),
    );
    const used = new Set(
      loadSeeds().meetings.flatMap(({ snapshot, review }) => abbreviationsIn([snapshot, review.edits])),
    );
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((word) => !explained.has(word) && !NOT_ABBREVIATIONS.has(word))).toEqual([]);
  });

  test('each entry is one sentence of at most twenty words', () => {
    const wrong = entries
      .map((entry) => entry.sentence)
      .filter(
        (text) =>
          !/^[\p{Lu}\d].*[^.]\.$/u.test(text) || /[.!?] \p{Lu}/u.test(text) || text.split(/\s+/).length > 20,
      );
    expect(wrong).toEqual([]);
  });

  test('no spelling leads to two entries, and no two entries share an address', () => {
    expect(doubled(terms.map((term) => term.word))).toEqual([]);
    expect(doubled(entries.map((entry) => entry.anchor))).toEqual([]);
  });

  test('an entry’s solution has a page', () => {
    const solutions = new Set(loadSeeds().solutions.map((one) => one.id));
    expect(entries.filter((entry) => entry.solution && !solutions.has(entry.solution))).toEqual([]);
  });

  test('what the material leaves unexplained is said to be unexplained', () => {
    const sentenceOf = (term: string) => entries.find((entry) => entry.term === term)?.sentence;
    expect(sentenceOf('DBS')).toMatch(/uden forklaring/);
    expect(sentenceOf('K-aftalen')).toMatch(/ikke oplyst/);
    expect(sentenceOf('Gengangere')).toMatch(/ikke forklarer/);
  });
});

describe('terms on a page', () => {
  const page = (text: string) => linkTerms(`<h1></h1><p>${text}</p></main>`, terms, '/ordliste');

  test('a term is linked where it first stands, in the form it has there', () => {
    expect(page('To databehandleraftaler. En databehandleraftale.')).toBe(
      '<h1></h1><p>To <a class="term" href="/ordliste#dba">databehandleraftaler</a>. En databehandleraftale.</p></main>',
    );
  });

  test('the longer term wins over one it holds', () => {
    expect(page('Sags- og Dokumentindeks i VALG Central')).toContain('#valg-central">VALG Central</a>');
    expect(page('FKI SP')).toContain('#sp">FKI SP</a>');
  });

  test('part of a longer word, a code or an address is no term', () => {
    expect(page('EG_Konfigurer og VALG-løsningen')).not.toContain('<a');
    expect(page('Skriv til programleder@kombit.dk')).not.toContain('<a');
  });
});

function abbreviationsIn(value: unknown): string[] {
  if (typeof value === 'string') return capitals(value);
  if (Array.isArray(value)) return value.flatMap(abbreviationsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([key]) => !['section', 'url', 'email', 'sha256'].includes(key))
    .flatMap(([, part]) => abbreviationsIn(part));
}

function capitals(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}.])\p{Lu}[\p{Lu}\d]+(?![\p{L}\p{N}])/gu) ?? [];
}

function doubled(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

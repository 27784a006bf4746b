import { describe, expect, test } from 'vitest';
import { splitColumns } from '#src/core/reading/columns.ts';
import { isDateLine } from '#src/core/reading/date-line.ts';
import { paragraphs } from '#src/core/reading/paragraphs.ts';
import { sentencesOf } from '#src/core/reading/sentences.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';
import { linesOf } from './support.ts';

describe('the lines of one cell', () => {
  test.each([
    [['KOMBIT-', 'programledere'], 'KOMBIT-programledere'],
    [['brugergrænse-', 'fladen'], 'brugergrænsefladen'],
    [['Ansøgnings', 'frist'], 'Ansøgningsfrist'],
    [['tilslutnings-', 'og databehandleraftaler'], 'tilslutnings- og databehandleraftaler'],
    [['Medio/ultimo', 'dec'], 'Medio/ultimo dec'],
    [['en 2-', 'årig aftale'], 'en 2-årig aftale'],
  ])('%j are "%s"', (lines, joined) => {
    expect(joinLines(linesOf(lines))).toBe(joined);
  });
});

describe('paragraphs', () => {
  const texts = (...lines: string[]) => paragraphs(linesOf(lines)).map((part) => part.text);

  test('go on over a gap that the sentence crosses', () => {
    expect(texts('Vi sender brevet til', '', 'alle kommuner.', '', 'Så venter vi.')).toEqual([
      'Vi sender brevet til alle kommuner.',
      'Så venter vi.',
    ]);
  });

  test('end where a source that marks wrapped lines does not mark one', () => {
    expect(texts('Porteføljeråd', 'En chef fra ', 'hver egn')).toEqual([
      'Porteføljeråd',
      'En chef fra hver egn',
    ]);
  });

  test('begin at a point, whatever its mark, and at a number', () => {
    expect(texts('• Et', '▪ To', '- Tre', '1. Fire', 'o Fem')).toEqual(['Et', 'To', 'Tre', '1. Fire', 'Fem']);
  });

  test('take marks that were written before their texts', () => {
    const parts = paragraphs(linesOf(['•', '•', '', 'Første punkt', 'med mere', 'Andet punkt']));
    expect(parts.map((part) => [part.text, part.bullet])).toEqual([
      ['Første punkt med mere', true],
      ['Andet punkt', true],
    ]);
  });

  test('do not run a day into the words beside it', () => {
    expect(texts('3.2.', 'Opslag sendes', 'ud', 'Uge 10', 'Svar')).toEqual([
      '3.2.',
      'Opslag sendes ud',
      'Uge 10',
      'Svar',
    ]);
  });
});

test.each([
  ['19.11.', true],
  ['1.12.-22.12', true],
  ['Uge 9-11.', true],
  ['24/11 - 15/12 2025', true],
  ['1. april 2026', true],
  ['Uge 2 begynder vi', false],
  ['271', false],
  ['1.1 Transition', false],
])('"%s" alone is a day: %s', (text, expected) => {
  expect(isDateLine(text)).toBe(expected);
});

test('a sentence does not end at an abbreviation or a day', () => {
  expect(sentencesOf('Det gælder bl.a. Aula. Vi mødes d. 3. november kl. 10. Kom gerne!')).toEqual([
    'Det gælder bl.a. Aula.',
    'Vi mødes d. 3. november kl. 10. Kom gerne!',
  ]);
});

describe('boxes beside each other, read line by line', () => {
  test('get their words back by how they read', () => {
    expect(
      splitColumns(['Bestil Send Hent', 'nøgle i brev til svar fra', 'portalen borgeren banken'], 3),
    ).toEqual([
      ['Bestil', 'nøgle i', 'portalen'],
      ['Send', 'brev til', 'borgeren'],
      ['Hent', 'svar fra', 'banken'],
    ]);
  });

  test('stay unread when a line has fewer words than boxes', () => {
    expect(splitColumns(['Bestil Send', 'nøgle'], 2)).toBeNull();
  });
});

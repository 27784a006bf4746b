import { describe, expect, test } from 'vitest';
import { readRows } from '#src/core/reading/table.ts';
import { dateFits, solutionFits, titleFits } from '#src/core/reading/table-fits.ts';
import { findHeader, type HeadingKind } from '#src/core/reading/table-header.ts';
import { cutPieces } from '#src/core/reading/table-pieces.ts';
import { CONTEXT, linesOf } from './support.ts';

type Key = 'solution' | 'task' | 'start' | 'end';
const HEADINGS: readonly HeadingKind<Key>[] = [
  { key: 'solution', words: /^(?:løsning|projekt)/i },
  { key: 'task', words: /^(?:KLIK-)?opgaver?/i },
  { key: 'start', words: /^start(?: dato)?/i },
  { key: 'end', words: /^(?:slut(?: dato)?|frist)/i },
];

function rows(...texts: string[]): string[][] {
  const lines = linesOf(texts);
  const header = findHeader(lines, HEADINGS);
  if (!header) return [];
  const columns = header.columns.map(({ key, heading }) => ({
    key,
    heading,
    isDate: key === 'start' || key === 'end',
    fits:
      key === 'solution' ? solutionFits : key === 'task' ? titleFits : key === null ? () => -0.5 : dateFits,
  }));
  const body = lines.filter((line) => !header.lines.includes(line));
  const table = readRows(cutPieces(body, CONTEXT, false), columns);
  return table.rows.map(({ cells, extra }) => [
    ...(['solution', 'task', 'start', 'end'] as const).map((key) => cells[key]?.text ?? ''),
    ...Object.values(extra),
  ]);
}

describe('rows of a table without its lines', () => {
  test('may stand in one line each, or go over several', () => {
    expect(
      rows(
        'Projekt Opgaver Start dato Slut dato',
        'SAPA Ryd op i roller 01.02.2026 Ultimo feb.',
        'Mit',
        'Sygefravær',
        'Test løsningen i',
        'drift',
        'Uge 8',
        'Medio/ultimo',
        'marts',
      ),
    ).toEqual([
      ['SAPA', 'Ryd op i roller', '01.02.2026', 'Ultimo feb.'],
      ['Mit Sygefravær', 'Test løsningen i drift', 'Uge 8', 'Medio/ultimo marts'],
    ]);
  });

  test('have their columns in any order, and columns nobody asked for', () => {
    expect(
      rows(
        'Frist',
        'Opgave',
        'Ansvarlig',
        'Løsning',
        '',
        '01.02.2026',
        '',
        'Ryd op i roller',
        '',
        'It-chef',
        '',
        'KY',
        '',
        'Uafklaret',
        '',
        'Bestil et nyt certifikat',
        '',
        'FLIS',
      ),
    ).toEqual([
      ['KY', 'Ryd op i roller', '', '01.02.2026', 'It-chef'],
      ['FLIS', 'Bestil et nyt certifikat', '', 'Uafklaret'],
    ]);
  });

  test('keep a date that is part of a title, and a version number', () => {
    expect(
      rows('Løsning Opgaver Start Slut', 'SAPA Hent tallene for 2025 (version 2.1) 1.3.2026 31.3.2026'),
    ).toEqual([['SAPA', 'Hent tallene for 2025 (version 2.1)', '1.3.2026', '31.3.2026']]);
  });

  test('leave notes beside the table out', () => {
    const found = rows(
      'Løsning Opgaver Start Slut',
      'SAPA Ryd op i roller 1.3.2026 31.3.2026',
      '',
      'Husk, at det kan tage nogle dage.',
    );
    expect(found).toHaveLength(1);
  });
});

test('a sentence is no heading row', () => {
  expect(findHeader(linesOf(['Opgaven starter i dag', 'og slutter i morgen']), HEADINGS)).toBeNull();
});

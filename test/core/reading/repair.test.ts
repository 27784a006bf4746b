import { describe, expect, test } from 'vitest';
import { repairLine } from '#src/core/reading/repair.ts';
import { makeVocabulary } from '#src/core/reading/vocabulary.ts';

const vocabulary = makeVocabulary(['En opgave om løsningen for Ældre og omsorgsområdet, VALG og EESSI']);
const repair = (raw: string) => repairLine(raw, vocabulary);

describe('a word damaged by OCR', () => {
  test.each([
    ['fgr mgdet', 'før mødet'],
    ['omradet', 'området'],
    ['/Eldre-/omsorgsomradet', 'Ældre-/omsorgsområdet'],
    ['feelles Igsning', 'fælles løsning'],
    ['STATUS PA', 'STATUS PÅ'],
    ['VALG-lgsningen', 'VALG-løsningen'],
    ['om | potentielt', 'om I potentielt'],
    ['| bedes', 'I bedes'],
    ['EESS|', 'EESSI'],
    ['bilag A', 'bilag A'],
  ])('%s is %s where one known word fits', (raw, text) => {
    expect(repair(raw)).toEqual({ text, doubtful: false });
  });

  test.each([
    ['foridag', 'for i dag'],
    ['databehandleraftalar', 'databehandleraftaler'],
    ['tilgaengs', 'tilgængelig'],
  ])('%s is %s, but only likely', (raw, text) => {
    expect(repair(raw)).toEqual({ text, doubtful: true });
  });

  test.each(['Stgttexyz', 'l_ndkomst', 'Karriere', 'derfor', '271', 'SST@kombit.dk'])(
    '%s is left as it is',
    (raw) => {
      expect(repair(raw).text).toBe(raw);
    },
  );
});

test('the frame of a table is no letter', () => {
  expect(repair('[Projekt | (arbejdstitel) | Primo jan.').text).toBe('Projekt (arbejdstitel) Primo jan.');
});

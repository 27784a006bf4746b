/** The seeds hold what the material says: they are read again and compared. */
import { describe, expect, test } from 'vitest';
import { withoutSentences } from '#src/core/snapshot/without-sentences.ts';
import { openText } from '#src/overviews/material-import/open-files.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';
import { loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { copiedRuns, readMaterialFile } from '#test/support/material.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const FILES = ['2025-11-text-layer.txt', '2025-11-ocr.txt'];
const inputs = FILES.map((name) => ({ name, bytes: Buffer.from(readMaterialFile(name) ?? '') }));
const isThere = inputs.every(({ bytes }) => bytes.length > 0);
const seeds = loadSeeds().meetings.find((one) => one.snapshot.meeting.id === '2025-11');

describe.skipIf(!isThere)('the material read again', () => {
  test('gives the facts of the seeds, field by field', () => {
    expect(withoutSentences(readDecks(inputs.map(openText)))).toEqual(seeds?.snapshot);
  });

  test('changes nothing on a portal that has the seeds', () => {
    expect(proposeSnapshot(seededDatabase(), readDecks(inputs.map(openText)), null, NO_HINTS)).toEqual([]);
  });
});

describe('the seeds keep no sentences', () => {
  test('no record of prose has its text', () => {
    const prose = [
      ...(seeds?.snapshot.callouts ?? []),
      ...(seeds?.snapshot.requests ?? []),
      ...(seeds?.snapshot.statements ?? []),
    ];
    expect(prose.length).toBeGreaterThan(80);
    expect(prose.filter((one) => one.text !== undefined)).toEqual([]);
  });

  test.skipIf(!isThere)('and no warning quotes one', () => {
    const sentences = readDecks(inputs.map(openText))
      .statements.map((one) => one.text ?? '')
      .filter((text) => text.split(' ').length >= 6);
    const words = (seeds?.snapshot.warnings ?? []).map((warning) => warning.text).join(' | ');
    expect(copiedRuns(sentences).length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => words.includes(sentence))).toEqual([]);
  });
});

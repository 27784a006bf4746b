/** Several files of one meeting: what agrees is surer, what differs asks. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { buildPptx, type SampleSlide } from '#test/support/pptx.ts';
import { grid, JANUARY, titled } from '#test/support/sample-deck.ts';

const TASKS = titled(
  'KLIK-opgaver',
  grid(
    [40, 100, 400, 80],
    ['Løsning', 'Opgave', 'Start', 'Slut'],
    ['KY', 'Tilpas lokale breve', 'primo februar', 'ultimo februar'],
    ['KSD', 'Bestil nye rapporter', '02.02.2026', '27.02.2026'],
    ['KP', 'Ryd op i roller', '02.02.2026', '06.03.2026'],
  ),
);
const TEXT = [
  'KOMBIT-programledermøde\n19. januar 2026',
  'KLIK-opgaver\nLøsning\n\nOpgave\n\nStart\n\nSlut\n\nKY\n\nTilpas lokale breve\n\nprimo februar\n\nultimo februar\n\nKSD\n\nBestil nye rapporter\n\n02.02.2026\n\n20.02.2026',
].join('\f');

function read(text: string, ...slides: SampleSlide[]): Promise<Snapshot> {
  return readMaterial([
    { name: 'tekst.txt', bytes: Buffer.from(text) },
    { name: 'slides.pptx', bytes: buildPptx({ slides: [JANUARY, ...slides] }) },
  ]);
}

describe('a deck and its text', () => {
  test('make sure what both say, and doubtful what they say differently', async () => {
    const { klik_tasks, warnings, meeting } = await read(TEXT, TASKS);
    expect(meeting.sources).toEqual(['pptx', 'text']);
    expect(klik_tasks.map(({ title, end, confidence }) => [title, end.raw, confidence])).toEqual([
      ['Tilpas lokale breve', 'ultimo februar', 'high'],
      ['Bestil nye rapporter', '27.02.2026', 'low'],
      ['Ryd op i roller', '06.03.2026', 'medium'],
    ]);
    const told = warnings.filter(({ code }) => code === 'sources-disagree');
    expect(told.map(({ about, text }) => [about, text])).toEqual([
      ['klik_tasks: Bestil nye rapporter', '27.02.2026 / 20.02.2026'],
      ['klik_tasks: Ryd op i roller', ''],
    ]);
  });

  test('a row that only the text has is kept, and a person must look', async () => {
    const { klik_tasks, warnings } = await read(
      `${TEXT}\n\nAula\n\nUdpeg kontaktperson\n\n09.02.2026\n\n13.02.2026`,
      TASKS,
    );
    expect(klik_tasks.at(-1)).toMatchObject({ title: 'Udpeg kontaktperson', confidence: 'low' });
    expect(warnings.map(({ about }) => about)).toContain('klik_tasks: Udpeg kontaktperson');
  });

  test('two decks of one kind are refused in a sentence', async () => {
    const file = { name: 'a.pptx', bytes: buildPptx({ slides: [JANUARY] }) };
    await expect(readMaterial([file, { ...file, name: 'b.pptx' }])).rejects.toThrow(RefusedError);
    await expect(readMaterial([file, { ...file, name: 'b.pptx' }])).rejects.toThrow(
      'Filen b.pptx er endnu en PowerPoint-fil. Angiv højst én af hver slags fra samme møde.',
    );
  });
});

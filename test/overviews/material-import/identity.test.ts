/** What stands is known again in the next file: under other words, other numbers of slides, another spelling. */
import { describe, expect, test } from 'vitest';
import type { Difference } from '#src/core/drafts/compare.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { grid, readSlides, titled } from '#test/support/sample-deck.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];

async function differences(...rows: string[][]): Promise<Difference[]> {
  const snapshot = await readSlides(titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows)));
  return proposeSnapshot(seededDatabase(), snapshot, null, NO_HINTS).filter(
    ({ draft }) => draft.entity === 'task',
  );
}

describe('a task of November in the deck of January', () => {
  test('is the same without its working title and with another day', async () => {
    const [only, ...more] = await differences([
      'Borgerblikket',
      'EG_Konfigurer og åbn for fordringer vha. ny gæld- og betalingsløsning',
      '26.01.2026',
      '13.02.2026',
    ]);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'changed', draft: { id: 'eg-fordringer' } });
    expect(only?.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'workingTitle', 'start', 'end']),
    );
  });

  test('is the same where its solution is spelled with other gaps', async () => {
    const [only] = await differences([
      'Borger-blikket',
      'KMD_Konfigurer og åbn for fordringer vha. ny gæld- og betalingsløsning (arbejdstitel)',
      '26.01.2026',
      '13.02.2026',
    ]);
    expect(only).toMatchObject({ kind: 'changed', draft: { id: 'kmd-fordringer' } });
  });

  test('under a few other words is the same, and less sure', async () => {
    const [only] = await differences([
      'VALG',
      'Indsend EAN-nummer til fakturering for den nye VALG-løsning',
      '27.10.2025',
      '30.01.2026',
    ]);
    expect(only).toMatchObject({
      kind: 'changed',
      draft: {
        id: 'valg-ean-nummer',
        likeness: expect.stringMatching(/reworded|doubtful/),
        fields: { confidence: expect.stringMatching(/medium|low/) },
      },
    });
  });

  test('with another number is another task', async () => {
    const [only] = await differences([
      'SAPA',
      'Arbejdstitel: Opret og underskriv aftale for visning af personkontroloplysning (datapakke 9)',
      '02.02.2026',
      '27.02.2026',
    ]);
    expect(only).toMatchObject({ kind: 'new' });
    expect(only?.draft.likeness).toBeUndefined();
  });
});

test('a row of a solution that the portal does not know is told, not lost', async () => {
  const snapshot = await readSlides(
    titled(
      'KLIK-opgaver',
      grid([40, 100, 400, 40], HEAD, ['Måneportalen', 'Bestil raket', '02.02.2026', '27.02.2026']),
    ),
  );
  const told = proposeSnapshot(seededDatabase(), snapshot, null, NO_HINTS).map(({ draft }) => draft.fields);
  expect(told).toContainEqual(
    expect.objectContaining({
      code: 'unknown-solution',
      words: 'Måneportalen: Bestil raket',
      confidence: 'low',
    }),
  );
});

/** What stands is known again in next month's deck; where that is doubtful, a person is asked and shown who it may be. */
import { describe, expect, test } from 'vitest';
import type { Difference } from '#src/core/drafts/compare.ts';
import { compareSnapshot, NO_HINTS } from '#src/overviews/material-import/propose.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { acceptAll, compared, decisionFields, keyOf, whenRead } from '#test/support/material-sender.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, readSlides, titled } from '#test/support/sample-deck.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];
const FORDRINGER = 'Konfigurer og åbn for fordringer vha. ny gæld- og betalingsløsning';

async function tasks(...rows: string[][]): Promise<Difference[]> {
  const snapshot = await readSlides(titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows)));
  const { differences } = compareSnapshot(seededDatabase(), snapshot, null, NO_HINTS);
  return differences.filter(({ draft }) => draft.entity === 'task');
}

function december(...rows: string[][]): Uint8Array {
  return buildPptx({
    slides: [
      titled('KOMBIT-programledermøde', box([40, 100, 400, 40], '15. december 2025')),
      titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows)),
    ],
  });
}

describe('in doubt', () => {
  test('a task that is split in two: each may be the one that stands', async () => {
    const found = await tasks(
      ['FLIS', 'FLIS: Underskriv ny databehandleraftale for skoler', '05.01.2026', '30.01.2026'],
      ['FLIS', 'FLIS: Underskriv ny databehandleraftale for børnehaver', '05.01.2026', '30.01.2026'],
    );
    const doubts = found.map(({ draft }) => [draft.likeness, draft.candidates]);
    const stands = found[0]?.draft.candidates ?? [];
    expect(stands).toHaveLength(1);
    expect(doubts).toEqual([
      ['doubtful', stands],
      ['doubtful', stands],
    ]);
    expect(new Set(found.map(({ draft }) => draft.id)).size).toBe(2);
  });

  test('two tasks that are merged: both are shown', async () => {
    const [only] = await tasks(['Borgerblikket', FORDRINGER, '26.01.2026', '13.02.2026']);
    expect(only?.draft.likeness).toBe('doubtful');
    expect(only?.draft.candidates?.toSorted()).toEqual(['eg-fordringer', 'kmd-fordringer']);
  });
});

test('two tasks that swap places and dates keep their identity: only the dates are changed', async () => {
  const found = await tasks(
    ['Borgerblikket', `KMD_${FORDRINGER}`, '26.01.2026', '13.02.2026'],
    ['Borgerblikket', `EG_${FORDRINGER}`, '02.02.2026', '27.02.2026'],
  );
  expect(found.map(({ draft }) => [draft.id, draft.likeness]).sort()).toEqual([
    ['eg-fordringer', undefined],
    ['kmd-fordringer', undefined],
  ]);
});

describe('on the page', { timeout: 120_000 }, () => {
  const portalWithFiles = (): Promise<TestApp> =>
    buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const MERGED = ['Borgerblikket', FORDRINGER, '26.01.2026', '13.02.2026'];

  async function asked(portal: TestApp, ...rows: string[][]) {
    const { visitor, path, text } = await compared(portal, 'staff', december(...rows), '15.12.2025');
    const comparison = decisionFields(text).sammenligning ?? '';
    const key = /name="svar-([0-9a-f]{16})"/.exec(text)?.[1] ?? '';
    const answer = async (value: string) => {
      const fields = { sammenligning: comparison, [`svar-${key}`]: value };
      const { status } = await visitor.post(`${path}/svar`, fields, { from: path });
      return { status, text: await whenRead(visitor, path) };
    };
    return { visitor, path, text, answer };
  }

  test('a doubtful task is asked about with all it may be, and decided on only when somebody has answered', async () => {
    const portal = await portalWithFiles();
    const { text, answer, visitor, path } = await asked(portal, MERGED);
    expect(text).toContain('Er det en, der står i portalen?');
    expect(text).toContain(`EG_${FORDRINGER}`);
    expect(text).toContain(`KMD_${FORDRINGER}`);
    expect(() => keyOf(text, FORDRINGER)).toThrow();
    const { text: after } = await answer('kmd-fordringer');
    expect(after).not.toContain('Svar først');
    expect(after).toContain('Jeres svar');
    const fields = acceptAll(after);
    await visitor.post(`${path}/afgoerelser`, { ...fields, handling: 'udgiv' }, { from: path });
    const titles = portal.db.$client.prepare(
      "select id, title from task where id like '%fordringer%' order by id",
    );
    expect(titles.all()).toEqual([
      { id: 'eg-fordringer', title: expect.stringContaining('EG_') },
      { id: 'kmd-fordringer', title: FORDRINGER },
    ]);
  });

  test('one that is none of them is new, and what it was like is asked about no more', async () => {
    const portal = await portalWithFiles();
    const { answer } = await asked(portal, MERGED);
    const { text } = await answer('-');
    expect(text).not.toContain('Svar først');
    expect(text).toMatch(/class="import-head"><b class="import-words">Konfigurer[^<]*<\/b> <span[^>]*>Ny /);
  });

  test('two rows are never the same task, and an answer sent twice is one', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await asked(
      portal,
      ['FLIS', 'FLIS: Underskriv ny databehandleraftale for skoler', '05.01.2026', '30.01.2026'],
      ['FLIS', 'FLIS: Underskriv ny databehandleraftale for børnehaver', '05.01.2026', '30.01.2026'],
    );
    const names = [
      ...new Set([...text.matchAll(/name="(svar-[0-9a-f]{16})"/g)].map(([, name]) => name ?? '')),
    ];
    const id = /name="svar-[0-9a-f]{16}" value="([^"-][^"]*)"/.exec(text)?.[1] ?? '';
    const sammenligning = decisionFields(text).sammenligning ?? '';
    const [first = '', second = ''] = names;
    const both = { sammenligning, [first]: id, [second]: id };
    const refused = await visitor.post(`${path}/svar`, both, { from: path });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('To rækker kan ikke være den samme i portalen.');
    expect(refused.text.split(`value="${id}" checked`)).toHaveLength(3);
    const fields = { ...both, [second]: '-', _noegle: crypto.randomUUID() };
    const answers = [
      await visitor.post(`${path}/svar`, fields, { from: path }),
      await visitor.post(`${path}/svar`, fields, { from: path }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });

  test('an answer to an older comparison is not taken', async () => {
    const portal = await portalWithFiles();
    const { answer } = await asked(portal, MERGED);
    await answer('-');
    expect((await answer('eg-fordringer')).status).toBe(409);
  });

  test('a solution under another name is asked about, its rows come, and the name is known next time', async () => {
    const portal = await portalWithFiles();
    const row = ['Ledelsesinfosystemet', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'];
    const { text, answer, visitor, path } = await asked(portal, row);
    expect(text).toContain('»Ledelsesinfosystemet«');
    const { text: after } = await answer('flis');
    expect(after).toContain('Ryd op i testbrugere');
    const ready = { ...decisionFields(after), handling: 'sikre' };
    await visitor.post(`${path}/afgoerelser`, ready, { from: path });
    const chosen = decisionFields((await visitor.get(path)).text);
    const { status } = await visitor.post(
      `${path}/afgoerelser`,
      { ...chosen, handling: 'udgiv' },
      { from: path },
    );
    expect(status).toBe(303);
    const solution = portal.db.$client
      .prepare("select solution_id from task where title = 'Ryd op i testbrugere'")
      .pluck();
    expect(solution.get()).toBe('flis');
    const again = await compared(
      portal,
      'staff',
      december(['Ledelsesinfosystemet', 'Hent nye rapporter', '05.01.2026', '30.01.2026']),
      '15.12.2025',
    );
    expect(again.text).not.toContain('Svar først');
    expect(again.text).toContain('Hent nye rapporter');
  });
});

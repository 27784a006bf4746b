/** What the deck leaves out: proposed as closed where the deck carries the list, and else left alone. */
import { describe, expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { decemberDeck } from '#test/support/december-deck.ts';
import { acceptAll, compared, decisionFields, keyOf } from '#test/support/material-sender.ts';
import { grid, titled } from '#test/support/sample-deck.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const SAPA = 'Arbejdstitel: Opret og underskriv aftale for visning af personkontroloplysning';

const portalWithFiles = (): Promise<TestApp> =>
  buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });

/** Tasks that stand and have not passed, as a deck writes them; not those whose title begins so. */
function standingTasks({ db }: TestApp, without: string): string[][] {
  const rows = db.$client
    .prepare(
      `select t.project_raw as project, t.title, json_extract(t.start, '$.raw') as start,
         json_extract(t."end", '$.raw') as "end" from task t where t.withdrawn_on is null`,
    )
    .all() as { project: string; title: string; start: string; end: string }[];
  return rows
    .filter(({ title }) => !title.startsWith(without))
    .map((row) => [row.project, row.title.replaceAll('&', '&amp;'), row.start, row.end]);
}

describe('a list that the deck carries', { timeout: 60_000 }, () => {
  test('lacks a task: it is proposed as closed, and nothing is deleted', async () => {
    const portal = await portalWithFiles();
    const deck = decemberDeck(standingTasks(portal, `${SAPA} (datapakke 3)`));
    const { visitor, path, text } = await compared(portal, 'staff', deck, '15.12.2025');
    const key = keyOf(text, `${SAPA} (datapakke 3)`);
    const fields = { ...decisionFields(text), [`valg-${key}`]: 'accept', handling: 'udgiv' };
    expect((await visitor.post(`${path}/afgoerelser`, fields, { from: path })).status).toBe(303);
    const closed = portal.db.$client
      .prepare('select withdrawn_on from task where title = ?')
      .pluck()
      .get(`${SAPA} (datapakke 3)`);
    expect(closed).toBe('2025-12-15');
  });
});

describe('a list that the deck does not carry', { timeout: 60_000 }, () => {
  const AGREEMENTS = titled(
    'Oversigt over aftaler',
    grid(
      [40, 100, 600, 40],
      ['KOMBIT-løsning', 'Aftale', 'Udsendelsesdato', 'Udsendt til', 'Deadline'],
      ['FLIS', 'Databehandleraftale - ny skabelon', '01.12.2025', 'FLIS-ejere', '05.12.2025'],
    ),
  );
  const NEW = ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'];

  test('closes none of 19 agreements, not even when everything of the page that is asked about is accepted', async () => {
    const portal = await portalWithFiles();
    const open = () =>
      portal.db.$client.prepare('select count(*) from agreement where withdrawn_on is null').pluck().get();
    const before = open();
    const { visitor, path, text } = await compared(
      portal,
      'staff',
      decemberDeck([NEW], AGREEMENTS),
      '15.12.2025',
    );
    expect(text).toContain('Nævnes ikke i materialet');
    const asked = text.slice(0, text.indexOf('Nævnes ikke i materialet'));
    expect(asked).not.toContain('value="reject"> Behold');
    const left = decisionFields(text.slice(asked.length));
    const fields = { ...acceptAll(asked), ...left, sammenligning: decisionFields(text).sammenligning ?? '' };
    await visitor.post(`${path}/afgoerelser`, { ...fields, handling: 'sikre' }, { from: path });
    const ready = decisionFields((await visitor.get(path)).text);
    const { status } = await visitor.post(
      `${path}/afgoerelser`,
      { ...ready, handling: 'udgiv' },
      { from: path },
    );
    expect(status).toBe(303);
    expect(open()).toBe(before);
  });

  test('is told in one sentence where the deck has none of it', async () => {
    const portal = await portalWithFiles();
    const { text } = await compared(portal, 'staff', decemberDeck([NEW]), '15.12.2025');
    expect(text).toMatch(/Materialet nævner ingen af disse, som portalen har: Aftale \(\d+\)/);
  });

  test('and is closed kind by kind only by somebody who says so', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', decemberDeck([NEW]), '15.12.2025');
    const before = portal.db.$client
      .prepare('select count(*) from task where withdrawn_on is not null')
      .pluck();
    const handling = /value="(godkend-unmentioned-task)"/.exec(text)?.[1] ?? '';
    await visitor.post(`${path}/afgoerelser`, { ...decisionFields(text), handling }, { from: path });
    const ready = decisionFields((await visitor.get(path)).text);
    await visitor.post(`${path}/afgoerelser`, { ...ready, handling: 'udgiv' }, { from: path });
    expect(Number(before.get())).toBeGreaterThan(5);
  });
});

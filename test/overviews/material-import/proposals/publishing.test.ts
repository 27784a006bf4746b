/** What happens between accepting and publishing, and after: the portal moves, people share, a deck is long. */
import { describe, expect, test } from 'vitest';
import { saveDeed } from '#src/core/deeds/save.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { decemberDeck, inventedTasks } from '#test/support/december-deck.ts';
import { doerOf } from '#test/support/deed.ts';
import { acceptAll, compared, decisionFields, keyOf } from '#test/support/material-sender.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const TASK = 'valg-ean-nummer';
const TITLE = 'Indsend EAN-nummer til fakturering af ny VALG-løsning';
const MOVED = ['VALG', TITLE, '27.10.2025', '13.02.2026'];
const NEW = ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'];

const portalWithFiles = (): Promise<TestApp> =>
  buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
const endOf = ({ db }: TestApp, id = TASK) =>
  db.$client.prepare('select json_extract("end", \'$.to\') from task where id = ?').pluck().get(id);

/** A colleague puts the end of the task right by hand. */
function setEnd({ db }: TestApp, typed: string, effectiveOn: string): void {
  const value = parseFuzzyDate(typed, { meetingDay: '2025-12-15' });
  const doer = doerOf(db, 'staff2', new Date('2025-12-16T10:00:00Z'));
  const change = {
    entity: 'task',
    objectId: TASK,
    field: 'end',
    value,
    effectiveOn,
    meetingId: null,
    slide: null,
  };
  saveDeed(db, doer, { kind: 'edit', title: 'Frist er rettet.', reason: 'Ringet op' }, [change]);
}

async function accepted(portal: TestApp, ...rows: string[][]) {
  const { visitor, path, text } = await compared(portal, 'staff', decemberDeck(rows), '15.12.2025');
  await visitor.post(`${path}/afgoerelser`, acceptAll(text), { from: path });
  const publish = async () => {
    const fields = decisionFields((await visitor.get(path)).text);
    return visitor.post(`${path}/afgoerelser`, { ...fields, handling: 'udgiv' }, { from: path });
  };
  return { visitor, path, publish };
}

describe('the portal has moved since', { timeout: 60_000 }, () => {
  test('by hand: nothing is published, the rest stays decided, and deciding again publishes all', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, publish } = await accepted(portal, MOVED, NEW);
    setEnd(portal, '30.01.2026', '2025-12-15');
    const late = await publish();
    expect(late.status).toBe(409);
    expect(late.text).toContain('Portalen er ændret, siden I godkendte');
    expect(portal.db.$client.prepare("select 1 from meeting where id = '2025-12'").get()).toBeUndefined();
    const page = (await visitor.get(path)).text;
    expect(page).toContain('En redaktør har rettet feltet.');
    const fields = decisionFields(page);
    expect(fields[`valg-${keyOf(page, 'Ryd op i testbrugere')}`]).toBe('accept');
    const changed = keyOf(page, TITLE);
    expect(fields[`valg-${changed}`]).toBe('');
    const answer = await visitor.post(
      `${path}/afgoerelser`,
      { ...fields, [`valg-${changed}`]: 'accept', handling: 'udgiv' },
      { from: path },
    );
    expect(answer.status).toBe(303);
    expect(endOf(portal)).toBe('2026-02-13');
  });

  test('by an answer of a municipality: that is no fact of the deck, and it is published', async () => {
    const portal = await portalWithFiles();
    const { publish } = await accepted(portal, MOVED);
    const fields = { opgave: `task/${TASK}`, grundlag: '0', svar: 'loest', dato: '', bemaerkning: '' };
    const answer = await portal.as('odense').post('/kommuner/odense/svar', fields, { from: '/' });
    expect(answer.status).toBe(303);
    expect((await publish()).status).toBe(303);
    expect(endOf(portal)).toBe('2026-02-13');
  });
});

describe('undoing all that was published', { timeout: 60_000 }, () => {
  async function undo(
    { visitor, path, publish }: Awaited<ReturnType<typeof accepted>>,
    meanwhile: () => void,
  ) {
    const { location } = await publish();
    meanwhile();
    const aendring = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    return visitor.post('/fortryd', { aendring, tilbage: path }, { from: path });
  }

  test('is refused in a sentence where a colleague has put the same fact right since', async () => {
    const portal = await portalWithFiles();
    const answer = await undo(await accepted(portal, MOVED, NEW), () =>
      setEnd(portal, '30.01.2026', '2025-12-15'),
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain('Én oplysning er ændret igen siden.');
    expect(endOf(portal)).toBe('2026-01-30');
  });

  test('brings back what stood, with the slide it came from', async () => {
    const portal = await portalWithFiles();
    const row = () =>
      portal.db.$client
        .prepare(
          'select title, json_extract("end", \'$.to\') as "end", meeting_id, slide from task where id = ?',
        )
        .get(TASK);
    const before = row();
    const answer = await undo(await accepted(portal, MOVED, NEW), () => undefined);
    expect(answer.status).toBe(303);
    expect(row()).toEqual(before);
    const batch = /kvittering=(\d+)/.exec(answer.location)?.[1] ?? '';
    const told = [`/redaktion/log?aendring=${batch}`, `/redaktion/oplysninger/klik-opgaver/${TASK}`];
    for (const address of [...told, '/aendringer.atom', '/api/v1/changes?since=2025-11-25']) {
      const page = await portal.as('staff').get(address);
      expect([address, page.status]).toEqual([address, 200]);
      expect(page.text.includes('>meetingId<')).toBe(false);
    }
  });

  test('leaves what has come to hold since', async () => {
    const portal = await portalWithFiles();
    const answer = await undo(await accepted(portal, MOVED, NEW), () =>
      setEnd(portal, '30.01.2026', '2025-12-16'),
    );
    expect(answer.status).toBe(303);
    expect(endOf(portal)).toBe('2026-01-30');
    expect((await portal.get(`/klik/${TASK}?stand=2025-12-15`)).text).not.toContain('13. feb');
  });
});

test('a deck of 1,100 differences is decided in parts, each a form that may be sent', {
  timeout: 240_000,
}, async () => {
  const portal = await portalWithFiles();
  const deck = decemberDeck(inventedTasks(1100));
  const { visitor, path, text } = await compared(portal, 'staff', deck, '15.12.2025');
  expect(text).toContain('1100 ændringer');
  expect(text).toContain('?side=6"');
  const third = (await visitor.get(`${path}?side=3`)).text;
  const fields = decisionFields(third);
  expect(Object.keys(fields).length).toBeLessThan(1000);
  const [first = ''] = Object.keys(fields).filter((name) => name.startsWith('valg-'));
  const saved = await visitor.post(
    `${path}/afgoerelser`,
    { ...fields, side: '3', [first]: 'reject', handling: 'naeste' },
    { from: path },
  );
  expect(saved.location).toBe(`${path}?side=4&gemt=1`);
  const all = await visitor.post(
    `${path}/afgoerelser`,
    { ...decisionFields((await visitor.get(path)).text), handling: 'sikre' },
    { from: path },
  );
  expect((await visitor.get(all.location)).text).toContain('1.099 afgørelser er gemt.');
  const ready = decisionFields((await visitor.get(path)).text);
  const { status } = await visitor.post(
    `${path}/afgoerelser`,
    { ...ready, handling: 'udgiv' },
    { from: path },
  );
  expect(status).toBe(303);
  const stands = "select count(*) from task where title like 'Opgave %' and withdrawn_on is null";
  expect(portal.db.$client.prepare(stands).pluck().get()).toBe(1099);
});

/** A deck from upload to published pages. */
import { describe, expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import {
  acceptAll,
  compared,
  decisionFields,
  IMPORT,
  keyOf,
  send,
  whenRead,
} from '#test/support/material-sender.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, titled } from '#test/support/sample-deck.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const HEAD = ['Projekt', 'Opgave', 'Start', 'Slut'];

/** An invented meeting: a task of November under another day, and a new one. */
function december(...rows: string[][]): Uint8Array {
  return buildPptx({
    slides: [
      titled('KOMBIT-programledermøde', box([40, 100, 400, 40], '15. december 2025')),
      titled('KLIK-opgaver', grid([40, 100, 400, 200], HEAD, ...rows)),
    ],
  });
}
const NEW = ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'];
const MOVED = ['VALG', 'Indsend EAN-nummer til fakturering af ny VALG-løsning', '27.10.2025', '13.02.2026'];

const portalWithFiles = (): Promise<TestApp> =>
  buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
const entries = ({ db }: TestApp) => db.$client.prepare('select count(*) from entry').pluck().get();
const taskEnd = ({ db }: TestApp, title: string) =>
  db.$client
    .prepare('select json_extract("end", \'$.to\') from task where title = ? and withdrawn_on is null')
    .pluck()
    .get(title);

describe('from upload to published', { timeout: 60_000 }, () => {
  test('the day is proposed from the deck, and nothing is written before somebody publishes', async () => {
    const portal = await portalWithFiles();
    const before = entries(portal);
    const visitor = portal.as('staff');
    const { status, location } = await send(portal, visitor, { name: 'dec.pptx', content: december(NEW) });
    expect(status).toBe(303);
    const page = await whenRead(visitor, location);
    expect(page).toContain('value="15.12.2025"');
    await visitor.post(`${location}/dag`, { dag: '15.12.2025' }, { from: location });
    const review = await whenRead(visitor, location);
    expect(review).toContain('Ryd op i testbrugere');
    expect(entries(portal)).toBe(before);
  });

  test('what is accepted is published in one batch that can be undone; what is not stays out', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', december(NEW, MOVED), '15.12.2025');
    const key = keyOf(text, 'Ryd op i testbrugere');
    const { status, location } = await visitor.post(
      `${path}/afgoerelser`,
      { ...decisionFields(text), [`valg-${key}`]: 'accept', handling: 'udgiv' },
      { from: path },
    );
    expect(status).toBe(303);
    expect(taskEnd(portal, 'Ryd op i testbrugere')).toBe('2026-01-30');
    expect(taskEnd(portal, 'Indsend EAN-nummer til fakturering af ny VALG-løsning')).not.toBe('2026-02-13');
    const receipt = await visitor.get(location);
    expect(receipt.text).toContain('Programledermøde december 2025: 1 ændring udgivet.');
    expect((await portal.get('/moeder/2025-12/slide/2')).text).toContain('Ryd op i testbrugere');
    const aendring = /name="aendring" value="(\d+)"/.exec(receipt.text)?.[1] ?? '';
    await visitor.post('/fortryd', { aendring, tilbage: path }, { from: location });
    expect(taskEnd(portal, 'Ryd op i testbrugere')).toBeUndefined();
    expect((await portal.get('/moeder/2025-12')).status).toBe(404);
  });

  test('after an undoing the same deck shows its differences again and can be published again', async () => {
    const portal = await portalWithFiles();
    const publish = async () => {
      const { visitor, path, text } = await compared(portal, 'staff', december(NEW, MOVED), '15.12.2025');
      const saved = await visitor.post(
        `${path}/afgoerelser`,
        { ...acceptAll(text), handling: 'udgiv' },
        { from: path },
      );
      return { visitor, path, location: saved.location };
    };
    const { visitor, path, location } = await publish();
    const aendring = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    await visitor.post('/fortryd', { aendring, tilbage: path }, { from: location });
    await publish();
    expect(taskEnd(portal, 'Ryd op i testbrugere')).toBe('2026-01-30');
    expect((await portal.get('/moeder/2025-12')).status).toBe(200);
  });

  test('the same file a second time: nothing new, and when it was published', async () => {
    const portal = await portalWithFiles();
    const file = december(NEW);
    const { visitor, path, text } = await compared(portal, 'staff', file, '15.12.2025');
    await visitor.post(`${path}/afgoerelser`, { ...acceptAll(text), handling: 'udgiv' }, { from: path });
    const again = await compared(portal, 'staff2', file, '15.12.2025');
    expect(again.path).toBe(path);
    expect(again.text).toContain('Intet nyt.');
    expect(again.text).toMatch(/Det samme materiale blev udgivet .* af Rita Redaktør/);
    const savedAnew = await compared(portal, 'staff2', december(NEW, []), '15.12.2025');
    expect(savedAnew.text).toContain('Intet nyt.');
    expect(savedAnew.text).toMatch(/Materiale fra samme møde blev udgivet .* af Rita Redaktør/);
  });

  test('what stands on a day before the meeting stays as it was', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', december(MOVED), '15.12.2025');
    await visitor.post(`${path}/afgoerelser`, { ...acceptAll(text), handling: 'udgiv' }, { from: path });
    const task = '/klik/valg-ean-nummer';
    expect((await portal.get(task)).text).toContain('13. feb');
    expect((await portal.get(`${task}?stand=2025-12-01`)).text).not.toContain('13. feb');
  });
});

describe('decisions', { timeout: 60_000 }, () => {
  test('all that is sure is accepted with one click; what is unsure is left to a person', async () => {
    const portal = await portalWithFiles();
    const unsure = ['KY', 'Tilpas breve', 'Primo jan.', 'ultimo januar'];
    const { visitor, path, text } = await compared(portal, 'staff', december(NEW, unsure), '15.12.2025');
    const { location } = await visitor.post(
      `${path}/afgoerelser`,
      { ...decisionFields(text), handling: 'sikre' },
      { from: path },
    );
    const { text: after } = await visitor.get(location);
    const chosen = decisionFields(after);
    expect(chosen[`valg-${keyOf(after, 'Ryd op i testbrugere')}`]).toBe('accept');
    expect(chosen[`valg-${keyOf(after, 'Tilpas breve')}`]).toBe('');
  });

  test('of two people who decide the same, the second hears of the first and overwrites nothing', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', december(NEW), '15.12.2025');
    const key = keyOf(text, 'Ryd op i testbrugere');
    const fields = decisionFields(text);
    await visitor.post(`${path}/afgoerelser`, { ...fields, [`valg-${key}`]: 'reject' }, { from: path });
    const other = portal.as('staff2');
    const late = await other.post(
      `${path}/afgoerelser`,
      { ...fields, [`valg-${key}`]: 'accept' },
      { from: path },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('En anden har afgjort noget imens');
    expect(decisionFields((await visitor.get(path)).text)[`valg-${key}`]).toBe('reject');
  });

  test('a date is put right before it is published, and one that cannot be read is told at its field', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', december(NEW), '15.12.2025');
    const ret = `${path}/ret/${keyOf(text, 'Ryd op i testbrugere')}`;
    const shown = (await visitor.get(ret)).text;
    const typed = Object.fromEntries(
      [...shown.matchAll(/name="(ret-\w+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value ?? '',
      ]),
    );
    const wrong = await visitor.post(ret, { ...typed, 'ret-end': '31.11.2025' }, { from: ret });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('id="ret-end-fejl"');
    await visitor.post(ret, { ...typed, 'ret-end': '28.02.2026' }, { from: ret });
    const review = (await visitor.get(path)).text;
    await visitor.post(
      `${path}/afgoerelser`,
      { ...decisionFields(review), handling: 'udgiv' },
      { from: path },
    );
    expect(taskEnd(portal, 'Ryd op i testbrugere')).toBe('2026-02-28');
  });

  test('twenty who publish at once: one effect, the others hear that it is done', async () => {
    const portal = await portalWithFiles();
    const { visitor, path, text } = await compared(portal, 'staff', december(NEW), '15.12.2025');
    const fields = { ...acceptAll(text), handling: 'gem' };
    await visitor.post(`${path}/afgoerelser`, fields, { from: path });
    const ready = decisionFields((await visitor.get(path)).text);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        visitor.post(`${path}/afgoerelser`, { ...ready, handling: 'udgiv' }, { from: path }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect(portal.db.$client.prepare("select count(*) from batch where kind = 'import'").pluck().get()).toBe(
      1,
    );
  });

  test('what has moved since it was accepted is not published, but compared and told', async () => {
    const portal = await portalWithFiles();
    const first = await compared(portal, 'staff', december(MOVED), '15.12.2025');
    await first.visitor.post(`${first.path}/afgoerelser`, acceptAll(first.text), { from: first.path });
    const LATER = [...MOVED.slice(0, 3), '20.02.2026'];
    const second = await compared(portal, 'staff2', december(LATER), '15.12.2025');
    await second.visitor.post(
      `${second.path}/afgoerelser`,
      { ...acceptAll(second.text), handling: 'udgiv' },
      { from: second.path },
    );
    const ready = decisionFields((await first.visitor.get(first.path)).text);
    const late = await first.visitor.post(
      `${first.path}/afgoerelser`,
      { ...ready, handling: 'udgiv' },
      { from: first.path },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('Portalen er ændret, siden I godkendte');
    expect(taskEnd(portal, 'Indsend EAN-nummer til fakturering af ny VALG-løsning')).toBe('2026-02-20');
  });
});

test('only staff come here', async () => {
  const portal = await portalWithFiles();
  expect((await portal.as().get(IMPORT)).location).toMatch(/^\/log-ind/);
  expect((await portal.as('odense').get(IMPORT)).status).toBe(403);
  expect((await portal.as('staff').get(`${IMPORT}/999`)).status).toBe(404);
  expect((await portal.as('staff').get(`${IMPORT}/fil/../../portal.db`)).status).toBe(404);
});

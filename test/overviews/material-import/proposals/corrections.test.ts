/** A person puts right what the reader got wrong, before it is published: dates, flags, choices and lists. */
import { expect, test } from 'vitest';
import { correctionFields, readCorrections } from '#src/overviews/material-import/proposals/corrections.ts';
import { type Item, sortOut } from '#src/overviews/material-import/proposals/items.ts';
import { buildTestApp } from '#test/support/app.ts';
import { decemberDeck } from '#test/support/december-deck.ts';
import { readMaterialBytes } from '#test/support/material.ts';
import { compared, decisionFields, keyOf } from '#test/support/material-sender.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

test('a flag, a solution and a date of a new task', { timeout: 60_000 }, async () => {
  const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const deck = decemberDeck([['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026']]);
  const { visitor, path, text } = await compared(portal, 'staff', deck, '15.12.2025');
  const ret = `${path}/ret/${keyOf(text, 'Ryd op i testbrugere')}`;
  const form = (await visitor.get(ret)).text;
  for (const name of ['ret-workingTitle', 'ret-solutionId', 'ret-start', 'ret-end'])
    expect(form).toContain(`name="${name}"`);
  const wrong = await visitor.post(ret, { 'ret-solutionId': 'findes-ikke' }, { from: ret });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('id="ret-solutionId-fejl"');
  const early = await visitor.post(ret, { 'ret-end': '01.01.2026' }, { from: ret });
  expect(early.text).toContain('Datoen ligger før starten.');
  const said = { 'ret-workingTitle': 'ja', 'ret-solutionId': 'ky', 'ret-end': '28.02.2026' };
  const saved = await visitor.post(ret, said, { from: ret });
  expect(saved.status).toBe(303);
  expect(saved.location).toMatch(/\?side=1#[0-9a-f]{16}$/);
  const ready = decisionFields((await visitor.get(path)).text);
  await visitor.post(`${path}/afgoerelser`, { ...ready, handling: 'udgiv' }, { from: path });
  const stands = portal.db.$client.prepare(
    `select solution_id as solution, working_title as working, json_extract("end", '$.to') as "end" from task
     where title = 'Ryd op i testbrugere'`,
  );
  expect(stands.get()).toEqual({ solution: 'ky', working: 1, end: '2026-02-28' });
});

test('a list is put right line by line', () => {
  const db = seededDatabase();
  const draft = {
    entity: 'contact',
    id: 'ny',
    label: 'Kontakt: Navn Navnesen',
    fields: { name: 'Navn Navnesen', roles: ['Projektleder', 'Årshjul'], confidence: 'medium' },
    effectiveOn: '2025-12-15',
    meetingId: '2025-12',
    slide: 2,
  };
  const fields = Object.entries(draft.fields).map(([field, after]) => ({
    field,
    before: null,
    after,
    changedByHand: false,
  }));
  const differences = [{ kind: 'new' as const, draft, fields }];
  const sorted = sortOut({ differences, gone: [], unmentioned: [], leftOut: [], same: [], numbers: {} }, []);
  const item = sorted.items[0] as Item;
  const shown = correctionFields(db, item, {}, {}).find(({ name }) => name === 'ret-roles');
  expect(shown).toMatchObject({ control: 'lines', value: 'Projektleder\nÅrshjul' });
  const read = readCorrections(db, item, { 'ret-roles': 'Projektleder\n' }, '2025-12-15');
  expect(read).toEqual({ corrections: { roles: ['Projektleder'] } });
});

test('a file whose slides bear other numbers than those of the meeting shows the words of the slide it names', {
  timeout: 60_000,
}, async (context) => {
  const deck = readMaterialBytes('2025-11-rebuilt.pptx');
  if (!deck) return context.skip();
  const portal = await buildTestApp({ today: '2025-11-26', settings: { PORTAL_DATA: temporaryFolder() } });
  const { visitor, text } = await compared(portal, 'staff', deck, '24.11.2025');
  expect(text).not.toContain('Møde <small');
  const wheel = text.split('<li id="').find((part) => part.includes('KØF</b>')) ?? '';
  const slide = /href="([^"]+\/slide\/\d+)"/.exec(wheel)?.[1] ?? '';
  expect((await visitor.get(slide)).text).toContain('<li>KØF</li>');
});

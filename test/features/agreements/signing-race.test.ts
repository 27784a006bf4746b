/** Two of KOMBIT's staff at the same row at the same time. */
import { expect, test } from 'vitest';
import { firstBrokenBatch, firstBrokenEntry } from '#src/core/journal/chain.ts';
import { buildTestApp } from '#test/support/app.ts';
import { tokenIn } from '#test/support/cast.ts';

const GRID = '/redaktion/underskrifter/tre-datastandarder';
const ROUNDS = 100;
const STATUSES = { underskrevet: 'signed', mangler: 'missing', behandling: 'in-progress' } as const;
const WORDS = Object.keys(STATUSES) as (keyof typeof STATUSES)[];

test(`${ROUNDS} rounds of two who save the same row: one is taken, the other is asked, and the journal has every one in order`, {
  timeout: 120_000,
}, async () => {
  const portal = await buildTestApp();
  const visitors = [portal.as('staff'), portal.as('staff2')] as const;
  const taken: string[] = [];
  const answers: number[][] = [];
  const seenIn = (html: string) => /value="(0461\/\d+)"/.exec(html)?.[1] ?? '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const pages = await Promise.all(visitors.map((visitor) => visitor.get(GRID)));
    const sent = visitors.map((_, i) => WORDS[(round + i) % WORDS.length] ?? 'mangler');
    const replies = await Promise.all(
      visitors.map((visitor, i) => {
        const { text = '' } = pages[i] ?? {};
        const fields = { kommune: seenIn(text), status: sent[i] ?? '', dato: '24.11.2025' };
        return visitor.post(GRID, fields, { token: tokenIn(text) });
      }),
    );
    answers.push(replies.map(({ status }) => status).sort());
    const winner = replies.findIndex(({ status }) => status === 303);
    taken.push(STATUSES[sent[winner] ?? 'mangler']);
  }
  expect(answers.filter(([first, second]) => first !== 303 || second !== 409)).toEqual([]);

  const journal = portal.db.$client
    .prepare(
      `select json_extract(new_value, '$.status') from entry join batch on batch.id = batch_id
       where object_id = 'tre-datastandarder/0461' and kind = 'edit' order by seq`,
    )
    .pluck()
    .all();
  expect(journal).toEqual(taken);
  expect([firstBrokenEntry(portal.db), firstBrokenBatch(portal.db)]).toEqual([null, null]);
});

test('20 changes of one row at once, by two people: it ends as one of them, each taken one is in the journal, none fails', async () => {
  const portal = await buildTestApp();
  const visitors = [portal.as('staff'), portal.as('staff2')];
  const pages = await Promise.all(visitors.map((visitor) => visitor.get(GRID)));
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const { text = '' } = pages[i % 2] ?? {};
      const kommune = /value="(0461\/\d+)"/.exec(text)?.[1] ?? '';
      const fields = { kommune, status: WORDS[i % WORDS.length] ?? '', dato: '24.11.2025' };
      return (await visitors[i % 2]?.post(GRID, fields, { token: tokenIn(text) }))?.status ?? 0;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([303, 409]));
  const rows = portal.db.$client
    .prepare(
      `select json_extract(new_value, '$.status') from entry join batch on batch.id = batch_id
       where object_id = 'tre-datastandarder/0461' and kind = 'edit' order by seq`,
    )
    .pluck()
    .all();
  expect(rows).toHaveLength(statuses.filter((status) => status === 303).length);
  const now = portal.db.$client
    .prepare("select status from signature where id = 'tre-datastandarder/0461'")
    .pluck()
    .get();
  expect(now).toBe(rows.at(-1));
});

/** Newer seeds that wait on a portal in use are decided on the same page as a deck. */
import { expect, test } from 'vitest';
import { loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { settleSeeds } from '#src/overviews/material-import/start.ts';
import { buildTestApp } from '#test/support/app.ts';
import { decisionFields, IMPORT } from '#test/support/material-sender.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

test('a new spelling in newer seeds waits, is accepted, and stands', { timeout: 60_000 }, async () => {
  const portal = await buildTestApp({ settings: { PORTAL_DATA: temporaryFolder() } });
  const seeds = structuredClone(loadSeeds());
  const [first] = seeds.solutions;
  Object.assign(first ?? {}, { name: 'Nyt navn på løsningen' });
  settleSeeds(portal.db, new Date('2025-11-25T09:00:00Z'), { hash: 'newer', load: () => seeds });
  const visitor = portal.as('staff');
  expect((await visitor.get(IMPORT)).text).toContain('Nyt grunddata');
  const path = `${IMPORT}/1`;
  const { text } = await visitor.get(path);
  expect(text).toContain('Nyt navn på løsningen');
  const fields = Object.fromEntries(
    Object.entries(decisionFields(text)).map(([name, value]) => [
      name,
      name.startsWith('valg-') ? 'accept' : value,
    ]),
  );
  const { status } = await visitor.post(
    `${path}/afgoerelser`,
    { ...fields, handling: 'udgiv' },
    { from: path },
  );
  expect(status).toBe(303);
  expect(portal.db.$client.prepare('select name from solution where id = ?').pluck().get(first?.id)).toBe(
    'Nyt navn på løsningen',
  );
});

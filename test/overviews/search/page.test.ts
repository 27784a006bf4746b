import { expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';

test('many groups of results have a way to each of them', async () => {
  const { get } = await buildTestApp();
  const { text } = await get('/soeg?q=sapa');
  const jumps = [...text.matchAll(/<li><a href="#([a-z0-9-]+)">/g)].map(([, id]) => id);
  expect(jumps.length).toBeGreaterThan(3);
  expect(jumps[0]).toBe('klik-opgaver');
  for (const id of jumps) expect(text).toContain(`<section class="section search-group" id="${id}">`);
});

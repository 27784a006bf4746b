import { expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';

test('smoke', async () => {
  const portal = await buildTestApp({ today: '2025-12-01' });
  const staff = portal.as('staff');
  for (const path of [
    '/redaktion/oplysninger',
    '/redaktion/oplysninger/klik-opgaver/rolle-4-telefonnumre',
    '/redaktion/oplysninger/kontraktdatoer/dubu%2Foption',
    '/redaktion/oplysninger/klik-opgaver/ny',
  ]) {
    const answer = await staff.get(path);
    console.log(path, answer.status, answer.text.length);
    if (answer.status !== 200)
      console.log(
        answer.text
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .slice(0, 1500),
      );
  }
  const P = '/redaktion/oplysninger/klik-opgaver/rolle-4-telefonnumre';
  const rev = /name="grundlag" value="(\d+)"/.exec((await staff.get(P)).text)?.[1] ?? '';
  const a = await staff.post(P, { grundlag: rev, frist: 'medio jan.', maade: 'ret', begrundelse: 'Fejl' });
  console.log(a.status, /id="frist-laest-ord">([^<]*)/.exec(a.text)?.[1]);
  const key = /name="frist-laest" value="([^"]*)"/.exec(a.text)?.[1] ?? '';
  const b = await staff.post(P, {
    grundlag: rev,
    frist: 'medio jan.',
    'frist-laest': key,
    maade: 'ret',
    begrundelse: 'Fejl',
  });
  console.log(b.status, b.location, key);
  console.log(
    (await staff.get(b.location)).text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 3000),
  );
  expect(1).toBe(1);
});

import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';

test('x', async () => {
  const portal = await buildTestApp({ now: () => new Date('2025-11-24T10:00:00Z') });
  const staff = portal.as('admin');
  for (const url of [
    '/redaktion/log',
    '/redaktion/log/1',
    '/redaktion/log?objekt=agreement/tre-datastandarder',
    '/redaktion/log.csv',
    '/redaktion/adgangslog',
    '/redaktion/adgangslog.csv',
    '/redaktion/adgangslog?stikproeve=2025-11',
    '/redaktion/se-som?kommune=odense',
    '/kommuner/odense',
    '/aftaler/tre-datastandarder',
  ]) {
    const t = performance.now();
    const a = await staff.get(url);
    console.info(url, a.status, a.text.length, Math.round(performance.now() - t));
    writeFileSync('/tmp/log' + url.replace(/[^a-z0-9]/gi, '_') + '.html', a.text);
  }
  const b = await staff.post('/redaktion/se-som', { kommune: 'odense' });
  console.info(b.status, b.location, (await staff.get('/redaktion/log')).status);
  console.info(
    (await staff.post('/redaktion/se-som/slut', {}, { from: '/' })).location,
    (await staff.get('/redaktion/log')).status,
  );
});

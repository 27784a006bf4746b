/** What holds for every address of the portal. */

import { describe, expect, test } from 'vitest';
import { schemaNumber } from '#src/db/migrate.ts';
import { buildTestApp } from '#test/support/app.ts';

describe('headers', () => {
  test('nothing inline and nothing from elsewhere may run; the browser guesses no types and frames nothing', async () => {
    const { get } = await buildTestApp();
    for (const path of ['/moeder', '/findes-ikke', '/healthz', '/api/v1/meetings']) {
      const { headers } = await get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain('unsafe');
      for (const part of [
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy, path).toContain(part);
      }
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['x-frame-options'], path).toBe('DENY');
      expect(headers['referrer-policy'], path).toBe('same-origin');
    }
  });

  test('a browser may not be told to stay on https by a portal that has only http, and must be by one that has it', async () => {
    const local = await buildTestApp();
    expect((await local.get('/moeder')).headers['strict-transport-security']).toBeUndefined();
    const secure = await buildTestApp({ settings: { PORTAL_URL: 'https://portal.example' } });
    expect((await secure.get('/moeder')).headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('a page is kept apart by the chosen municipality; files are kept for ever, errors never', async () => {
    const { get } = await buildTestApp();
    const page = (await get('/moeder')).headers;
    expect(page.vary).toContain('Cookie');
    expect(page['cache-control']).toBe('private, no-cache');
    const compressed = await get('/frister', { 'accept-encoding': 'br' });
    expect(compressed.headers.vary).toMatch(/^Cookie, accept-encoding$/i);
    const [file = ''] = /\/assets\/[0-9a-f]{10}\/css\/portal\.css/.exec((await get('/moeder')).text) ?? [];
    const asset = (await get(file)).headers;
    expect(asset['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.vary).toBe(undefined);
    for (const path of ['/findes-ikke', '/moeder?stand=x', '/assets/img/svg-icons/.env'])
      expect((await get(path)).headers['cache-control'], path).toBe('no-store');
  });

  test('pages hold no inline script, style or handler', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/moeder/2025-11');
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
  });

  test('X-Forwarded-Host changes no address on the page', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/moeder', {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(text).not.toContain('evil.example');
  });
});

describe('addresses that are not there', () => {
  test.each([
    '/findes-ikke',
    '/moeder/1999-01',
    '/moeder/2025-11/slide/99',
    '/moeder/2025-11/slide/x',
    '/.env',
    '/package.json',
    '/.git/HEAD',
    '/assets/../package.json',
    '/%2e%2e/package.json',
  ])('%s is a Danish page that helps', async (path) => {
    const { get } = await buildTestApp();
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(text).toContain('findes ikke');
    expect(text).toContain('href="/soeg"');
    expect(text).not.toMatch(/node_modules|\.ts:|Error/);
  });

  test('the API says it in JSON', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/api/v1/nothing');
    expect(status).toBe(404);
    expect(JSON.parse(text).error).toMatchObject({ status: 404 });
  });
});

describe('?stand=', () => {
  test.each([
    ['2025-11-31', 'November har 30 dage'],
    ['31.11.2025', 'November har 30 dage'],
    ['2026-01-01', 'efter i dag'],
    ['i går', 'Skriv datoen'],
    ['', ''],
  ])('%s', async (stand, sentence) => {
    const { get } = await buildTestApp();
    const { status, text } = await get(`/moeder?stand=${encodeURIComponent(stand)}`);
    expect(status).toBe(sentence === '' ? 200 : 422);
    expect(text).toContain(sentence);
  });

  test('an earlier day is said on the page and follows in every link of the portal', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/moeder?stand=19.11.2025');
    expect(text).toContain('som den så ud <b>19. november 2025</b>');
    const hrefs = [...text.matchAll(/href="(\/[^"]*)"/g)]
      .map((match) => match[1] ?? '')
      .filter((href) => !href.startsWith('/assets/') && !['/was', '/privatliv'].includes(href));
    const without = hrefs.filter((href) => !href.includes('stand=2025-11-19') && href !== '/moeder');
    expect(without).toEqual([]);
  });

  test('a day before all material is shown, with a line that says so', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/moeder?stand=2025-01-01');
    expect(status).toBe(200);
    expect(text).toContain('ældste oplysning gælder fra 7. marts 2025');
  });
});

describe('quiet lines', () => {
  test('material older than 60 days is said, with the way to the meeting day', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/moeder');
    expect(text).toContain('Det nyeste materiale er fra programledermødet');
    expect(text).toMatch(/href="\/moeder\?stand=2025-11-2\d"/);
  });

  test('the way to the meeting day works also where the address says today', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/frister?type=klik&stand=2026-11-22');
    const [, href = ''] = /href="([^"]*)">Se portalen pr\./.exec(text) ?? [];
    expect((await get(href.replaceAll('&amp;', '&'))).status).toBe(200);
    expect(href).toContain('type=klik');
  });

  test('within 60 days nothing is said', async () => {
    const { get } = await buildTestApp({ today: '2026-01-20' });
    expect((await get('/moeder')).text).not.toContain('Det nyeste materiale');
  });

  test('a pinned today is said', async () => {
    const { get } = await buildTestApp({ settings: { PORTAL_TODAY: '2025-11-24' } });
    expect((await get('/moeder')).text).toContain('sat til at vise 24. november 2025');
  });
});

describe('things for machines', () => {
  test('/healthz answers with version and schema', async () => {
    const { get } = await buildTestApp();
    expect(JSON.parse((await get('/healthz')).text)).toEqual({
      status: 'ok',
      version: '0.1.0',
      schema: schemaNumber(),
    });
  });

  test('/healthz says 503 when the database does not answer', async () => {
    const { app, db, get } = await buildTestApp();
    await app.ready();
    db.$client.close();
    expect((await get('/healthz')).status).toBe(503);
  });

  test('a page that fails for us is Danish, without details, and its code is in the log', async () => {
    const lines: string[] = [];
    const { app, db, get } = await buildTestApp({
      settings: { LOG_LEVEL: 'error' },
      log: (line) => lines.push(line),
    });
    await app.ready();
    db.$client.close();
    const { status, text, headers } = await get('/moeder');
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('Noget gik galt hos os');
    expect(text).not.toMatch(/database|sqlite/i);
    const code = /koden ([0-9a-f]{8})/.exec(text)?.[1];
    expect(lines.some((line) => line.includes(`"reqId":"${code}"`))).toBe(true);
  });

  test('a page that has not changed is answered 304', async () => {
    const { get } = await buildTestApp();
    const { headers } = await get('/moeder');
    expect((await get('/moeder', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test('a body is refused where nothing is sent, and a large one before it is read', async () => {
    const { app } = await buildTestApp();
    const large = await app.inject({
      method: 'POST',
      url: '/moeder',
      payload: 'x'.repeat(100_000),
      headers: { 'content-type': 'text/plain' },
    });
    expect([403, 404, 413, 415]).toContain(large.statusCode);
  });
});

describe('"Meld en fejl"', () => {
  test('the prepared mail holds the address as shown and the slide', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/moeder/2025-11/slide/9?stand=2025-11-20');
    const mail = decodeURIComponent(/href="mailto:programleder@kombit\.dk\?([^"]*)"/.exec(text)?.[1] ?? '');
    expect(mail).toContain('/moeder/2025-11/slide/9?stand=2025-11-20');
    expect(mail).toContain('slide 9');
  });
});

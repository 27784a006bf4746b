/** Requests that no browser of a well-meaning reader sends. */
import { createConnection } from 'node:net';
import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';

describe('a page never leads to another site because of how its address was written', () => {
  test.each([
    '//evil.example/x?stand=2025-11-20',
    '/\\evil.example/x?stand=2025-11-20',
    'http://evil.example/moeder?stand=2025-11-20',
    '//?stand=2025-11-20',
    '*?stand=2025-11-20',
  ])('%s', async (target) => {
    const { app } = await buildTestApp();
    // As it comes over the wire; `inject` would tidy it up.
    const text = await overTheWire(app, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const leads = [...text.matchAll(/<(?:a|form)\b[^>]*\s(?:href|action)="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(leads.length).toBeGreaterThan(10);
    expect(leads.filter((one) => !/^(?:\/(?![/\\])|#|mailto:)/.test(one ?? ''))).toEqual([]);
  });
});

describe('addresses that cannot be decoded, and endless ones, are pages that are not there', () => {
  test.each(['/%E0%A4', '/klik/%zz', '/k%98', '/%', `/klik/${'a'.repeat(5000)}`, '/api/v1/%E0%A4'])(
    '%.20s',
    async (path) => {
      const { get } = await buildTestApp();
      const { status, text, headers } = await get(path);
      expect(status).toBe(404);
      expect(text).toContain('findes ikke');
      expect(text).not.toContain('FST_ERR');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});

describe('what is no request at all is answered in one Danish sentence', () => {
  test.each([
    [
      'too many cookies',
      `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'a'.repeat(17_000)}\r\n\r\n`,
      431,
      'cookies',
    ],
    ['another protocol', '\u0016\u0003\u0001\r\n\r\n', 400, 'kan ikke læse'],
  ])('%s', async (_name, bytes, status, words) => {
    const { app } = await buildTestApp();
    const text = await overTheWire(app, bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toContain(words);
    expect(text).toContain('Cache-Control: no-store');
  });
});

test('a form of a hundred thousand fields is refused before anything is made of it', async () => {
  const { as } = await buildTestApp();
  const address = '/redaktion/underskrifter/tre-datastandarder/indsaet';
  const many = Array.from({ length: 3000 }, (_, index) => [`felt${index}`, ''] as const);
  for (const fields of [Object.fromEntries(many), { felt: many.map(() => '') }]) {
    expect((await as().post(address, fields, { from: '/log-ind' })).status).toBe(413);
    expect((await as('staff').post(address, fields)).status).toBe(413);
  }
});

test('a search that is cut between the halves of a sign is answered', async () => {
  const { get } = await buildTestApp();
  expect((await get(`/soeg?q=${'x'.repeat(199)}${encodeURIComponent('😀')}`)).status).toBe(200);
});

test('only so much of an address is written to the log', async () => {
  const lines: string[] = [];
  const { get } = await buildTestApp({ settings: { LOG_LEVEL: 'info' }, log: (line) => lines.push(line) });
  await get(`/${'a'.repeat(10_000)}?q=hemmeligt`);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
  expect(lines.join('')).not.toContain('hemmeligt');
});

/** Sends the bytes to the listening portal and reads until it hangs up. */
async function overTheWire(
  app: Awaited<ReturnType<typeof buildTestApp>>['app'],
  bytes: string,
): Promise<string> {
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = createConnection(Number(port), '127.0.0.1');
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

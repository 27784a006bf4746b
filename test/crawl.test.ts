/** Follows every link of the portal from the front page, as of three days. */
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';

const MOST_PAGES = 2500;

interface Page {
  text: string;
  ids: Set<string>;
  links: string[];
}

describe.each([
  ['the meeting day', '2025-11-24', '/'],
  ['a year later', '2026-11-22', '/'],
  ['an earlier day', '2025-11-24', '/?stand=2025-11-19'],
])('%s', (_name, today, start) => {
  test('every link leads to a page, every fragment to a place on it, and every page is whole', {
    timeout: 120_000,
  }, async () => {
    const { app } = await buildTestApp({ today });
    const faults: string[] = [];
    const pages = await crawl(app, start, faults);
    for (const [path, page] of pages) {
      faults.push(...faultsOf(path, page));
      for (const link of page.links) {
        const [target = '', fragment] = link.split('#');
        const reached = target === '' ? page : pages.get(target);
        if (fragment && reached && !reached.ids.has(fragment))
          faults.push(`${path} links to ${link}: no such place`);
      }
    }
    expect(faults).toEqual([]);
    expect(pages.size).toBeGreaterThan(150);
  });
});

async function crawl(app: FastifyInstance, start: string, faults: string[]): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const waiting = [start];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined && pages.size < MOST_PAGES; path = waiting.shift()) {
    const { statusCode, body, headers } = await app.inject({ method: 'GET', url: path });
    if (statusCode !== 200) faults.push(`${path} answers ${statusCode}`);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    const page = read(body);
    pages.set(path, page);
    for (const link of page.links) {
      // Every page leads to the sign-in and back: one of them will do.
      const target = (link.split('#')[0] ?? '').replace(/^\/log-ind\?.*/, '/log-ind');
      if (!target.startsWith('/') || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return pages;
}

function read(text: string): Page {
  const links = [...text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
  return { text, links, ids: new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '')) };
}

function faultsOf(path: string, { text, links }: Page): string[] {
  const faults: string[] = [];
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
  const double = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (double.length > 0) faults.push(`${path} has the same id twice: ${[...new Set(double)].join(', ')}`);
  if ((text.match(/<h1\b/g) ?? []).length !== 1) faults.push(`${path} has not one h1`);
  if (!/<html lang="da">/.test(text)) faults.push(`${path} does not say that it is Danish`);
  if (!/<title>[^<]+ (?:–|&ndash;|&#8211;) Programlederportalen<\/title>/.test(text))
    faults.push(`${path} has no title`);
  if (/\b(?:undefined|NaN|\[object Object\])\b/.test(text))
    faults.push(`${path} prints something that is not for people`);
  for (const link of links) {
    if (!/^(?:\/(?!\/)|#|(?:https?|webcal):\/\/|mailto:)/.test(link))
      faults.push(`${path} has a link of an odd kind: ${link}`);
  }
  return faults;
}

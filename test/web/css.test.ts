import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildCss } from '../../scripts/css.ts';

const ROOT = join(import.meta.dirname, '../..');
const dkfds = readFileSync(join(ROOT, 'public/css/dkfds.css'), 'utf8');
const portal = readFileSync(join(ROOT, 'public/css/portal.css'), 'utf8');

describe('the style sheets', () => {
  test('dkfds.css is what the templates need today (else run: npm run css)', async () => {
    expect(await buildCss()).toBe(dkfds);
  });

  test('every font and icon they name is in the package that is served', () => {
    const addresses = [...`${dkfds}${portal}`.matchAll(/url\(["']?([^"')]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      expect(address).toMatch(/^\/assets\/(fonts|img)\//);
      expect(existsSync(join(ROOT, 'node_modules/dkfds/dist', address.slice('/assets/'.length)))).toBe(true);
    }
  });

  test('the layout fetches early the very font file that the style sheet uses', () => {
    const layout = readFileSync(join(ROOT, 'views/layouts/page.eta'), 'utf8');
    const preloaded = /rel="preload" href="([^"]+)"/.exec(layout)?.[1];
    expect(dkfds).toContain(`url(${preloaded})`);
  });

  test('they weigh at most 15 kB together on the wire', () => {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
    const weight = [dkfds, portal].map((css) => brotliCompressSync(css, options).length);
    expect(weight.reduce((sum, one) => sum + one)).toBeLessThan(15_000);
  });
});

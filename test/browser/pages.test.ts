/** Every kind of page in a real browser: usable at both widths, clean by axe, silent, and asking no other host for anything. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAddress, pageAddresses } from '#test/support/addresses.ts';
import { buildTestApp } from '#test/support/app.ts';
import { browserPath, launchBrowser } from '#test/support/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Run in the page, hence words and not code: the portal itself is checked without the browser's types. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const path = await browserPath();
if (!path && process.env.E2E === 'required') throw new Error('A browser is required here: set CHROMIUM_PATH');
if (!path)
  process.stdout.write('Browser tests are skipped: no Chromium on this machine (set CHROMIUM_PATH).\n');

describe.skipIf(!path)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  for (const width of [1280, 390]) {
    test(`every page at ${width} px has no violation, no overflow, no error and no foreign request`, {
      timeout: 600_000,
    }, async () => {
      const { app, db } = await buildTestApp();
      const origin = await app.listen({ port: 0, host: '127.0.0.1' });
      const faults: string[] = [];
      for (const one of pageAddresses(db)) {
        const address = one.path;
        const context = await browser.newContext({ viewport: { width, height: 800 } });
        context.on('page', (page) => {
          page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`));
        });
        context.on('console', (message) => {
          const expected = address === '/findes-ikke' && message.text().includes('404');
          if (message.type() === 'error' && !expected) faults.push(`${address}: ${message.text()}`);
        });
        context.on('request', (request) => {
          if (!request.url().startsWith(origin)) faults.push(`${address} asks ${request.url()}`);
        });
        const page = await openAddress(context, origin, db, one);
        faults.push(...(await violations(page)).map((one) => `${address}: ${one}`));
        const overflow = await page.evaluate<number>(OVERFLOW);
        if (overflow > 0) faults.push(`${address}: ${overflow} px wider than the window`);
        await context.close();
      }
      expect(faults).toEqual([]);
    });
  }

  test('the keyboard reaches the content by the skip link first', async () => {
    const { app } = await buildTestApp();
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const page = await browser.newPage();
    await page.goto(`${origin}/frister`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main-content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
    await page.close();
  });

  test('without JavaScript a municipality can be chosen and is remembered', async () => {
    const { app } = await buildTestApp();
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(origin);
    await page.selectOption('main select[name=kommune]', 'odense');
    await page.click('main form:has(select[name=kommune]) button[type=submit]');
    expect(await page.textContent('h1')).toContain('Odense');
    await page.goto(`${origin}/aftaler/tre-datastandarder`);
    expect(await page.textContent('main')).toContain('Odense Kommune');
    await context.close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const result = await page.evaluate<AxeResults>('axe.run()');
  return result.violations.map(
    (one) =>
      `${one.id} (${one.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')})`,
  );
}

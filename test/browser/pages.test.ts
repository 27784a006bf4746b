/** Every kind of page in a real browser: usable, clean by axe, silent, asking no other host; and by keyboard, without scripts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { faultsOfEveryPage } from '#test/support/every-page.ts';

const path = await browserForTests();

describe.skipIf(!path)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('every page at 1280 px has no violation, no overflow, no error and no foreign request', {
    timeout: 600_000,
  }, async () => {
    expect(await faultsOfEveryPage(path ?? '', 1280)).toEqual([]);
  });

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

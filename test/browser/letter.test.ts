/** The letter as it comes out of a printer. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';

const path = await browserForTests();

describe.skipIf(!path)('on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each([
    ['2025-11-24', '/kommuner/odense/udskrift', 2],
    ['2026-11-22', '/kommuner/odense/udskrift', 2],
    ...['struer', 'fanoe', 'koebenhavn', 'bornholm'].map((slug): [string, string, number] => [
      '2025-11-24',
      `/kommuner/${slug}/udskrift`,
      2,
    ]),
    ['2025-11-24', '/loesninger/sapa/udskrift', 1],
    ['2025-11-24', '/loesninger/valg/udskrift', 1],
  ])('on %s %s fills at most %i sheets of A4', async (today, address, most) => {
    const { app } = await buildTestApp({ today });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const page = await browser.newPage();
    await page.goto(origin + address);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    await page.close();
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(most);
  });

  test('the menus stay behind, and the boxes come along', async () => {
    const { app } = await buildTestApp();
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const page = await browser.newPage();
    await page.goto(`${origin}/kommuner/odense/udskrift`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.site-header', '.site-footer', '.topline', '.no-print'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    for (const kept of ['.letter h1', '.letter-box', '.letter-sign'])
      expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
    await page.close();
  });
});

/** An invented December deck as a clerk takes it, by clicks and without JavaScript: from the file to published pages. */
import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { overflow, violations } from '#test/support/page-faults.ts';
import { buildPptx } from '#test/support/pptx.ts';
import { box, grid, titled } from '#test/support/sample-deck.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const path = await browserForTests();

const DECEMBER = buildPptx({
  slides: [
    titled('KOMBIT-programledermøde', box([40, 100, 400, 40], '15. december 2025')),
    titled(
      'KLIK-opgaver',
      grid(
        [40, 100, 400, 200],
        ['Projekt', 'Opgave', 'Start', 'Slut'],
        ['FLIS', 'Ryd op i testbrugere', '05.01.2026', '30.01.2026'],
        ['KY', 'Tilpas breve', 'Primo jan.', 'ultimo januar'],
      ),
    ),
  ],
});

describe.skipIf(!path)('a deck in a browser', () => {
  test.each([1280, 390])(
    'from the file to the published page, %i px',
    { timeout: 120_000 },
    async (width) => {
      const portal = await buildTestApp({
        today: '2025-12-16',
        settings: { PORTAL_DATA: temporaryFolder() },
      });
      const origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
      const browser = await launchBrowser(path ?? '');
      try {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          javaScriptEnabled: width > 500,
        });
        const value = portal.as('staff').cookies.get('portal') ?? '';
        await context.addCookies([{ name: 'portal', value, url: origin }]);
        const page = await context.newPage();
        const faults: string[] = [];
        const look = async (name: string) => {
          const found = await overflow(page);
          if (width > 500) found.push(...(await violations(page)));
          faults.push(...found.map((one) => `${name}: ${one}`));
        };
        await page.goto(`${origin}/redaktion/indlaes`);
        await look('upload');
        await page.setInputFiles('#fil', {
          name: 'december.pptx',
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(DECEMBER),
        });
        await page.click('text=Læs filen');
        await page.locator('#dag').waitFor({ timeout: 60_000 });
        expect(await page.inputValue('#dag')).toBe('15.12.2025');
        await look('day');
        await page.click('text=Sammenlign med portalen');
        await page.locator('.import-items').first().waitFor();
        await look('review');
        const radio = page.locator('.import-items input[type=radio]').first();
        const seen = "getComputedStyle(document.querySelector('.import-items input[type=radio]')).opacity";
        expect(await page.evaluate(seen)).toBe('1');
        await radio.focus();
        await page.keyboard.press('Space');
        expect(await radio.isChecked()).toBe(true);
        await page.locator('label:has-text("Vent")').first().click();
        await page.click('text=/Godkend alle \\d+ med høj sikkerhed/');
        await page.getByText('er gemt.').waitFor();
        await page.locator('button[value=udgiv]').click();
        await page.locator('.receipt').waitFor();
        await look('published');
        await page.click('text=Se mødet i portalen');
        expect(page.url()).toBe(`${origin}/moeder/2025-12`);
        await page.goto(`${origin}/klik`);
        expect(await page.textContent('main')).toContain('Ryd op i testbrugere');
        expect(await page.textContent('main')).not.toContain('Tilpas breve');
        expect(faults).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

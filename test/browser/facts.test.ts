/** Editing in a real browser: without JavaScript, with the keyboard, and clean by axe where a form is refused. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAddress } from '#test/support/addresses.ts';
import { buildTestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { overflow, violations } from '#test/support/page-faults.ts';

const TASK = '/redaktion/oplysninger/klik-opgaver/rolle-4-telefonnumre';
const path = await browserForTests();

describe.skipIf(!path)('an editor in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(javaScriptEnabled: boolean, width = 1280) {
    const { app, db } = await buildTestApp({ today: '2025-12-01' });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const as = async (who: 'staff' | 'staff2') => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
      return openAddress(context, origin, db, { name: 'facts', path: TASK, as: who });
    };
    return { page: await as('staff'), another: () => as('staff2') };
  }

  test('without JavaScript: a date is read, seen, saved, shown to readers and taken back', async () => {
    const { page } = await open(false);
    await page.fill('#frist', 'medio jan.');
    await page.fill('#begrundelse', 'Flyttet, siger KLIK-teamet.');
    await page.click('text=Læs datoen');
    expect(await page.textContent('#frist-laest-ord')).toContain('11.–20. januar 2026');
    await page.click('button[value=gem]');
    expect(await page.textContent('.receipt')).toContain('er rettet: Frist.');
    await page.click('text=Se siden');
    expect(await page.textContent('main')).toContain('I materialet står: »09.01.2026«');
    await page.goBack();
    await page.click('text=Fortryd');
    expect(await page.textContent('.receipt')).toContain('Ændringen er fortrudt.');
    await page.context().close();
  });

  test('with the keyboard alone: Enter in a field saves, and what is wrong is reached from the summary', async () => {
    const { page } = await open(true);
    await page.focus('#titel');
    await page.keyboard.press('End');
    await page.keyboard.type(' nu');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.fault-summary')).toContain('Skriv, hvorfor det ændres');
    await page.focus('.fault-summary a');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.inputValue('#titel')).toContain(' nu');
    await page.context().close();
  });

  for (const width of [1280, 390]) {
    test(`a refused and a stale form at ${width} px have no violation and no overflow`, async () => {
      const { page, another } = await open(true, width);
      await page.fill('#frist', '31.11.2025');
      await page.click('button[value=gem]');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      const other = await another();
      await other.fill(
        '#titel',
        'Rubens titel, der er ganske lang og fylder mere end en linje på en telefon',
      );
      await other.fill('#begrundelse', 'Ny titel');
      await other.click('button[value=gem]');
      await page.fill('#titel', 'Ritas titel');
      await page.click('button[value=gem]');
      expect(await page.textContent('main')).toContain('Ruben Redaktør');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await page.context().close();
    });
  }
});

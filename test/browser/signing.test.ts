/** The grid of signatures as a clerk uses it: by keyboard, and without JavaScript. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { overflow, violations } from '#test/support/page-faults.ts';

const GRID = '/redaktion/underskrifter/tre-datastandarder';
const path = await browserForTests();

describe.skipIf(!path)('the grid of signatures in a browser', () => {
  let browser: Browser;
  let portal: TestApp;
  let origin: string;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    portal = await buildTestApp();
    origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  });

  async function signedIn(
    who: 'staff' | 'staff2',
    options: { width?: number; javaScriptEnabled?: boolean } = {},
  ) {
    const { width = 1280, javaScriptEnabled = true } = options;
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    await context.addCookies([
      { name: 'portal', value: portal.as(who).cookies.get('portal') ?? '', url: origin },
    ]);
    return context;
  }
  async function open(context: BrowserContext, address = GRID): Promise<Page> {
    const page = await context.newPage();
    await page.goto(origin + address);
    return page;
  }
  const statusOf = (code: string) =>
    portal.db.$client
      .prepare('select status from signature where id = ? and withdrawn_on is null')
      .pluck()
      .get(`tre-datastandarder/${code}`);
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');
  const receipt = (page: Page, words: string) =>
    page.locator('.receipt', { hasText: words }).waitFor({ timeout: 5000 });

  test.each([1280, 390])(
    'receipt and conflict at %i px: clean by axe, nothing wider than the window',
    { timeout: 120_000 },
    async (width) => {
      const context = await signedIn('staff', { width });
      const faults: string[] = [];
      const look = async (page: Page, name: string) => {
        for (const one of [...(await violations(page)), ...(await overflow(page))])
          faults.push(`${name}: ${one}`);
      };
      const page = await open(context);
      page.on('pageerror', (error) => faults.push(error.message));
      const other = await open(await signedIn('staff2'));
      await other.locator('#k0461').focus();
      await other.keyboard.press('b');
      await receipt(other, 'Odense er sat til Under behandling.');
      await look(other, 'receipt');
      await page.locator('#k0461').check();
      await page.locator('#saet-mangler').click();
      await page.getByText('mens du arbejdede').waitFor();
      await look(page, 'conflict');
      expect(faults).toEqual([]);
      await context.close();
      await other.context().close();
    },
  );

  test('arrows move, space and Shift choose, letters set, Ctrl+Z takes it back, and the focus stays on the row', async () => {
    const context = await signedIn('staff');
    const page = await open(context);
    await page.locator('#k0420').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('k0151');
    await page.keyboard.press('u');
    await receipt(page, 'Ballerup er sat til Underskrevet.');
    expect(await focused(page)).toBe('k0151');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await page.textContent('#valgte')).toBe('2 valgt');
    await page.keyboard.press('b');
    await receipt(page, 'Ballerup og Billund er sat til Under behandling.');
    expect([statusOf('0151'), statusOf('0530'), statusOf('0400')]).toEqual([
      'in-progress',
      'in-progress',
      'missing',
    ]);
    await page.keyboard.press('Control+z');
    await receipt(page, 'Ændringen er fortrudt.');
    expect([statusOf('0151'), statusOf('0530')]).toEqual(['signed', 'missing']);
    expect(await focused(page)).toBe('k0530');
    await context.close();
  });

  test('keys pressed faster than the portal answers each hit the row they were pressed on', async () => {
    const context = await signedIn('staff');
    const page = await open(context, `${GRID}?vis=mangler`);
    await page.locator('#k0165').focus();
    for (let i = 0; i < 5; i += 1) {
      await page.keyboard.press('u');
      await page.keyboard.press('ArrowDown');
    }
    await receipt(page, 'Billund er sat til Underskrevet.');
    expect(['0165', '0201', '0420', '0151', '0530', '0400'].map(statusOf)).toEqual([
      ...Array(5).fill('signed'),
      'missing',
    ]);
    await context.close();
  });

  test('letters act only in the grid, and can be switched off for good', async () => {
    const context = await signedIn('staff');
    const page = await open(context);
    await page.locator('#bemaerkning').fill('');
    await page.locator('#bemaerkning').press('u');
    expect(await page.inputValue('#bemaerkning')).toBe('u');
    await page.locator('#saet-mangler').focus();
    await page.keyboard.press('u');
    await page.locator('#bogstavtaster').uncheck();
    await page.reload();
    expect(await page.isChecked('#bogstavtaster')).toBe(false);
    await page.locator('#k0165').focus();
    await page.keyboard.press('u');
    await page.keyboard.press('ArrowDown');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.receipt').count()).toBe(0);
    expect(statusOf('0165')).toBe('missing');
    await context.close();
  });

  test('the row with focus is never behind the bar or the receipt', async () => {
    const context = await signedIn('staff');
    const page = await open(context);
    await page.locator('#k0165').focus();
    await page.keyboard.press('u');
    await receipt(page, 'Albertslund');
    const hidden: string[] = [];
    for (const [key, times] of [
      ['ArrowDown', 97],
      ['ArrowUp', 97],
    ] as const) {
      for (let i = 0; i < times; i += 1) {
        await page.keyboard.press(key);
        const isSeen = await page.evaluate<boolean>(`(() => {
          const row = document.activeElement.closest('tr').getBoundingClientRect();
          const bar = document.querySelector('.signing-bar').getBoundingClientRect();
          const line = document.querySelector('.receipt').getBoundingClientRect();
          return row.top >= bar.bottom && row.bottom <= line.top;
        })()`);
        if (!isSeen) hidden.push(`${key} ${i}`);
      }
    }
    expect(hidden).toEqual([]);
    await context.close();
  });

  test('a row opens with Enter, a fault is told at its field, and what is saved is on the row', async () => {
    const context = await signedIn('staff');
    const page = await open(context);
    await page.locator('#k0461').focus();
    await page.keyboard.press('Enter');
    await page.locator('.row-form').waitFor();
    expect(await focused(page)).toBe('ret-status');
    await page.selectOption('#ret-status', 'underskrevet');
    await page.fill('#ret-underskrevet', '31.11.2025');
    await page.keyboard.press('Enter');
    await page.getByText('November har 30 dage.').first().waitFor();
    expect(await focused(page)).toBe('fejl');
    await page.fill('#ret-underskrevet', '18.11.2025');
    await page.keyboard.press('Enter');
    await receipt(page, 'Odense er sat til Underskrevet pr. 20. november 2025.');
    expect(await page.textContent('#r0461')).toContain('18.11.2025');
    await context.close();
  });

  test('a lost connection is told, and nothing that was chosen is lost', async () => {
    const context = await signedIn('staff');
    const page = await open(context);
    await page.locator('#k0461').check();
    await context.setOffline(true);
    await page.keyboard.press('u');
    await page.getByText('Intet er gemt. Prøv igen.').first().waitFor();
    expect(await page.isChecked('#k0461')).toBe(true);
    await context.setOffline(false);
    await page.keyboard.press('u');
    await receipt(page, 'Odense er sat til Underskrevet.');
    await context.close();
  });

  test('without JavaScript: choose, set, undo, all of a filter, one row', async () => {
    const context = await signedIn('staff', { javaScriptEnabled: false });
    const page = await open(context, `${GRID}?vis=mangler`);
    await page.check('#k0461');
    await page.locator('label[for=k0420]').click();
    await page.fill('#underskrevet', '20. nov. 2025');
    await page.click('#saet-underskrevet');
    expect(page.url()).toContain('vis=mangler');
    expect(await page.textContent('.receipt')).toContain('Assens og Odense er sat til Underskrevet.');
    await page.click('.receipt button');
    expect(await page.textContent('.receipt')).toContain('Ændringen er fortrudt.');
    expect(statusOf('0461')).toBe('missing');
    await page.click('text=Vælg alle 83');
    await page.fill('#bemaerkning', 'Rykket');
    await page.press('#bemaerkning', 'Enter');
    expect(await page.textContent('#fejl')).toContain('Vælg, hvad kommunerne skal sættes til.');
    await page.click('#saet-behandling');
    expect(await page.textContent('.receipt')).toContain('83 kommuner er sat til Under behandling.');
    await page.goto(origin + GRID);
    await page.click('#r0461 .edit');
    await page.fill('#ret-bemaerkning', 'Ringet');
    await page.click('.signing-row button');
    expect(await page.textContent('#r0461')).toContain('Ringet');
    await context.close();
  });
});

/** KOMBIT's clerk, from the sign-in to 98 statuses, in a real browser; and the municipality's programme leader, who may not. */
import { performance } from 'node:perf_hooks';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import { listNamed } from '#src/core/municipalities/queries.ts';
import { eq } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { listSignatures } from '#src/features/agreements/queries.ts';
import { writeXlsx } from '#src/formats/xlsx.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { browserForTests, launchBrowser } from '#test/support/browser.ts';
import { addActor, CAST, type CastName } from '#test/support/cast.ts';
import { readMaterialFile } from '#test/support/material.ts';

const SLUG = 'tre-datastandarder';
const PASSWORD = 'fire ord efter hinanden';
const HASH = await hashPassword(PASSWORD);
const path = await browserForTests();

/** The slide with the names, marked and copied as it stands in the text of the deck. */
function slideOfNames(): string | undefined {
  const text = readMaterialFile('2025-11-text-layer.txt');
  const start = text?.indexOf('Danmarkskort') ?? -1;
  return text?.slice(start, text.indexOf('\n\n\n', text.indexOf('Albertslund', start)));
}

function tallyOf({ db }: TestApp): Record<string, number> {
  const rows = Map.groupBy(listSignatures(db, SLUG), (one) => one.status);
  return Object.fromEntries([...rows].map(([status, own]) => [status, own.length]));
}

async function signIn(page: Page, origin: string, who: CastName): Promise<void> {
  await page.goto(`${origin}/log-ind`);
  await page.fill('#mail', CAST[who].email);
  await page.fill('#adgangskode', PASSWORD);
  await page.click('main button[type=submit]');
}

async function portalWith(who: CastName) {
  const portal = await buildTestApp({ today: '2025-12-01' });
  addActor(portal.db, CAST[who]);
  portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST[who].id)).run();
  return { portal, origin: await portal.app.listen({ port: 0, host: '127.0.0.1' }) };
}

describe.skipIf(!path)('a clerk at KOMBIT', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each([
    ['with', true],
    ['without', false],
  ])(
    '%s JavaScript: pastes the 83 names, sees map, list, counts and curve, undoes it, and sends the same as a spreadsheet',
    {
      timeout: 120_000,
    },
    async (_name, javaScriptEnabled) => {
      const text = slideOfNames();
      if (!text) return;
      const { portal, origin } = await portalWith('staff');
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const begun = performance.now();
      await signIn(page, origin, 'staff');
      await page.click('text=Underskrifter');
      await page.click(`main a[href="/redaktion/underskrifter/${SLUG}"]`);
      await page.click(`main a[href="/redaktion/underskrifter/${SLUG}/indsaet"]`);
      await page.fill('#tekst', text);
      await page.check('#liste-mangler');
      await page.fill('#opgjort', '1/12-2025');
      await page.click('text=Tolk listen');
      await page.click('text=Gem 83 som Mangler og 15 som Underskrevet');
      expect(await page.textContent('.receipt')).toContain(
        '83 kommuner sat til Mangler og 15 til Underskrevet.',
      );
      process.stdout.write(
        `From sign-in to saved: ${Math.round(performance.now() - begun)} ms in the browser.\n`,
      );
      expect(tallyOf(portal)).toEqual({ missing: 83, signed: 15 });
      const reader = await browser.newPage();
      await reader.goto(`${origin}/aftaler/${SLUG}`);
      const shown = (await reader.textContent('main'))?.replace(/\s+/g, ' ') ?? '';
      expect(shown).toContain('Mangler: 83');
      expect(shown).toContain('Underskrevet: 15');
      expect(shown).toContain('1. december 2025');
      expect(await reader.locator('svg[role=img]').count()).toBeGreaterThan(1);
      await reader.close();

      await page.click('.receipt button');
      await page.waitForSelector('.receipt >> text=Ændringen er fortrudt.');
      expect(listSignatures(portal.db, SLUG).every((one) => one.countedOn === '2025-11-20')).toBe(true);

      await page.goto(`${origin}/redaktion/underskrifter/${SLUG}/fil`);
      const name = 'underskrifter.xlsx';
      await page.setInputFiles('#fil', {
        name,
        mimeType: 'application/octet-stream',
        buffer: await spreadsheet(portal),
      });
      await page.fill('#opgjort', '01.12.2025');
      await page.click('text=Læs filen');
      expect(await page.textContent('main')).toContain('98 kommuner i filen');
      await page.click('text=Gem opgørelsen uden ændringer');
      expect(await page.textContent('.receipt')).toContain('98 kommuner opgjort fra fil');
      expect(tallyOf(portal)).toEqual({ missing: 83, signed: 15 });
      expect(listSignatures(portal.db, SLUG).every((one) => one.countedOn === '2025-12-01')).toBe(true);
      await context.close();
    },
  );

  test('what the clerk does, a programme leader of a municipality is shown no way to and may not', async () => {
    const { portal, origin } = await portalWith('odense');
    const before = tallyOf(portal);
    const page = await browser.newPage();
    await signIn(page, origin, 'odense');
    expect(await page.textContent('header')).toContain('Oda Odense');
    expect(await page.locator('a[href^="/redaktion"]').count()).toBe(0);
    await page.goto(`${origin}/aftaler/${SLUG}`);
    expect(await page.locator('a[href^="/redaktion"]').count()).toBe(0);
    for (const part of ['', '/indsaet', '/fil']) {
      const answer = await page.goto(`${origin}/redaktion/underskrifter/${SLUG}${part}`);
      expect(answer?.status()).toBe(403);
      expect(await page.textContent('h1')).toBe('Det har I ikke adgang til');
    }
    expect(tallyOf(portal)).toEqual(before);
    await page.close();
  });
});

/** All 98 as they stand, in columns of another order than the portal's own. */
async function spreadsheet({ db }: TestApp): Promise<Buffer> {
  const statuses = new Map(listSignatures(db, SLUG).map((one) => [one.municipalityId, one.status]));
  const rows = listNamed(db).map(({ code, name }) => [
    statuses.get(code) === 'signed' ? 'Underskrevet' : 'Mangler',
    name,
  ]);
  const columns = [
    { heading: 'Status', width: 20 },
    { heading: 'Kommune', width: 20 },
  ];
  return writeXlsx({ name: 'Underskrifter', columns, rows }, []);
}

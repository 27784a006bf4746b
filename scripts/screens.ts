/**
 * `npm run screens [-- NAME-PART...]`: a picture of every page at 1280 and 390 px in var/screens, to be looked at
 * beside the mock-ups. SCREENS_TODAY (default the meeting day) is the day the portal believes it is.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { acceptSeeds, loadSeeds } from '#src/overviews/material-import/seeds.ts';
import { openAddress, pageAddresses } from '#test/support/addresses.ts';
import { browserPath, launchBrowser } from '#test/support/browser.ts';

const WIDTHS = [
  { suffix: 'desktop', width: 1280, height: 800 },
  { suffix: 'mobil', width: 390, height: 800 },
];

const wanted = process.argv.slice(2);
const target = process.env.SCREENS_FOLDER ?? 'var/screens';
const folder = mkdtempSync(join(tmpdir(), 'portal-screens-'));
const path = await browserPath();
if (!path) throw new Error('No browser: set CHROMIUM_PATH');
mkdirSync(target, { recursive: true });

const db = openMigrated(join(folder, 'portal.db'));
acceptSeeds(db, loadSeeds(), new Date());
const today = process.env.SCREENS_TODAY ?? '2025-11-24';
const app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }), db, clock: makeClock(today) });
const origin = await app.listen({ port: 0, host: '127.0.0.1' });
const browser = await launchBrowser(path);
try {
  for (const { suffix, width, height } of WIDTHS) {
    for (const address of pageAddresses(db)) {
      const { name } = address;
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await openAddress(context, origin, db, address);
      await page.evaluate('document.fonts.ready.then(() => true)');
      await page.screenshot({ path: join(target, `${name}-${suffix}.png`), fullPage: true });
      console.log(`${name}-${suffix}`, await page.evaluate('document.documentElement.scrollHeight'));
      await context.close();
    }
  }
} finally {
  await browser.close();
  await app.close();
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
}

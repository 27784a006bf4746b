import { openAddress, pageAddresses } from './addresses.ts';
import { buildTestApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import { overflow, violations } from './page-faults.ts';

/**
 * Opens every kind of page in a window so wide.
 * @returns what is wrong: by axe, too wide, an error of a script, a request to another host
 */
export async function faultsOfEveryPage(browserPath: string, width: number): Promise<string[]> {
  const browser = await launchBrowser(browserPath);
  const { app, db } = await buildTestApp();
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const faults: string[] = [];
  try {
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
      const found = [...(await violations(page)), ...(await overflow(page))];
      faults.push(...found.map((fault) => `${address}: ${fault}`));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return faults;
}

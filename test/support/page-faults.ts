import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Run in the page, hence words and not code: the portal itself is checked without the browser's types. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** What is right is thousands of places on a long page: it is neither listed nor carried over. */
const VIOLATIONS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ' (' + nodes.map(({ target }) => target.join(' ')).slice(0, 3).join('; ') + ')'))`;

/** What axe finds on a page as it is shown: "color-contrast (.a; .b)". Needs a page that may run scripts. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(VIOLATIONS);
}

/** One sentence when the page is wider than its window. */
export async function overflow(page: Page): Promise<string[]> {
  const wide = await page.evaluate<number>(OVERFLOW);
  return wide > 0 ? [`${wide} px wider than the window`] : [];
}

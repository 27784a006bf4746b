/** Every kind of page on a telephone: a file of its own, so that both widths are looked at beside each other. */
import { describe, expect, test } from 'vitest';
import { browserForTests } from '#test/support/browser.ts';
import { faultsOfEveryPage } from '#test/support/every-page.ts';

const path = await browserForTests();

describe.skipIf(!path)('in a browser', () => {
  test('every page at 390 px has no violation, no overflow, no error and no foreign request', {
    timeout: 600_000,
  }, async () => {
    expect(await faultsOfEveryPage(path ?? '', 390)).toEqual([]);
  });
});

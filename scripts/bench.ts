/** `npm run bench`: speed and size, measured on this machine. Figures and how to read them: docs/benchmark.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureCalendars } from './bench/calendar.ts';
import { measureDecks } from './bench/decks.ts';
import { measureDigest } from './bench/digest.ts';
import { measureFrontPage } from './bench/front-page.ts';
import { measureGrid } from './bench/grid.ts';
import { measureImports } from './bench/imports.ts';
import { measurePages } from './bench/pages.ts';
import { startPortal } from './bench/portal.ts';
import { measureReading } from './bench/reading.ts';
import { print } from './bench/result.ts';
import { measureStart } from './bench/start.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
try {
  await measureStart(folder);
  const portal = await startPortal(join(folder, 'pages.db'));
  await measurePages(portal);
  await measureFrontPage(portal);
  await measureGrid(portal);
  print('Rebuilding an earlier day', null, 'ms', await portal.rebuildMs());
  await measureCalendars(portal);
  await portal.stop();
  await measureDigest(folder);
  measureReading();
  measureDecks(folder);
  await measureImports(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

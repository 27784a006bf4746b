import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Db, enforceForeignKeys, openDatabase } from '#src/db/client.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { acceptSeeds, loadSeeds } from '#src/overviews/material-import/seeds.ts';

/** Made once per run by `global-setup.ts`; each test gets a copy of the real file. */
const TEMPLATE = process.env.PORTAL_TEST_TEMPLATE ?? join(tmpdir(), `portal-template-${process.pid}.db`);

/** Day the tests call today: the meeting day. */
export const MEETING_DAY = '2025-11-24';

/** An own folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real SQLite file with the seeds in it, this test's own. */
export function seededDatabase(): Db {
  makeTemplate();
  const file = join(temporaryFolder(), 'portal.db');
  copyFileSync(TEMPLATE, file);
  const db = openDatabase(file);
  enforceForeignKeys(db);
  onTestFinished(() => {
    db.$client.close();
  });
  return db;
}

/** Writes the template file unless another test already did. */
export function makeTemplate(): void {
  if (existsSync(TEMPLATE)) return;
  const unfinished = `${TEMPLATE}.${process.pid}.tmp`;
  rmSync(unfinished, { force: true });
  const db = openMigrated(unfinished);
  acceptSeeds(db, loadSeeds(), new Date(`${MEETING_DAY}T12:00:00Z`));
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.pragma('journal_mode = DELETE');
  db.$client.close();
  renameSync(unfinished, TEMPLATE);
}

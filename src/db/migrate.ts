import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '#src/db/drizzle.ts';
import { UnusableError } from '#src/shared/errors.ts';
import { type Db, enforceForeignKeys, openDatabase, openReadOnly } from './client.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const RESTORE_HINT = 'Læg en sikkerhedskopi tilbage med: npm run portal -- restore FIL';

/**
 * Opens the portal's database and brings it to the newest schema. A file that exists is examined first without
 * touching it; one that needs migrating is copied to `backups/` beside it before.
 * @param file path of the database; its folder must exist.
 * @throws UnusableError for a damaged file, a foreign database or one with a newer schema.
 */
export function openMigrated(file: string): Db {
  if (existsSync(file)) prepareExisting(file);
  const db = openDatabase(file);
  try {
    migrate(db, { migrationsFolder: MIGRATIONS });
    const violations = db.$client.pragma('foreign_key_check') as unknown[];
    if (violations.length > 0)
      throw new UnusableError(`Databasen ${file} har brudte henvisninger. ${RESTORE_HINT}`);
  } catch (error) {
    db.$client.close();
    throw error;
  }
  enforceForeignKeys(db);
  return db;
}

/** Number of migrations the program knows: the schema number shown by /healthz. */
export function schemaNumber(): number {
  return knownMigrations().length;
}

/** Throws UnusableError when the file is damaged, empty, foreign or newer than the program; changes nothing. */
export function examine(file: string): { applied: number } {
  let db: Db | undefined;
  try {
    db = openReadOnly(file);
    const verdict = db.$client.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw damaged(file);
    return { applied: appliedMigrations(db, file) };
  } catch (error) {
    if (error instanceof UnusableError) throw error;
    throw damaged(file);
  } finally {
    db?.$client.close();
  }
}

function prepareExisting(file: string): void {
  const { applied } = examine(file);
  if (applied === knownMigrations().length) return;
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const source = openDatabase(file);
  // Fold the write-ahead log in, so that the copy of the one file is whole.
  source.$client.pragma('wal_checkpoint(TRUNCATE)');
  source.$client.close();
  copyFileSync(file, join(folder, `${basename(file, '.db')}-skema-${applied}-${stamp}.db`));
}

function appliedMigrations(db: Db, file: string): number {
  const table = db.$client.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  if (!table) throw new UnusableError(`Filen ${file} er ikke portalens database. ${RESTORE_HINT}`);
  const applied = Number(db.$client.prepare('select count(*) from __drizzle_migrations').pluck().get());
  if (applied > knownMigrations().length) {
    throw new UnusableError(
      `Databasen ${file} er lavet af en nyere udgave af portalen. Start den nyere udgave, eller læg en ældre kopi tilbage med: npm run portal -- restore FIL`,
    );
  }
  return applied;
}

function damaged(file: string): UnusableError {
  return new UnusableError(`Databasen ${file} er beskadiget og er ikke ændret. ${RESTORE_HINT}`);
}

function knownMigrations(): unknown[] {
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
    entries: unknown[];
  };
  return journal.entries;
}

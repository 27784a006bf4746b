import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { migrate } from '#src/db/drizzle.ts';
import { UnusableError } from '#src/shared/errors.ts';
import { type Db, enforceForeignKeys, openDatabase, openReadOnly } from './client.ts';
import { copyWhole } from './copy.ts';
import { diskTrouble } from './disk-trouble.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const RESTORE_HINT = 'Læg en sikkerhedskopi tilbage med: npm run portal -- restore FIL';

/** What SQLite keeps beside a database in use; the first two may hold changes that are not in it yet. */
const BESIDE = ['-wal', '-journal', '-shm'];

/**
 * Opens the portal's database and brings it to the newest schema. A file that exists is examined first without
 * touching it; one that needs migrating is copied to `backups/` beside it before.
 * @param file path of the database; its folder must exist.
 * @param tell told when an older database has been migrated, by the numbers of the schema
 * @throws UnusableError for a damaged file, a foreign database, one with a newer schema or one that may not be written.
 */
export function openMigrated(
  file: string,
  tell: (db: Db, schema: { from: number; to: number }) => void = () => undefined,
): Db {
  const to = schemaNumber();
  let from = to;
  if (existsSync(file)) from = prepareExisting(file);
  else makeNew(file);
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
  if (from < to) tell(db, { from, to });
  return db;
}

/** Number of migrations the program knows: the schema number shown by /healthz. */
export function schemaNumber(): number {
  return knownMigrations().length;
}

/** Throws UnusableError when the file is damaged, empty, foreign, newer than the program or unreadable; changes nothing. */
export function examine(file: string): { applied: number } {
  // SQLite throws away the write-ahead log of an empty file, and with it what could still be saved.
  if (statSync(file).size === 0) throw damaged(file);
  try {
    return examineOpened(file);
  } catch (error) {
    if (error instanceof UnusableError) throw error;
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code === 'SQLITE_READONLY_ROLLBACK') {
      finishCutOffWrite(file);
      return examineOpened(file);
    }
    throw diskTrouble(error, file) ?? damaged(file);
  }
}

function examineOpened(file: string): { applied: number } {
  const db = openReadOnly(file);
  try {
    const verdict = db.$client.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw damaged(file);
    return { applied: appliedMigrations(db, file) };
  } finally {
    db.$client.close();
  }
}

/** A write was cut off: SQLite takes it back as soon as the file is opened for writing. */
function finishCutOffWrite(file: string): void {
  const raw = new Database(file, { timeout: 5000 });
  try {
    raw.prepare('select 1 from sqlite_schema').get();
  } finally {
    raw.close();
  }
}

/**
 * A new database is built under another name and gets its own when it is whole: a start that is cut off leaves
 * nothing that the next one would take for a damaged portal.
 */
function makeNew(file: string): void {
  const left = BESIDE.map((suffix) => file + suffix).find((one) => existsSync(one));
  if (left) {
    throw new UnusableError(
      `Databasen ${file} mangler, men ${left} ligger der endnu. Læg databasen på plads igen. ${RESTORE_HINT}`,
    );
  }
  const unfinished = `${file}.new`;
  for (const suffix of ['', ...BESIDE]) rmSync(unfinished + suffix, { force: true });
  const db = openDatabase(unfinished);
  try {
    migrate(db, { migrationsFolder: MIGRATIONS });
    // Said in so many words: closing does it too, but is silent where the disk has no room for it.
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.$client.close();
  }
  renameSync(unfinished, file);
}

/** @returns the number of its schema. */
function prepareExisting(file: string): number {
  // SQLite opens a file that it may not write without a word.
  for (const place of [file, dirname(file)]) accessSync(place, constants.R_OK | constants.W_OK);
  const { applied } = examine(file);
  if (applied === knownMigrations().length) return applied;
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  // Half a copy must never look like one.
  const unfinished = join(folder, 'skema.tmp');
  rmSync(unfinished, { force: true });
  copyWhole(file, unfinished);
  renameSync(unfinished, join(folder, `${basename(file, '.db')}-skema-${applied}-${stamp}.db`));
  return applied;
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

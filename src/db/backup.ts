import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { RefusedError, UnusableError } from '#src/shared/errors.ts';
import { copyWhole } from './copy.ts';
import { diskTrouble } from './disk-trouble.ts';
import { examine } from './migrate.ts';

/** Files of SQLite that belong to one database and would spoil another one of the same name. */
const BESIDE = ['-wal', '-shm', '-journal'];

/**
 * Copies a database that may be in use, checks the copy and puts it in place under its name in one step.
 * @throws RefusedError when the target exists or the copy does not pass its check.
 */
export async function backupDatabase(file: string, target: string): Promise<void> {
  if (!existsSync(file)) throw new RefusedError(`Der er ingen database i ${file}.`);
  if (existsSync(target)) throw new RefusedError(`Filen ${target} findes allerede. Vælg et andet navn.`);
  if (!statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory())
    throw new RefusedError(`Mappen ${dirname(target)} findes ikke. Opret den, eller vælg en anden.`);
  try {
    await writeCopy(file, target);
  } catch (error) {
    throw diskTrouble(error, target) ?? error;
  }
}

async function writeCopy(file: string, target: string): Promise<void> {
  const unfinished = `${target}.tmp`;
  rmSync(unfinished, { force: true });
  const source = new Database(file, { readonly: true, timeout: 5000 });
  try {
    await source.backup(unfinished);
  } finally {
    source.close();
  }
  chmodSync(unfinished, 0o600);
  settle(unfinished);
  renameSync(unfinished, target);
}

/**
 * Puts a backup in the place of the database. The database that stood there is kept beside it.
 * The caller holds the lock of the data folder, so that nobody is serving.
 * @returns where the old one is kept, or null when there was none.
 */
export function restoreDatabase(backup: string, file: string, now: Date): string | null {
  if (!existsSync(backup)) throw new RefusedError(`Filen ${backup} findes ikke.`);
  examineBackup(backup);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.tmp`;
  rmSync(unfinished, { force: true });
  copyWhole(backup, unfinished);
  chmodSync(unfinished, 0o600);
  settle(unfinished);
  const kept = setAside(file, now);
  renameSync(unfinished, file);
  return kept;
}

function examineBackup(backup: string): void {
  try {
    examine(backup);
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    throw new RefusedError(
      `${backup} kan ikke lægges tilbage. Den er beskadiget, lavet af en nyere udgave eller ikke portalens database.`,
    );
  }
}

/**
 * Keeps what stands, with the log that SQLite has beside it, in `backups/`. The file itself stays until the backup takes
 * its place in one step, but its log goes: SQLite would write it into the backup.
 */
function setAside(file: string, now: Date): string | null {
  const standing = ['', ...BESIDE].filter((suffix) => existsSync(file + suffix));
  if (standing.length === 0) return null;
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = join(folder, `portal-foer-gendannelse-${now.toISOString().replace(/[:.]/g, '-')}.db`);
  for (const suffix of standing) copyFileSync(file + suffix, kept + suffix);
  for (const suffix of BESIDE) rmSync(file + suffix, { force: true });
  return kept;
}

/** What signs somebody in. A copy opens nothing, whoever gets hold of it. */
const KEYS = ['session', 'one_time_link'];

/** Takes out what signs somebody in, checks the copy whole and makes sure it is on the disk. */
function settle(file: string): void {
  const copy = new Database(file);
  copy.pragma('journal_mode = DELETE');
  copy.pragma('secure_delete = ON');
  const hasTable = copy.prepare("select 1 from sqlite_master where type = 'table' and name = ?").pluck();
  for (const table of KEYS) if (hasTable.get(table) === 1) copy.exec(`delete from ${table}`);
  const verdict = copy.pragma('integrity_check(1)', { simple: true });
  copy.close();
  if (verdict !== 'ok') {
    rmSync(file, { force: true });
    throw new RefusedError('Kopien bestod ikke kontrollen og er slettet. Prøv igen, og undersøg disken.');
  }
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

import Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { drizzle } from '#src/db/drizzle.ts';
import * as schema from './schema/index.ts';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** SQLite before this may lose committed writes when two connections write and checkpoint at once (sqlite.org/wal.html). */
const OLDEST_SAFE_SQLITE = [3, 51, 3];

/** Nobody is answered while a write waits for another program to let the file go; after this, it is refused (503). */
const BUSY_MS = 1500;

/**
 * Opens a database file for reading and writing. Does not migrate and does not enforce foreign keys until
 * `enforceForeignKeys` is called, because a migration may have to rebuild tables.
 */
export function openDatabase(file: string): Db {
  const raw = new Database(file, { timeout: BUSY_MS });
  assertSafeSqlite(raw);
  raw.pragma('journal_mode = WAL');
  // After WAL, or better-sqlite3 silently goes on with NORMAL, which may lose the last commits in a power cut.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = OFF');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('temp_store = MEMORY');
  // What is erased (one-time links in mails) is gone from the file, not only from the tables.
  raw.pragma('secure_delete = ON');
  return drizzle(raw, { schema }) as Db;
}

/** Opens an existing file without the right to change it; throws SqliteError when it is missing or no database. */
export function openReadOnly(file: string): Db {
  const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  return drizzle(raw, { schema }) as Db;
}

const beside = new WeakMap<object, Db>();

/** A second connection to the same file, which reads it in a way of its own. Made once; `closeDatabase` closes both. */
export function readBeside(db: Db): Db {
  const found = beside.get(db.$client);
  if (found) return found;
  const made = openReadOnly(db.$client.name);
  made.$client.pragma('temp_store = MEMORY');
  beside.set(db.$client, made);
  return made;
}

/** The last connection to be closed takes what was written into the file itself. */
export function closeDatabase(db: Db): void {
  beside.get(db.$client)?.$client.close();
  db.$client.close();
}

/** An empty database in memory: the portal as it stood on an earlier day is rebuilt in one of these. */
export function openMemory(): Db {
  const raw = new Database(':memory:');
  // Rows on an earlier day may refer to rows that came later; joins leave those out.
  raw.pragma('foreign_keys = OFF');
  raw.pragma('temp_store = MEMORY');
  return drizzle(raw, { schema }) as Db;
}

export function enforceForeignKeys(db: Db): void {
  db.$client.pragma('foreign_keys = ON');
}

function assertSafeSqlite(raw: Database.Database): void {
  const version = String(raw.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [i, least] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than ${OLDEST_SAFE_SQLITE.join('.')}`);
  }
}

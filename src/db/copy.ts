import Database from 'better-sqlite3';

/**
 * Writes a whole copy of a database, with what stands in its write-ahead log, into one new file. The database is only
 * read, and may be in use.
 * @throws SqliteError; what was written of the copy may then be left.
 */
export function copyWhole(file: string, target: string): void {
  const source = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    source.prepare('vacuum into ?').run(target);
  } finally {
    source.close();
  }
}

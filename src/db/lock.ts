import { join } from 'node:path';
import Database from 'better-sqlite3';
import { UnusableError } from '#src/shared/errors.ts';

/**
 * Takes the data folder for this process. The lock is SQLite's own file lock on a file beside the database, so the
 * operating system lets go of it however the process ends.
 * @returns a function that releases it.
 * @throws UnusableError when another process has the folder; SqliteError when the disk lets nobody write.
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, 'portal.lock');
  const raw = new Database(file, { timeout: 0 });
  try {
    // Without a journal file beside it: the lock needs no room on the disk.
    raw.pragma('journal_mode = MEMORY');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code === 'SQLITE_NOTADB')
      throw new UnusableError(`Filen ${file} er ødelagt. Slet den, og prøv igen.`);
    if (!code.startsWith('SQLITE_BUSY')) throw error;
    throw new UnusableError(
      `Datamappen ${folder} er i brug af en portal, der kører. Stop den først, eller brug en anden mappe med PORTAL_DATA.`,
    );
  }
  return () => raw.close();
}

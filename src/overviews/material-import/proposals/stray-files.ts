/** Uploaded files against the rows that name them: the two are kept apart, and either can be lost alone. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#src/db/client.ts';
import { upload } from '#src/db/schema/proposals.ts';
import { uploadFolder } from './files.ts';

/** A database that was put back from a copy may itself be put back: until then its files stay. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/** Names, as people know them, of uploaded files that are not on the disk. */
export function missingFiles(db: Db, dataFolder: string): string[] {
  const kept = new Set(filesIn(uploadFolder(dataFolder)));
  const rows = db.select({ id: upload.id, name: upload.name }).from(upload).all();
  return rows.filter(({ id }) => !kept.has(id)).map(({ name }) => name);
}

/** Removes what a crash left between the file and its row. @returns how many went */
export function sweepFiles(db: Db, dataFolder: string, now: Date): number {
  const folder = uploadFolder(dataFolder);
  const named = new Set(
    db
      .select({ id: upload.id })
      .from(upload)
      .all()
      .map(({ id }) => id),
  );
  const stray = filesIn(folder)
    .filter((name) => !named.has(name))
    .filter((name) => now.getTime() - statSync(join(folder, name)).mtimeMs > KEPT_DAYS * DAY_MS);
  for (const name of stray) rmSync(join(folder, name), { force: true });
  return stray.length;
}

/** Files that the portal itself has written there; nothing else is its own. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

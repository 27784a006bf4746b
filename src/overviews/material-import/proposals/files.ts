/** Uploaded files on the disk: under a random id in the data folder, for nobody but the portal itself. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFoundError } from '#src/shared/errors.ts';

export interface FileStore {
  /** Writes the bytes; @returns their random id. */
  keep: (bytes: Uint8Array) => string;
  /** @throws NotFoundError when it is not there any more */
  read: (id: string) => Buffer;
  remove: (id: string) => void;
}

export function makeFileStore(dataFolder: string): FileStore {
  const folder = uploadFolder(dataFolder);
  return {
    keep(bytes) {
      const id = randomUUID();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(join(folder, id), bytes, { mode: 0o600, flag: 'wx' });
      return id;
    },
    read(id) {
      try {
        return readFileSync(join(folder, id));
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') throw new NotFoundError('Filen');
        throw error;
      }
    },
    remove: (id) => rmSync(join(folder, id), { force: true }),
  };
}

export function uploadFolder(dataFolder: string): string {
  return resolve(dataFolder, 'uploads');
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same files, in whatever order they were sent, are the same material. */
export function materialHash(hashes: readonly string[]): string {
  return createHash('sha256')
    .update([...new Set(hashes)].sort().join('\n'))
    .digest('hex');
}

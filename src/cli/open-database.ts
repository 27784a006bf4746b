import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '#src/config.ts';
import { type Db, enforceForeignKeys, openDatabase } from '#src/db/client.ts';
import { examine, schemaNumber } from '#src/db/migrate.ts';
import { RefusedError } from '#src/shared/errors.ts';

/**
 * The portal's database, to be closed by the caller. The portal may be running on it, so an older one is not brought to
 * the newest schema here.
 */
export function openNewest({ dataFolder }: Config): Db {
  const folder = resolve(dataFolder);
  const file = join(folder, 'portal.db');
  if (!existsSync(file))
    throw new RefusedError(`Der er ingen database i ${folder}. Start portalen én gang med npm start.`);
  const { applied } = examine(file);
  if (applied < schemaNumber()) {
    throw new RefusedError(
      `Databasen har skema ${applied}, og programmet bruger ${schemaNumber()}. Kør npm run portal -- migrate.`,
    );
  }
  const db = openDatabase(file);
  enforceForeignKeys(db);
  return db;
}

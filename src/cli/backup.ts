import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '#src/config.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { backupDatabase } from '#src/db/backup.ts';
import { uploadFolder } from '#src/overviews/material-import/proposals/files.ts';
import type { Command, Terminal } from './command.ts';
import { openNewest } from './open-database.ts';
import { operator } from './operator.ts';

export const backup: Command = {
  usage: 'backup FIL',
  summary: 'tager en kontrolleret kopi af databasen, også mens portalen kører',
  help: 'Kopien får navnet FIL og kan kun læses af jer. FIL må ikke findes i forvejen.',
  async run([target, ...rest], { config, out, fail }) {
    if (!target || rest.length > 0) {
      fail('Skriv navnet på kopien: portal backup FIL');
      return 2;
    }
    await backupDatabase(join(resolve(config.dataFolder), 'portal.db'), resolve(target));
    out(`Kopien ligger i ${target}.`);
    if (existsSync(uploadFolder(config.dataFolder)))
      out(`Indlæste filer er ikke med: kopiér også mappen ${uploadFolder(config.dataFolder)}.`);
    tellTaken(config, fail);
    return 0;
  },
};

/** The copy counts, also where the log cannot be written: a full disk, a database that is to be migrated. */
function tellTaken(config: Config, fail: Terminal['fail']): void {
  try {
    const db = openNewest(config);
    try {
      logAccess(db, operator(), { event: 'backup-taken' }, new Date());
    } finally {
      db.$client.close();
    }
  } catch {
    fail('Kopien er taget, men det kunne ikke skrives i adgangsloggen.');
  }
}

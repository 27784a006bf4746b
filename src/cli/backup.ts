import { join, resolve } from 'node:path';
import { backupDatabase } from '#src/db/backup.ts';
import type { Command } from './command.ts';

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
    return 0;
  },
};

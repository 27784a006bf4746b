import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreDatabase } from '#src/db/backup.ts';
import { lockDataFolder } from '#src/db/lock.ts';
import type { Command } from './command.ts';

export const restore: Command = {
  usage: 'restore FIL',
  summary: 'lægger en kopi tilbage; portalen skal være stoppet',
  help: 'Databasen, der står nu, gemmes i mappen backups. Alt, der er registreret efter kopien, mangler bagefter.',
  run([source, ...rest], { config, out, fail }) {
    if (!source || rest.length > 0) {
      fail('Skriv navnet på kopien: portal restore FIL');
      return 2;
    }
    const folder = resolve(config.dataFolder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const release = lockDataFolder(folder);
    try {
      const kept = restoreDatabase(resolve(source), join(folder, 'portal.db'), new Date());
      out(`${source} er lagt tilbage.${kept ? ` Den tidligere database ligger i ${kept}.` : ''}`);
      out('Det, der er registreret efter kopien blev taget, er ikke med.');
    } finally {
      release();
    }
    return 0;
  },
};

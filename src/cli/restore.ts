import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { logAccess } from '#src/core/access-log/record.ts';
import { giveUpUnsent } from '#src/core/mail/forget.ts';
import { restoreDatabase } from '#src/db/backup.ts';
import { lockDataFolder } from '#src/db/lock.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { switchMails } from '#src/overviews/digest/index.ts';
import type { Command } from './command.ts';
import { operator } from './operator.ts';

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
      const file = join(folder, 'portal.db');
      const kept = restoreDatabase(resolve(source), file, new Date());
      out(`${source} er lagt tilbage.${kept ? ` Den tidligere database ligger i ${kept}.` : ''}`);
      out('Det, der er registreret efter kopien blev taget, er ikke med.');
      const dropped = settleRestored(file);
      if (dropped > 0) out(`Mails, der ventede på at blive sendt i kopien, sendes ikke: ${dropped}.`);
    } finally {
      release();
    }
    return 0;
  },
};

/** What waited when the copy was taken has been sent since, or is stale. @returns how many mails went. */
function settleRestored(file: string): number {
  const db = openMigrated(file);
  try {
    const now = new Date();
    logAccess(db, operator(), { event: 'restored' }, now);
    // The copy does not know what was mailed since: staff look at it before the weekly mails go on.
    switchMails(db, { ...operator(), now, formKey: null }, false);
    return giveUpUnsent(db, 'Databasen er lagt tilbage fra en kopi.', now);
  } finally {
    db.$client.close();
  }
}

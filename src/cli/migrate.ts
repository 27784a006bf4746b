import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { logAccess } from '#src/core/access-log/record.ts';
import { openMigrated, schemaNumber } from '#src/db/migrate.ts';
import type { Command } from './command.ts';
import { operator } from './operator.ts';

export const migrate: Command = {
  usage: 'migrate',
  summary: 'bringer databasen til nyeste skema; en ældre database kopieres først',
  help: 'Portalen gør det selv, når den starter.',
  run(args, { config, out, fail }) {
    if (args.length > 0) {
      fail('portal migrate tager ingen argumenter.');
      return 2;
    }
    const folder = resolve(config.dataFolder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const db = openMigrated(join(folder, 'portal.db'), (older, schema) =>
      logAccess(older, operator(), { event: 'migrated', detail: schema }, new Date()),
    );
    db.$client.close();
    out(`Databasen har skema ${schemaNumber()}.`);
    return 0;
  },
};

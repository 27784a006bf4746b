import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brokenLogs } from '#src/core/logs/broken-logs.ts';
import { type Db, openReadOnly } from '#src/db/client.ts';
import { examine, schemaNumber } from '#src/db/migrate.ts';
import { missingFiles } from '#src/overviews/material-import/proposals/stray-files.ts';
import { plural } from '#src/shared/danish-text.ts';
import { UnusableError } from '#src/shared/errors.ts';
import type { Command } from './command.ts';

const OLDEST_BACKUP_H = 26;

export const check: Command = {
  usage: 'check',
  summary: 'kontrollerer indstillinger, skema, database, journal og alder på seneste kopi',
  help: 'Svarer med 0, når alt er i orden. Kopier søges i mappen backups i datamappen.',
  run(args, { config, out, fail }) {
    if (args.length > 0) {
      fail('portal check tager ingen argumenter.');
      return 2;
    }
    const folder = resolve(config.dataFolder);
    const faults = faultsIn(folder);
    out('Indstillinger: i orden.');
    for (const fault of faults) fail(fault);
    if (faults.length === 0) out('Database, journal og sikkerhedskopi: i orden.');
    return faults.length === 0 ? 0 : 1;
  },
};

function faultsIn(folder: string): string[] {
  const file = join(folder, 'portal.db');
  if (!existsSync(file)) return [`Der er ingen database i ${folder}. Start portalen én gang med npm start.`];
  const { applied } = examine(file);
  if (applied < schemaNumber()) {
    return [
      `Databasen har skema ${applied}, og programmet bruger ${schemaNumber()}. Kør npm run portal -- migrate.`,
    ];
  }
  const db = openReadOnly(file);
  try {
    const faults: string[] = [];
    const verdict = db.$client.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok')
      throw new UnusableError(
        `Databasen ${file} er beskadiget. Læg en kopi tilbage med: npm run portal -- restore FIL`,
      );
    for (const { log, at } of brokenLogs(db))
      faults.push(`${log} er brudt ved post ${at}. Nogen har ændret i databasen uden om portalen.`);
    faults.push(...missingUploads(db, folder));
    const age = hoursSinceBackup(join(folder, 'backups'));
    if (age === null)
      faults.push('Der er ingen sikkerhedskopi i mappen backups. Tag en med npm run portal -- backup FIL.');
    else if (age > OLDEST_BACKUP_H)
      faults.push(`Den seneste sikkerhedskopi er ${Math.floor(age)} timer gammel.`);
    return faults;
  } finally {
    db.$client.close();
  }
}

function missingUploads(db: Db, folder: string): string[] {
  const names = missingFiles(db, folder);
  if (names.length === 0) return [];
  const what = plural(names.length, 'indlæst fil', 'indlæste filer');
  return [
    `${what} mangler i mappen uploads: ${names.join(', ')}. Læg mappen tilbage fra jeres kopi af den. Det, der er udgivet, er der stadig.`,
  ];
}

function hoursSinceBackup(folder: string): number | null {
  if (!existsSync(folder)) return null;
  const times = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => statSync(join(folder, name)).mtimeMs);
  return times.length === 0 ? null : (Date.now() - Math.max(...times)) / 3_600_000;
}

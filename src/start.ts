/** Starts the portal: settings, database, seeds, pages, listen; stops gracefully. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { lockDataFolder } from '#src/db/lock.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { settleSeeds } from '#src/overviews/material-import/start.ts';
import { UnusableError } from '#src/shared/errors.ts';

const UNUSABLE = 78;
const STOP_WITHIN_MS = 15_000;

/** Ends with 78 and a sentence when settings or database cannot be used. */
export async function startPortal(environment: Record<string, string | undefined>): Promise<void> {
  try {
    await start(environment);
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = UNUSABLE;
  }
}

async function start(environment: Record<string, string | undefined>): Promise<void> {
  process.umask(0o077);
  const config = readConfig(environment);
  const folder = resolve(config.dataFolder);
  makeFolder(folder);
  const release = lockDataFolder(folder);
  const db = openMigrated(join(folder, 'portal.db'));
  const clock = makeClock(config.pinnedToday);
  const seeds = settleSeeds(db, clock.now());
  const app = await buildApp({ config, db, clock });
  if (seeds.kind === 'proposed') {
    app.log.warn(
      `Grunddata i denne udgave afviger ${seeds.differences} steder fra portalen. Intet er ændret; forslaget venter på en redaktør.`,
    );
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.close();
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    db.$client.close();
    release();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });

  await listen(app, config);
  process.stdout.write(`Programlederportalen kører på ${config.portalUrl}\n`);
}

async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { port, host }: { port: number; host: string },
): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UnusableError(
      `Port ${port} er optaget. Stop det program, der bruger den, eller vælg en anden med PORT.`,
    );
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new UnusableError(
      `Datamappen ${folder} kan ikke oprettes. Vælg en mappe, som portalen må skrive i, med PORTAL_DATA.`,
    );
  }
}

/** Starts the portal: settings, database, seeds, pages, listen; stops gracefully. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#src/app.ts';
import { type Config, readConfig } from '#src/config.ts';
import { offerFirstAdmin } from '#src/core/access/first-admin.ts';
import { newToken } from '#src/core/access/tokens.ts';
import { logAccess, SYSTEM } from '#src/core/access-log/record.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { closeDatabase, type Db } from '#src/db/client.ts';
import { diskTrouble } from '#src/db/disk-trouble.ts';
import { lockDataFolder } from '#src/db/lock.ts';
import { openMigrated, schemaNumber } from '#src/db/migrate.ts';
import { jobs } from '#src/jobs/index.ts';
import { type RunningJobs, startJobs } from '#src/jobs/start-jobs.ts';
import { type SeedOutcome, settleSeeds } from '#src/overviews/material-import/start.ts';
import { UnusableError } from '#src/shared/errors.ts';

const UNUSABLE = 78;
const STOP_WITHIN_MS = 15_000;
/** How long whoever is being answered has when the portal stops; then the connection is cut. */
const ANSWER_WITHIN_MS = 8_000;

/** Ends with 78 and a sentence when settings, disk or database cannot be used. */
export async function startPortal(environment: Record<string, string | undefined>): Promise<void> {
  try {
    await start(readConfig(environment));
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = UNUSABLE;
  }
}

async function start(config: Config): Promise<void> {
  process.umask(0o077);
  // A full disk or a reader that went away costs log lines, never the portal.
  process.stdout.on('error', () => undefined);
  const clock = makeClock(config.pinnedToday);
  const { db, seeds, release } = openData(resolve(config.dataFolder), clock.now());
  const secret = config.sessionSecret ?? ownSecret(resolve(config.dataFolder));
  const app = await buildApp({ config, db, clock, secret, logStream: process.stdout });
  if (seeds.kind === 'proposed') {
    app.log.warn(
      `Grunddata i denne udgave afviger ${seeds.differences} steder fra portalen. Intet er ændret; forslaget venter på en redaktør.`,
    );
  }

  let running: RunningJobs | undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => app.server.closeAllConnections(), ANSWER_WITHIN_MS).unref();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.all([app.close(), running?.stop()]);
    tellStopped(db, app, clock.now());
    foldIn(db, app);
    closeDatabase(db);
    release();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });

  await listen(app, config);
  logAccess(db, SYSTEM, { event: 'started', detail: { schema: schemaNumber() } }, clock.now());
  if (!stopping) running = startJobs(jobs, { db, config, clock, log: app.log });
  const address = `Programlederportalen kører på ${config.portalUrl}`;
  // A person reads a sentence; whatever keeps the log gets a line like all the others.
  if (process.stdout.isTTY) process.stdout.write(`${address}\n`);
  else app.log.info(address);
  offerTheFirst(db, clock.now(), config.portalUrl);
}

/** A plain line, never one of the log: whoever keeps the log must not keep what opens the portal. */
function offerTheFirst(db: Db, now: Date, portalUrl: string): void {
  const path = offerFirstAdmin(db, now);
  if (path === null) return;
  process.stdout.write(
    `Der er ingen administrator. Opret den første inden en time på denne adresse, der virker én gang:\n${portalUrl}${path}\n`,
  );
}

interface OpenData {
  db: Db;
  seeds: SeedOutcome;
  /** Lets go of the data folder. */
  release: () => void;
}

function openData(folder: string, now: Date): OpenData {
  makeFolder(folder);
  try {
    const release = lockDataFolder(folder);
    const db = openMigrated(join(folder, 'portal.db'), (older, schema) =>
      logAccess(older, SYSTEM, { event: 'migrated', detail: schema }, now),
    );
    const seeds = settleSeeds(db, now);
    // The seeds are most of a new portal: in the file itself they outlive the loss of the log beside it.
    if (seeds.kind === 'accepted') db.$client.pragma('wal_checkpoint(TRUNCATE)');
    return { db, seeds, release };
  } catch (error) {
    throw diskTrouble(error, folder) ?? error;
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

/** The secret of a portal that was given none: made once and kept where only the portal's own user reads it. */
function ownSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, newToken(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** A disk that cannot be written costs the line, never the stop. */
function tellStopped(db: Db, app: FastifyInstance, now: Date): void {
  try {
    logAccess(db, SYSTEM, { event: 'stopped' }, now);
  } catch (error) {
    app.log.warn({ err: error }, 'the stop is not in the access log');
  }
}

/** Brings the write-ahead log into the database file. Nothing is lost where that fails: the next start does it. */
function foldIn(db: Db, app: FastifyInstance): void {
  try {
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    app.log.warn({ err: error }, 'the write-ahead log stays beside the database');
  }
}

/** What is wrong with PORT or HOST when the system does not let the portal listen there. */
const LISTEN_FAULTS: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} er optaget. Stop det program, der bruger den, eller vælg en anden med PORT.`,
  EACCES: ({ port }) => `Portalen må ikke bruge port ${port}. Vælg en anden med PORT, fx 3000.`,
  EADDRNOTAVAIL: ({ host }) => `Maskinen har ikke adressen ${host}. Vælg en anden med HOST, fx 127.0.0.1.`,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
};

function unknownHost({ host }: Config): string {
  return `Adressen ${host} findes ikke. Vælg en anden med HOST, fx 127.0.0.1.`;
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    const fault = LISTEN_FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!fault) throw error;
    throw new UnusableError(fault(config));
  }
}

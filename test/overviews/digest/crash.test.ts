/** The process that queues the week's mails is killed with SIGKILL in the middle, or is not alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { countUnsent } from '#src/core/mail/queries.ts';
import type { Db } from '#src/db/client.ts';
import { setRound } from '#src/overviews/digest/rounds.ts';
import { weekOf } from '#src/overviews/digest/week.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { addProgrammeLeaders } from '#test/support/people.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { switchOn } from './support.ts';

test('killed while it queues: nobody is left out, nobody gets two, and the marks are those of the mails', {
  timeout: 120_000,
}, async () => {
  const db = seededDatabase();
  addProgrammeLeaders(db, 3);
  switchOn(db);
  const now = new Date();
  setRound(db, weekOf(now), 'open', 'system', now);
  const server = await startMailServer();

  const first = portalMailDue(db, server.url);
  while (count(db, 'digest_mail') === 0) await pause(1);
  first.kill('SIGKILL');
  await ended(first);
  const queued = count(db, 'digest_mail');
  expect(queued).toBeLessThan(294);
  expect(count(db, 'mail')).toBe(queued);

  await ended(portalMailDue(db, server.url));
  const receivers = server.arrived.map(({ envelope }) => envelope.to[0]);
  expect(receivers.length).toBe(294);
  expect(new Set(receivers).size).toBe(294);
});

test('the portal and `portal mail due` at once, twice: each person gets one mail, each mail is sent once', {
  timeout: 120_000,
}, async () => {
  const db = seededDatabase();
  addProgrammeLeaders(db, 1);
  switchOn(db);
  const now = new Date();
  setRound(db, weekOf(now), 'open', 'system', now);
  const server = await startMailServer();

  const portal = run(db, server.url, 'src/server.ts');
  const commands = [1, 2].map(() => portalMailDue(db, server.url));
  await Promise.all(commands.map(ended));
  await vi.waitFor(() => expect(countUnsent(db)).toBe(0), { timeout: 60_000 });
  portal.kill('SIGTERM');
  await ended(portal);

  expect(count(db, 'digest_mail')).toBe(98);
  const ids = server.arrived.map(({ header }) => header('message-id'));
  expect(ids.length).toBe(98);
  expect(new Set(ids).size).toBe(98);
  expect(new Set(server.arrived.map(({ envelope }) => envelope.to[0])).size).toBe(98);
});

function count(db: Db, table: 'digest_mail' | 'mail'): number {
  return Number(db.$client.prepare(`select count(*) from ${table}`).pluck().get());
}

/** The command as cron runs it. */
function portalMailDue(db: Db, url: string): ChildProcess {
  return run(db, url, 'src/cli.ts', 'mail', 'due');
}

function run(db: Db, url: string, ...program: string[]): ChildProcess {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, program, {
    env: {
      ...environment,
      NODE_ENV: '',
      PORTAL_DATA: dirname(db.$client.name),
      SMTP_URL: url,
      PORTAL_TODAY: '2025-11-25',
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

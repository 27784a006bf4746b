/** The program as an operator meets it: started for real, on a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstBrokenEntry } from '#src/core/journal/chain.ts';
import { openReadOnly } from '#src/db/client.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

interface Started {
  child: ChildProcess;
  /** Resolves with the address once the portal says it runs, or with null when it ended before. */
  address: Promise<string | null>;
  ended: Promise<{ code: number | null; errors: string }>;
}

function start(settings: Record<string, string>): Started {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['src/server.ts'], {
    env: { ...environment, PORT: '0', LOG_LEVEL: 'info', NODE_ENV: '', ...settings },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, errors })),
  );
  const address = new Promise<string | null>((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const listening = /Server listening at (http:\/\/[\d.:]+)/.exec(output);
      if (listening && output.includes('kører på')) resolve(listening[1] ?? null);
    });
    child.once('exit', () => resolve(null));
  });
  return { child, address, ended };
}

test('an empty folder becomes a running portal; SIGTERM stops it with 0 and the journal chain is whole', async () => {
  const folder = temporaryFolder();
  const { child, address, ended } = start({ PORTAL_DATA: folder });
  const response = await fetch(`${await address}/healthz`);
  expect(await response.json()).toMatchObject({ status: 'ok' });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  const db = openReadOnly(join(folder, 'portal.db'));
  expect(db.$client.prepare('select count(*) from agreement').pluck().get()).toBe(19);
  expect(firstBrokenEntry(db)).toBe(null);
  db.$client.close();
});

test('a second process on the same folder is refused with a sentence and exit 78', async () => {
  const folder = temporaryFolder();
  const first = start({ PORTAL_DATA: folder });
  await first.address;
  const { code, errors } = await start({ PORTAL_DATA: folder }).ended;
  expect(code).toBe(78);
  expect(errors).toContain('er i brug');
});

test('a damaged database is left as it is: exit 78 and the command that restores it', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'portal.db'), 'ødelagt');
  const { code, errors } = await start({ PORTAL_DATA: folder }).ended;
  expect(code).toBe(78);
  expect(errors).toContain('npm run portal -- restore FIL');
  expect(errors).not.toMatch(/\bat .*\.ts:/);
  expect(readFileSync(join(folder, 'portal.db'), 'utf8')).toBe('ødelagt');
});

test('bad settings are all named at once, in Danish, with exit 78', async () => {
  const { code, errors } = await start({
    PORTAL_DATA: temporaryFolder(),
    PORT: 'tolv',
    PORTAL_TODAY: '2025-02-30',
    TRUST_PROXY: '1',
    PORTAL_URL: 'portal',
  }).ended;
  expect(code).toBe(78);
  for (const name of ['PORT ', 'PORTAL_TODAY', 'TRUST_PROXY', 'PORTAL_URL']) expect(errors).toContain(name);
});

test('production refuses an address that is not https', async () => {
  const { code, errors } = await start({
    PORTAL_DATA: temporaryFolder(),
    NODE_ENV: 'production',
    PORTAL_URL: 'http://portal.example',
  }).ended;
  expect(code).toBe(78);
  expect(errors).toContain('PORTAL_URL');
});

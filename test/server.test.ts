/** The program as an operator meets it: started for real, on a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { firstBrokenEntry } from '#src/core/journal/chain.ts';
import { openDatabase, openReadOnly } from '#src/db/client.ts';
import { queueAll, states } from '#test/core/mail/support.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

interface Started {
  child: ChildProcess;
  /** Resolves with the address once the portal says it runs, or with null when it ended before. */
  address: Promise<string | null>;
  ended: Promise<{ code: number | null; errors: string }>;
}

/** `log`: what takes standard output instead of the test. */
function start(settings: Record<string, string>, log: number | 'pipe' = 'pipe'): Started {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['src/server.ts'], {
    env: { ...environment, PORT: '0', LOG_LEVEL: 'info', NODE_ENV: '', ...settings },
    stdio: ['ignore', log, 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, errors })),
  );
  const address = new Promise<string | null>((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
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
  const events = db.$client.prepare("select event from access_log where actor = 'system'").pluck().all();
  expect(events[0]).toBe('started');
  expect(events.at(-1)).toBe('stopped');
  db.$client.close();
});

test('a new portal prints one address for the first admin, outside the log; a new start prints another', async () => {
  const folder = temporaryFolder();
  const offered: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { child, address, ended } = start({ PORTAL_DATA: folder });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const at = await address;
    await vi.waitFor(() => expect(output).toContain('/velkommen/'));
    const path = /\/velkommen\/[\w-]{43}/.exec(output)?.[0] ?? '';
    for (const one of [...offered, path]) {
      expect((await fetch(`${at}${one}`)).status).toBe(one === path ? 200 : 404);
    }
    child.kill('SIGTERM');
    await ended;
    const told = output.split('\n').filter((line) => line.includes(path));
    expect(told).toEqual([expect.stringMatching(/^http/)]);
    offered.push(path);
  }
  expect(new Set(offered).size).toBe(2);
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

test('an address that the machine does not have is named, with the setting', async () => {
  const { code, errors } = await start({ PORTAL_DATA: temporaryFolder(), HOST: '192.0.2.1' }).ended;
  expect(code).toBe(78);
  expect(errors).toContain('Vælg en anden med HOST');
});

test('a reader who never finishes asking does not keep the portal from stopping with 0', async () => {
  const folder = temporaryFolder();
  const { child, address, ended } = start({ PORTAL_DATA: folder });
  const { hostname, port } = new URL((await address) ?? '');
  const slow = createConnection(Number(port), hostname);
  slow.on('error', () => undefined);
  await new Promise<void>((resolve) => slow.write('GET / HTTP/1.1\r\nHost: a\r\n', () => resolve()));
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(readdirSync(folder)).not.toContain('portal.db-wal');
});

test('a full disk under the log costs log lines and nothing else', async (context) => {
  if (!existsSync('/dev/full')) context.skip('this system has no /dev/full');
  const port = await freePort();
  const { ended } = start({ PORTAL_DATA: temporaryFolder(), PORT: String(port) }, openSync('/dev/full', 'w'));
  const isOver = ended.then(() => true);
  const answer = async (): Promise<number | null> =>
    await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ status }) => status,
      () => null,
    );
  for (let status = await answer(); status === null; status = await answer()) {
    const wait = new Promise<boolean>((resolve) => setTimeout(resolve, 50, false));
    expect(await Promise.race([isOver, wait])).toBe(false);
  }
  for (let i = 0; i < 20; i++) expect(await answer()).toBe(200);
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test('a mail server that never answers neither keeps the portal from stopping nor loses the mail', async () => {
  const folder = temporaryFolder();
  const first = start({ PORTAL_DATA: folder });
  await first.address;
  first.child.kill('SIGTERM');
  await first.ended;
  const db = openDatabase(join(folder, 'portal.db'));
  queueAll(db, ['anna@odense.dk']);
  const server = await startMailServer({ moods: () => ({ receiver: 'hang' }) });
  const { child, address, ended } = start({ PORTAL_DATA: folder, SMTP_URL: server.url });
  await address;
  await server.reached('receiver', 'anna@odense.dk');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(states(db)).toEqual({ 'anna@odense.dk': 'queued' });
  db.$client.close();
});

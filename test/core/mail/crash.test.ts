/** The sending process is killed with SIGKILL in the middle of a round; another one goes on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '#src/db/client.ts';
import { type Moods, startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { deliverAt, historyOf, queueAll, states, transportTo } from './support.ts';

const ADDRESSES = Array.from({ length: 12 }, (_, i) => `person${i}@kommune.dk`);
const FIFTH = 'person4@kommune.dk';

test.each<[string, 'receiver' | 'data', Moods, string[]]>([
  ['before the server heard the mail', 'receiver', { receiver: 'hang' }, ADDRESSES],
  ['after the server heard the mail and refused to answer', 'data', { data: 'hang' }, ADDRESSES],
  [
    'after the server took the mail, before its answer',
    'data',
    { data: 'take-and-hang' },
    [...ADDRESSES, FIFTH],
  ],
])(
  'killed %s: nothing is lost, and only a mail whose answer was lost is there twice',
  async (_, moment, moods, expected) => {
    const db = seededDatabase();
    queueAll(db, ADDRESSES);
    let isFirstRun = true;
    const server = await startMailServer({
      moods: (address) => (isFirstRun && address === FIFTH ? moods : {}),
    });
    const child = portalMailDue(db, server.url);
    await server.reached(moment, FIFTH);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    isFirstRun = false;
    expect(states(db)[FIFTH]).toBe('sending');

    // At once the claim still holds; the others are sent. Later it is taken up again.
    const transport = transportTo(server.url);
    await deliverAt(db, transport, new Date());
    expect(states(db)[FIFTH]).toBe('sending');
    await deliverAt(db, transport, new Date(Date.now() + 5 * 60_000));

    expect(server.arrived.map(({ envelope }) => envelope.to[0]).sort()).toEqual(expected.toSorted());
    const ids = new Set(server.arrived.map(({ header }) => header('message-id')));
    expect(ids.size).toBe(ADDRESSES.length);
    expect(new Set(Object.values(states(db)))).toEqual(new Set(['sent']));
    expect(historyOf(db, FIFTH)).toEqual(['queued', 'interrupted 1', 'sent 2']);
  },
);

test('killed again and again at moments nobody chose: every mail is there, and at most one twice for each kill', {
  timeout: 120_000,
}, async () => {
  const KILLS = 6;
  const db = seededDatabase();
  const addresses = Array.from({ length: 80 }, (_, i) => `person${i}@kommune.dk`);
  queueAll(db, addresses);
  const server = await startMailServer();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const enough = server.arrived.length + 1 + Math.floor(Math.random() * 10);
    const child = portalMailDue(db, server.url);
    while (server.arrived.length < enough) await pause(Math.random() * 3);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  const transport = transportTo(server.url);
  await deliverAt(db, transport, new Date());
  await deliverAt(db, transport, new Date(Date.now() + 5 * 60_000));

  const times = Map.groupBy(server.arrived, ({ header }) => header('message-id'));
  expect(times.size).toBe(addresses.length);
  expect(server.arrived.length).toBeLessThanOrEqual(addresses.length + KILLS);
  expect(Math.max(...Array.from(times.values(), (same) => same.length))).toBeLessThanOrEqual(2);
  expect(new Set(Object.values(states(db)))).toEqual(new Set(['sent']));
});

test('two processes that send at once share the mails: each is sent by one of them', async () => {
  const db = seededDatabase();
  const addresses = Array.from({ length: 40 }, (_, i) => `person${i}@kommune.dk`);
  queueAll(db, addresses);
  const server = await startMailServer();
  const children = [portalMailDue(db, server.url), portalMailDue(db, server.url)];
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  expect(server.arrived.map(({ envelope }) => envelope.to[0]).sort()).toEqual(addresses.toSorted());
});

/** The command as cron runs it. */
function portalMailDue(db: Db, url: string): ChildProcess {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['src/cli.ts', 'mail', 'due'], {
    env: { ...environment, NODE_ENV: '', PORTAL_DATA: dirname(db.$client.name), SMTP_URL: url },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

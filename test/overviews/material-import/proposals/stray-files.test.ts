/** Uploaded files and their rows: what is missing is told, what a crash left behind goes. */
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '#src/cli/check.ts';
import { readConfig } from '#src/config.ts';
import { upload } from '#src/db/schema/proposals.ts';
import { buildTestApp } from '#test/support/app.ts';
import { send } from '#test/support/material-sender.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const NOW = new Date('2025-12-16T09:00:00Z');

test('a start removes files that no row names and that are a week old, and nothing else', async () => {
  const folder = temporaryFolder();
  const uploads = join(folder, 'uploads');
  mkdirSync(uploads);
  const file = (name: string, day: string) => {
    writeFileSync(join(uploads, name), 'slides');
    utimesSync(join(uploads, name), new Date(day), new Date(day));
    return join(uploads, name);
  };
  const old = file(crypto.randomUUID(), '2025-12-01');
  const fresh = file(crypto.randomUUID(), '2025-12-15');
  const foreign = file('noter.txt', '2025-12-01');
  const db = seededDatabase();
  const { app } = await buildTestApp({ db, now: () => NOW, settings: { PORTAL_DATA: folder } });
  await app.ready();
  expect([old, fresh, foreign].map((one) => existsSync(one))).toEqual([false, true, true]);
});

test('check names an uploaded file that is not on the disk', async () => {
  const db = seededDatabase();
  const folder = join(db.$client.name, '..');
  const portal = await buildTestApp({ db, settings: { PORTAL_DATA: folder } });
  await send(portal, portal.as('staff'), { name: 'december.txt', content: 'KOMBIT-programledermøde' });
  const told = async () => {
    const lines: string[] = [];
    const config = readConfig({ PORTAL_DATA: folder });
    await check.run([], { config, out: () => undefined, fail: (line: string) => lines.push(line) } as never);
    return lines.filter((line) => line.includes('uploads'));
  };
  expect(await told()).toEqual([]);
  const [row] = db.select().from(upload).all();
  rmSync(join(folder, 'uploads', row?.id ?? ''));
  expect(await told()).toEqual([expect.stringContaining('december.txt')]);
});

/** `portal mail due` as cron runs it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mail } from '#src/cli/mail.ts';
import { restore } from '#src/cli/restore.ts';
import { readConfig } from '#src/config.ts';
import { backupDatabase } from '#src/db/backup.ts';
import { type Db, openReadOnly } from '#src/db/client.ts';
import { queueAll, states } from '#test/core/mail/support.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

async function run(args: string[], settings: Record<string, string>) {
  const lines: string[] = [];
  const faults: string[] = [];
  const code = await mail.run(args, {
    config: readConfig(settings),
    out: (line) => void lines.push(line),
    fail: (line) => void faults.push(line),
  });
  return { code, lines, faults };
}

const folderOf = (db: Db) => join(db.$client.name, '..');

test('--dry-run lists what waits and sends nothing', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  queueAll(db, ['anna@odense.dk']);
  const { code, lines } = await run(['due', '--dry-run'], {
    PORTAL_DATA: folderOf(db),
    SMTP_URL: server.url,
  });
  expect(code).toBe(0);
  expect(lines).toEqual([
    'Opsummering\tanna@odense.dk\tJeres opgaver: 1 ny',
    '1 mail venter på at blive sendt med SMTP-serveren 127.0.0.1. Intet er sendt.',
  ]);
  expect(server.arrived).toEqual([]);
});

test('sends what waits; with nothing left it says so and ends with 0', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  queueAll(db, ['anna@odense.dk', 'bo@aarhus.dk']);
  const settings = { PORTAL_DATA: folderOf(db), SMTP_URL: server.url };
  expect(await run(['due'], settings)).toEqual({
    code: 0,
    lines: ['2 mails er sendt med SMTP-serveren 127.0.0.1.'],
    faults: [],
  });
  expect((await run(['due'], settings)).lines).toEqual(['0 mails er sendt med SMTP-serveren 127.0.0.1.']);
  expect(server.arrived.length).toBe(2);
});

test('a server that is away ends with 1 and a sentence; the mails wait', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  await server.kill();
  queueAll(db, ['anna@odense.dk', 'bo@aarhus.dk']);
  const { code, lines, faults } = await run(['due'], { PORTAL_DATA: folderOf(db), SMTP_URL: server.url });
  expect(code).toBe(1);
  expect(faults).toEqual([
    expect.stringMatching(/^Portalen kan ikke sende med SMTP-serveren 127\.0\.0\.1: .*ECONNREFUSED/),
  ]);
  expect(lines.at(-1)).toBe('2 mails venter og prøves igen.');
});

test('wrong usage is 2, no database a sentence', async () => {
  for (const args of [[], ['send'], ['due', 'nu'], ['due', '--tør']]) {
    expect(await run(args, {})).toMatchObject({ code: 2, faults: ['Skriv: portal mail due [--dry-run]'] });
  }
  await expect(run(['due'], { PORTAL_DATA: temporaryFolder() })).rejects.toThrow(/Der er ingen database/);
});

test('restore sends nothing that waited when the copy was taken', async () => {
  const db = seededDatabase();
  queueAll(db, ['anna@odense.dk']);
  const copy = join(temporaryFolder(), 'kopi.db');
  await backupDatabase(db.$client.name, copy);
  const lines: string[] = [];
  const folder = temporaryFolder();
  const config = readConfig({ PORTAL_DATA: folder });
  const out = (line: string) => void lines.push(line);
  expect(await restore.run([copy], { config, out, fail: out })).toBe(0);
  expect(lines.at(-1)).toBe('Mails, der ventede på at blive sendt i kopien, sendes ikke: 1.');
  const put = openReadOnly(join(folder, 'portal.db'));
  expect(states(put)).toEqual({ 'anna@odense.dk': 'given-up' });
  put.$client.close();
});

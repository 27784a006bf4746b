/** `portal log`: what an account saw and changed in a period; and what commands leave in the access log. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup } from '#src/cli/backup.ts';
import type { Command } from '#src/cli/command.ts';
import { log } from '#src/cli/log.ts';
import { restore } from '#src/cli/restore.ts';
import { readConfig } from '#src/config.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { type Db, openReadOnly } from '#src/db/client.ts';
import { CAST } from '#test/support/cast.ts';
import { doerOf, saveSignature } from '#test/support/deed.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const OPERATOR = `cli:${userInfo().username}`;
const folderOf = (db: Db) => join(db.$client.name, '..');

async function run(command: Command, folder: string, args: string[]) {
  const lines: string[] = [];
  const faults: string[] = [];
  const code = await command.run(args, {
    config: readConfig({ PORTAL_DATA: folder }),
    out: (line) => void lines.push(line),
    fail: (line) => void faults.push(line),
  });
  return { code, lines, faults };
}

const last = (db: Db) =>
  db.$client
    .prepare('select event, actor, object_id as about from access_log order by seq desc limit 1')
    .get();

test('tells what was done in the period, oldest first, with the names of changes; and that it was asked', async () => {
  const db = seededDatabase();
  const at = (instant: string) => new Date(instant);
  logAccess(
    db,
    doerOf(db, 'staff', at('2025-11-20T08:00:00Z')),
    { event: 'sign-in' },
    at('2025-11-20T08:00:00Z'),
  );
  saveSignature(db, 'staff', at('2025-11-24T08:00:00Z'), { municipalityId: '0461', status: 'signed' });
  const refused = {
    event: 'access-refused',
    outcome: 'refused',
    reason: 'admin',
    objectId: '/a\n\u001b[31m',
  } as const;
  logAccess(db, doerOf(db, 'staff', at('2025-11-24T22:59:00Z')), refused, at('2025-11-24T22:59:00Z'));
  logAccess(
    db,
    doerOf(db, 'odense', at('2025-11-24T09:00:00Z')),
    { event: 'sign-in' },
    at('2025-11-24T09:00:00Z'),
  );
  const asked = ['--account', CAST.staff.email.toUpperCase(), '--from', '24.11.2025', '--to', '24/11-25'];
  const { code, lines } = await run(log, folderOf(db), asked);
  expect(code).toBe(0);
  expect(lines).toEqual([
    '2\t2025-11-24T08:00:00.000Z\tOplysninger ændret\tok\t192.0.2.7\tStatus er sat for 1 kommune',
    '3\t2025-11-24T22:59:00.000Z\tAdgang afvist\trefused: admin\t192.0.2.7\t/a [31m',
    '2 poster om Rita Redaktør.',
  ]);
  expect(last(db)).toEqual({ event: 'log-read', actor: OPERATOR, about: CAST.staff.id });
});

test('wrong usage is told and nothing is read; a day that does not exist is refused', async () => {
  const db = seededDatabase();
  expect((await run(log, folderOf(db), [])).code).toBe(2);
  expect((await run(log, folderOf(db), ['--konto', 'x'])).code).toBe(2);
  await expect(run(log, folderOf(db), ['--account', 'x', '--from', '31.11.2025'])).rejects.toThrow(
    'November har 30 dage.',
  );
  expect(last(db)).toBeUndefined();
});

test('a backup and a restore are in the log of the database that goes on', async () => {
  const db = seededDatabase();
  const copy = join(temporaryFolder(), 'kopi.db');
  expect((await run(backup, folderOf(db), [copy])).faults).toEqual([]);
  expect(last(db)).toMatchObject({ event: 'backup-taken', actor: OPERATOR });
  const folder = temporaryFolder();
  expect((await run(restore, folder, [copy])).code).toBe(0);
  const restored = openReadOnly(join(folder, 'portal.db'));
  expect(last(restored)).toMatchObject({ event: 'restored', actor: OPERATOR });
  restored.$client.close();
});

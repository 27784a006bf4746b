import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { makeLink } from '#src/core/access/one-time-links.ts';
import { openSession } from '#src/core/access/sessions.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { backupDatabase, restoreDatabase } from '#src/db/backup.ts';
import { lockDataFolder } from '#src/db/lock.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const now = new Date('2025-11-24T12:00:00Z');
const countEntries = (file: string) => {
  const raw = new Database(file, { readonly: true });
  const count = raw.prepare('select count(*) from entry').pluck().get();
  raw.close();
  return count;
};

const tables = (file: string) => {
  const raw = new Database(file, { readonly: true });
  const names = raw.prepare('select name from sqlite_schema').pluck().all();
  raw.close();
  return names;
};

describe('backup and restore', () => {
  test('a copy taken while the portal writes holds everything that was saved before, and only we can read it', async () => {
    const db = seededDatabase();
    const target = join(temporaryFolder(), 'kopi.db');
    const saved = db.$client.prepare('select count(*) from entry').pluck().get();
    await backupDatabase(db.$client.name, target);
    expect(countEntries(target)).toBe(saved);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  test('nobody is signed in by a copy, and no link that was sent opens anything in it', async () => {
    const db = seededDatabase();
    addActor(db, CAST.admin);
    const { id } = openSession(db, { accountId: CAST.admin.id, method: 'password', device: 'Test' }, now);
    const { token } = makeLink(db, 'reset', CAST.admin.id, now);
    const target = join(temporaryFolder(), 'kopi.db');
    await backupDatabase(db.$client.name, target);
    const raw = new Database(target, { readonly: true });
    expect(raw.prepare('select count(*) from session').pluck().get()).toBe(0);
    expect(raw.prepare('select count(*) from one_time_link').pluck().get()).toBe(0);
    raw.close();
    const bytes = readFileSync(target, 'latin1');
    expect(bytes).not.toContain(sha256(id));
    expect(bytes).not.toContain(sha256(token));
  });

  test('a copy never overwrites another', async () => {
    const target = join(temporaryFolder(), 'kopi.db');
    writeFileSync(target, 'en anden kopi');
    await expect(backupDatabase(seededDatabase().$client.name, target)).rejects.toThrow(/findes allerede/);
  });

  test('restoring brings the copy back and keeps what stood', async () => {
    const db = seededDatabase();
    const target = join(temporaryFolder(), 'kopi.db');
    await backupDatabase(db.$client.name, target);
    const folder = temporaryFolder();
    const file = join(folder, 'portal.db');
    openMigrated(file).$client.close();
    const kept = restoreDatabase(target, file, now);
    expect(countEntries(file)).toBe(db.$client.prepare('select count(*) from entry').pluck().get());
    expect(countEntries(kept ?? '')).toBe(0);
    openMigrated(file).$client.close();
  });

  test('a damaged or foreign copy is refused and the database stays', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'portal.db');
    openMigrated(file).$client.close();
    const bad = join(folder, 'kopi.db');
    writeFileSync(bad, 'ikke en database');
    expect(() => restoreDatabase(bad, file, now)).toThrow(/kan ikke lægges tilbage/);
    expect(countEntries(file)).toBe(0);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('restoring over a portal that was cut off keeps its log with it and none for the backup', async () => {
    const open = seededDatabase();
    const backup = join(temporaryFolder(), 'kopi.db');
    await backupDatabase(open.$client.name, backup);
    open.$client.exec('create table unsaved (x integer) strict');
    const file = join(temporaryFolder(), 'portal.db');
    for (const suffix of ['', '-wal']) copyFileSync(open.$client.name + suffix, file + suffix);
    const kept = restoreDatabase(backup, file, now) ?? '';
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(tables(file)).not.toContain('unsaved');
    expect(tables(kept)).toContain('unsaved');
  });

  test('a copy into a folder that is not there is refused with its name', async () => {
    const target = join(temporaryFolder(), 'findes-ikke', 'kopi.db');
    await expect(backupDatabase(seededDatabase().$client.name, target)).rejects.toThrow(
      /findes-ikke findes ikke/,
    );
  });

  test('a lock file that is something else is named, and nobody is said to be running', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'portal.lock'), 'noget andet'.repeat(100));
    expect(() => lockDataFolder(folder)).toThrow(/portal\.lock er ødelagt/);
  });

  test('a data folder belongs to one process at a time', () => {
    const folder = temporaryFolder();
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(/er i brug/);
    release();
    lockDataFolder(folder)();
  });
});

import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#src/db/client.ts';
import { openMigrated, schemaNumber } from '#src/db/migrate.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const emptyPortal = () => {
  const file = join(temporaryFolder(), 'portal.db');
  openMigrated(file).$client.close();
  return file;
};

describe('the schema', () => {
  test('every table of ours is STRICT, so that no column holds what it does not promise', () => {
    const db = openMigrated(join(temporaryFolder(), 'portal.db'));
    const loose = (
      db.$client.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    ).filter(
      (one) =>
        one.schema === 'main' &&
        one.type === 'table' &&
        one.strict === 0 &&
        !/^(sqlite_|__drizzle)/.test(one.name),
    );
    db.$client.close();
    expect(loose).toEqual([]);
  });

  test('a status word that is not in the list, a broken link and damaged JSON are refused by the database itself', () => {
    const { $client } = seededDatabase();
    expect(() => $client.exec("update signature set status = 'maybe'")).toThrow(/CHECK/);
    expect(() => $client.exec("update agreement set solution_id = 'nowhere'")).toThrow(/FOREIGN KEY/);
    expect(() => $client.exec("update agreement set deadline = '{'")).toThrow(/CHECK/);
  });

  test('commits are synced to the disk: synchronous is FULL also after the first write', () => {
    const db = openDatabase(emptyPortal());
    db.$client.exec('create table probe (x integer) strict');
    expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
    db.$client.close();
  });
});

describe('a database that cannot be used changes nothing and says what to do', () => {
  const damages: [string, (file: string) => void][] = [
    [
      'its header overwritten',
      (file) => writeFileSync(file, Buffer.concat([Buffer.alloc(100, 7), readFileSync(file).subarray(100)])),
    ],
    [
      'its middle overwritten',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4096, 12_288);
        writeFileSync(file, bytes);
      },
    ],
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['a text file', (file) => writeFileSync(file, 'Dette er ikke en database.')],
    ['empty', (file) => writeFileSync(file, '')],
  ];
  test.each(damages)('%s', (_name, damage) => {
    const file = emptyPortal();
    damage(file);
    const before = readFileSync(file);
    expect(() => openMigrated(file)).toThrow(/portal -- restore FIL/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("another program's database", () => {
    const file = join(temporaryFolder(), 'portal.db');
    new Database(file).exec('create table other (x)').close();
    expect(() => openMigrated(file)).toThrow(/ikke portalens database/);
  });

  test('one from a newer version of the portal', () => {
    const file = emptyPortal();
    new Database(file)
      .exec("insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)")
      .close();
    expect(() => openMigrated(file)).toThrow(/nyere udgave/);
  });
});

describe('a start that was cut off', () => {
  test('leaves half a new database under another name; the next start makes a whole one', () => {
    const file = join(temporaryFolder(), 'portal.db');
    // A table of the portal is there already, so that going on with the half would fail.
    new Database(`${file}.new`).exec('create table entry (x)').close();
    writeFileSync(`${file}.new-wal`, 'x');
    openMigrated(file).$client.close();
    const db = openMigrated(file);
    expect(db.$client.prepare('select count(*) from entry').pluck().get()).toBe(0);
    db.$client.close();
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('.new'))).toEqual([]);
  });

  test('in the middle of a write: the write is taken back and the portal starts', () => {
    const whole = emptyPortal();
    const raw = new Database(whole);
    raw.pragma('journal_mode = DELETE');
    raw.pragma('cache_size = 1');
    raw.exec('begin; create table half (x); insert into half values (zeroblob(500000))');
    const file = join(temporaryFolder(), 'portal.db');
    for (const suffix of ['', '-journal']) copyFileSync(whole + suffix, file + suffix);
    raw.exec('rollback');
    raw.close();
    const db = openMigrated(file);
    expect(db.$client.prepare("select count(*) from sqlite_schema where name = 'half'").pluck().get()).toBe(
      0,
    );
    db.$client.close();
  });
});

describe('a database whose file is lost or empty while its log is left', () => {
  test.each([
    ['lost', (file: string) => rmSync(file), /mangler, men .*-wal ligger der endnu/],
    ['empty', (file: string) => writeFileSync(file, ''), /beskadiget og er ikke ændret/],
  ])('%s: nothing is made in its place, and the log is kept', (_name, harm, sentence) => {
    const open = seededDatabase();
    const file = join(temporaryFolder(), 'portal.db');
    open.$client.exec('create table unsaved (x integer) strict');
    for (const suffix of ['', '-wal']) copyFileSync(open.$client.name + suffix, file + suffix);
    harm(file);
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBeGreaterThan(0);
    expect(() => openMigrated(file)).toThrow(sentence);
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
    expect(existsSync(file) ? readFileSync(file).length : 0).toBe(0);
  });
});

test('a database that the portal may not write is no damaged one', (context) => {
  if (process.getuid?.() === 0) context.skip('whoever runs this may write everything');
  const file = emptyPortal();
  chmodSync(file, 0o400);
  expect(() => openMigrated(file)).toThrow(/EACCES/);
});

/** A database as an earlier version of the portal left it: the first migrations alone. */
function portalOfSchema(number: number): string {
  const newest = new Database(emptyPortal(), { readonly: true });
  const applied = newest.prepare('select * from __drizzle_migrations order by id limit ?').all(number);
  const definition = newest
    .prepare("select sql from sqlite_schema where name = '__drizzle_migrations'")
    .pluck()
    .get();
  newest.close();
  const file = join(temporaryFolder(), 'portal.db');
  const old = new Database(file);
  old.exec(String(definition));
  const names = readdirSync('migrations').filter((name) => name.endsWith('.sql'));
  for (const name of names.sort().slice(0, number)) old.exec(readFileSync(join('migrations', name), 'utf8'));
  const insert = old.prepare('insert into __drizzle_migrations values (@id, @hash, @created_at)');
  for (const row of applied) insert.run(row);
  old.close();
  return file;
}

describe('migrating', () => {
  test('an older database is copied before it is changed', () => {
    const file = portalOfSchema(1);
    openMigrated(file).$client.close();
    const [copy, ...more] = readdirSync(join(file, '..', 'backups'));
    expect(more).toEqual([]);
    const old = new Database(join(file, '..', 'backups', copy ?? ''), { readonly: true });
    expect(old.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(1);
    old.close();
  });

  test('the newest schema is opened without a copy and without a change', () => {
    const file = emptyPortal();
    const copy = `${file}.before`;
    copyFileSync(file, copy);
    openMigrated(file).$client.close();
    expect(existsSync(join(file, '..', 'backups'))).toBe(false);
    expect(readFileSync(file).equals(readFileSync(copy))).toBe(true);
    expect(schemaNumber()).toBeGreaterThan(1);
  });
});

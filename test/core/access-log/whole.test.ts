/** Can the logs be altered? Not by the portal; by hand in the file it is found (security.md G04, G05). */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { check } from '#src/cli/check.ts';
import { readConfig } from '#src/config.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { removeOldAccess } from '#src/core/access-log/retention.ts';
import { brokenLogs } from '#src/core/logs/broken-logs.ts';
import type { Db } from '#src/db/client.ts';
import { doerOf, saveSignature, signatureId } from '#test/support/deed.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const now = new Date('2025-11-24T08:00:00Z');
let db: Db;

beforeEach(() => {
  db = seededDatabase();
  for (const status of ['missing', 'signed'])
    saveSignature(db, 'staff', now, { municipalityId: '0461', status });
  logAccess(db, doerOf(db, 'staff', now), { event: 'sign-out' }, now);
});

function faultsOfCheck(): string[] {
  const faults: string[] = [];
  check.run([], {
    config: readConfig({ PORTAL_DATA: join(db.$client.name, '..') }),
    out: () => undefined,
    fail: (line) => void faults.push(line),
  });
  return faults.filter((line) => line.includes('brudt'));
}

test('untouched, every chain holds', () => {
  expect(faultsOfCheck()).toEqual([]);
});

describe('the database itself refuses', () => {
  test.each([
    "update access_log set event = 'sign-in'",
    "update access_log set address = '192.0.2.8'",
    'delete from access_log',
    'delete from entry',
    "update entry set new_value = '1'",
    "update batch set actor = 'x'",
    'delete from batch',
  ])('%s', (sql) => {
    expect(() => db.$client.exec(sql)).toThrow(/append-only|13 months|journal/i);
  });
});

describe('whoever takes the guards away is found', () => {
  test.each([
    [
      'a word of an entry',
      "update access_log set actor = 'x' where seq = 1",
      'Adgangsloggens kæde er brudt ved post 1.',
    ],
    [
      'an entry in between',
      'delete from access_log where seq = 2',
      'Adgangsloggens kæde er brudt ved post 3.',
    ],
    ['the first entry', 'delete from access_log where seq = 1', 'Adgangsloggens kæde er brudt ved post 2.'],
    ['the last entry', 'delete from access_log where seq = 3', 'Adgangsloggens kæde er brudt ved post 3.'],
    ['all entries', 'delete from access_log', 'Adgangsloggens kæde er brudt ved post 1.'],
    [
      'who did it',
      "update batch set actor = 'x' where id = 4",
      'Kæden af ændringer i journalen er brudt ved post 4.',
    ],
    [
      'a new value',
      `update entry set new_value = '"signed"' where batch_id = 4`,
      'Journalens kæde er brudt ved post',
    ],
    [
      'the last change',
      'delete from entry where seq = (select max(seq) from entry)',
      'Journalens kæde er brudt ved post',
    ],
  ])('%s', (_name, sql, told) => {
    const triggers = db.$client
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all();
    for (const name of triggers) db.$client.exec(`drop trigger ${String(name)}`);
    db.$client.pragma('foreign_keys = OFF');
    db.$client.exec(sql);
    expect(faultsOfCheck()).toEqual([expect.stringContaining(told)]);
  });
});

describe('a change whose entry cannot be written', () => {
  test.each(['access_log', 'entry', 'batch'])('does not happen: %s refuses', (table) => {
    const status = () =>
      db.$client.prepare('select status from signature where id = ?').pluck().get(signatureId(db, '0461'));
    const counts = () =>
      ['access_log', 'entry', 'batch'].map((one) =>
        db.$client.prepare(`select count(*) from ${one}`).pluck().get(),
      );
    const before = [status(), counts()];
    db.$client.exec(
      `create trigger full before insert on ${table} begin select raise(abort, 'disk full'); end`,
    );
    expect(() => saveSignature(db, 'staff', now, { municipalityId: '0461', status: 'not-relevant' })).toThrow(
      'disk full',
    );
    expect([status(), counts()]).toEqual(before);
  });
});

describe('what is too old goes', () => {
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  const later = (day: string) => logAccess(db, doerOf(db, 'staff', at(day)), { event: 'sign-out' }, at(day));

  test('whole addresses after 30 days, the cut ones stay, and the run is in the log', () => {
    later('2025-12-24');
    removeOldAccess(db, at('2025-12-25'));
    const rows = db.$client
      .prepare('select event, address, address_net as net from access_log order by seq')
      .all();
    expect(rows).toEqual([
      { event: 'facts-changed', address: null, net: '192.0.2.0/24' },
      { event: 'facts-changed', address: null, net: '192.0.2.0/24' },
      { event: 'sign-out', address: null, net: '192.0.2.0/24' },
      { event: 'sign-out', address: '192.0.2.7', net: '192.0.2.0/24' },
      { event: 'retention-run', address: null, net: null },
    ]);
    expect(brokenLogs(db)).toEqual([]);
  });

  test('entries after 13 months and not a day before; the chain still holds, and a hand is still found', () => {
    const year = new Date().getUTCFullYear();
    const db2 = seededDatabase();
    const old = new Date(Date.UTC(year - 2, 0, 15));
    for (let count = 0; count < 3; count += 1)
      logAccess(db2, doerOf(db2, 'staff', old), { event: 'sign-out' }, old);
    const real = new Date();
    logAccess(db2, doerOf(db2, 'staff', real), { event: 'sign-out' }, real);
    expect(removeOldAccess(db2, real)).toEqual({ addresses: 3, entries: 3 });
    expect(removeOldAccess(db2, real)).toEqual({ addresses: 0, entries: 0 });
    expect(brokenLogs(db2)).toEqual([]);
    db2.$client.exec('drop trigger access_log_no_delete; delete from access_log where seq = 4');
    expect(brokenLogs(db2)).toEqual([{ log: 'Adgangsloggens kæde', at: 5 }]);
  });

  test('a clock that was wrong makes no hole: what lies behind a younger entry stays', () => {
    const db2 = seededDatabase();
    const real = new Date();
    const old = new Date(Date.UTC(real.getUTCFullYear() - 3, 0, 15));
    for (const when of [real, old, real])
      logAccess(db2, doerOf(db2, 'staff', when), { event: 'sign-out' }, when);
    expect(removeOldAccess(db2, real).entries).toBe(0);
    // A clock that runs ahead does not make the database part with what is young.
    expect(removeOldAccess(db2, new Date(real.getTime() + 800 * 24 * 3600_000)).entries).toBe(0);
    expect(brokenLogs(db2)).toEqual([]);
  });
});

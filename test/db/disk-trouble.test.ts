import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { diskTrouble } from '#src/db/disk-trouble.ts';

const sqlite = (code: string, message = 'x') => new Database.SqliteError(message, code);

describe('trouble with the disk is told as what it is, never as a damaged database', () => {
  test.each([
    ['SQLITE_FULL', /er fuld\. Skaf plads/],
    ['SQLITE_READONLY', /kan ikke læse og skrive/],
    ['SQLITE_READONLY_DBMOVED', /kan ikke læse og skrive/],
    ['SQLITE_CANTOPEN', /kan ikke læse og skrive/],
    ['SQLITE_BUSY', /har låst/],
    ['SQLITE_IOERR_SHMSIZE', /fuld eller svarer med en fejl/],
  ])('%s', (code, sentence) => {
    expect(diskTrouble(sqlite(code), '/srv/data')?.message).toMatch(sentence);
    const wrapped = new Error('Failed to run the query', { cause: sqlite(code) });
    expect(diskTrouble(wrapped, '/srv/data')?.message).toContain('/srv/data');
  });

  test('a transaction that SQLite took back because the disk was full', () => {
    const error = sqlite('SQLITE_ERROR', 'cannot rollback - no transaction is active');
    expect(diskTrouble(new Error('x', { cause: error }), '/srv/data')?.message).toContain('er fuld');
  });

  test('what the operating system says of a file', () => {
    const error = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(diskTrouble(error, '/srv/data')?.message).toContain('er fuld');
  });

  test('a fault of the program or of the file itself is not called trouble with the disk', () => {
    expect(diskTrouble(new TypeError('x'), '/srv/data')).toBe(null);
    expect(diskTrouble(sqlite('SQLITE_CORRUPT'), '/srv/data')).toBe(null);
    expect(diskTrouble(sqlite('SQLITE_CONSTRAINT_CHECK'), '/srv/data')).toBe(null);
  });
});

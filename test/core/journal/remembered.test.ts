import { expect, test } from 'vitest';
import { rememberedBy } from '#src/core/journal/remembered.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { edit } from '#test/support/edit.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const name = (solutions: readonly { id: string; name: string }[]) =>
  solutions.find(({ id }) => id === 'sapa')?.name;

test('what is remembered is as new as the journal', () => {
  const db = seededDatabase();
  const before = name(listSolutions(db));
  edit(db, 'solution', 'sapa', { name: 'SAPA 2' });
  expect([before, name(listSolutions(db))]).toEqual(['SAPA', 'SAPA 2']);
});

test('what was read in a deed that failed is forgotten with it', () => {
  const db = seededDatabase();
  const failing = db.$client.transaction(() => {
    edit(db, 'solution', 'sapa', { name: 'Fortrudt' });
    expect(name(listSolutions(db))).toBe('Fortrudt');
    throw new Error('disk full');
  });
  expect(failing).toThrow('disk full');
  // The next deed gets the numbers in the journal that the failed one had.
  edit(db, 'solution', 'sapa', { name: 'SAPA 2' });
  expect(name(listSolutions(db))).toBe('SAPA 2');
});

test('each key is read once until the journal grows', () => {
  const db = seededDatabase();
  const read: string[] = [];
  const lengthOf = rememberedBy((_, key) => {
    read.push(key);
    return key.length;
  });
  expect(['odense', 'assens', 'odense'].map((key) => lengthOf(db, key))).toEqual([6, 6, 6]);
  edit(db, 'solution', 'sapa', { name: 'SAPA 2' });
  lengthOf(db, 'odense');
  expect(read).toEqual(['odense', 'assens', 'odense']);
});

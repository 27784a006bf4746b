import { beforeEach, describe, expect, test } from 'vitest';
import type { Doer } from '#src/core/deeds/doer.ts';
import { undoBatch } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { getAgreement, listSignatures } from '#src/features/agreements/queries.ts';
import { type Registration, saveSignatures } from '#src/features/agreements/signing/save.ts';
import { tallies } from '#src/features/agreements/tally.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const SLUG = 'tre-datastandarder';
const doer: Doer = {
  actor: 'test-rita',
  roles: ['staff'],
  municipalityId: null,
  now: new Date('2025-12-01T09:00:00Z'),
  formKey: null,
};
let db: Db;
beforeEach(() => {
  db = seededDatabase();
});

function save(
  countedOn: string,
  ...registrations: Pick<Registration, 'municipalityId' | 'status'>[]
): number {
  return saveSignatures(db, doer, {
    kind: 'edit',
    agreement: getAgreement(db, SLUG),
    countedOn,
    title: 'Prøve.',
    registrations: registrations.map((one) => ({ signedOn: null, note: null, ...one })),
  });
}
const statusOf = (code: string) =>
  listSignatures(db, SLUG).find((one) => one.municipalityId === code)?.status ?? 'not-counted';
const counts = () =>
  tallies(db)
    .get(SLUG)
    ?.counts.map((one) => [one.countedOn, one.signed, one.missing]);

describe('registering signatures', () => {
  test('is a dated observation: the number known that day, beside the earlier count', () => {
    save(
      '2025-12-01',
      { municipalityId: '0461', status: 'signed' },
      { municipalityId: '0420', status: 'signed' },
    );
    expect(counts()).toEqual([
      ['2025-11-20', 15, 83],
      ['2025-12-01', 17, 81],
    ]);
  });

  test('two saves of one day are one observation, and one can be undone without the other', () => {
    const first = save('2025-12-01', { municipalityId: '0461', status: 'signed' });
    save('2025-12-01', { municipalityId: '0420', status: 'signed' });
    expect(counts()?.at(-1)).toEqual(['2025-12-01', 17, 81]);
    undoBatch(db, first, doer);
    expect(statusOf('0461')).toBe('missing');
    expect(statusOf('0420')).toBe('signed');
    expect(counts()?.at(-1)).toEqual(['2025-12-01', 16, 82]);
  });

  test('undoing the only save of a day takes the observation away', () => {
    undoBatch(db, save('2025-12-01', { municipalityId: '0461', status: 'signed' }), doer);
    expect(counts()).toEqual([['2025-11-20', 15, 83]]);
  });

  test('a count of an earlier day does not change what a later one said', () => {
    save('2025-12-01', { municipalityId: '0461', status: 'signed' });
    save('2025-11-25', { municipalityId: '0461', status: 'in-progress' });
    expect(statusOf('0461')).toBe('signed');
    expect(counts()).toEqual([
      ['2025-11-20', 15, 83],
      ['2025-11-25', 15, 82],
      ['2025-12-01', 16, 82],
    ]);
  });

  test('"ikke opgjort" takes the status away, and setting it again brings it back', () => {
    save('2025-12-01', { municipalityId: '0461', status: 'not-counted' });
    expect(statusOf('0461')).toBe('not-counted');
    expect(tallies(db).get(SLUG)?.notCounted).toBe(1);
    save('2025-12-02', { municipalityId: '0461', status: 'signed' });
    expect(statusOf('0461')).toBe('signed');
  });

  test('an older save cannot be undone while a newer one of the same day has set the same municipality', () => {
    const first = save('2025-12-01', { municipalityId: '0461', status: 'signed' });
    save('2025-12-01', { municipalityId: '0461', status: 'in-progress' });
    expect(() => undoBatch(db, first, doer)).toThrow(/ændret igen siden/);
    expect(statusOf('0461')).toBe('in-progress');
  });

  test('an undone save can be brought back by undoing the undoing', () => {
    const undoing = undoBatch(db, save('2025-12-01', { municipalityId: '0461', status: 'signed' }), doer);
    undoBatch(db, undoing, doer);
    expect(statusOf('0461')).toBe('signed');
    expect(counts()?.at(-1)).toEqual(['2025-12-01', 16, 82]);
  });
});

import { describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { loadSeeds, proposeSeeds, type Seeds } from '#src/overviews/material-import/seeds.ts';
import { settleSeeds } from '#src/overviews/material-import/start.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const now = new Date('2026-01-05T10:00:00Z');
const seeds = loadSeeds();

/** The same seeds with another deadline for the K-agreement, as a later version of the program might ship. */
function newerSeeds(): Seeds {
  const copy = structuredClone(seeds);
  const row = copy.meetings[0]?.snapshot.agreements.find((one) => one.solution.startsWith('K-aftalen'));
  if (!row) throw new Error('The seeds have no K-agreement');
  row.deadline = {
    raw: '16. december',
    from: '2025-12-16',
    to: '2025-12-16',
    precision: 'day',
    yearInferred: true,
  };
  return { ...copy, hash: 'a'.repeat(64) };
}

const settle = (db: ReturnType<typeof seededDatabase>, own: Seeds) =>
  settleSeeds(db, now, { hash: own.hash, load: () => own });

const deadlineOf = (db: ReturnType<typeof seededDatabase>) =>
  JSON.parse(
    String(
      db.$client.prepare("select deadline from agreement where id = 'tre-datastandarder'").pluck().get(),
    ),
  ).from;

describe('the seeds on a portal', () => {
  test('a second start on the same data changes nothing', () => {
    const db = seededDatabase();
    const before = db.$client.prepare('select count(*), max(seq) from entry').get();
    expect(settle(db, seeds)).toEqual({ kind: 'same' });
    expect(db.$client.prepare('select count(*), max(seq) from entry').get()).toEqual(before);
  });

  test('the same seeds differ nowhere from what they made', () => {
    expect(proposeSeeds(seededDatabase(), seeds)).toEqual([]);
  });

  test('newer seeds become a proposal and overwrite nothing', () => {
    const db = seededDatabase();
    expect(settle(db, newerSeeds())).toEqual({ kind: 'proposed', differences: 1 });
    expect(deadlineOf(db)).toBe('2025-12-15');
    expect(settle(db, newerSeeds())).toEqual({ kind: 'same' });
    expect(db.$client.prepare('select count(*) from proposal').pluck().get()).toBe(1);
  });

  test('newer seeds whose editor knows records by other addresses stop no start', () => {
    const copy = newerSeeds();
    copy.meetings[0]?.review.edits.push({ entity: 'task', id: 'et-nyt-navn', set: { wording: 'Ny tekst' } });
    expect(settle(seededDatabase(), copy)).toEqual({ kind: 'proposed', differences: 1 });
  });

  test("a person's correction is no difference as long as the material says the same", () => {
    const db = seededDatabase();
    const corrected = {
      raw: '20. december',
      from: '2025-12-20',
      to: '2025-12-20',
      precision: 'day',
      yearInferred: true,
    };
    recordDeed(db, { kind: 'edit', actor: 'test', actorRole: 'staff', title: 'Rettelse', now }, [
      {
        entity: 'agreement',
        objectId: 'tre-datastandarder',
        field: 'deadline',
        value: corrected,
        effectiveOn: '2025-10-27',
        meetingId: null,
        slide: null,
        reason: 'Prøve',
      },
    ]);
    expect(proposeSeeds(db, seeds)).toEqual([]);
    const [difference] = proposeSeeds(db, newerSeeds());
    expect(difference?.fields).toMatchObject([
      {
        field: 'deadline',
        changedByHand: true,
        before: { from: '2025-12-20' },
        after: { from: '2025-12-16' },
      },
    ]);
  });

  test('every fact knows its meeting and slide', () => {
    const db = seededDatabase();
    const without = db.$client
      .prepare(
        "select entity, object_id from entry where slide is null and entity not in ('municipality', 'solution', 'municipality_set', 'meeting', 'remark', 'same_ask')",
      )
      .all();
    expect(without).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { entityNames } from '#src/core/journal/entities.ts';
import { recordDeed } from '#src/core/journal/record.ts';
import { makeStandings, rebuild } from '#src/core/journal/standing.ts';
import { addDays } from '#src/shared/calendar-day.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const deed = {
  kind: 'edit' as const,
  actor: 'test',
  actorRole: 'staff',
  title: 'Prøve',
  now: new Date('2026-01-05T10:00:00Z'),
};
const deadline = (raw: string, day: string) => ({
  raw,
  from: day,
  to: day,
  precision: 'day',
  yearInferred: false,
});

describe('the journal holds everything', () => {
  test('rows rebuilt from the journal alone equal the current rows, table by table', () => {
    const db = seededDatabase();
    const again = rebuild(db, '9999-12-31');
    for (const entity of entityNames) {
      const read = (from: typeof db) => from.$client.prepare(`select * from "${entity}" order by id`).all();
      expect(read(again), entity).toEqual(read(db));
    }
  });

  test('on 19 November the K-agreement is out and no signature has been counted', () => {
    const day = makeStandings(seededDatabase()).at('2025-11-19').$client;
    expect(day.prepare("select since from agreement where id = 'tre-datastandarder'").pluck().get()).toBe(
      '2025-10-27',
    );
    expect(day.prepare('select count(*) from signature').pluck().get()).toBe(0);
  });

  test('on 20 November 15 have signed and 83 are missing', () => {
    const day = makeStandings(seededDatabase()).at('2025-11-20').$client;
    expect(
      day.prepare('select status, count(*) as n from signature group by status order by status').all(),
    ).toEqual([
      { status: 'missing', n: 83 },
      { status: 'signed', n: 15 },
    ]);
  });

  test('a fact that holds from a later day is not shown before it', () => {
    const db = seededDatabase();
    const change = {
      entity: 'agreement',
      objectId: 'tre-datastandarder',
      field: 'deadline',
      meetingId: null,
      slide: null,
    };
    recordDeed(db, deed, [
      { ...change, value: deadline('1. februar 2026', '2026-02-01'), effectiveOn: '2026-01-10' },
    ]);
    const standings = makeStandings(db);
    const shown = (day: string) =>
      JSON.parse(
        String(
          standings
            .at(day)
            .$client.prepare("select deadline from agreement where id = 'tre-datastandarder'")
            .pluck()
            .get(),
        ),
      );
    expect(shown('2026-01-09').from).toBe('2025-12-15');
    expect(shown('2026-01-10').from).toBe('2026-02-01');
  });

  test('an older fact recorded late falls into its place and overwrites nothing newer', () => {
    const db = seededDatabase();
    const change = {
      entity: 'agreement',
      objectId: 'tre-datastandarder',
      field: 'deadline',
      meetingId: null,
      slide: null,
    };
    recordDeed(db, deed, [
      { ...change, value: deadline('1. december 2025', '2025-12-01'), effectiveOn: '2025-10-01' },
    ]);
    const current = db.$client
      .prepare("select deadline from agreement where id = 'tre-datastandarder'")
      .pluck()
      .get();
    expect(JSON.parse(String(current)).from).toBe('2025-12-15');
  });
});

test('however many days are asked for, few stay in memory, and each is right when it is asked for again', () => {
  const db = seededDatabase();
  const days = Array.from({ length: 60 }, (_, i) => addDays('2026-01-10', i));
  recordDeed(
    db,
    deed,
    days.map((day) => ({
      entity: 'agreement',
      objectId: 'tre-datastandarder',
      field: 'name',
      value: `Navn ${day}`,
      effectiveOn: day,
      meetingId: null,
      slide: null,
    })),
  );
  const standings = makeStandings(db);
  const shown = days.map((day) => standings.at(day));
  expect(shown.filter(({ $client }) => $client.open).length).toBeLessThan(30);
  const first = standings.at('2026-01-10').$client;
  expect(first.prepare("select name from agreement where id = 'tre-datastandarder'").pluck().get()).toBe(
    'Navn 2026-01-10',
  );
});

describe('a deed is all or nothing', () => {
  test('a change that breaks a rule of the database leaves no trace', () => {
    const db = seededDatabase();
    const before = db.$client.prepare('select count(*) from entry').pluck().get();
    const change = {
      entity: 'agreement',
      objectId: 'tre-datastandarder',
      effectiveOn: '2026-01-05',
      meetingId: null,
      slide: null,
    };
    expect(() =>
      recordDeed(db, deed, [
        { ...change, field: 'name', value: 'Nyt navn' },
        { ...change, field: 'type', value: 'noget andet' },
      ]),
    ).toThrow(/CHECK/);
    expect(db.$client.prepare('select count(*) from entry').pluck().get()).toBe(before);
    expect(
      db.$client.prepare("select name from agreement where id = 'tre-datastandarder'").pluck().get(),
    ).not.toBe('Nyt navn');
  });

  test('entries can neither be changed nor deleted', () => {
    const { $client } = seededDatabase();
    expect(() => $client.exec("update entry set new_value = '1'")).toThrow(/append-only/);
    expect(() => $client.exec('delete from entry')).toThrow(/append-only/);
    expect(() => $client.exec("update batch set actor = 'x'")).toThrow(/append-only/);
  });

  test('a field that only the journal writes is refused', () => {
    const db = seededDatabase();
    const change = {
      entity: 'agreement',
      objectId: 'tre-datastandarder',
      effectiveOn: '2026-01-05',
      meetingId: null,
      slide: null,
    };
    expect(() => recordDeed(db, deed, [{ ...change, field: 'revision', value: 1 }])).toThrow(/no field/);
  });
});

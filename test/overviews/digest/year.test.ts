/** A year of Tuesdays for the people of one municipality: what they are reminded of, and how often. */
import { expect, test } from 'vitest';
import type { DeadlineKind } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { digestMail } from '#src/db/schema/digest.ts';
import { composeDigests } from '#src/overviews/digest/compose.ts';
import { PLANS } from '#src/overviews/digest/plan.ts';
import type { DigestItem } from '#src/overviews/digest/rules.ts';
import { weekOf } from '#src/overviews/digest/week.ts';
import { addDays, daysBetween } from '#src/shared/calendar-day.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { queueAt, switchOn } from './support.ts';

const FIRST_TUESDAY = '2025-11-25';
const WEEKS = 56;

interface Reminder {
  day: string;
  item: DigestItem;
}

/** What Odense's programme leader was told, by the key of the ask; the portal asks every day whether it is time. */
async function walk(db: Db): Promise<Map<string, Reminder[]>> {
  const told: (Reminder & { key: string })[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const tuesday = addDays(FIRST_TUESDAY, 7 * week);
    const planned = [...composeDigests({ db, today: tuesday }, weekOf(new Date(`${tuesday}T08:00:00Z`)))];
    for (const item of planned.flatMap(({ items }) => items)) {
      if (item.deadline) told.push({ key: item.deadline.key, day: tuesday, item });
    }
    for (let later = 0; later < 7; later += 1) {
      const queued = await queueAt(db, `${addDays(tuesday, later)}T08:00:00Z`);
      expect(queued).toBe(later === 0 ? planned.length : 0);
    }
  }
  return Map.groupBy(told, ({ key }) => key);
}

test('at most one mail a week, no ask more often than its plan, none after its plan has stopped', async () => {
  const db = seededDatabase();
  addActor(db, CAST.odense);
  switchOn(db);
  const byAsk = await walk(db);

  const weeks = db
    .select()
    .from(digestMail)
    .all()
    .map(({ week }) => week);
  expect(new Set(weeks).size).toBe(weeks.length);

  const reminded = [...byAsk.values()].map((told) => told.filter(({ item }) => isReminder(item)));
  for (const told of reminded) {
    const stages = told.map(({ item }) => item.stage);
    expect(new Set(stages).size, keyOf(told)).toBe(stages.length);
    for (const { day, item } of told) {
      const { kind, date } = item.deadline ?? {};
      expect(stages.length, keyOf(told)).toBeLessThanOrEqual(stepsOf(kind));
      const last = date?.to ?? null;
      if (last !== null && kind)
        expect(daysBetween(last, day), keyOf(told)).toBeLessThanOrEqual(PLANS[kind].stop);
      if (item.section === 'passed') expect(last !== null && last < day, keyOf(told)).toBe(true);
    }
  }
  // An ask with a day in the middle of the year goes through the whole of its plan, and then is left in peace.
  const whole = reminded.filter((told) => told.length === stepsOf(told[0]?.item.deadline?.kind));
  expect(whole.filter((told) => told.at(-1)?.item.stage === 'last').length).toBeGreaterThanOrEqual(3);
});

test('a KLIK task due on Friday 9 January: four reminders, the last one says so, and no more', async () => {
  const db = seededDatabase();
  addActor(db, CAST.odense);
  switchOn(db);
  const told = (await walk(db)).get('task/rolle-4-telefonnumre') ?? [];
  expect(told.map(({ day, item }) => `${day} ${item.section} ${item.stage ?? ''}`.trim())).toEqual([
    '2025-11-25 new',
    '2025-12-23 due first',
    '2026-01-06 due repeat',
    '2026-01-13 passed late',
    '2026-01-27 passed last',
  ]);
});

function isReminder({ section }: DigestItem): boolean {
  return section === 'due' || section === 'passed';
}

/** How many reminders a plan has. */
function stepsOf(kind: DeadlineKind | undefined): number {
  if (!kind) return 0;
  const { first, repeat, late, last } = PLANS[kind];
  return [first, repeat, late, last].filter((step) => step !== null).length;
}

function keyOf(told: readonly Reminder[]): string {
  return told[0]?.item.deadline?.key ?? '';
}

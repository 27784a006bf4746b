/** What the portal does for its logs once a day. */
import { expect, test } from 'vitest';
import { readConfig } from '#src/config.ts';
import type { Db } from '#src/db/client.ts';
import { checkLogs } from '#src/jobs/check-logs.ts';
import { jobs } from '#src/jobs/index.ts';
import type { JobGround } from '#src/jobs/job.ts';
import { removeOldAccessEntries } from '#src/jobs/remove-old-access.ts';
import { saveSignature } from '#test/support/deed.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

function ground(db: Db, now: () => Date, lines: string[] = []): JobGround {
  const write = (level: string) => (_fields: object, text: string) => void lines.push(`${level} ${text}`);
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  return { db, config: readConfig({}), clock: { now, today: () => '2025-11-24' }, log };
}

const eventsOf = (db: Db) =>
  db.$client.prepare("select event || ' ' || outcome from access_log order by seq").pluck().all();
const run = (work: JobGround) => {
  for (const job of [checkLogs, removeOldAccessEntries]) job.run(work, new AbortController().signal);
};
const DAY_MS = 24 * 3600_000;
const BOTH = ['chains-checked ok', 'retention-run ok'];

test('both are in the list of jobs', () => {
  expect(jobs).toEqual(expect.arrayContaining([checkLogs, removeOldAccessEntries]));
});

test('each is done once a day however often it is asked, also over the change of summer time and a leap day', () => {
  const db = seededDatabase();
  for (const [days, instants] of [
    // 23:30 UTC is another day in Copenhagen.
    [2, ['2026-03-28T22:30:00Z', '2026-03-28T22:59:00Z', '2026-03-28T23:30:00Z', '2026-03-29T21:59:00Z']],
    [2, ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2027-10-31T22:30:00Z', '2027-10-31T23:30:00Z']],
    [1, ['2028-02-29T00:30:00Z', '2028-02-29T12:00:00Z']],
  ] as const) {
    const before = eventsOf(db).length;
    for (const instant of instants) run(ground(db, () => new Date(instant)));
    expect(eventsOf(db).slice(before)).toEqual(Array.from({ length: days }, () => BOTH).flat());
  }
});

test('a clock that is set back brings no day again, and one that was ahead keeps no day from its turn', () => {
  const db = seededDatabase();
  let now = new Date('2025-11-24T08:00:00Z');
  const work = ground(db, () => now);
  const begin = now.getTime();
  run(work);
  now = new Date(begin + 400 * DAY_MS);
  run(work);
  now = new Date(begin);
  run(work);
  expect(eventsOf(db)).toEqual([...BOTH, ...BOTH]);
  now = new Date(begin + DAY_MS);
  run(work);
  now = new Date(begin - 3 * DAY_MS);
  run(work);
  expect(eventsOf(db).length).toBe(8);
});

test('a break is an error in the log of the server and a failed entry in the access log', () => {
  const db = seededDatabase();
  const now = new Date('2025-11-24T08:00:00Z');
  saveSignature(db, 'staff', now, { municipalityId: '0461', status: 'signed' });
  db.$client.exec('drop trigger access_log_no_update');
  db.$client.exec("update access_log set actor = 'x'");
  const lines: string[] = [];
  checkLogs.run(
    ground(db, () => now, lines),
    new AbortController().signal,
  );
  expect(lines).toEqual(['error a log was changed outside the portal']);
  expect(eventsOf(db)).toEqual(['facts-changed ok', 'chains-checked failed']);
});

/** Nothing that is imported, seeded or put back mails anybody before the staff have switched the mails on. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { importMaterial } from '#src/cli/import.ts';
import { mail as mailCommand } from '#src/cli/mail.ts';
import { restore } from '#src/cli/restore.ts';
import { readConfig } from '#src/config.ts';
import { backupDatabase } from '#src/db/backup.ts';
import { type Db, openDatabase } from '#src/db/client.ts';
import { mail } from '#src/db/schema/mail.ts';
import { setRound } from '#src/overviews/digest/rounds.ts';
import { weekOf } from '#src/overviews/digest/week.ts';
import { addDays } from '#src/shared/calendar-day.ts';
import { buildTestApp } from '#test/support/app.ts';
import { readMeeting } from '#test/support/meetings.ts';
import { addProgrammeLeaders } from '#test/support/people.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';
import { queueAt, switchOn } from './support.ts';

const TUESDAY = '2025-11-25';

/** Everything that might send: the portal by itself each hour of eight weeks, and the command for cron. */
async function everythingThatMails(db: Db): Promise<void> {
  for (let day = 0; day < 56; day += 1) {
    for (const hour of ['07', '08', '15']) await queueAt(db, `${addDays(TUESDAY, day)}T${hour}:00:00Z`);
  }
  const heard = terminal(dirname(db.$client.name));
  await mailCommand.run(['due'], heard);
}

function terminal(folder: string) {
  const config = readConfig({ PORTAL_DATA: folder, PORTAL_TODAY: TUESDAY });
  const ignore = () => undefined;
  return { config, out: ignore, fail: ignore };
}

function mailsIn(db: Db): number {
  return db.select().from(mail).all().length;
}

test('a new portal with seeds and 98 programme leaders', async () => {
  const db = seededDatabase();
  addProgrammeLeaders(db, 1);
  await everythingThatMails(db);
  expect(mailsIn(db)).toBe(0);
});

test('a meeting that was read in, from the command line and by the staff', async () => {
  const db = seededDatabase();
  addProgrammeLeaders(db, 1);
  const folder = dirname(db.$client.name);
  const deck = join(folder, 'deck.txt');
  writeFileSync(deck, 'KOMBIT-programledermøde\n15. december 2025\n\n\n\nDagsorden\n1. Et\n2. To\n');
  expect(await importMaterial.run([deck, '--apply', '--by', 'rita@kombit.test'], terminal(folder))).toBe(0);
  readMeeting(db, '2025-12-17', []);
  await everythingThatMails(db);
  expect(mailsIn(db)).toBe(0);
});

test('looking at the page of the mails, at their log and at a mail', async () => {
  const portal = await buildTestApp({ now: () => new Date(`${TUESDAY}T10:00:00Z`), today: TUESDAY });
  addProgrammeLeaders(portal.db, 1);
  const staff = portal.as('staff');
  for (const path of ['', '?modtager=leder1-odense', '/log']) {
    expect((await staff.get(`/redaktion/mails${path}`)).status).toBe(200);
  }
  await everythingThatMails(portal.db);
  expect(mailsIn(portal.db)).toBe(0);
});

test('a copy that is put back, taken while mails were on and the week was under way', async () => {
  const db = seededDatabase();
  addProgrammeLeaders(db, 1);
  switchOn(db);
  for (const at of [new Date(`${TUESDAY}T08:00:00Z`), new Date()]) {
    setRound(db, weekOf(at), 'open', 'system', at);
  }
  const copy = join(temporaryFolder(), 'kopi.db');
  await backupDatabase(db.$client.name, copy);

  const folder = temporaryFolder();
  expect(await restore.run([copy], terminal(folder))).toBe(0);
  const put = openDatabase(join(folder, 'portal.db'));
  await everythingThatMails(put);
  expect(mailsIn(put)).toBe(0);
  put.$client.close();
});

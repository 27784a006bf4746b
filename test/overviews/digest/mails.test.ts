/** Who is told what, week by week. */
import { describe, expect, test } from 'vitest';
import { disableAccount } from '#src/core/access/account-deeds.ts';
import { SYSTEM } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { deliverDue } from '#src/core/mail/deliver.ts';
import { setSubscribed } from '#src/core/mail/subscription.ts';
import type { Db } from '#src/db/client.ts';
import { digestOptOut } from '#src/db/schema/digest.ts';
import { concerns, isAsk, isOpen, listDeadlines } from '#src/overviews/deadlines/index.ts';
import { isOver } from '#src/overviews/digest/plan.ts';
import { transportTo } from '#test/core/mail/support.ts';
import { addActor, CAST } from '#test/support/cast.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { correct } from '#test/support/meetings.ts';
import { addProgrammeLeaders } from '#test/support/people.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { listed, MONDAY, mailsTo, queueAt, switchOn } from './support.ts';

const TUESDAYS = ['2025-11-25T08:00:00Z', '2025-12-02T08:00:00Z', '2025-12-09T08:00:00Z'] as const;
const ODA = CAST.odense.email;

function portalWith(...people: (keyof typeof CAST)[]): Db {
  const db = seededDatabase();
  for (const one of people) addActor(db, CAST[one]);
  return db;
}

function move(db: Db, task: string, to: string): void {
  correct(db, '2025-11-27T10:00:00Z', [{ entity: 'task', objectId: task, field: 'end', value: day(to) }]);
}

describe('nobody is mailed', () => {
  test('before the staff have switched it on, whatever was imported', async () => {
    const db = portalWith('odense');
    expect(await queueAt(db, TUESDAYS[0])).toBe(0);
    expect(mailsTo(db, ODA)).toEqual([]);
  });

  test('who is shut out, has said no, or is of no municipality', async () => {
    const db = portalWith('odense', 'assens', 'staff', 'admin');
    db.$client.prepare("update account set disabled_at = '2025-11-20' where id = ?").run(CAST.assens.id);
    db.insert(digestOptOut).values({ accountId: CAST.odense.id, at: MONDAY }).run();
    switchOn(db);
    expect(await queueAt(db, TUESDAYS[0])).toBe(0);
  });

  test.each([
    ['who says no', (db: Db, doer: Doer) => setSubscribed(db, doer, CAST.odense.id, false)],
    ['whose account is closed', (db: Db, doer: Doer) => disableAccount(db, doer, CAST.odense.id)],
  ])('%s while the mail still waits', async (_who, end) => {
    const db = portalWith('odense', 'assens');
    switchOn(db);
    expect(await queueAt(db, TUESDAYS[0])).toBe(2);
    end(db, { ...SYSTEM, now: new Date(TUESDAYS[0]), formKey: null });
    const server = await startMailServer();
    await deliverDue(db, transportTo(server.url), () => new Date(TUESDAYS[0]));
    expect(server.arrived.map(({ envelope }) => envelope.to)).toEqual([[CAST.assens.email]]);
  });

  test('twice in a week, or when there is nothing to tell', async () => {
    const db = portalWith('odense');
    switchOn(db);
    expect(await queueAt(db, TUESDAYS[0])).toBe(1);
    move(db, 'rolle-4-telefonnumre', '2026-02-01');
    expect(await queueAt(db, '2025-11-28T08:00:00Z')).toBe(0);
    expect(mailsTo(db, ODA).length).toBe(1);
  });
});

test('the first mail tells every ask of the meeting, with the counts in the subject: those to do, and those not sent yet', async () => {
  const db = portalWith('odense');
  switchOn(db);
  await queueAt(db, TUESDAYS[0]);
  const [mail] = mailsTo(db, ODA);
  const asks = listDeadlines({ db, today: '2025-11-25' }).filter(
    (one) =>
      concerns(one, '0461') && isAsk(one) && isOpen(one, '0461') && !isOver(one.kind, one.date, '2025-11-25'),
  );
  const unsent = asks.filter((one) => one.notYetSent).length;
  expect(unsent).toBeGreaterThan(0);
  expect(mail?.subject).toMatch(
    new RegExp(`: ${asks.length - unsent} nye, \\d+ med frist snart, ${unsent} på vej$`),
  );
  expect(mail?.html).toContain(`Nyt (${asks.length - unsent})`);
  expect(mail?.html).toContain(`På vej, ikke udsendt endnu (${unsent})`);
});

test('switched on a year later, the first mail tells nothing whose plan has long stopped', async () => {
  const db = portalWith('odense');
  switchOn(db);
  await queueAt(db, '2026-11-24T08:00:00Z');
  const text = mailsTo(db, ODA)[0]?.text ?? '';
  expect(listed(text, 'Nyt').length).toBeGreaterThan(5);
  expect(text).not.toMatch(/ siden\)/);
});

test('a moved date is told with the old one; what is the same is not told again', async () => {
  const db = portalWith('odense');
  switchOn(db);
  await queueAt(db, TUESDAYS[0]);
  move(db, 'valg-ean-nummer', '2026-02-01');
  await queueAt(db, TUESDAYS[1]);
  const mail = mailsTo(db, ODA)[1];
  expect(mail?.subject).toMatch(/^Opsummering af jeres opgaver: 1 ændret/);
  expect(listed(mail?.text ?? '', 'Ændret')).toEqual([
    'Indsend EAN-nummer til fakturering for VALG-løsningen',
  ]);
  expect(mail?.text).toContain('  Før: 1. december 2025\n  Frist: 1. februar 2026');
  expect(mail?.html).toContain('<s>1. december 2025</s>');
  expect(mail?.text).not.toContain('Nyt (');
});

test('what was withdrawn is told once', async () => {
  const db = portalWith('odense');
  switchOn(db);
  await queueAt(db, TUESDAYS[0]);
  const withdrawn = {
    entity: 'task',
    objectId: 'valg-ean-nummer',
    field: 'withdrawnOn',
    value: '2025-11-27',
  };
  correct(db, '2025-11-27T10:00:00Z', [withdrawn]);
  await queueAt(db, TUESDAYS[1]);
  await queueAt(db, TUESDAYS[2]);
  const [, second, third] = mailsTo(db, ODA);
  expect(listed(second?.text ?? '', 'Udgået')).toEqual([
    'Indsend EAN-nummer til fakturering for VALG-løsningen',
  ]);
  expect(third?.text ?? '').not.toContain('EAN-nummer');
});

test('a system owner hears of their own solutions only', async () => {
  const db = portalWith('owner');
  switchOn(db);
  await queueAt(db, TUESDAYS[0]);
  const text = mailsTo(db, CAST.owner.email)[0]?.text ?? '';
  expect(text).toContain('opgaver om jeres løsninger');
  expect(listed(text, 'Nyt').length).toBeGreaterThan(3);
  expect(text).not.toMatch(/VALG|FLIS|K98/);
});

test("a signature is told to its own municipality, and nobody's mail holds another's matter", async () => {
  const db = portalWith('odense', 'assens');
  switchOn(db);
  await queueAt(db, TUESDAYS[0]);
  const { id } = db.$client
    .prepare(
      "select id from signature where municipality_id = '0420' and status = 'missing' and withdrawn_on is null limit 1",
    )
    .get() as { id: string };
  correct(db, '2025-11-27T10:00:00Z', [
    { entity: 'signature', objectId: id, field: 'status', value: 'signed' },
  ]);
  await queueAt(db, TUESDAYS[1]);
  const assens = mailsTo(db, CAST.assens.email);
  expect(assens[1]?.subject).toContain('1 løst');
  expect(listed(assens[1]?.text ?? '', 'Løst siden sidst').length).toBe(1);
  const odense = mailsTo(db, ODA);
  expect(odense.map(({ text }) => text).join()).not.toMatch(/Løst siden sidst|Assens/);
  expect(assens.map(({ text }) => text).join()).not.toContain('Odense');
});

describe('98 municipalities with 3 people each', () => {
  test('stopped in the middle and gone on with: each gets exactly one, through a real server', async () => {
    const db = seededDatabase();
    addProgrammeLeaders(db, 3);
    switchOn(db);
    const stop = new AbortController();
    setImmediate(() => setImmediate(() => stop.abort()));
    const first = await queueAt(db, TUESDAYS[0], stop.signal);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(294);
    expect(first + (await queueAt(db, '2025-11-25T08:01:00Z'))).toBe(294);
    expect(await queueAt(db, '2025-11-25T08:02:00Z')).toBe(0);

    const server = await startMailServer();
    await deliverDue(db, transportTo(server.url), () => new Date('2025-11-25T08:03:00Z'));
    const receivers = server.arrived.map(({ envelope }) => envelope.to[0]);
    expect(new Set(receivers).size).toBe(294);
    expect(receivers.length).toBe(294);
    for (const { text, envelope } of server.arrived) {
      const own = /@(.+)\.test$/.exec(envelope.to[0] ?? '')?.[1];
      const named = new Set(Array.from(text.matchAll(/\/kommuner\/([\w-]+)/g), ([, slug]) => slug));
      expect([...named]).toEqual([own]);
    }
    const [one] = server.arrived;
    expect(one?.header('list-unsubscribe')).toMatch(/^<https:\/\/portal\.example\.dk\/afmeld\/[\w-]{43}>$/);
    expect(one?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  }, 60_000);
});

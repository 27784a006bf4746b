/** What an entry says, and what becomes of it when its date moves or it is withdrawn. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { restore } from '#src/cli/restore.ts';
import { readConfig } from '#src/config.ts';
import { backupDatabase } from '#src/db/backup.ts';
import { openDatabase } from '#src/db/client.ts';
import { daysOf } from '#src/overviews/calendars/rules.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { between, day, EMPTY, UNCLEAR } from '#test/support/fuzzy-dates.ts';
import { type ParsedEvent, parseCalendar } from '#test/support/ical.ts';
import { correct, type TestChange } from '#test/support/meetings.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const TASK = { entity: 'task', objectId: 'rolle-4-telefonnumre' };
const UID = 'task/rolle-4-telefonnumre@programlederportalen';

async function entry({ get }: TestApp, url = '/klik.ics') {
  return parseCalendar((await get(url)).text).events.find(({ uid }) => uid === UID);
}

async function entriesOf({ get }: TestApp, url: string): Promise<Map<string, ParsedEvent>> {
  return new Map(parseCalendar((await get(url)).text).events.map((one) => [one.uid, one]));
}

/** Everything that a reader sees. */
function textOf(event: ParsedEvent | undefined): string {
  return JSON.stringify({ ...event, sequence: 0, stamp: '' });
}

/** Seconds since 2020. */
function revision(instant: string): number {
  return (Date.parse(instant) - Date.UTC(2020, 0, 1)) / 1000;
}

function of(entity: string, objectId: string) {
  return { entity, objectId };
}

describe('which days an entry fills', () => {
  const raw = (words: string, date = between('2025-12-11', '2025-12-20')) => ({ ...date, raw: words });
  const cases: [string, Parameters<typeof daysOf>[0], ReturnType<typeof daysOf>][] = [
    ['a day', day('2025-12-15'), { first: '2025-12-15', last: '2025-12-15', mark: '' }],
    [
      'a day in doubt',
      { ...day('2025-12-15'), uncertain: true },
      { first: '2025-12-15', last: '2025-12-15', mark: '(usikker)' },
    ],
    ['a period between two days', raw('11.12.-20.12'), { first: '2025-12-11', last: '2025-12-20', mark: '' }],
    [
      'part of a month',
      { ...between('2025-12-11', '2025-12-20', 'third'), raw: 'Medio dec.' },
      { first: '2025-12-11', last: '2025-12-20', mark: '(usikker)' },
    ],
    [
      'two parts of a month',
      raw('Medio/ultimo dec'),
      { first: '2025-12-11', last: '2025-12-20', mark: '(usikker)' },
    ],
    ['weeks', raw('Uge 50-51'), { first: '2025-12-11', last: '2025-12-20', mark: '(usikker)' }],
    [
      'an open end',
      between('2027-01-01', null, 'after'),
      { first: '2027-01-01', last: '2027-01-01', mark: '(usikker, tidligst)' },
    ],
    [
      'an open beginning',
      between(null, '2026-06-26', 'before'),
      { first: '2026-06-26', last: '2026-06-26', mark: '(usikker, senest)' },
    ],
    ['an empty cell', EMPTY, null],
    ['the word Uafklaret', UNCLEAR, null],
  ];
  test.each(cases)('%s', (_name, date, days) => expect(daysOf(date)).toEqual(days));
});

test('an entry has link, kind, date in words and source, and no guests', async () => {
  const portal = await buildTestApp();
  const text = (await portal.get('/klik/rolle-4-telefonnumre.ics')).text;
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER|METHOD/);
  expect(parseCalendar(text).events).toEqual([
    {
      uid: UID,
      sequence: expect.any(Number),
      stamp: '20251124T120000Z',
      start: '2026-01-09',
      end: '2026-01-10',
      title: 'Frist: (Rolle 4) Sikr telefonnumre på roller i KLIK',
      description: [
        'http://127.0.0.1:3000/klik/rolle-4-telefonnumre',
        '',
        'KLIK',
        'Frist: 9. januar 2026',
        'Starter: 6. november 2025',
        'Kilde: Nov. 2025, slide 4',
      ].join('\n'),
      url: 'http://127.0.0.1:3000/klik/rolle-4-telefonnumre',
      status: 'CONFIRMED',
      categories: ['KLIK'],
    },
  ]);
});

describe('when something changes', () => {
  test('the entry keeps its UID, and SEQUENCE and DTSTAMP rise each time, also when a date moves back', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-01-16') }]);
    expect(await entry(portal)).toMatchObject({
      sequence: revision('2025-12-01T09:00:00Z'),
      start: '2026-01-16',
      stamp: '20251201T090000Z',
    });
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-01-09') }]);
    expect(await entry(portal)).toMatchObject({
      sequence: revision('2025-12-02T09:00:00Z'),
      start: '2026-01-09',
      stamp: '20251202T090000Z',
    });
  });

  const NOTE = '43cccf2dadcabadc';
  const PAIR = 'task/flis-underskriv-databehandleraftale=agreement/flis-databehandleraftale';
  test('several deeds of one second are told apart', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    const numbers: number[] = [];
    for (const moved of ['2026-01-16', '2026-01-23', '2026-01-09']) {
      correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: day(moved) }]);
      numbers.push((await entry(portal))?.sequence ?? 0);
    }
    const first = revision('2025-12-01T09:00:00Z');
    expect(numbers).toEqual([first, first + 1, first + 2]);
  });

  const texts: [string, string, Pick<TestChange, 'entity' | 'objectId' | 'field' | 'value'>][] = [
    ['the title', '/klik.ics', { ...TASK, field: 'title', value: 'Ny titel' }],
    ['the name of the solution', '/klik.ics', { ...of('solution', 'klik'), field: 'name', value: 'KLIK 2' }],
    [
      'a note that goes',
      '/frister.ics',
      { ...of('task_note', NOTE), field: 'withdrawnOn', value: '2025-12-01' },
    ],
    [
      'a pair that is parted',
      '/klik.ics',
      { ...of('same_ask', PAIR), field: 'withdrawnOn', value: '2025-12-01' },
    ],
    [
      'the municipality’s signature',
      '/kommuner/odense/kalender.ics',
      { ...of('signature', 'tre-datastandarder/0461'), field: 'status', value: 'in-progress' },
    ],
    [
      'a status that is not counted any more',
      '/kommuner/odense/kalender.ics',
      { ...of('signature', 'tre-datastandarder/0461'), field: 'withdrawnOn', value: '2025-12-01' },
    ],
    [
      'what the application holds',
      '/k98.ics',
      { ...of('application_field', 'navn'), field: 'title', value: 'Fulde navn' },
    ],
  ];
  test.each(texts)('%s: what reads another way has a higher SEQUENCE', async (_name, url, change) => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    const before = await entriesOf(portal, url);
    correct(portal.db, '2025-12-01T09:00:00Z', [change]);
    const after = await entriesOf(portal, url);
    const moved = [...after].filter(([uid, one]) => textOf(one) !== textOf(before.get(uid)));
    expect(moved.length).toBeGreaterThan(0);
    for (const [uid, one] of moved)
      expect(one.sequence, uid).toBeGreaterThan(before.get(uid)?.sequence ?? Number.POSITIVE_INFINITY);
    const same = [...after].filter(([uid, one]) => one.sequence === before.get(uid)?.sequence);
    if (change.entity !== 'same_ask') expect(same.length, 'all others stay').toBeGreaterThan(0);
  });

  test('an entry that loses its day leaves the calendar, and keeps its UID when it comes back', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: UNCLEAR }]);
    expect(await entry(portal)).toBeUndefined();
    expect((await portal.get('/klik/rolle-4-telefonnumre.ics')).status).toBe(404);
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-02-01') }]);
    expect(await entry(portal)).toMatchObject({ start: '2026-02-01', stamp: '20251202T090000Z' });
  });

  test('a backup that is put back gives no number below one that was told', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    const folder = temporaryFolder();
    const backup = join(folder, 'kopi.db');
    await backupDatabase(portal.db.$client.name, backup);
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-01-16') }]);
    const told = (await entry(portal))?.sequence ?? Number.POSITIVE_INFINITY;

    const io = { config: readConfig({ PORTAL_DATA: folder }), out: () => {}, fail: () => {} };
    expect(await restore.run([backup], io)).toBe(0);
    const db = openDatabase(join(folder, 'portal.db'));
    onTestFinished(() => {
      db.$client.close();
    });
    const restored = await entry(await buildTestApp({ today: '2025-12-03', db }));
    expect(restored?.start).toBe('2026-01-09');
    expect(restored?.sequence).toBeGreaterThan(told);
  });
});

describe('when an ask is withdrawn', () => {
  const withdraw = (portal: TestApp) =>
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'withdrawnOn', value: '2025-12-01' }]);

  test.each([
    '/frister.ics',
    '/klik.ics',
    '/klik/rolle-4-telefonnumre.ics',
    '/kommuner/odense/kalender.ics',
    '/loesninger/klik.ics',
  ])('%s says so in the title and cancels it', async (url) => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    withdraw(portal);
    expect(await entry(portal, url)).toMatchObject({
      status: 'CANCELLED',
      sequence: revision('2025-12-01T09:00:00Z'),
      start: '2026-01-09',
      title: 'Aflyst: Frist: (Rolle 4) Sikr telefonnumre på roller i KLIK',
    });
    expect((await portal.get('/frister')).text).not.toContain('Sikr telefonnumre');
  });

  test('it is confirmed again, with a higher SEQUENCE, when that is undone', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    withdraw(portal);
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'withdrawnOn', value: null }]);
    expect(await entry(portal)).toMatchObject({
      status: 'CONFIRMED',
      sequence: revision('2025-12-02T09:00:00Z'),
    });
  });

  test('after its day nobody is told of it any more', async () => {
    const portal = await buildTestApp({ today: '2026-03-01' });
    withdraw(portal);
    expect(await entry(portal)).toBeUndefined();
  });
});

test('a title with marks, line ends and 10 kB injects nothing and comes out whole', async () => {
  const portal = await buildTestApp();
  const title = `Æ;,\\"\r\nATTENDEE:mailto:a@b.dk\r\n${'😀ø,'.repeat(1500)}`;
  correct(portal.db, '2025-11-24T12:30:00Z', [{ ...TASK, field: 'title', value: title }]);
  expect((await entry(portal))?.title).toContain(`Æ;,\\"\nATTENDEE:mailto:a@b.dk\n😀ø,`);
});

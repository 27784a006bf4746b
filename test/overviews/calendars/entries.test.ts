/** What an entry says, and what becomes of it when its date moves or it is withdrawn. */
import { describe, expect, test } from 'vitest';
import { daysOf } from '#src/overviews/calendars/rules.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { between, day, EMPTY, UNCLEAR } from '#test/support/fuzzy-dates.ts';
import { parseCalendar } from '#test/support/ical.ts';
import { correct } from '#test/support/meetings.ts';

const TASK = { entity: 'task', objectId: 'rolle-4-telefonnumre' };
const UID = 'task/rolle-4-telefonnumre@programlederportalen';

async function entry({ get }: TestApp, url = '/klik.ics') {
  return parseCalendar((await get(url)).text).events.find(({ uid }) => uid === UID);
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
      sequence: 0,
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

describe('when a date moves', () => {
  test('the entry keeps its UID, and SEQUENCE and DTSTAMP rise', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-01-16') }]);
    expect(await entry(portal)).toMatchObject({
      sequence: 1,
      start: '2026-01-16',
      stamp: '20251201T090000Z',
    });
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-01-09') }]);
    expect(await entry(portal)).toMatchObject({
      sequence: 2,
      start: '2026-01-09',
      stamp: '20251202T090000Z',
    });
  });

  test('SEQUENCE stays when only words change, and DTSTAMP tells that something did', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    const same = { ...day('2026-01-09'), raw: 'den 9. januar' };
    correct(portal.db, '2025-12-01T09:00:00Z', [
      { ...TASK, field: 'wording', value: 'Andre ord' },
      { ...TASK, field: 'end', value: same },
    ]);
    expect(await entry(portal)).toMatchObject({ sequence: 0, stamp: '20251201T090000Z' });
  });

  test('an entry that loses its day leaves the calendar, and keeps its UID when it comes back', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    correct(portal.db, '2025-12-01T09:00:00Z', [{ ...TASK, field: 'end', value: UNCLEAR }]);
    expect(await entry(portal)).toBeUndefined();
    expect((await portal.get('/klik/rolle-4-telefonnumre.ics')).status).toBe(404);
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'end', value: day('2026-02-01') }]);
    expect(await entry(portal)).toMatchObject({ sequence: 2, start: '2026-02-01' });
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
      sequence: 1,
      start: '2026-01-09',
      title: 'Aflyst: Frist: (Rolle 4) Sikr telefonnumre på roller i KLIK',
    });
    expect((await portal.get('/frister')).text).not.toContain('Sikr telefonnumre');
  });

  test('it is confirmed again, with a higher SEQUENCE, when that is undone', async () => {
    const portal = await buildTestApp({ today: '2025-12-03' });
    withdraw(portal);
    correct(portal.db, '2025-12-02T09:00:00Z', [{ ...TASK, field: 'withdrawnOn', value: null }]);
    expect(await entry(portal)).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
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

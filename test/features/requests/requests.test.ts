import { describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { requests } from '#src/features/requests/index.ts';
import { listRequests } from '#src/features/requests/queries.ts';
import { eventAskedFor, inOrderOfAsking, momentOf, requestTitle } from '#src/features/requests/rules.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const on = (day: string): FuzzyDate => ({
  raw: day,
  from: day,
  to: day,
  precision: 'day',
  yearInferred: false,
});

describe('what an ask is called', () => {
  test.each([
    [{ title: 'Send tal', wording: 'Send jeres tal.', text: 'Opgaven: tal' }, 'Send tal'],
    [{ title: null, wording: 'Send jeres tal.', text: 'Opgaven: tal' }, 'Send jeres tal.'],
    [{ title: null, wording: null, text: 'Opgaven: tal' }, 'Opgaven: tal'],
    [{ title: null, wording: null, text: null }, 'Opgave på slide 7'],
  ])('%o', (words, title) => {
    expect(requestTitle({ ...words, slide: 7 })).toBe(title);
  });
});

describe('the day that matters to an ask', () => {
  const event = { date: on('2026-01-21'), signupDeadline: on('2026-01-19') };
  test.each([
    ['its own deadline first', { deadline: on('2025-12-15') }, event, 'Frist', '2025-12-15'],
    ['else the last day to sign up', { deadline: null }, event, 'Tilmeldingsfrist', '2026-01-19'],
    ['else the event', { deadline: null }, { ...event, signupDeadline: null }, 'Afholdes', '2026-01-21'],
  ] as const)('%s', (_name, request, about, what, day) => {
    expect(momentOf(request, about)).toMatchObject({ what, date: { from: day } });
  });

  test('none where neither is told', () => {
    expect(momentOf({ deadline: null }, undefined)).toBeNull();
  });

  test('of several events on a slide the ask is about the latest', () => {
    const events = [{ date: on('2025-10-01') }, { date: on('2026-01-08') }, { date: on('2025-06-26') }];
    expect(eventAskedFor(events)?.date.from).toBe('2026-01-08');
  });
});

test('what is only told comes after what is asked, and undated after dated', () => {
  const order = inOrderOfAsking([
    { informationOnly: true, deadline: null, name: 'told' },
    { informationOnly: false, deadline: null, name: 'undated' },
    { informationOnly: false, deadline: on('2025-12-15'), name: 'dated' },
  ]).map(({ name }) => name);
  expect(order).toEqual(['dated', 'undated', 'told']);
});

describe('the page of an ask', () => {
  test('the evaluation of the election: what, by when, whose, from where', async () => {
    const { db, get } = await buildTestApp();
    const ask = listRequests(db).find((one) => one.solutionId === 'valg' && one.stated);
    const { status, text } = await get(`/opgaver/${ask?.id}`);
    expect(status).toBe(200);
    const words = pageWords(text);
    expect(words).toContain('Frist om 21 dage');
    expect(words).toContain('15. december 2025');
    expect(words).toContain('KOMBIT har ikke opgjort status pr. kommune');
    expect(text).toContain('href="/loesninger/valg"');
    expect(text).toContain('href="/moeder/2025-11/slide/36"');
  });

  test('a theme that is only for information asks for nothing and has no status', async () => {
    const { db, get } = await buildTestApp();
    const told = listRequests(db).find((one) => one.informationOnly);
    const words = pageWords((await get(`/opgaver/${told?.id}`)).text);
    expect(words).toContain('Til orientering');
    expect(words).not.toContain('Det skal I gøre');
    expect(words).not.toContain('ikke opgjort');
  });

  test('an ask about DUBU concerns those who use DUBU, and nobody knows who they are', async () => {
    const { db, get } = await buildTestApp();
    const ask = listRequests(db).find((one) => one.solutionId === 'dubu');
    expect(pageWords((await get(`/opgaver/${ask?.id}`)).text)).toContain(
      'DUBU-kommuner (ikke oplyst hvilke)',
    );
    const offer = requests
      .deadlines?.({ db, today: MEETING_DAY })
      .find((one) => one.key === `request/${ask?.id}`);
    expect(offer?.appliesToId).toBe('dubu');
  });

  test('an ask that nobody has worded yet is quoted, not hidden', async () => {
    const db = seededDatabase();
    recordDeed(db, { kind: 'import', actor: 'test', actorRole: 'staff', title: 'Prøve', now: new Date(0) }, [
      {
        entity: 'request',
        objectId: 'opgave-proeve',
        field: null,
        value: {
          solutionId: 'sapa',
          text: 'Opgaven: husk jeres tal',
          informationOnly: false,
          stated: true,
          confidence: 'high',
        },
        effectiveOn: MEETING_DAY,
        meetingId: '2025-11',
        slide: 16,
      },
    ]);
    const { get } = await buildTestApp({ db });
    expect(pageWords((await get('/opgaver/opgave-proeve')).text)).toContain('Opgaven: husk jeres tal');
  });

  test('an unknown ask, and one that nobody had made yet, are not found', async () => {
    const { db, get } = await buildTestApp();
    expect((await get('/opgaver/findes-ikke')).status).toBe(404);
    const [ask] = listRequests(db);
    const early = await get(`/opgaver/${ask?.id}?stand=2025-11-19`);
    expect(early.status).toBe(404);
    expect(early.text).toContain('Opgaven findes ikke');
  });

  test('a shortened address leads to the list of asks and keeps the day', async () => {
    const { get } = await buildTestApp();
    const { status, headers } = await get('/opgaver?stand=2025-11-20');
    expect(status).toBe(302);
    expect(headers.location).toBe('/frister?type=opgave&status=alle&stand=2025-11-20');
    expect((await get(String(headers.location))).status).toBe(200);
  });
});

test('every ask is offered as a deadline; one without a day says nothing and never "Uafklaret"', () => {
  const db = seededDatabase();
  const offers = requests.deadlines?.({ db, today: MEETING_DAY }) ?? [];
  expect(offers).toHaveLength(listRequests(db).length);
  expect(offers.find((one) => one.solutionId === 'valg')?.date.to).toBe('2025-12-15');
  const undated = offers.filter((one) => one.date.to === null);
  expect(undated.length).toBeGreaterThan(0);
  expect(new Set(undated.map((one) => one.date.precision))).toEqual(new Set(['none']));
  expect(offers.filter((one) => one.informationOnly).map((one) => one.solutionId)).toEqual(['fki-sts']);
});

import { describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import type { DeadlineOffer } from '#src/core/offers/offers.ts';
import { news } from '#src/features/news/index.ts';
import { listContractDates, listEvents, listNewsItems } from '#src/features/news/queries.ts';
import {
  contractNote,
  isInvitation,
  isNewestOfItsSlide,
  isToldHere,
  pageOfStatement,
  splitEvents,
  timeWords,
} from '#src/features/news/rules.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const on = (day: string): FuzzyDate => ({
  raw: day,
  from: day,
  to: day,
  precision: 'day',
  yearInferred: false,
});
const offers = (): DeadlineOffer[] => news.deadlines?.({ db: seededDatabase(), today: MEETING_DAY }) ?? [];

describe('a time of day in words', () => {
  test.each([
    ['09:30-11:00', 'kl. 9.30–11.00'],
    ['9.30–11.00', 'kl. 9.30–11.00'],
    ['09.30 - 11.00', 'kl. 9.30–11.00'],
    ['20:30', 'kl. 20.30'],
    ['10:05', 'kl. 10.05'],
    [null, ''],
  ])('%s -> %s', (time, words) => {
    expect(timeWords(time)).toBe(words);
  });
});

describe('events', () => {
  const events = [
    { id: 'a', meetingId: '2025-11', slide: 13, date: on('2025-06-26') },
    { id: 'b', meetingId: '2025-11', slide: 13, date: on('2026-01-08') },
    { id: 'c', meetingId: '2025-11', slide: 14, date: on('2025-11-24') },
  ];

  test('one of today has not been held yet; held ones come latest first', () => {
    const { upcoming, held } = splitEvents(
      [...events, { ...events[0], id: 'd', date: on('2025-10-01') }],
      MEETING_DAY,
    );
    expect(upcoming.map(({ date }) => date.from)).toEqual(['2025-11-24', '2026-01-08']);
    expect(held.map(({ date }) => date.from)).toEqual(['2025-10-01', '2025-06-26']);
  });

  test('what a slide says is about its latest event', () => {
    expect(events.filter((one) => isNewestOfItsSlide(one, events)).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('the demonstration has a row of its own for the last day to sign up, and that is something to do', () => {
    const own = offers().filter((one) => one.date.from?.startsWith('2026-01-'));
    expect(own.map((one) => [one.date.from, one.dateLabel, one.informationOnly])).toEqual([
      ['2026-01-08', 'afholdes', true],
      ['2026-01-21', 'afholdes', true],
      ['2026-01-19', 'tilmeldingsfrist', false],
    ]);
  });

  test('the dialogue meeting and the demonstration with time, place, audience and the last day to sign up', async () => {
    const { get } = await buildTestApp();
    const words = pageWords(sectionOf((await get('/loesninger/sapa')).text, 'arrangementer'));
    expect(words).toMatch(
      /tors\. 8\. jan\. 2026 om 45 dage Dialogmøde om skattedata i SAPA kl\. 9\.30–11\.00/,
    );
    expect(words).toMatch(/ons\. 21\. jan\. 2026 .*kl\. 9\.30–11\.00 · Teams · For: Nye brugere/);
    expect(words).toContain('Tilmeldingsfrist man. 19. jan. 2026');
    expect(words).toMatch(/Afholdte arrangementer \(2\).*1\. okt\. 2025.*26\. juni 2025/);
  });

  test('a meeting that was announced on 4 November stands from that day on', async () => {
    const { get } = await buildTestApp();
    const events = async (day: string) =>
      pageWords(sectionOf((await get(`/loesninger/sapa?stand=${day}`)).text, 'arrangementer'));
    expect(await events('2025-11-03')).not.toContain('8. jan. 2026');
    expect(await events('2025-11-04')).toContain('8. jan. 2026');
  });

  test('when all are held the page says so and a passed last day to sign up is called passed', async () => {
    const { get } = await buildTestApp({ today: '2026-02-01' });
    const words = pageWords(sectionOf((await get('/loesninger/sapa')).text, 'arrangementer'));
    expect(words).toContain('Der er ingen kommende arrangementer');
    expect(words).toContain('Afholdte arrangementer (4)');
    expect(words).toContain('Tilmeldingsfrist passeret');
  });
});

describe('the DUBU contract', () => {
  test('both dates stand as they were said: the end of 2026 in its words, the other as a day', async () => {
    const { get } = await buildTestApp();
    const text = sectionOf((await get('/loesninger/dubu')).text, 'kontrakt');
    const words = pageWords(text);
    expect(words).toMatch(/Bortfalder, hvis den ikke forlænges ”ved udgangen af 2026”/);
    expect(words).toMatch(
      /Løber frem til 24\. november 2028 ”frem til udgangen af 2028 \(24\. november 2028\)”/,
    );
    expect(words).toMatch(/Sidste option på forlængelse ”ved udgangen af 2026”/);
    expect(words).not.toContain('31. december 2026');
    expect(words).toContain('kortets farver kan ikke læses');
  });

  test('among the deadlines the early end never stands without the later one', () => {
    const own = offers().filter((one) => one.solutionId === 'dubu');
    expect(own).toHaveLength(3);
    expect(
      own.every((one) => one.kind === 'milestone' && one.informationOnly && one.appliesToId === 'dubu'),
    ).toBe(true);
    expect(own.find((one) => one.title.includes('hvis den ikke forlænges'))?.note).toContain(
      '24. november 2028',
    );
  });

  test('without a later date there is nothing to add', () => {
    const [said] = listContractDates(seededDatabase()).filter((one) => one.what === 'expiry-said');
    expect(said && contractNote(said, [said])).toBe('');
  });

  test('what to pass on, and to whom, stands first', async () => {
    const { get } = await buildTestApp();
    const page = (await get('/loesninger/dubu')).text;
    expect(page.indexOf('id="opgaver"')).toBeLessThan(page.indexOf('id="kontrakt"'));
    expect(pageWords(sectionOf(page, 'opgaver'))).toMatch(/it-portefølje, kontrakter og it-økonomi/);
  });
});

describe('NIS2 and headlines', () => {
  test('folder and school each stand under the title of their slide, with link and courses', async () => {
    const { get } = await buildTestApp();
    const text = (await get('/loesninger/nis2')).text;
    const folder = sectionOf(text, 'slide-2025-11-18');
    const school = sectionOf(text, 'slide-2025-11-19');
    expect(pageWords(folder)).toMatch(
      /Fælles folder om hjælp til NIS2 .*leverandørstyring.*hændelseshåndtering/,
    );
    expect(folder).toContain('https://www.kl.dk/');
    expect(pageWords(school)).toMatch(/Cybersikkerhedsskolen .*beredskab.*Den Offentlige NIS2-uddannelse/);
    expect(school).toContain('https://www.komponent.dk/kommunernes-cybersikkerhedsskole');
  });

  test('all fifteen headlines of the SAPA news page', async () => {
    const { db, get } = await buildTestApp();
    expect(listNewsItems(db).filter((one) => one.solutionId === 'sapa')).toHaveLength(15);
    const section = sectionOf((await get('/loesninger/sapa')).text, 'nyheder');
    expect(section.match(/<li id="nyhed-/g)).toHaveLength(15);
    expect(pageWords(section)).toContain('SAPA Basisoplysninger');
  });
});

describe('sentences', () => {
  test.each([
    [{ target: 'sapa', kind: 'lead' as const }, true],
    [{ target: 'sapa/news-letter', kind: 'note' as const }, true],
    [{ target: 'sapa/dupla', kind: 'note' as const }, false],
    [{ target: 'nis2/folder', kind: 'bullet' as const }, false],
  ])('%o invites to what stands on its slide: %s', (statement, expected) => {
    expect(isInvitation(statement)).toBe(expected);
  });

  test.each([
    ['dubu/clause', true],
    ['aftaler', true],
    ['valg/incident', false],
    ['k98/lead', false],
  ])('%s is told slide by slide: %s', (target, expected) => {
    expect(isToldHere({ target })).toBe(expected);
  });

  test.each([
    [{ target: 'sts/what', solutionId: 'fki-sts', meetingId: '2025-11', slide: 23 }, '/sts'],
    [{ target: 'k98/lead', solutionId: 'k98', meetingId: '2025-11', slide: 44 }, '/k98'],
    [{ target: 'dubu/clause', solutionId: 'dubu', meetingId: '2025-11', slide: 7 }, '/loesninger/dubu'],
    [
      { target: 'moeder/after', solutionId: null, meetingId: '2025-11', slide: 53 },
      '/moeder/2025-11/slide/53',
    ],
  ])('%o stands at %s', (statement, href) => {
    expect(pageOfStatement(statement)).toBe(href);
  });

  test('one that only OCR gave is not quoted; one with clean letters is, in quotes', async () => {
    const db = seededDatabase();
    const statement = (id: string, text: string, confidence: string) => ({
      entity: 'statement',
      objectId: id,
      field: null,
      value: { kind: 'bullet', target: 'nis2/folder', solutionId: 'nis2', text, position: 900, confidence },
      effectiveOn: MEETING_DAY,
      meetingId: '2025-11',
      slide: 18,
    });
    recordDeed(db, { kind: 'import', actor: 'test', actorRole: 'staff', title: 'Prøve', now: new Date(0) }, [
      statement('ren', 'En ren prøvesætning', 'high'),
      statement('skadet', 'En sk4det pr@vesztning', 'low'),
    ]);
    const { get } = await buildTestApp({ db });
    const words = pageWords((await get('/loesninger/nis2')).text);
    expect(words).toContain('”En ren prøvesætning”');
    expect(words).not.toContain('sk4det');
    const reading = { db, today: MEETING_DAY };
    expect(news.describe?.(reading, 'statement', 'ren')?.title).toBe('”En ren prøvesætning”');
    expect(news.describe?.(reading, 'statement', 'skadet')).toBeUndefined();
  });
});

test('events, headlines and contract dates are described with an address that stands', async () => {
  const { db, get } = await buildTestApp();
  const reading = { db, today: MEETING_DAY };
  const objects = [
    ...listEvents(db).map(({ id }) => ['event', id] as const),
    ...listNewsItems(db).map(({ id }) => ['news_item', id] as const),
    ...listContractDates(db).map(({ id }) => ['contract_date', id] as const),
  ];
  const pages = new Map<string, string>();
  for (const [entity, id] of objects) {
    const [path = '', anchor = ''] = news.describe?.(reading, entity, id)?.href.split('#') ?? [];
    if (!pages.has(path)) pages.set(path, (await get(path)).text);
    expect(pages.get(path), `${entity} ${id}`).toContain(`id="${anchor}"`);
  }
});

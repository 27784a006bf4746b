import { describe, expect, test } from 'vitest';
import { openMigrated } from '#src/db/migrate.ts';
import { homePage } from '#src/overviews/home/page.ts';
import { buildTestApp } from '#test/support/app.ts';
import { deadline } from '#test/support/deadlines.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const ownCookie = { cookie: 'kommune=odense' };
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie'] ?? '');
/** The panel that a heading of the right column belongs to. */
const panelOf = (html: string, id: string) =>
  pageWords(
    html.match(new RegExp(`<section class="panel[^>]*aria-labelledby="${id}".*?</section>`, 's'))?.[0] ?? '',
  );

describe('choosing a municipality', () => {
  test('is remembered for a year, out of reach of scripts and of other sites', async () => {
    const { get } = await buildTestApp();
    const { status, text, headers } = await get('/?kommune=odense');
    expect(status).toBe(200);
    expect(cookieOf(headers)).toMatch(/^kommune=odense; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(text).toContain('<h1 class="h1">Hvad skal Odense Kommune gøre nu?</h1>');
    expect(text).toContain('<option value="odense" selected>');
  });

  test('is for https alone where the portal is', async () => {
    const { get } = await buildTestApp({ settings: { PORTAL_URL: 'https://portal.example.dk' } });
    expect(cookieOf((await get('/?kommune=odense')).headers)).toContain('; Secure');
  });

  test('holds on the next visit, which sets nothing', async () => {
    const { get } = await buildTestApp();
    const { text, headers } = await get('/', ownCookie);
    expect(text).toContain('Hvad skal Odense Kommune gøre nu?');
    expect(cookieOf(headers)).toBe('');
  });

  test.each([
    ['koebenhavn', 'Københavns Kommune'],
    ['bornholm', 'Bornholms Regionskommune'],
  ])('of %s is named as the municipality names itself, on every page', async (slug, officialName) => {
    const { get } = await buildTestApp();
    const cookie = { cookie: `kommune=${slug}` };
    expect((await get('/', cookie)).text).toContain(`Hvad skal ${officialName} gøre nu?`);
    expect((await get('/frister', cookie)).text).toContain(`</svg>${officialName}</a>`);
  });

  test('is forgotten by choosing none', async () => {
    const { get } = await buildTestApp();
    const { text, headers } = await get('/?kommune=', ownCookie);
    expect(text).toContain('Hvad skal jeres kommune gøre nu?');
    expect(cookieOf(headers)).toMatch(/^kommune=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/);
  });

  test('of an unknown name is refused, and the remembered one stays', async () => {
    const { get } = await buildTestApp();
    const { status, text, headers } = await get('/?kommune=odensee', ownCookie);
    expect(status).toBe(422);
    expect(pageWords(text)).toContain(
      'Der er ingen kommune med navnet »odensee« i adressen. Vælg kommunen på listen.',
    );
    expect(cookieOf(headers)).toBe('');
  });

  test('with a cookie that names none any more is no choice', async () => {
    const { get } = await buildTestApp();
    expect((await get('/', { cookie: 'kommune=findes-ikke' })).text).toContain('Hvad skal jeres kommune');
  });
});

describe('the front page on the meeting day', () => {
  test('says the next step, and what is counted as missing for the municipality with its day', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/?kommune=odense');
    const steps = pageWords(text.match(/<section class="next-steps".*?<\/section>/s)?.[0] ?? '');
    expect(steps).toContain('Næste frist, man. 1. dec. 2025, om 7 dage Indsend EAN-nummer');
    expect(steps).toContain('Mangler hos jer (opgjort 20. nov. 2025), frist man. 15. dec. 2025, om 21 dage');
  });

  test('who has signed is told of no missing signature', async () => {
    const { get } = await buildTestApp();
    expect(pageWords((await get('/?kommune=struer')).text)).not.toContain('Mangler hos jer');
  });

  test('the five counts are the sizes of the groups they lead to', async () => {
    const { get } = await buildTestApp();
    for (const url of ['/', '/?kommune=odense', '/?stand=2025-11-19']) {
      const { text } = await get(url);
      const tally = text.match(/<ul class="tally">.*?<\/ul>/s)?.[0] ?? '';
      const counts = [...tally.matchAll(/<li>(?:<a href="#([\w-]+)">|<span).*?<\/svg>(\d+)<\/b>/gs)];
      expect(counts).toHaveLength(5);
      for (const [, id, count] of counts) {
        const rows = id ? (sectionOf(text, id).match(/<li class="deadline">/g)?.length ?? 0) : 0;
        expect(`${url} ${id ?? 'tom'}: ${rows}`).toBe(`${url} ${id ?? 'tom'}: ${count}`);
      }
    }
  });

  test('the same rows are open here and on Frister', async () => {
    const { get } = await buildTestApp();
    const home = (await get('/?kommune=odense')).text.match(/<li class="deadline">/g)?.length;
    expect(pageWords((await get('/frister?kommune=odense')).text)).toContain(
      `${home} frister for Odense Kommune`,
    );
  });

  test('15 December is pointed out as a day of several deadlines', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/');
    const hint = pageWords(text.match(/<p class="collision">.*?<\/p>/s)?.[0] ?? '');
    expect(hint).toContain('frister falder samme dag, mandag den 15. december 2025:');
    expect(hint).toContain('Tilslutningsaftale om tre begrebs- og datastandarder');
    expect(hint).toContain('ADG_0');
  });

  test('"ikke opgjort" is said once and on no row', async () => {
    const { get } = await buildTestApp();
    const words = pageWords((await get('/?kommune=odense')).text);
    expect(words.match(/ikke opgjort/gi)).toHaveLength(1);
  });

  test('beside it: signatures with their count, what the meeting brought, and the next meeting', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/?kommune=odense');
    const signatures = panelOf(text, 'underskrifter');
    expect(signatures).toContain('15 af 98 kommuner');
    expect(signatures).toContain('Odense: Mangler');
    expect(signatures).toContain('Frist man. 15. dec. 2025, om 21 dage. Opgjort 20. nov. 2025.');
    expect(signatures).toContain('Nov. 2025, slide 9');
    const news = panelOf(text, 'nyt');
    expect(news).toContain(
      'DUBU Kontrakten løber til 24. november 2028. Aftaleteksten siger »ved udgangen af 2026«.',
    );
    expect(news).toContain('Ekstranet og SF Tele lukker Før: 1. oktober 2025 Nu: når alternativ er i SAPA');
    expect(news).toContain('Nye aftaler sendt ud');
    expect(news).toContain('(Rolle 4) Sikr telefonnumre på roller i KLIK');
    const meeting = panelOf(text, 'moede');
    expect(meeting).toContain('Næste møde 15. december 2025');
    expect(meeting).toContain('Nov. 2025, slide 51');
    expect(meeting).toContain('Slides Adressen er ikke oplyst i materialet');
    expect(meeting).toContain('Optagelse Adressen er ikke oplyst i materialet');
  });
});

describe('the front page on other days', () => {
  test('on 19 November no signature is counted and the meeting is still to come', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/?kommune=odense&stand=2025-11-19');
    expect(panelOf(text, 'underskrifter')).toContain('KOMBIT har ikke opgjort underskrifter pr. kommune.');
    expect(pageWords(text)).not.toContain('Mangler');
    expect(panelOf(text, 'moede')).toContain('Næste møde 24. november 2025');
    expect(text).toContain('<input type="hidden" name="stand" value="2025-11-19">');
  });

  test('before all material it says that there is nothing, and claims nothing', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/?stand=2025-03-01');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Der er ingen frister at vise 1. marts 2025');
    expect(text).not.toContain('class="tally"');
    expect(panelOf(text, 'moede')).toBe('');
  });

  test('a year later it is calm: no step ahead, nobody is told to be late, and the way to the meeting day is there', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/?kommune=odense');
    const words = pageWords(text);
    expect(words).toContain(
      'Ingen kendt frist ligger forude. Fristerne herunder er fra programledermødet 24. november 2025',
    );
    expect(words).toContain(
      'Manglede hos jer, da KOMBIT opgjorde 20. nov. 2025; fristen man. 15. dec. 2025 er passeret',
    );
    expect(words).not.toMatch(/overskredet/i);
    expect(text).toContain('href="/?kommune=odense&amp;stand=2025-11-24"');
    expect(panelOf(text, 'moede')).toContain('Mødet 15. december 2025 er holdt eller flyttet.');
    const passed = sectionOf(text, 'passeret');
    expect(passed.split('<details')[0]?.match(/<li class="deadline">/g)).toHaveLength(2);
  });

  test('a portal without any material still opens', async () => {
    const db = openMigrated(`${temporaryFolder()}/tom.db`);
    const { get } = await buildTestApp({ db });
    const { status, text } = await get('/');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Der er ingen frister at vise');
    expect((await get('/frister')).status).toBe(200);
    expect((await get('/kommuner')).status).toBe(200);
  });

  test('with nothing left to do it says what comes next in the calendar', () => {
    const db = seededDatabase();
    const reading = {
      db,
      today: MEETING_DAY,
      realToday: MEETING_DAY,
      isPast: false,
      href: (path: string) => path,
      nameOf: String,
    };
    const event = deadline({ kind: 'event', informationOnly: true, date: day('2026-01-08') });
    const signed = deadline({ statusOf: () => 'signed' });
    const odense = { id: '0461', name: 'Odense', officialName: 'Odense Kommune', slug: 'odense' };
    expect(homePage([event, signed], odense as never, reading).calm).toBe(
      'Odense har ingen åbne opgaver. Næste dato i kalenderen: 8. januar 2026.',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { countLinks, deadlinesOf, nearestDate, withChildrenBelow } from '#src/overviews/solution/rules.ts';
import { type FuzzyDate, NO_DATE } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY } from '#test/support/seeded-database.ts';

const on = (day: string): FuzzyDate => ({
  raw: day,
  from: day,
  to: day,
  precision: 'day',
  yearInferred: false,
});

function deadline(over: Partial<Deadline>): Deadline {
  return {
    kind: 'task',
    kinds: ['task'],
    key: 'task/x',
    keys: ['task/x'],
    title: 'Opgave',
    guidance: null,
    href: '/klik/x',
    solutionId: 'sapa',
    solutionIds: ['sapa'],
    date: on('2025-12-15'),
    dateLabel: 'frist',
    start: null,
    startLabel: null,
    sources: [],
    informationOnly: false,
    workingTitle: false,
    notYetSent: false,
    appliesToId: null,
    audience: null,
    group: 'later',
    note: null,
    tellsOf: [],
    statusOf: () => 'not-counted',
    countedOn: null,
    ...over,
  };
}

describe('what a solution asks for, counted', () => {
  const count = (...deadlines: Deadline[]) => countLinks(deadlines, MEETING_DAY).map(({ text }) => text);

  test('open first, then what has a deadline that is over, kind by kind', () => {
    const agreement = { kind: 'agreement', kinds: ['agreement'] } as const;
    expect(
      count(
        deadline({ ...agreement, kinds: ['agreement'], date: on('2025-09-25') }),
        deadline({}),
        deadline({ date: on('2025-11-03') }),
        deadline({ kind: 'request', kinds: ['request'], date: NO_DATE }),
      ),
    ).toEqual([
      '1 KLIK-opgave',
      '1 KLIK-opgave, frist passeret',
      '1 aftale, frist passeret',
      '1 opgave uden KLIK',
    ]);
  });

  test('a task that asks to sign an agreement counts as both', () => {
    expect(count(deadline({ kinds: ['task', 'agreement'] }))).toEqual(['1 KLIK-opgave', '1 aftale']);
  });

  test('a dispatch that is over is no deadline that is over', () => {
    const sent = deadline({ kinds: ['agreement'], date: on('2025-11-03'), dateLabel: 'udsendes' });
    expect(count(sent)).toEqual(['1 aftale']);
  });

  test('what is only for information is not counted', () => {
    expect(count(deadline({ kinds: ['request'], informationOnly: true }))).toEqual([]);
  });
});

describe('the nearest date', () => {
  test.each([
    ['the first that is not over', ['2025-11-03', '2025-12-01', '2025-12-15'], '2025-12-01', false],
    ['the last one where all are over', ['2025-03-07', '2025-11-03'], '2025-11-03', true],
    ['none where no day is known', [], undefined, false],
  ])('%s', (_name, days, day, isPassed) => {
    const nearest = nearestDate(
      days.map((one) => deadline({ date: on(one) })),
      MEETING_DAY,
    );
    expect(nearest.deadline?.date.from).toBe(day);
    expect(nearest.isPassed).toBe(isPassed);
  });

  test('"Uafklaret" is told apart from nothing', () => {
    const unclear: FuzzyDate = { ...NO_DATE, raw: 'Uafklaret', precision: 'unclear' };
    expect(nearestDate([deadline({ date: unclear })], MEETING_DAY).isUnclear).toBe(true);
    expect(nearestDate([deadline({ date: NO_DATE })], MEETING_DAY).isUnclear).toBe(false);
  });
});

test('a gathered solution stands right below its parent; one whose parent is unknown stands alone', () => {
  const rows = withChildrenBelow([
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'c' },
    { id: 'c', parentId: null },
    { id: 'd', parentId: 'gone' },
  ]);
  expect(rows.map(({ solution, isChild }) => `${isChild ? '-' : ''}${solution.id}`)).toEqual([
    'a',
    'c',
    '-b',
    'd',
  ]);
});

test('a date of two solutions belongs to both', () => {
  const both = deadline({ solutionIds: ['flis', 'klik'] });
  expect(deadlinesOf([both], ['klik'])).toEqual([both]);
  expect(deadlinesOf([both], ['sapa'])).toEqual([]);
});

describe('the list of solutions', () => {
  test('every solution once, FKI SP and FKI STS below Fælleskommunal Infrastruktur', async () => {
    const { db, get } = await buildTestApp();
    const text = (await get('/loesninger')).text;
    const names = [...text.matchAll(/<th scope="row"><a href="[^"]*">([^<]*)</g)].map(([, name]) => name);
    expect(names).toHaveLength(listSolutions(db).length);
    expect(new Set(names).size).toBe(names.length);
    const at = names.indexOf('Fælleskommunal Infrastruktur');
    expect(names.slice(at + 1, at + 3)).toEqual(['FKI SP', 'FKI STS']);
  });

  test('each count leads to the part of the page that lists as many', async () => {
    const { get } = await buildTestApp();
    const list = (await get('/loesninger')).text;
    const links = [...list.matchAll(/href="(\/loesninger\/[^"#]+)#([^"]+)"[^>]*>(\d+) /g)];
    expect(links.length).toBeGreaterThan(20);
    const pages = new Map<string, string>();
    for (const [, path = '', anchor = ''] of links) {
      if (!pages.has(path)) pages.set(path, (await get(path)).text);
      expect(sectionOf(pages.get(path) ?? '', anchor), `${path}#${anchor}`).not.toBe('');
    }
  });

  test('VALG: the nearest date is the EAN number; KP says "Uafklaret"', async () => {
    const { get } = await buildTestApp();
    const rows = (await get('/loesninger')).text.split('<tr').map(pageWords);
    expect(rows.find((row) => row.includes('VALG KOMBITs'))).toMatch(/man\. 1\. dec\. 2025 .*EAN/);
    expect(rows.find((row) => row.includes('KP Kommunernes'))).toContain('Uafklaret');
  });

  test('a year later every passed date is called the last one', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const words = pageWords((await get('/loesninger')).text);
    expect(words).toContain('Sidste dato');
    expect(words).toContain('frist passeret');
  });
});

describe('the page of a solution', () => {
  test('every one stands on every day, also before all material', async () => {
    const { db, get } = await buildTestApp();
    for (const { id, name } of listSolutions(db)) {
      for (const stand of ['', '?stand=2025-11-19', '?stand=2025-03-01']) {
        const { status, text } = await get(`/loesninger/${id}${stand}`);
        expect(status, `${id}${stand}`).toBe(200);
        expect(pageWords(text)).toContain(name);
      }
    }
  });

  test('a solution of which nothing is known yet says so and leads on', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/loesninger/sapa?stand=2025-03-01');
    expect(pageWords(text)).toContain('Intet om SAPA endnu');
    expect(text).toContain('href="/loesninger?stand=2025-03-01"');
  });

  test('one with only an agreement shows it', async () => {
    const { get } = await buildTestApp();
    const page = (await get('/loesninger/kp')).text;
    expect(pageWords(sectionOf(page, 'aftaler'))).toContain('Uafklaret');
    expect(page).not.toContain('aria-label="På siden"');
  });

  test('parts stand in one order: asks, tasks, agreements, then what is told', async () => {
    const { get } = await buildTestApp();
    const page = (await get('/loesninger/sapa')).text;
    const ids = [...page.matchAll(/<section class="section" id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.slice(0, 5)).toEqual(['opgaver', 'klik', 'aftaler', 'trin', 'adgange']);
    for (const id of ids) expect(page).toContain(`href="#${id}"`);
  });

  test('Fælleskommunal Infrastruktur gathers its two parts, and they name it', async () => {
    const { get } = await buildTestApp();
    const parent = (await get('/loesninger/faelleskommunal-infrastruktur')).text;
    expect(sectionOf(parent, 'samler')).toContain('href="/loesninger/fki-sp"');
    expect(pageWords(sectionOf(parent, 'datoer'))).toMatch(/FKI SP: .*FKI STS: /);
    expect((await get('/loesninger/fki-sts')).text).toContain(
      'href="/loesninger/faelleskommunal-infrastruktur"',
    );
  });

  test('the dates of FLIS name the one ask once', async () => {
    const { get } = await buildTestApp();
    const dates = sectionOf((await get('/loesninger/flis')).text, 'datoer');
    expect(dates.match(/<a href="\/klik\//g)).toHaveLength(1);
    expect(dates).not.toContain('href="/aftaler/');
  });

  test('a chosen municipality sees its own status where it is counted', async () => {
    const { get } = await buildTestApp();
    const own = (await get('/loesninger/k-aftalen', { cookie: 'kommune=odense' })).text;
    expect(pageWords(sectionOf(own, 'datoer'))).toContain('Mangler');
    const nobody = (await get('/loesninger/k-aftalen')).text;
    expect(pageWords(sectionOf(nobody, 'datoer'))).not.toContain('Mangler');
  });

  test('people are kept out of search machines; a solution without a contact names the common mailbox', async () => {
    const { get } = await buildTestApp();
    const sapa = (await get('/loesninger/sapa')).text;
    expect(sapa).toContain('BME@kombit.dk');
    expect(sapa).toContain('<meta name="robots" content="noindex">');
    const kp = (await get('/loesninger/kp')).text;
    expect(sectionOf(kp, 'kontakt')).toContain('programleder@kombit.dk');
    expect(kp).not.toContain('<meta name="robots"');
  });

  test('links of the solution and none of another', async () => {
    const { get } = await buildTestApp();
    const links = sectionOf((await get('/loesninger/sapa')).text, 'links');
    expect(links).toContain('https://dok.kombit.dk/velfaerd-og-data/sapa/sapa-nyhedsside');
    expect(links).toContain('https://infogram.com/sapa-bogen-1h984wo75kvoz6p');
    expect(links).not.toContain('komponent.dk');
  });

  test('an unknown solution is not found', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/loesninger/findes-ikke');
    expect(status).toBe(404);
    expect(text).toContain('Løsningen findes ikke');
  });
});

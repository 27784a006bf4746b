import { describe, expect, test } from 'vitest';
import { kkrName, sizeWords } from '#src/overviews/municipality/rules.ts';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { pageWords } from '#test/support/page-words.ts';

/** The part of a municipality's page under one heading. */
const partOf = (html: string, id: string) =>
  html.match(new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's'))?.[0] ?? '';

describe('/kommuner', () => {
  test('all 98 in Danish order, with what is counted of each and what the mark means', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/kommuner');
    expect(status).toBe(200);
    const names = [...text.matchAll(/<li>.*?<a href="\/kommuner\/[\w-]+">([^<]+)<\/a>/g)].map(
      ([, name]) => name,
    );
    expect(names).toHaveLength(98);
    expect([names[0], names[21], names.at(-1)]).toEqual(['Albertslund', 'Gentofte', 'Aarhus']);
    const list = text.match(/<ul class="name-columns.*?<\/ul>/s)?.[0] ?? '';
    expect(list.match(/>Underskrevet: </g)).toHaveLength(15);
    expect(list.match(/>Mangler: </g)).toHaveLength(83);
    expect(pageWords(text)).toContain(
      'Tilslutningsaftale om tre begrebs- og datastandarder, opgjort 20. november 2025.',
    );
    expect(pageWords(text)).toContain('Nov. 2025, slide 9');
  });

  test.each([
    ['hovedstaden', 29, '3 af 29'],
    ['sjaelland', 17, '4 af 17'],
    ['syddanmark', 22, '2 af 22'],
    ['midtjylland', 19, '3 af 19'],
    ['nordjylland', 11, '3 af 11'],
  ])('KKR %s has %i municipalities, %s signed', async (kkr, count, signed) => {
    const { get } = await buildTestApp();
    const { text } = await get(`/kommuner?kkr=${kkr}`);
    expect(text.match(/<li><span class="status/g)).toHaveLength(count);
    expect(pageWords(text)).toMatch(new RegExp(`^.*${count} kommuner i KKR`));
    expect(pageWords(text)).toContain(`${count} ${signed}`);
  });

  test('an unknown KKR is refused with the names of those there are', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/kommuner?kkr=fyn');
    expect(status).toBe(422);
    expect(pageWords(text)).toContain(
      '»fyn«. Vælg hovedstaden, midtjylland, nordjylland, sjaelland eller syddanmark.',
    );
  });

  test('on a day when nothing was counted, no mark is shown', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/kommuner?stand=2025-11-19');
    expect(text).not.toContain('>Mangler: <');
    expect(pageWords(text)).toContain('KOMBIT har ikke opgjort status pr. kommune den dag, portalen vises.');
  });
});

describe('/kommuner/:slug', () => {
  test('open asks of all kinds, and agreements with status where it is counted', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/kommuner/odense');
    expect(status).toBe(200);
    const asks = partOf(text, 'opgaver');
    const count = Number(asks.match(/Åbne opgaver \((\d+)\)/)?.[1]);
    expect(asks.match(/<li class="deadline">/g)).toHaveLength(count);
    for (const title of [
      'EAN-nummer',
      'evalueringen af valget',
      'Tilmelding:',
      'Ansøgningsfrist',
      'FLIS: Underskriv',
    ])
      expect(pageWords(asks)).toContain(title);
    expect(pageWords(asks)).not.toContain('Dialogmøde om skattedata i SAPA Arrangement');
    const agreements = pageWords(partOf(text, 'aftaler'));
    expect(agreements).toContain('Aftaler (18)');
    expect(agreements).toContain('Opgjort af KOMBIT man. 15. dec. 2025 K-aftalen: Tilslutningsaftale om tre');
    expect(agreements.match(/Mangler/g)).toHaveLength(1);
    expect(agreements).toContain('1 aftale mere står under opgaver');
  });

  test('what is not counted is said once', async () => {
    const { get } = await buildTestApp();
    const words = pageWords((await get('/kommuner/odense')).text);
    expect(words.match(/ikke opgjort/gi)).toHaveLength(1);
    expect(words).toContain(
      '(20. nov. 2025). Resten er ikke opgjort, så portalen ved ikke, om det er gjort.',
    );
    expect(words).toContain('Tilslutningsaftale om tre begrebs- og datastandarder: Mangler (20. nov. 2025)');
    const before = pageWords((await get('/kommuner/odense?stand=2025-11-19')).text);
    expect(before).toContain(
      'KOMBIT har ikke opgjort status pr. kommune for nogen af opgaverne og aftalerne herunder.',
    );
  });

  test('a slide that most asks come from stands once, and on no row', async () => {
    const { get } = await buildTestApp();
    const asks = partOf((await get('/kommuner/odense')).text, 'opgaver');
    const [heading = '', ...rows] = asks.split('<li class="deadline">');
    expect(pageWords(heading)).toContain('Kilde, hvor ikke andet står: Kilde: Nov. 2025, slide 4');
    const withSlide4 = rows.filter((row) => row.includes('/slide/4"'));
    expect(withSlide4.map((row) => pageWords(row).includes('FLIS'))).toEqual([true]);
  });

  test('a signer has the agreement as signed', async () => {
    const { get } = await buildTestApp();
    expect(pageWords(partOf((await get('/kommuner/struer')).text, 'aftaler'))).toMatch(
      /Tilslutningsaftale.*?Underskrevet/,
    );
  });

  test('no seat is known; the text says so and when one can apply', async () => {
    const { get } = await buildTestApp();
    const words = pageWords(partOf((await get('/kommuner/odense')).text, 'pladser'));
    expect(words).toContain(
      'Materialet nævner ingen fra Odense i råd. Ansøgningsperioden er 1.–22. december 2025.',
    );
    const later = await buildTestApp({ today: '2026-11-22' });
    expect(pageWords(partOf((await later.get('/kommuner/odense')).text, 'pladser'))).toContain(
      'Ansøgningsperioden var',
    );
  });

  test('a seat that somebody is given is shown with its council', async () => {
    const { get, db } = await buildTestApp();
    const id = db.$client.prepare('select id from seat order by position limit 1').pluck().get() as string;
    edit(db, 'seat', id, { municipalityId: '0461' });
    const words = pageWords(partOf((await get('/kommuner/odense')).text, 'pladser'));
    expect(words).not.toContain('nævner ingen');
    expect(words).toMatch(/råd/i);
  });

  test('facts, with the year of the figures behind the size', async () => {
    const { get } = await buildTestApp();
    const words = pageWords(partOf((await get('/kommuner/koebenhavn')).text, 'fakta'));
    expect(words).toContain('Kommunenr. 0101');
    expect(words).toContain('Region fra 2027 Region Østdanmark');
    expect(words).toContain('100.000 indbyggere eller flere (tal fra ca. 2022)');
  });

  test('is remembered or forgotten from here', async () => {
    const { get } = await buildTestApp();
    expect((await get('/kommuner/odense')).text).toContain('href="/?kommune=odense"');
    expect(pageWords((await get('/kommuner/odense', { cookie: 'kommune=odense' })).text)).toContain(
      'Jeres valgte kommune.',
    );
  });

  test('a year later what is passed stands open, and nobody is told to be late', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/kommuner/odense');
    expect(partOf(text, 'opgaver').split('<details')[0]).toContain('dage siden');
    expect(pageWords(text)).not.toMatch(/overskredet/i);
  });

  test('an unknown municipality is a 404 that helps', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/kommuner/odensee');
    expect(status).toBe(404);
    expect(pageWords(text)).toContain('Kommunen findes ikke');
  });
});

describe('/api/v1/municipalities/:slug/open', () => {
  test('what the municipality is asked to do, with the status that is counted', async () => {
    const { get } = await buildTestApp();
    const { data } = JSON.parse((await get('/api/v1/municipalities/odense/open')).text);
    const counted = data.filter((one: { status: string }) => one.status !== 'not-counted');
    expect(counted).toMatchObject([
      { kind: 'agreement', url: '/aftaler/tre-datastandarder', status: 'missing', countedOn: '2025-11-20' },
    ]);
    expect(data.find((one: { title: string }) => one.title.startsWith('EG_')).appliesTo).toEqual({
      name: 'EG-kommuner',
      membersKnown: false,
    });
    const struer = JSON.parse((await get('/api/v1/municipalities/struer/open')).text).data;
    expect(struer.some((one: { url: string }) => one.url === '/aftaler/tre-datastandarder')).toBe(false);
    expect((await get('/api/v1/municipalities/odensee/open')).status).toBe(404);
  });
});

test.each([
  ['100.000+', '100.000 indbyggere eller flere'],
  ['20.000-59.999', '20.000–59.999 indbyggere'],
  ['under 20.000', 'under 20.000 indbyggere'],
])('%s reads "%s"', (sizeClass, words) => {
  expect(sizeWords(sizeClass)).toBe(words);
});

test('a KKR is known by its region', () => {
  expect(kkrName('KKR Midtjylland')).toBe('Midtjylland');
});

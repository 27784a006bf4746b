import { describe, expect, test } from 'vitest';
import { readFilter } from '#src/overviews/deadlines/forms.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import { deadlinesPage } from '#src/overviews/deadlines/page.ts';
import { groupViews } from '#src/overviews/deadlines/rows.ts';
import { buildTestApp } from '#test/support/app.ts';
import { deadline } from '#test/support/deadlines.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

/** Rows of deadlines on a page, whichever group they stand in. */
const rowsOn = (html: string) => html.match(/<td class="when">/g)?.length ?? 0;
const rowOf = (html: string, title: string) =>
  html.match(/<tr>.*?<\/tr>/gs)?.filter((row) => pageWords(row).includes(title)) ?? [];

describe('/frister', () => {
  test('every deadline that is open, grouped, and counted in words', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/frister');
    expect(status).toBe(200);
    const count = Number(text.match(/role="status"><b>(\d+) frister/)?.[1]);
    expect(rowsOn(text)).toBe(count);
    const groups = [...text.matchAll(/<section class="group" id="([\w-]+)".*?\((\d+)\)/gs)];
    expect(groups.map(([, id]) => id)).toEqual([
      'passeret',
      'denne-uge',
      'naeste-14-dage',
      'senere',
      'uden-dato',
    ]);
    expect(groups.reduce((sum, [, , own]) => sum + Number(own), 0)).toBe(count);
    for (const [, id = '', own] of groups) expect(rowsOn(sectionOf(text, id))).toBe(Number(own));
  });

  test('FLIS stands once, with a chip to each of its two slides', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/frister?loesning=flis');
    const [row = '', ...more] = rowOf(text, 'FLIS');
    expect(more).toEqual([]);
    expect(row).toContain('/moeder/2025-11/slide/4"');
    expect(row).toContain('/moeder/2025-11/slide/5"');
    expect(pageWords(row)).toContain('KLIK og aftale');
    const earlier = (await get('/frister?loesning=flis&stand=2025-11-19')).text;
    expect(rowOf(earlier, 'FLIS')).toHaveLength(1);
  });

  test('an uncertain date stands with the words of the source and a bar', async () => {
    const { get } = await buildTestApp();
    const [row = ''] = rowOf((await get('/frister?loesning=fbs')).text, 'Databehandleraftale');
    expect(pageWords(row)).toContain('11.–20. dec. 2025 ”Medio dec.2025”');
    expect(row).toMatch(/<svg[^>]* class="interval"/);
  });

  test('EG and KMD tasks are shown to all, with the words that nobody knows whom they concern', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/frister?kommune=odense&loesning=borgerblikket');
    expect(pageWords(rowOf(text, 'EG_')[0] ?? '')).toContain('Gælder EG-kommuner; ikke oplyst hvilke');
    expect(pageWords(rowOf(text, 'KMD_')[0] ?? '')).toContain('Gælder KMD-kommuner; ikke oplyst hvilke');
  });

  test('a column of status stands only with a municipality, and "ikke opgjort" once', async () => {
    const { get } = await buildTestApp();
    const without = (await get('/frister')).text;
    expect(without).not.toContain('>Status, ');
    const own = (await get('/frister?kommune=odense')).text;
    expect(own).toContain('>Status, Odense<');
    expect(pageWords(own)).toContain(
      'Hvor der ikke står en status, har KOMBIT ikke opgjort status pr. kommune.',
    );
    expect(own.match(/st-not-counted"><\/use><\/svg>Ikke opgjort/g)).toBeNull();
    expect(pageWords(rowOf(own, 'tre begrebs- og datastandarder')[0] ?? '')).toContain('Mangler');
  });

  test('who has signed has nothing open in that agreement, and finds it as signed', async () => {
    const { get } = await buildTestApp();
    expect(
      rowOf((await get('/frister?kommune=struer&loesning=k-aftalen&type=aftale')).text, 'Tilslutning'),
    ).toEqual([]);
    const signed = (await get('/frister?kommune=struer&status=underskrevet')).text;
    expect(pageWords(signed)).toContain('1 frist for Struer Kommune');
    expect(pageWords(rowOf(signed, 'Tilslutning')[0] ?? '')).toContain('Underskrevet');
  });

  test('nothing found says what was looked for and how to find more', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/frister?kommune=fanoe&type=arrangement&loesning=bom');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Ingen frister for Fanø med typen Arrangement om BoM');
    expect(pageWords(text)).toContain('Prøv en anden type, eller se alle frister for Fanø.');
    expect(text).toContain('href="/frister?kommune=fanoe&amp;status=alle"');
  });

  test('a status of one municipality asks for the municipality', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/frister?kommune=&status=mangler');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Status »Mangler« gælder én kommune. Vælg kommunen på listen.');
  });

  test.each([
    ['/frister?type=moede', '»moede«'],
    ['/frister?kommune=odensee', '»odensee«'],
    ['/frister?status=ukendt', '»ukendt«'],
    ['/frister?loesning=ukendt', '»ukendt«'],
    ['/frister?fra=2025-11-31', '2025-11-31'],
  ])('%s is a Danish 422 that names the value and leads back to the list', async (url, words) => {
    const { get } = await buildTestApp();
    const { status, text } = await get(url);
    expect(status).toBe(422);
    expect(pageWords(text)).toContain(words);
    expect(text).toContain('href="/frister">Vis siden uden valg');
  });

  test('filters survive a changed day, and the day survives changed filters', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/frister?kommune=odense&type=aftale&fra=2025-12-01&stand=2025-11-23');
    const stand = text.match(/<details class="stand">.*?<\/details>/s)?.[0] ?? '';
    for (const [name, value] of [
      ['kommune', 'odense'],
      ['type', 'aftale'],
      ['fra', '2025-12-01'],
    ]) {
      expect(stand).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    }
    const filter = text.match(/<form class="filter.*?<\/form>/s)?.[0] ?? '';
    expect(filter).toContain('<input type="hidden" name="stand" value="2025-11-23">');
    expect(filter).toContain('<input type="hidden" name="fra" value="2025-12-01">');
    expect(filter).toContain('<option value="odense" selected>');
    expect(filter).toContain('<option value="aftale" selected>');
    expect(filter).toContain('<a href="/frister?kommune=&amp;stand=2025-11-23">Nulstil</a>');
  });

  test("the reader's chosen municipality counts where the address names none", async () => {
    const { get } = await buildTestApp();
    const cookie = { cookie: 'kommune=odense' };
    expect(pageWords((await get('/frister', cookie)).text)).toContain('frister for Odense Kommune');
    expect(pageWords((await get('/frister?kommune=', cookie)).text)).not.toContain('for Odense Kommune');
  });

  test('on 19 November the agreement is out and no signature has been counted', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/frister?kommune=odense&loesning=k-aftalen&type=aftale&stand=2025-11-19');
    const [row = ''] = rowOf(text, 'tre begrebs- og datastandarder');
    expect(pageWords(row)).toContain('man. 15. dec. 2025');
    expect(pageWords(row)).not.toContain('Mangler');
  });

  test('before all material there is nothing, and the page says so', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/frister?stand=2025-03-01');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('0 frister');
    expect(pageWords(text)).toContain('Der er ingen åbne frister den dag, portalen vises.');
  });

  test('a year later events that are held are gone, asks stand as passed, and an old plan to send is no deadline', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/frister');
    expect(pageWords(sectionOf(text, 'passeret'))).toContain('Tilslutningsaftale');
    expect(pageWords(text)).not.toContain('Dialogmøde om skattedata');
    expect(pageWords(sectionOf(text, 'uden-dato'))).toContain('FKI STS');
    expect(pageWords((await get('/frister?status=alle')).text)).toContain('Dialogmøde om skattedata');
  });
});

describe('rows', () => {
  const reading = () => ({
    db: seededDatabase(),
    today: MEETING_DAY,
    realToday: MEETING_DAY,
    isPast: false,
    href: (path: string) => path,
    nameOf: String,
  });
  const oneRow = (over = {}) => groupViews([deadline(over)], reading(), null, {})[0]?.rows[0];

  test('the rest of a long group is folded, but never a single row', () => {
    const folded = (count: number) => {
      const deadlines = Array.from({ length: count }, () => deadline({ date: day('2025-11-03') }));
      return groupViews(deadlines, reading(), null, { passed: 2 })[0]?.folded?.summary ?? null;
    };
    expect([folded(2), folded(3), folded(4)]).toEqual([null, null, 'Vis 2 ældre frister']);
  });

  test.each([
    ['a deadline', {}, 'om 21 dage', ''],
    ['something else happens then', { dateLabel: 'udsendes' }, 'udsendes om 21 dage', 'udsendes'],
  ])('%s', (_name, over, relative, occasion) => {
    expect(oneRow(over)).toMatchObject({ relative, occasion });
  });

  test.each([
    [{ kind: 'agreement', title: 'Databehandleraftale' }, 'SAPA'],
    [{ kind: 'agreement', title: 'Databehandleraftale for SAPA' }, ''],
    [{ kind: 'agreement', title: 'Tilslutningsaftale', solutionId: 'k-aftalen' }, 'K-aftalen'],
    [{ kind: 'task', title: 'Opret aftale' }, ''],
  ])('%j is led by its solution where the title needs it', (over, lead) => {
    expect(oneRow(over)?.lead).toBe(lead);
  });

  test('a list has room for a few sentences of a note, and only whole ones', () => {
    const long = `Den første sætning nævner den 15. december 2025. ${'Endnu en sætning står her. '.repeat(6)}`;
    const note = oneRow({ note: long })?.note ?? '';
    expect(note).toMatch(/^Den første sætning nævner den 15\. december 2025\. Endnu/);
    expect(note.endsWith('står her.')).toBe(true);
    expect(note.length).toBeLessThan(150);
  });

  test('a working title is said beside the kind', () => {
    expect(oneRow({ workingTitle: true })?.kind).toBe('KLIK, arbejdstitel');
  });

  test('the words of a period stand with the count', () => {
    const words = (query: Record<string, string>) => {
      const where = reading();
      return deadlinesPage([deadline()], readFilter(query, where.db), where).count;
    };
    expect(words({ fra: '2025-12-01', til: '2025-12-31' })).toBe(
      '1 frist, 1. december 2025 til 31. december 2025',
    );
    expect(words({ fra: '2025-12-15', til: '2025-12-15' })).toBe('1 frist, 15. december 2025');
    expect(words({ kommune: 'koebenhavn', til: '2025-12-31' })).toBe(
      '1 frist for Københavns Kommune, til og med 31. december 2025',
    );
  });
});

describe('/api/v1/deadlines', () => {
  test('the same deadlines in the same order as the page, with the fields of the interface', async () => {
    const { get, db } = await buildTestApp();
    const { status, text } = await get('/api/v1/deadlines?status=alle');
    expect(status).toBe(200);
    const { data, asOf } = JSON.parse(text);
    expect(asOf).toBe(MEETING_DAY);
    expect(data).toHaveLength(listDeadlines({ db, today: MEETING_DAY }).length);
    const flis = data.find((one: { solution: string }) => one.solution === 'flis');
    expect(flis).toMatchObject({
      kind: 'task',
      url: '/klik/flis-underskriv-databehandleraftale',
      date: { from: '2025-12-05', to: '2025-12-05', precision: 'day' },
      source: { meeting: '2025-11', slide: 4 },
      sources: [
        { meeting: '2025-11', slide: 4 },
        { meeting: '2025-11', slide: 5 },
      ],
    });
    const page = (await get('/frister?status=alle')).text;
    const hrefs = [...page.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href);
    expect(data.map((one: { url: string }) => one.url)).toEqual(hrefs);
  });

  test('refuses what the page refuses', async () => {
    const { get } = await buildTestApp();
    expect((await get('/api/v1/deadlines?kommune=odensee')).status).toBe(422);
    expect((await get('/api/v1/deadlines?type=moede')).status).toBe(422);
    expect((await get('/api/v1/deadlines?status=mangler')).status).toBe(422);
    expect((await get('/api/v1/deadlines?status=mangler&kommune=odense')).status).toBe(200);
  });
});

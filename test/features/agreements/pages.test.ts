import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords } from '#test/support/page-words.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
import { recordCount } from './record-count.ts';

const K_AGREEMENT = '/aftaler/tre-datastandarder';
const ODENSE = { cookie: 'kommune=odense' };

describe('the list of agreements', () => {
  test('on the meeting day four are open, six have passed, three are on their way, six are undecided', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler');
    expect(headings(text)).toEqual([
      'Åben for underskrift (4)',
      'Frist passeret (6)',
      'På vej (3)',
      'Uafklaret (6)',
    ]);
  });

  test('within a group the nearest deadline comes first', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler');
    expect(names(groupOf(text, 'open'))).toEqual([
      'FLIS',
      'FBS',
      'Borgerblikket',
      'K-aftalen for datastandardservice',
    ]);
  });

  test('the one that was counted shows its count, and that the others are not is said once', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler');
    expect(pageWords(text)).toContain('15 af 98');
    expect(pageWords(text).match(/ikke opgjort/gi)).toHaveLength(1);
  });

  test('what looks wrong in the source is said on the row: KSD and KY, and the Sunday of EESSI', async () => {
    const { db, get } = await buildTestApp();
    const { text } = await get('/aftaler');
    const reason = db.$client
      .prepare(
        'select reason from remark join agreement on agreement.id = object_id where code = ? and solution_id = ?',
      )
      .pluck();
    expect(pageWords(rowOf(text, 'KSD'))).toContain(reason.get('recipients-swapped', 'ksd'));
    expect(pageWords(rowOf(text, 'KY'))).toContain(reason.get('recipients-swapped', 'ky'));
    expect(pageWords(rowOf(text, 'EESSI'))).toContain(reason.get('weekend-date', 'eessi'));
    expect(rowOf(text, 'BoM')).not.toContain('remark');
  });

  test('an empty cell and "Uafklaret" are two things', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler');
    expect(pageWords(rowOf(text, 'Borgerblikket'))).toContain('Udsendelse ikke oplyst');
    expect(pageWords(rowOf(text, 'Aula'))).toContain('Ikke oplyst');
    expect(pageWords(rowOf(text, 'KP'))).toContain('Uafklaret');
    expect(pageWords(rowOf(text, 'KP'))).not.toContain('Ikke oplyst');
  });

  test('a year later all deadlines have passed, and nobody claims the planned ones were sent', async () => {
    const { get } = await buildTestApp({ today: '2026-11-22' });
    const { text } = await get('/aftaler');
    expect(headings(text)).toEqual(['Frist passeret (10)', 'På vej (3)', 'Uafklaret (6)']);
    expect(pageWords(rowOf(text, 'Aula'))).toContain('Materialet siger ikke, om aftalen er sendt.');
  });

  test('on an earlier day only what was out by then is there, with the groups of that day', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler?stand=2025-03-10');
    expect(headings(text)).toEqual(['Åben for underskrift (1)']);
    expect(names(text)).toEqual(['BoM']);
  });

  test('before all agreements the page says that there are none', async () => {
    const { status, text } = await (await buildTestApp()).get('/aftaler?stand=2025-03-01');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Ingen aftaler');
  });
});

describe('an agreement that was counted', () => {
  test('says how many of how many, on which day, from which slide', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('15 af 98 har underskrevet, 83 mangler');
    expect(pageWords(text)).toContain('Opgjort 20. november 2025');
    expect(pageWords(text)).toContain('Nov. 2025, slide 9');
  });

  test('shows everybody on the map, in the list and in the table', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    expect(text).toContain('aria-label="Danmarkskort. Underskrevet: 15. Mangler: 83.');
    const rows = text.match(/<tr><th scope="row"><a href="\/kommuner\/[^"]+">/g);
    expect(rows).toHaveLength(98);
    expect(pageWords(text)).toContain('Underskrevet: 15');
    expect(pageWords(text)).toContain('Mangler: 83');
  });

  test('tells the pace it takes, and no forecast after one count', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('Skal alle nå fristen, kræver det 3,3 om dagen fra 20. november.');
    expect(pageWords(text)).toContain('Prognosen vises efter næste opgørelse.');
    expect(pageWords(text)).not.toContain('Prognose:');
  });

  test('says that those who signed were worked out, for the slide lists only the missing', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    expect(pageWords(text)).toContain(
      'Sliden nævner de 83, der mangler. De øvrige 15 er udledt som underskrevet.',
    );
  });

  test('names the areas of work that must take part', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('Familieområdet: fælles faglige begreber for børn og unge');
  });

  test('spreads the signatures over the five KKR', async () => {
    const { text } = await (await buildTestApp()).get(K_AGREEMENT);
    const table = text.slice(text.indexOf('Underskrifter fordelt på KKR'));
    const rows = [...table.matchAll(/<th scope="row">([^<]+)<\/th><td[^>]*>(\d+)<\/td><td[^>]*>(\d+)</g)];
    expect(rows.slice(0, 5).map(([, name, signed, total]) => `${name} ${signed}/${total}`)).toEqual([
      'Nordjylland 3/11',
      'Sjælland 4/17',
      'Midtjylland 3/19',
      'Hovedstaden 3/29',
      'Syddanmark 2/22',
    ]);
  });

  test('repeats no date that the slide writes out in full', async () => {
    const { text } = await (await buildTestApp()).get('/aftaler/eessi-databehandleraftale');
    expect(pageWords(text)).toContain('Udsendelse 14.03.2025 Frist 10.08.2025 Modtagere');
  });

  test('shows the chosen municipality its own status, and never blames it', async () => {
    const { text } = await (await buildTestApp({ today: '2026-11-22' })).get(K_AGREEMENT, ODENSE);
    expect(text).toContain('Odense Kommune</a></h2>');
    expect(text).toContain('Odense: Mangler.');
    expect(pageWords(text)).not.toContain('overskredet');
    const without = await (await buildTestApp()).get(K_AGREEMENT);
    expect(pageWords(without.text)).toContain('Vælg jeres kommune');
  });

  test('the day before the count nobody has been counted', async () => {
    const { text } = await (await buildTestApp()).get(`${K_AGREEMENT}?stand=2025-11-19`);
    expect(pageWords(text)).toContain('Ikke opgjort');
    expect(text).not.toContain('Danmarkskort');
    expect(pageWords(text)).not.toContain('af 98');
  });
});

describe('the second count', () => {
  test('brings the forecast and the curve', async () => {
    const db = seededDatabase();
    recordCount(db, '2025-12-01', 41);
    const { text } = await (await buildTestApp({ db, today: '2025-12-05' })).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('Prognose: 74 af 98 når fristen');
    expect(pageWords(text)).toContain('kræver det 4,1 om dagen fra 1. december.');
    expect(text).toContain('Underskrifter over tid: 41 af 98');
    expect(pageWords(text)).not.toContain('Prognosen vises efter næste opgørelse.');
  });

  test('after the deadline tells who made it, and the map shows who did not', async () => {
    const db = seededDatabase();
    recordCount(db, '2025-12-16', 60);
    const { text } = await (await buildTestApp({ db, today: '2025-12-17' })).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('60 af 98 nåede fristen');
    expect(pageWords(text)).toContain('1 dag efter fristen');
    expect(pageWords(text)).toContain('Frist passeret (38)');
    expect(pageWords(text)).not.toContain('Prognose');
  });

  test('without one after the deadline nobody knows who made it, and nobody is shown as late', async () => {
    const { text } = await (await buildTestApp({ today: '2026-01-10' })).get(K_AGREEMENT);
    expect(pageWords(text)).toContain('Fristen er passeret');
    expect(pageWords(text)).not.toContain('98 nåede fristen');
    expect(pageWords(text)).toContain('Mangler (83)');
  });
});

describe('an agreement that was not counted', () => {
  test('has no map and says so once', async () => {
    const { db, get } = await buildTestApp();
    const slug = db.$client.prepare("select id from agreement where solution_id = 'fbs'").pluck().get();
    const { text } = await get(`/aftaler/${slug}`, ODENSE);
    expect(pageWords(text).match(/ikke opgjort/gi)).toHaveLength(1);
    expect(text).not.toContain('Danmarkskort');
    expect(pageWords(text)).toContain('Medio dec.2025');
  });

  test('an agreement nobody knows is a page that helps', async () => {
    const { status, text } = await (await buildTestApp()).get('/aftaler/findes-ikke');
    expect(status).toBe(404);
    expect(pageWords(text)).toContain('Aftalen findes ikke');
  });

  test('an agreement that came later is not there on an earlier day', async () => {
    const { get } = await buildTestApp();
    expect((await get(`${K_AGREEMENT}?stand=2025-10-26`)).status).toBe(404);
    expect((await get(`${K_AGREEMENT}?stand=2025-10-27`)).status).toBe(200);
  });
});

function headings(html: string): string[] {
  return [...html.matchAll(/scope="rowgroup">([^<]+)</g)].map((match) => match[1] ?? '');
}

function groupOf(html: string, id: string): string {
  return html.slice(html.indexOf(`<tbody id="${id}">`)).split('</tbody>')[0] ?? '';
}

function names(html: string): string[] {
  return [...html.matchAll(/<th scope="row"><a [^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
}

/** The row of a solution that has one agreement. */
function rowOf(html: string, solution: string): string {
  return html.split('<tr>').find((row) => row.includes(`>${solution}</a>`)) ?? '';
}

/** One letter on paper: what is open, with boxes, dated, with its sources. */
import { describe, expect, test } from 'vitest';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { readMeeting } from '#test/support/meetings.ts';
import { pageWords } from '#test/support/page-words.ts';

describe('the letter of a municipality', () => {
  test('says whose it is, as of which day, and from which meeting', async () => {
    const words = pageWords((await open('/kommuner/odense/udskrift')).text);
    expect(words).toContain('Opgaver for Odense Kommune');
    expect(words).toContain('Stand pr. 24. november 2025. Kilde: Programledermøde nov. 2025.');
    expect(words).toContain('Udfyldt af Dato');
  });

  test('has every open ask of the municipality once, each with a box and a slide, and hides none', async () => {
    const { get, text } = await open('/kommuner/odense/udskrift');
    const api = JSON.parse((await get('/api/v1/municipalities/odense/open')).text) as {
      data: { title: string }[];
    };
    const rows = [...text.matchAll(/<tr>\n<td><span class="letter-box".*?<\/tr>/gs)].map((hit) =>
      pageWords(hit[0]),
    );
    expect(rows).toHaveLength(api.data.length);
    for (const { title } of api.data)
      expect(
        rows.some((row) => row.includes(title)),
        title,
      ).toBe(true);
    expect(rows.filter((row) => !/Slide \d+/.test(row))).toEqual([]);
    expect(text).not.toContain('<details class="more"');
  });

  test('groups by time and shows the words of the source beside an uncertain date', async () => {
    const { text } = await open('/kommuner/odense/udskrift');
    const headings = [...text.matchAll(/<h2>(.*?) \(\d+\)<\/h2>/g)].map((hit) => hit[1]);
    expect(headings).toEqual(['Kommende frister', 'Frist passeret', 'Uden dato']);
    expect(pageWords(text)).toContain('11.–20. dec. 2025 ”Medio dec.2025”');
  });

  test('tells the status that KOMBIT has counted, and once that the rest is not counted', async () => {
    const words = pageWords((await open('/kommuner/odense/udskrift')).text);
    expect(words).toContain('K-aftalen for datastandardservice. Status: Mangler');
    expect(words.match(/Hvor der ikke står en status, har KOMBIT ikke opgjort den/g)).toHaveLength(1);
  });

  test('says in few words which meetings and slides it is from', async () => {
    const portal = await buildTestApp({ today: '2025-12-02' });
    const end = {
      entity: 'task',
      objectId: 'rolle-4-telefonnumre',
      field: null,
      value: { end: day('2026-01-30') },
    };
    readMeeting(portal.db, '2025-12-01', [end]);
    const words = pageWords((await portal.get('/kommuner/odense/udskrift')).text);
    expect(words).toContain('Kilde: Programledermøder nov. 2025 og dec. 2025.');
    expect(words).toContain('nov. 2025, slide 4 og 5');
    expect(words).toContain('dec. 2025, slide 4');
    expect(pageWords((await portal.get('/loesninger/flis/udskrift')).text)).toContain('Slide 4 og 5');
  });

  test('what is settled is not on it', async () => {
    const { get, db } = await open('/kommuner/odense/udskrift');
    edit(db, 'signature', 'tre-datastandarder/0461', { status: 'signed' });
    expect((await get('/kommuner/odense/udskrift')).text).not.toContain('Tilslutningsaftale om tre begrebs');
  });

  test('shows an earlier day as it was', async () => {
    const words = pageWords((await open('/kommuner/odense/udskrift?stand=2025-11-19')).text);
    expect(words).toContain('Stand pr. 19. november 2025.');
  });

  test('with nothing to do it says so', async () => {
    const words = pageWords((await open('/kommuner/odense/udskrift?stand=2025-03-01')).text);
    expect(words).toContain('Der er ingen åbne opgaver den dag, portalen vises.');
  });
});

describe('the letter of a solution', () => {
  test('has the asks of the solution and of what is gathered under it', async () => {
    const words = pageWords((await open('/loesninger/faelleskommunal-infrastruktur/udskrift')).text);
    expect(words).toContain('Opgaver i Fælleskommunal Infrastruktur');
    expect(words).toContain('ADG_0');
  });

  test('is for the municipality that was chosen, if one was', async () => {
    const { get } = await buildTestApp();
    const { text } = await get('/loesninger/k-aftalen/udskrift', { cookie: 'kommune=odense' });
    expect(pageWords(text)).toContain('for Odense Kommune');
    expect(pageWords(text)).toContain('Status: Mangler');
  });
});

test('names that do not exist are 404, and the pages lead to their letters', async () => {
  const { get } = await buildTestApp();
  expect((await get('/kommuner/findes-ikke/udskrift')).status).toBe(404);
  expect((await get('/loesninger/findes-ikke/udskrift')).status).toBe(404);
  expect((await get('/kommuner/odense')).text).toContain('href="/kommuner/odense/udskrift"');
  expect((await get('/loesninger/sapa')).text).toContain('href="/loesninger/sapa/udskrift"');
});

async function open(address: string) {
  const portal = await buildTestApp();
  const { status, text } = await portal.get(address);
  expect(status).toBe(200);
  return { ...portal, text };
}

/** Every calendar of the portal, read strictly and compared with the page beside it. */
import { describe, expect, test } from 'vitest';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type Deadline, listDeadlines } from '#src/overviews/deadlines/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { parseCalendar } from '#test/support/ical.ts';
import { MEETING_DAY } from '#test/support/seeded-database.ts';

const LISTS = [
  '/frister.ics',
  '/frister.ics?status=alle',
  '/klik.ics',
  '/aftaler.ics',
  '/sts.ics',
  '/k98.ics',
];

function addresses(db: Db): string[] {
  const ids = (table: string) =>
    db.$client.prepare(`select id from ${table} order by id`).pluck().all() as string[];
  return [
    ...LISTS,
    ...ids('solution').map((id) => `/loesninger/${id}.ics`),
    ...listMunicipalities(db).map(({ slug }) => `/kommuner/${slug}/kalender.ics`),
  ];
}

const hasDay = ({ date }: Deadline) => date.from !== null || date.to !== null;

test.each(['2025-11-24', '2026-11-22'])('every address is a valid calendar, as of %s', async (today) => {
  const { get, db } = await buildTestApp({ today });
  for (const path of addresses(db)) {
    for (const url of [path, `${path}${path.includes('?') ? '&' : '?'}stand=2025-11-19`]) {
      const { status, text, headers } = await get(url);
      expect(status, url).toBe(200);
      expect(headers['content-type'], url).toBe('text/calendar; charset=utf-8');
      expect(() => parseCalendar(text), url).not.toThrow();
    }
  }
});

test('every ask with a day has a file of its own with the address of its page in it; one without has none', async () => {
  const { get, db } = await buildTestApp();
  const asks = listDeadlines({ db, today: MEETING_DAY }).filter(({ key }) =>
    /^(?:task|agreement|request)\//.test(key),
  );
  expect(asks.length).toBeGreaterThan(30);
  for (const ask of asks) {
    const { status, text } = await get(`${ask.href}.ics`);
    expect(status, ask.href).toBe(hasDay(ask) ? 200 : 404);
    const page = (await get(ask.href)).text;
    expect(page.includes(`href="${ask.href}.ics"`), ask.href).toBe(hasDay(ask));
    if (!hasDay(ask)) {
      expect(page).toContain('Uden dato, derfor ingen kalenderfil');
      continue;
    }
    const [event, ...more] = parseCalendar(text).events;
    expect(more).toEqual([]);
    expect(event?.description.split('\n')[0]).toBe(`http://127.0.0.1:3000${ask.href}`);
  }
});

test('two records that are one ask give one and the same entry', async () => {
  const { get, db } = await buildTestApp();
  const { shown, folded } = db.$client.prepare('select shown, folded from same_ask').get() as Record<
    string,
    string
  >;
  const pageOf = (key = '') => key.replace('task/', '/klik/').replace('agreement/', '/aftaler/');
  const [one, other] = await Promise.all([get(`${pageOf(shown)}.ics`), get(`${pageOf(folded)}.ics`)]);
  expect(parseCalendar(other?.text ?? '').events).toEqual(parseCalendar(one?.text ?? '').events);
});

describe('the calendar of the deadlines', () => {
  test.each([
    '',
    '?kommune=odense',
    '?type=klik',
    '?loesning=sapa&status=alle',
    '?fra=2025-12-01&til=2025-12-15',
  ])('has what the page shows with %s, in the same order, without what has no day', async (query) => {
    const { get } = await buildTestApp();
    const { events } = parseCalendar((await get(`/frister.ics${query}`)).text);
    const page = (await get(`/frister${query}`)).text;
    const table = page.slice(page.indexOf('<table'), page.indexOf('id="uden-dato"') >>> 0);
    const rows = [...table.matchAll(/<th scope="row"[^>]*>.*?<a href="([^"]*)"/gs)].map(([, href]) => href);
    expect(rows.length).toBeGreaterThan(0);
    expect(events.map(({ url }) => url.replace('http://127.0.0.1:3000', ''))).toEqual(rows);
  });

  test('is linked from the page with the page’s own filters, for a chosen municipality too', async () => {
    const { get } = await buildTestApp();
    expect((await get('/frister?type=klik&status=alle')).text).toContain(
      'href="/frister.ics?type=klik&amp;status=alle"',
    );
    const { text } = await get('/frister', { cookie: 'kommune=odense' });
    expect(text).toContain('href="/frister.ics?kommune=odense"');
    expect(text).toMatch(/\d+ uden dato er ikke med i kalenderen\./);
  });

  test('is the same for everybody, whatever municipality a reader has chosen', async () => {
    const { get } = await buildTestApp();
    const plain = await get('/frister.ics');
    expect((await get('/frister.ics', { cookie: 'kommune=odense' })).text).toBe(plain.text);
  });

  test.each(['?type=findes-ikke', '?kommune=atlantis', '?fra=2025-13-01', '?status=mangler'])(
    'refuses %s as the page does',
    async (query) => {
      const { get } = await buildTestApp();
      expect((await get(`/frister.ics${query}`)).status).toBe(422);
    },
  );
});

test.each([
  '/klik/findes-ikke.ics',
  '/aftaler/x.ics',
  '/opgaver/x.ics',
  '/kommuner/x/kalender.ics',
  '/loesninger/x.ics',
  '/sapa.ics',
])('%s is not there', async (url) => {
  const { get } = await buildTestApp();
  expect((await get(url)).status).toBe(404);
});

test('a municipality’s calendar tells its own status and leaves out what it has settled', async () => {
  const { get } = await buildTestApp();
  const agreementOf = async (slug: string) =>
    parseCalendar((await get(`/kommuner/${slug}/kalender.ics`)).text).events.find(
      ({ uid }) => uid === 'agreement/tre-datastandarder@programlederportalen',
    );
  expect((await agreementOf('odense'))?.description).toContain(
    'Status for Odense: Mangler (opgjort 20. nov. 2025)',
  );
  expect(await agreementOf('struer')).toBeUndefined();
});

test('a municipality’s page shows the whole address, to copy', async () => {
  const { get } = await buildTestApp({ settings: { PORTAL_URL: 'https://portal.example' } });
  expect((await get('/kommuner/odense')).text).toContain(
    '>https://portal.example<wbr>/kommuner/odense/kalender.ics</a>',
  );
  const { text } = await get('/kommuner/odense/kalender.ics');
  expect(parseCalendar(text).events.every(({ url }) => url.startsWith('https://portal.example/'))).toBe(true);
});

test('nothing has changed: the address answers 304', async () => {
  const { get } = await buildTestApp();
  const { headers } = await get('/frister.ics');
  expect((await get('/frister.ics', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

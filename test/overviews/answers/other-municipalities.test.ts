/** What is a municipality's own stays its own: no form reaches another's, and no page tells another's. */
import { expect, test } from 'vitest';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { answer, assignment, municipalContact, ownNote, setAnswer } from '#src/db/schema/answers.ts';
import { buildTestApp } from '#test/support/app.ts';
import { encode, tokenIn, type Visitor } from '#test/support/cast.ts';

const TASK = 'task/rolle-4-telefonnumre';
const WORD = 'Xylofonist';

/** Everything that a municipality can write, with the same word in all of it. */
async function writeAll(who: Visitor, page: string, db: Db): Promise<void> {
  const ask = `${page}/svar?opgave=${encodeURIComponent(TASK)}`;
  const about = { opgave: TASK, grundlag: '0' };
  const contact = { grundlag: '0', rolle: 'legal', navn: WORD, mail: `${WORD}@odense.test`, telefon: '' };
  await who.post(`${page}/kontakter/ret`, contact);
  const id = db.select().from(municipalContact).all()[0]?.id ?? '';
  await who.post(`${page}/hvem`, { ...about, hvem: id }, { from: ask });
  await who.post(`${page}/note`, { ...about, note: WORD }, { from: ask });
  await who.post(`${page}/svar`, { ...about, svar: 'ikke-relevant', bemaerkning: WORD }, { from: ask });
  await who.post(`${page}/gaelder`, { spoergsmaal: 'eg-kmd', svar: 'kmd', grundlag: '0' }, { from: ask });
}

function everything(db: Db): string {
  const tables = [answer, assignment, setAnswer, ownNote, municipalContact];
  return JSON.stringify(tables.map((table) => db.select().from(table).all()));
}

test('every form of a municipality, sent to each of the 97 others, is not found, logged, and changes nothing', {
  timeout: 120_000,
}, async () => {
  const portal = await buildTestApp();
  await writeAll(portal.as('odense'), '/kommuner/odense', portal.db);
  const before = everything(portal.db);
  expect(before.match(new RegExp(WORD, 'g'))?.length).toBeGreaterThan(3);
  const contact = portal.db.select().from(municipalContact).all()[0]?.id ?? '';
  const assens = portal.as('assens');
  const _csrf = tokenIn((await assens.get('/')).text);
  const cookie = [...assens.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const forms = portal.app.accessRules.filter(
    ({ method, url, rule }) =>
      method === 'POST' && rule === 'municipality' && url.startsWith('/kommuner/:slug/'),
  );
  expect(forms.length).toBeGreaterThan(7);
  const fields = {
    _csrf,
    opgave: TASK,
    grundlag: '0',
    svar: 'loest',
    note: 'x',
    spoergsmaal: 'dubu',
    kontakt: contact,
    hvem: contact,
    fra: contact,
    til: '',
    navn: 'Nina Ny',
    rolle: 'legal',
    kommune: '0461',
    ownerId: '0461',
  };
  const send = (url: string) =>
    portal.app.inject({
      method: 'POST',
      url,
      payload: encode(fields),
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const others = listMunicipalities(portal.db).filter(({ slug }) => slug !== 'assens');
  const faults: string[] = [];
  for (const { slug } of others) {
    for (const { url } of forms) {
      const { statusCode } = await send(url.replace(':slug', slug));
      if (statusCode !== 404) faults.push(`${slug} ${url}: ${statusCode}`);
    }
  }
  expect(faults).toEqual([]);
  // In its own place, with the other's ids: not there either.
  for (const what of ['hvem', 'kontakter/ret', 'kontakter/passer', 'kontakter/slet', 'kontakter/overdrag']) {
    expect([what, (await send(`/kommuner/assens/${what}`)).statusCode]).toEqual([what, 404]);
  }
  expect(everything(portal.db)).toBe(before);
  const logged = portal.db.select().from(accessLog).all();
  expect(logged.filter(({ reason }) => reason === 'other-municipality')).toHaveLength(
    others.length * forms.length + 5,
  );
});

test.each([
  ['a stranger', undefined, '/'],
  ['another municipality', 'assens' as const, '/'],
  ['another municipality, as of an earlier day', 'assens' as const, '/?stand=2025-11-25'],
])(
  '%s finds none of it on any page, list, file, feed or in the API',
  { timeout: 120_000 },
  async (_name, who, start) => {
    const written = await buildTestApp();
    await writeAll(written.as('odense'), '/kommuner/odense', written.db);
    const portal = await buildTestApp({ db: written.db, today: '2025-11-26' });
    const visitor = portal.as(who);
    const { text: description } = await visitor.get('/api/v1/openapi.json');
    const api = Object.keys((JSON.parse(description) as { paths: object }).paths).map((path) =>
      path.replace(/\{\w+\}/, path.includes('municipalities') ? 'odense' : 'tre-datastandarder'),
    );
    const waiting = [
      start,
      ...api.map((path) => (path.startsWith('/api') ? path : `/api/v1${path}`)),
      '/api/v1/changes?since=2025-01-01',
      '/aendringer.atom',
      `/soeg?q=${WORD}`,
      '/kommuner/odense?stand=2025-11-25',
      '/kommuner/odense.csv',
      '/kommuner/odense/kalender.ics',
      '/kommuner/odense/kontakter',
      `/kommuner/odense/svar?opgave=${encodeURIComponent(TASK)}`,
    ];
    const seen = new Set(waiting);
    const told: string[] = [];
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const { text, status } = await visitor.get(url);
      if (status < 300 && text.replaceAll(`/soeg?q=${WORD}`, '').includes(WORD) && !url.startsWith('/soeg'))
        told.push(url);
      if (/other-municipality|"(?:answer|set_answer|assignment)"/.test(text)) told.push(url);
      for (const [, href = ''] of text.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&').replace(/^\/log-ind.*/, '/log-ind');
        if (!seen.has(next) && !next.endsWith('.xlsx') && seen.size < 600) waiting.push(next);
        seen.add(next);
      }
    }
    expect(told).toEqual([]);
    expect(seen.size).toBeGreaterThan(150);
    expect((await visitor.get(`/soeg?q=${WORD}`)).text).toContain('Vi fandt ikke');
  },
);

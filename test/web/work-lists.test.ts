/** The lists of those who have signed in as files, and every list of the portal: a file, or a reason for none. */
import { describe, expect, test } from 'vitest';
import { accessLog } from '#src/db/schema/access-log.ts';
import { type PageAddress, pageAddresses } from '#test/support/addresses.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { CastName } from '#test/support/cast.ts';
import { edit } from '#test/support/edit.ts';
import { readListFile } from '#test/support/list-file.ts';
import { pageWords } from '#test/support/page-words.ts';

interface WorkList {
  page: string;
  as: CastName;
  /** The column that the page prints as `printed`. */
  column: string;
  printed: RegExp;
}

const LINK = /<th scope="row"><a [^>]*>(.*?)<\/a>/g;
const HEAD = /<th scope="row">(.*?)(?:<span class="line|<\/th>)/g;
const LABEL = /<th scope="row"><label [^>]*>(.*?)<\/label>/g;
const GRID = '/redaktion/underskrifter/tre-datastandarder';

const WORK_LISTS: WorkList[] = [
  { page: GRID, as: 'staff', column: 'kommune', printed: LABEL },
  { page: `${GRID}?vis=underskrevet`, as: 'staff', column: 'kommune', printed: LABEL },
  { page: `${GRID}?soeg=ø`, as: 'staff', column: 'kommune', printed: LABEL },
  { page: '/redaktion/oplysninger', as: 'staff', column: 'oplysning', printed: LINK },
  {
    page: '/redaktion/oplysninger?type=aftaler&q=databehandler',
    as: 'staff',
    column: 'oplysning',
    printed: LINK,
  },
  { page: '/redaktion/brugere', as: 'admin', column: 'bruger', printed: LINK },
  { page: '/redaktion/brugere?rolle=staff', as: 'admin', column: 'bruger', printed: LINK },
  { page: '/redaktion/mails/log', as: 'admin', column: 'mail', printed: HEAD },
  { page: '/redaktion/mails/log?tilstand=venter', as: 'admin', column: 'mail', printed: HEAD },
  { page: '/kommuner/odense/kontakter', as: 'odense', column: 'rolle', printed: HEAD },
  { page: '/kommuner/odense/kontakter', as: 'staff', column: 'rolle', printed: HEAD },
  { page: '/redaktion/svar', as: 'staff', column: 'kommune', printed: LINK },
  { page: '/redaktion/svar?vis=loest', as: 'staff', column: 'kommune', printed: LINK },
  {
    page: '/redaktion/kontakter?rolle=system-owner&loesning=sapa',
    as: 'staff',
    column: 'kommune',
    printed: /<li><a href="\/kommuner\/[a-z-]+\/kontakter">(.*?)<\/a>/g,
  },
];

/** Somebody invited, so that there is a mail; somebody in a role; a task solved and a signature told by one municipality. */
async function worked(): Promise<TestApp> {
  const portal = await buildTestApp({ now: () => new Date('2025-11-24T08:00:00Z') });
  const admin = portal.as('admin');
  const person = { navn: 'Ny Kollega', mail: 'ny@kombit.test', roller: 'staff', kommune: '' };
  await admin.post('/redaktion/brugere/ny', person);
  const contact = {
    rolle: 'system-owner',
    loesning: 'sapa',
    navn: 'Sune System',
    mail: 'sune@odense.test',
    telefon: '',
  };
  await portal
    .as('odense')
    .post('/kommuner/odense/kontakter/ret', { ...contact, kontakt: '', grundlag: '0' });
  for (const loest of ['0 task/rolle-4-telefonnumre', '0 agreement/fbs-databehandleraftale'])
    await portal.as('odense').post('/kommuner/odense/svar', { loest }, { from: '/kommuner/odense' });
  return portal;
}

describe('a list of work and its file', () => {
  test.each(WORK_LISTS)(
    '$page as $as: the same rows in the same order',
    async ({ page, as, column, printed }) => {
      const portal = await worked();
      const who = portal.as(as);
      const { text } = await who.get(page);
      const shown = [...text.replace(/\n/g, ' ').matchAll(printed)].map((hit) => pageWords(hit[1] ?? ''));
      expect(shown.length).toBeGreaterThan(0);
      for (const ending of ['csv', 'xlsx']) {
        const file = page.replace(/(?=\?|$)/, `.${ending}`);
        expect(text.replaceAll('&amp;', '&'), 'the page leads to it').toContain(`href="${encoded(file)}"`);
        const rows = await readListFile(portal.app, encodeURI(file), who);
        expect(rows.map((row) => String(row[column] ?? ''))).toEqual(shown);
      }
    },
  );

  test('is for whoever may see the list', async () => {
    const portal = await worked();
    const status = async (url: string, who?: CastName) => (await portal.as(who).get(url)).status;
    expect(await status(`${GRID}.csv`)).toBe(303);
    expect(await status(`${GRID}.csv`, 'odense')).toBe(403);
    expect(await status('/redaktion/oplysninger.xlsx', 'odense')).toBe(403);
    expect(await status('/redaktion/brugere.csv', 'staff')).toBe(403);
    expect(await status('/redaktion/mails/log.csv', 'odense')).toBe(403);
    expect(await status('/kommuner/odense/kontakter.csv')).toBe(303);
    expect(await status('/kommuner/odense/kontakter.csv', 'assens')).toBe(404);
    expect(await status(`${GRID}.csv?vis=alt`, 'staff')).toBe(422);
    expect(await status('/redaktion/brugere.csv?kommune=atlantis', 'admin')).toBe(422);
  });

  test('is noted with the filters that were chosen, never with what was searched for', async () => {
    const portal = await worked();
    await portal.as('staff').get(`${GRID}.csv?vis=mangler&soeg=odense`);
    await portal.as('staff').get('/redaktion/oplysninger.csv?type=aftaler&q=hemmeligt');
    const noted = portal.db.select().from(accessLog).all();
    const taken = noted.filter(({ event }) => event === 'list-exported');
    expect(taken).toMatchObject([
      { objectId: `${GRID}.csv`, detail: { filter: { vis: 'mangler' } } },
      { objectId: '/redaktion/oplysninger.csv', detail: { filter: { type: 'aftaler' } } },
    ]);
    expect(JSON.stringify(noted)).not.toContain('hemmeligt');
  });

  test('is of now, whatever day is read', async () => {
    const portal = await worked();
    const answer = await portal.as('admin').get('/redaktion/brugere.csv?stand=2025-11-19');
    expect(answer.headers['content-disposition']).toContain('brugere-2025-11-24.csv');
  });
});

test('what changed since a meeting is a file with the old value beside the new one', async () => {
  const { app, db, get } = await buildTestApp();
  edit(db, 'agreement', 'tre-datastandarder', { recipientsRaw: 'Nye modtagere' });
  edit(db, 'signature', 'tre-datastandarder/0461', { status: 'signed' });
  const page = await get('/moeder/2025-11/aendringer');
  expect(page.text).toContain('href="/moeder/2025-11/aendringer.csv"');
  const rows = await readListFile(app, '/moeder/2025-11/aendringer.xlsx');
  expect(rows).toMatchObject([
    { hvornår: 'Efter mødet', ændring: 'Ændret', felt: 'Sendt til', nu: 'Nye modtagere' },
    { hvornår: 'Efter mødet', ændring: 'Gjort', om: 'Underskrevet: Odense' },
  ]);
  for (const row of rows) expect(pageWords(page.text)).toContain(String(row.titel));
});

/** Tables that are no list to take away, by the name of the page, each with its reason. */
const NO_FILE: [RegExp, string][] = [
  [/^24-data-og-kilder$/, 'Where the portal has its facts from: to be read.'],
  [/^06-underskrifter$/, 'The agreements are the file of /aftaler, each with its rows.'],
  [
    /^12-min-konto$|^12-kalenderadresser|^14-sessioner$|^14-bruger$/,
    'Keys that open something: closed one by one.',
  ],
  [
    /^16-mails$/,
    'Who gets the mails of the week: to be decided on; what was sent is the file of the mail log.',
  ],
];

test('every page with a list has a file of it, or a reason for none', async () => {
  const portal = await buildTestApp();
  const without: PageAddress[] = [];
  for (const address of pageAddresses(portal.db)) {
    const { text } = await portal.as(address.as).get(address.path);
    if (/<table class="rows/.test(text) && !/href="[^"]+\.xlsx/.test(text)) without.push(address);
  }
  const unexplained = without.filter(({ name }) => !NO_FILE.some(([page]) => page.test(name)));
  expect(unexplained.map(({ name, path }) => `${name} ${path}`)).toEqual([]);
  const needless = NO_FILE.filter(([page]) => !without.some(({ name }) => page.test(name)));
  expect(needless.map(([page]) => String(page))).toEqual([]);
});

/** As an address stands in a page. */
function encoded(address: string): string {
  const [path = '', query] = address.split('?');
  return query === undefined ? path : `${path}?${new URLSearchParams(query)}`;
}

import { beforeEach, describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Fields, Visitor } from '#test/support/cast.ts';
import { tokenIn } from '#test/support/cast.ts';
import { pageWords } from '#test/support/page-words.ts';

const SLUG = 'tre-datastandarder';
const GRID = `/redaktion/underskrifter/${SLUG}`;
const ODENSE = '0461';
const ASSENS = '0420';

let now = new Date('2025-11-24T08:12:00Z');
let portal: TestApp;
let staff: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:12:00Z');
  portal = await buildTestApp({ now: () => now });
  staff = portal.as('staff');
});

const rowOf = (html: string, code: string) =>
  new RegExp(`<tr id="r${code}">.*?</tr>`, 's').exec(html)?.[0] ?? '';
const shownCodes = (html: string) => [...html.matchAll(/<tr id="r(\d{4})">/g)].map((match) => match[1]);
const seenValue = (html: string, code: string) => new RegExp(`value="(${code}/\\d+)"`).exec(html)?.[1] ?? '';
const statusOf = (code: string) =>
  portal.db.$client
    .prepare('select status, signed_on, counted_on, note, withdrawn_on from signature where id = ?')
    .get(`${SLUG}/${code}`) as Record<string, string | null>;
const entriesOf = (code: string) =>
  Number(
    portal.db.$client
      .prepare("select count(*) from entry where entity = 'signature' and object_id = ?")
      .pluck()
      .get(`${SLUG}/${code}`),
  );
const batches = () => Number(portal.db.$client.prepare('select count(*) from batch').pluck().get());

/** Sends the grid's form for these municipalities as the page shows them now. */
async function set(visitor: Visitor, codes: readonly string[], fields: Fields = {}) {
  const { text } = await visitor.get(GRID);
  const kommune = codes.map((code) => seenValue(text, code));
  return visitor.post(GRID, {
    kommune,
    status: 'underskrevet',
    dato: '24.11.2025',
    underskrevet: '',
    bemaerkning: '',
    ...fields,
  });
}

describe('the list of agreements to register', () => {
  test('shows all 19, those open for signature first, with the count of the one that was counted', async () => {
    const { text } = await staff.get('/redaktion/underskrifter');
    expect([...text.matchAll(/rowgroup">([^<]*)</g)].map((match) => match[1])).toEqual([
      'Åben for underskrift (4)',
      'Frist passeret (6)',
      'På vej (3)',
      'Uafklaret (6)',
    ]);
    expect(pageWords(text)).toContain('15 af 98');
    expect(text).toContain(`href="${GRID}/indsaet"`);
  });

  test('/redaktion leads there, and a chosen agreement to its grid', async () => {
    expect((await staff.get('/redaktion')).location).toBe('/redaktion/underskrifter');
    expect((await staff.get(`/redaktion/underskrifter?aftale=${SLUG}`)).location).toBe(GRID);
    expect((await staff.get('/redaktion/underskrifter?aftale=findes-ikke')).status).toBe(404);
  });

  test.each([GRID, '/redaktion/underskrifter'])(
    '%s of an earlier day is read on the public page',
    async (path) => {
      const { status, location } = await staff.get(`${path}?stand=2025-11-21`);
      expect([status, location]).toEqual([303, expect.stringMatching(/^\/aftaler.*stand=2025-11-21$/)]);
    },
  );
});

describe('the grid', () => {
  test('shows 98 municipalities with status, source and the day they were counted', async () => {
    const { text } = await staff.get(GRID);
    expect(shownCodes(text)).toHaveLength(98);
    expect(pageWords(rowOf(text, ODENSE))).toMatch(/Odense 0461 Mangler – Import, 20\.11\.2025 .*slide 9/);
    expect(pageWords(rowOf(text, '0320'))).toContain(
      'Underskrevet senest 20.11.2025 Import, 20.11.2025 (ikke på listen)',
    );
    expect(pageWords(text)).toContain('15 underskrevet, 83 mangler. Senest opgjort 20.11.2025.');
  });

  test('says of an agreement nobody has counted that it is not counted', async () => {
    const slug = portal.db.$client
      .prepare("select id from agreement where solution_id = 'flis'")
      .pluck()
      .get();
    const { text } = await staff.get(`/redaktion/underskrifter/${slug}`);
    expect(pageWords(text)).toContain('Ikke opgjort endnu.');
    expect(pageWords(text)).toContain('Ikke opgjort 98');
  });

  test.each([
    ['vis=mangler', 83],
    ['vis=underskrevet', 15],
    ['vis=ikke-opgjort', 0],
    ['soeg=ode', 1],
    ['soeg=Åbenrå', 1],
    ['soeg=0461', 1],
    ['vis=underskrevet&soeg=fre', 2],
  ])('?%s shows %i of them', async (query, count) => {
    const { text } = await staff.get(`${GRID}?${query}`);
    expect(shownCodes(text)).toHaveLength(count);
  });

  test('?valgt=alle chooses all that the filter shows', async () => {
    const { text } = await staff.get(`${GRID}?vis=underskrevet&valgt=alle`);
    expect(text.match(/class="pick"[^>]* checked/g)).toHaveLength(15);
    expect(pageWords(text)).toContain('15 valgt');
  });

  test.each(['vis=alt', 'valgt=98', 'ret=odense', `soeg=${'x'.repeat(200)}`])(
    '?%s is refused',
    async (query) => {
      expect((await staff.get(`${GRID}?${query}`)).status).toBe(422);
    },
  );
});

describe('who may', () => {
  test('a reader is led to the sign-in, a municipality is refused, reading and writing', async () => {
    for (const path of ['/redaktion', '/redaktion/underskrifter', GRID]) {
      expect((await portal.as().get(path)).location).toMatch(/^\/log-ind\?tilbage=/);
      for (const who of ['odense', 'owner'] as const)
        expect((await portal.as(who).get(path)).status).toBe(403);
      expect((await portal.as('admin').get(path)).status).toBeLessThan(400);
    }
    const fields = { kommune: `${ODENSE}/0`, status: 'underskrevet', dato: '24.11.2025' };
    expect((await portal.as().post(GRID, fields, { from: '/log-ind' })).status).toBe(401);
    expect((await portal.as('odense').post(GRID, fields, { from: '/' })).status).toBe(403);
    expect(statusOf(ODENSE).status).toBe('missing');
  });

  test('only staff see the way to it on the public page', async () => {
    const page = `/aftaler/${SLUG}`;
    expect((await staff.get(page)).text).toContain(`href="${GRID}"`);
    expect((await staff.get(`${page}?stand=2025-11-21`)).text).not.toContain('Opdatér underskrifter');
    expect((await portal.as('odense').get(page)).text).not.toContain('Opdatér underskrifter');
    expect((await portal.get(page)).text).not.toContain('Opdatér underskrifter');
  });

  test('an agreement that is not there is 404', async () => {
    expect((await staff.get('/redaktion/underskrifter/findes-ikke')).status).toBe(404);
    const answer = await staff.post('/redaktion/underskrifter/findes-ikke', {}, { from: GRID });
    expect(answer.status).toBe(404);
  });

  test('without the token of a form nothing is saved', async () => {
    const answer = await staff.post(
      GRID,
      { kommune: `${ODENSE}/1`, status: 'underskrevet' },
      { token: 'x.y' },
    );
    expect(answer.status).toBe(403);
    expect(statusOf(ODENSE).status).toBe('missing');
  });
});

describe('saving', () => {
  test('sets the chosen ones in one batch, leads back to the same filter, and can be undone there', async () => {
    const before = batches();
    const answer = await set(staff, [ODENSE, ASSENS], { vis: 'mangler', soeg: '' });
    expect([answer.status, answer.location]).toEqual([
      303,
      expect.stringMatching(/\?vis=mangler&kvittering=\d+$/),
    ]);
    expect(batches()).toBe(before + 1);
    const page = await staff.get(answer.location);
    expect(pageWords(page.text)).toContain('Assens og Odense er sat til Underskrevet.');
    expect(shownCodes(page.text)).toHaveLength(81);
    expect(page.text).toContain('/redaktion/log?aendring=');
    const aendring = /name="aendring" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const undone = await staff.post('/fortryd', { aendring, tilbage: GRID }, { from: answer.location });
    const back = await staff.get(undone.location);
    expect(pageWords(back.text)).toContain('Ændringen er fortrudt.');
    expect(pageWords(rowOf(back.text, ODENSE))).toMatch(
      /Mangler – Rita Redaktør fortrød, 24\.11\.2025 kl\. 9\.12, opgjort 20\.11\.2025 .*slide 9/,
    );
  });

  test('tells who changed a row and when, and apart from it the day that was counted', async () => {
    await set(staff, [ODENSE]);
    await set(staff, [ASSENS], {
      dato: '21/11-25',
      underskrevet: '20. november 2025',
      bemaerkning: ' Pr.  mail ',
    });
    const { text } = await staff.get(GRID);
    expect(pageWords(rowOf(text, ODENSE))).toContain(
      'senest 24.11.2025 Rita Redaktør, 24.11.2025 kl. 9.12 Ret',
    );
    expect(pageWords(rowOf(text, ASSENS))).toContain(
      '20.11.2025 Pr. mail Rita Redaktør, 24.11.2025 kl. 9.12, opgjort 21.11.2025',
    );
  });

  test('names many by their number, and goes on with the day that was used', async () => {
    const { location } = await set(staff, [ODENSE, ASSENS, '0101', '0147'], { dato: '22.11.2025' });
    const { text } = await staff.get(location);
    expect(pageWords(text)).toContain('4 kommuner er sat til Underskrevet pr. 22. november 2025.');
    expect(text).toContain('name="dato" size="11" autocomplete="off" value="22.11.2025"');
  });

  test('says so when a later count still stands', async () => {
    const { location } = await set(staff, [ODENSE], { dato: '18.11.2025' });
    expect(pageWords((await staff.get(location)).text)).toContain('En nyere opgørelse gælder stadig.');
    expect(statusOf(ODENSE).status).toBe('missing');
  });

  test('an empty remark and an empty day of signing leave what stands', async () => {
    await set(staff, [ODENSE], { underskrevet: '20.11.2025', bemaerkning: 'Pr. mail' });
    await set(staff, [ODENSE]);
    expect(statusOf(ODENSE)).toMatchObject({ status: 'signed', signed_on: '2025-11-20', note: 'Pr. mail' });
    await set(staff, [ODENSE], { status: 'mangler' });
    expect(statusOf(ODENSE)).toMatchObject({ status: 'missing', signed_on: null, note: 'Pr. mail' });
  });

  test('all 98 at once are one batch', async () => {
    const { text } = await staff.get(GRID);
    const { location } = await set(staff, shownCodes(text).map(String), { status: 'mangler' });
    expect(pageWords((await staff.get(location)).text)).toContain('98 kommuner er sat til Mangler.');
    expect(pageWords((await staff.get(GRID)).text)).toContain('0 underskrevet, 98 mangler.');
  });

  test('"ikke opgjort" takes the status away, and "ikke relevant" the municipality out of the total', async () => {
    await set(staff, [ODENSE], { status: 'ikke-opgjort' });
    await set(staff, [ASSENS], { status: 'ikke-relevant' });
    const { text } = await staff.get(GRID);
    expect(pageWords(text)).toContain('15 underskrevet, 81 mangler, 1 ikke relevant, 1 ikke opgjort.');
    await set(staff, [ODENSE], { status: 'behandling' });
    expect(statusOf(ODENSE)).toMatchObject({ status: 'in-progress', withdrawn_on: null });
  });
});

describe('one row opens as a form', () => {
  test('with what stands in it; an emptied field is empty, and the day of the count stays', async () => {
    await set(staff, [ODENSE], { dato: '21.11.2025', underskrevet: '20.11.2025', bemaerkning: 'Pr. mail' });
    const { text } = await staff.get(`${GRID}?ret=${ODENSE}`);
    expect(text).toMatch(/id="ret-dato"[^>]* value="21\.11\.2025"/);
    expect(text).toMatch(/id="ret-underskrevet"[^>]* value="20\.11\.2025"/);
    const fields = {
      kommune: seenValue(text, ODENSE),
      status: 'underskrevet',
      dato: '21.11.2025',
      ret: ODENSE,
    };
    const { location } = await staff.post(GRID, { ...fields, underskrevet: '', bemaerkning: 'Rettet' });
    expect(statusOf(ODENSE)).toMatchObject({ signed_on: null, note: 'Rettet', counted_on: '2025-11-21' });
    expect(pageWords((await staff.get(location)).text)).toContain('Odense er rettet: Underskrevet');
  });

  test('a fault stands at the field of the row, with what was typed', async () => {
    const { text } = await staff.get(`${GRID}?ret=${ODENSE}`);
    const fields = {
      kommune: seenValue(text, ODENSE),
      status: 'underskrevet',
      dato: '21.11.2025',
      ret: ODENSE,
    };
    const answer = await staff.post(GRID, { ...fields, underskrevet: '31.11.2025', bemaerkning: 'Husk mig' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<a href="#ret-underskrevet">Datoen 31.11.2025 findes ikke.');
    expect(answer.text).toMatch(/id="ret-underskrevet"[^>]* value="31\.11\.2025" aria-invalid="true"/);
    expect(answer.text).toContain('value="Husk mig"');
  });
});

describe('what a municipality has said itself', () => {
  beforeEach(() => {
    const deed = {
      kind: 'edit' as const,
      actor: 'test-oda',
      actorRole: 'programme-leader',
      title: 'Meldt',
      now,
    };
    const value = { agreementId: SLUG, municipalityId: ODENSE, status: 'claimed', signedOn: '2025-11-21' };
    const more = {
      countedOn: '2025-11-24',
      note: null,
      identity: null,
      confidence: 'high',
      withdrawnOn: null,
    };
    const change = {
      entity: 'signature',
      objectId: `${SLUG}/${ODENSE}`,
      field: null,
      effectiveOn: '2025-11-24',
    };
    recordDeed(portal.db, deed, [{ ...change, value: { ...value, ...more }, meetingId: null, slide: null }]);
  });

  test('is confirmed by one button, whatever else is chosen, and keeps its day', async () => {
    const { text } = await staff.get(`${GRID}?vis=meldt`);
    expect(shownCodes(text)).toEqual([ODENSE]);
    expect(pageWords(rowOf(text, ODENSE))).toContain('Bekræft underskrift for Odense');
    const bekraeft = /name="bekraeft" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const other = seenValue((await staff.get(GRID)).text, ASSENS);
    const fields = {
      bekraeft,
      kommune: other,
      dato: '24.11.2025',
      underskrevet: '1.1.2025',
      bemaerkning: 'x',
    };
    expect((await staff.post(GRID, fields)).status).toBe(303);
    expect(statusOf(ODENSE)).toMatchObject({ status: 'signed', signed_on: '2025-11-21', note: null });
    expect(statusOf(ASSENS).status).toBe('missing');
  });

  test('cannot be set by staff', async () => {
    expect((await set(staff, [ASSENS], { status: 'meldt' })).status).toBe(422);
    expect((await set(staff, [ASSENS], { status: 'claimed' })).status).toBe(422);
  });
});

describe('a form that cannot be taken', () => {
  test.each<[string, Fields, string]>([
    [
      'a day after today',
      { dato: '25.11.2025' },
      'Datoen ligger efter i dag. Skriv den dag, status er opgjort.',
    ],
    [
      'a day that does not exist',
      { dato: '31.11.2025' },
      'Datoen 31.11.2025 findes ikke. November har 30 dage.',
    ],
    ['a slip in the year', { dato: '24.11.1925' }, 'Datoen ligger mere end ti år tilbage. Ret årstallet.'],
    ['a signing after today', { underskrevet: '25.11.2025' }, 'Skriv den dag, aftalen blev underskrevet.'],
    [
      'a signing after the count',
      { dato: '21.11.2025', underskrevet: '22.11.2025' },
      'ligger efter den dag, status er opgjort',
    ],
    [
      'a day of signing for what is missing',
      { status: 'mangler', underskrevet: '20.11.2025' },
      'Kun Underskrevet har en dag',
    ],
    ['an endless remark', { bemaerkning: 'x'.repeat(501) }, 'Skriv højst 500 tegn.'],
    ['an unknown status', { status: 'signed' }, 'Vælg, hvad kommunerne skal sættes til.'],
    ['no status: Enter in a field', { status: '' }, 'Vælg, hvad kommunerne skal sættes til.'],
    ['nothing chosen', { kommune: [] }, 'Vælg mindst én kommune på listen.'],
    [
      'an unknown municipality',
      { kommune: ['0461/1', '0999/1'] },
      'Portalen kan ikke se, hvilke kommuner der er valgt.',
    ],
    ['something else than a municipality', { kommune: "0461/1' or 1=1" }, 'Portalen kan ikke se'],
  ])('%s: it says what to do, keeps what was typed, and saves nothing', async (_name, fields, words) => {
    const before = batches();
    const answer = await set(staff, [ODENSE], { bemaerkning: 'Husk mig', vis: 'mangler', ...fields });
    expect(answer.status).toBe(422);
    expect(pageWords(answer.text)).toContain(words);
    if (!fields.bemaerkning) expect(answer.text).toContain('value="Husk mig"');
    if (!fields.kommune) expect(rowOf(answer.text, ODENSE)).toContain(' checked');
    expect(shownCodes(answer.text)).toHaveLength(83);
    expect(batches()).toBe(before);
  });

  test('fields that are not its own change nothing', async () => {
    const foreign = {
      municipalityId: ASSENS,
      aftale: 'flis',
      actor: 'x',
      countedOn: '2020-01-01',
      id: '1',
      revision: '0',
      '__proto__[x]': '1',
    };
    expect((await set(staff, [ODENSE], foreign)).status).toBe(303);
    expect(statusOf(ODENSE)).toMatchObject({ status: 'signed', counted_on: '2025-11-24' });
    expect(statusOf(ASSENS).status).toBe('missing');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('the same municipality twice is one', async () => {
    const { text } = await staff.get(GRID);
    const kommune = [seenValue(text, ODENSE), seenValue(text, ODENSE)];
    await staff.post(GRID, { kommune, status: 'underskrevet', dato: '24.11.2025' });
    expect(entriesOf(ODENSE)).toBe(2);
  });
});

describe('a form sent again', () => {
  test('twice is saved once and gets the same answer', async () => {
    const { text } = await staff.get(GRID);
    const fields = {
      _noegle: 'n1',
      kommune: seenValue(text, ODENSE),
      status: 'underskrevet',
      dato: '24.11.2025',
    };
    const first = await staff.post(GRID, fields);
    now = new Date(now.getTime() + 20 * 60_000);
    const second = await staff.post(GRID, fields);
    expect(second.location).toBe(first.location);
    expect(entriesOf(ODENSE)).toBe(2);
  });

  test('from a page the browser had kept, with other rows chosen, is another form', async () => {
    const { text } = await staff.get(GRID);
    const fields = { _noegle: 'n1', status: 'underskrevet', dato: '24.11.2025' };
    await staff.post(GRID, { ...fields, kommune: seenValue(text, ODENSE) });
    await staff.post(GRID, { ...fields, kommune: seenValue(text, ASSENS) });
    expect([statusOf(ODENSE).status, statusOf(ASSENS).status]).toEqual(['signed', 'signed']);
  });
});

describe('somebody else has changed a row meanwhile', () => {
  const mine = { status: 'underskrevet', dato: '24.11.2025', underskrevet: '', bemaerkning: '' };
  let seen: string;
  beforeEach(async () => {
    seen = (await staff.get(GRID)).text;
    await set(portal.as('staff2'), [ODENSE], { status: 'behandling', bemaerkning: 'I udvalget' });
  });

  test('both values are shown with who and when, nothing is saved, and mine can be saved', async () => {
    const before = batches();
    const answer = await staff.post(GRID, { ...mine, kommune: seenValue(seen, ODENSE), vis: 'mangler' });
    expect(answer.status).toBe(409);
    const words = pageWords(answer.text);
    expect(words).toContain('Status for Odense blev ændret, mens du arbejdede');
    expect(words).toContain('Under behandling, »I udvalget« Ruben Redaktør, 24.11.2025 kl. 9.12');
    expect(batches()).toBe(before);
    const again = { ...mine, kommune: seenValue(answer.text, ODENSE), vis: 'mangler' };
    expect((await staff.post(GRID, again, { token: tokenIn(answer.text) })).status).toBe(303);
    expect(statusOf(ODENSE)).toMatchObject({ status: 'signed', note: 'I udvalget' });
  });

  test('the other rows wait for the answer, and those where theirs is kept stay', async () => {
    const kommune = [ODENSE, ASSENS].map((code) => seenValue(seen, code));
    const answer = await staff.post(GRID, { ...mine, kommune });
    expect(pageWords(answer.text)).toContain('Den anden kommune, du valgte, gemmes samtidig.');
    expect(statusOf(ASSENS).status).toBe('missing');
    const hidden = [...answer.text.matchAll(/type="hidden" name="kommune" value="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(hidden).toEqual([seenValue(seen, ASSENS)]);
    await staff.post(GRID, { ...mine, kommune: hidden });
    expect([statusOf(ODENSE).status, statusOf(ASSENS).status]).toEqual(['in-progress', 'signed']);
  });

  test('to the same value as mine is no conflict', async () => {
    const fields = { ...mine, status: 'behandling', kommune: seenValue(seen, ODENSE) };
    expect((await staff.post(GRID, fields)).status).toBe(303);
    expect(statusOf(ODENSE)).toMatchObject({ status: 'in-progress', note: 'I udvalget' });
  });
});

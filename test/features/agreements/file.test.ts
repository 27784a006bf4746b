import { describe, expect, test } from 'vitest';
import { listNamed } from '#src/core/municipalities/queries.ts';
import { readRows } from '#src/features/agreements/lists/sheet-rows.ts';
import { listSignatures } from '#src/features/agreements/queries.ts';
import { tallies } from '#src/features/agreements/tally.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { tokenIn, type Visitor } from '#test/support/cast.ts';
import { multipart } from '#test/support/multipart.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const SLUG = 'tre-datastandarder';
const PATH = `/redaktion/underskrifter/${SLUG}/fil`;
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const found = (portal: TestApp, code: string) =>
  listSignatures(portal.db, SLUG).find((one) => one.municipalityId === code);

async function upload(
  portal: TestApp,
  visitor: Visitor,
  file: { name: string; content: string | Buffer },
  opgjort = '01.12.2025',
) {
  const page = await visitor.get(PATH);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { headers, payload } = multipart({ _csrf: tokenIn(page.text), _noegle: 'x', opgjort }, file);
  const answer = await portal.app.inject({
    method: 'POST',
    url: PATH,
    headers: { ...headers, cookie },
    payload,
  });
  return { status: answer.statusCode, text: answer.body };
}

async function confirm(visitor: Visitor, checked: { text: string }) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(checked.text)?.[1] ?? '';
  const fields = { grundlag: value('grundlag'), indhold: value('indhold'), _noegle: 'confirmed' };
  return visitor.post(`${PATH}/gem`, fields, { token: tokenIn(checked.text) });
}

async function portalInDecember() {
  const portal = await buildTestApp({ today: '2025-12-01' });
  return { portal, staff: portal.as('staff') };
}
const csv = (...lines: string[]) => ({ name: 'liste.csv', content: lines.join('\r\n') });

test('of thousands of unknown names the first ones get a suggestion, and all are told', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ number: index + 2, cells: ['Fang', 'Mangler'] }));
  const columns = { rows, at: { name: 0, status: 1 }, unused: [] };
  const { faults } = readRows(columns, listNamed(seededDatabase()), '2025-12-01');
  expect(faults).toHaveLength(300);
  expect(faults.filter(({ text }) => text.includes('Mener I Fanø?'))).toHaveLength(200);
});

describe('a file of statuses', () => {
  test('is checked, shown, and saved when a person confirms', async () => {
    const { portal, staff } = await portalInDecember();
    const checked = await upload(
      portal,
      staff,
      csv(
        'Bemærkning;Status;Nr.;Kommune;Underskrevet',
        'ringet;Underskrevet;461;Odense;28.11.2025',
        ';Mangler;;Assens;',
      ),
    );
    expect(words(checked.text)).toContain('2 kommuner i filen: 1 ændring, 1 står allerede sådan.');
    expect(words(checked.text)).toContain('96 kommuner står ikke i filen og ændres ikke.');
    expect(found(portal, '0461')?.status).toBe('missing');
    expect((await confirm(staff, checked)).status).toBe(303);
    expect(found(portal, '0461')).toMatchObject({ status: 'signed', signedOn: '2025-11-28', note: 'ringet' });
    expect(tallies(portal.db).get(SLUG)?.counts.at(-1)).toMatchObject({
      countedOn: '2025-12-01',
      signed: 16,
    });
  });

  test('needs no headings where the content tells which column is which', async () => {
    const { portal, staff } = await portalInDecember();
    const checked = await upload(portal, staff, csv('Underskrevet;Odense', 'Mangler;Assens'));
    expect(words(checked.text)).toContain('2 kommuner i filen: 1 ændring');
  });

  test('with one fault saves nothing, and tells every fault by the row that Excel shows', async () => {
    const { portal, staff } = await portalInDecember();
    const answer = await upload(
      portal,
      staff,
      csv(
        'Kommune;Kommunekode;Status;Underskrevet',
        'Odense;;Underskrevet;',
        'Fang;;Underskrevet;',
        '',
        'Assens;0461;Mangler;',
        ';9999;Mangler;',
        'Fanø;;måske;',
        'Odense;;Mangler;',
        'Faxe;;Underskrevet;31.11.2025',
        'Greve;;Underskrevet;05.12.2025',
        'Herlev;;Mangler;01.11.2025',
        ';;Mangler;',
        'Kolding;;;',
      ),
    );
    expect(answer.status).toBe(422);
    const told = words(answer.text);
    for (const sentence of [
      'Række 3: »Fang« er ikke en kommune. Mener I Fanø?',
      'Række 5: Kommunekoden 0461 er Odense, men der står Assens.',
      'Række 6: Kommunekoden »9999« findes ikke.',
      'Række 7: Status »måske« kendes ikke.',
      'Række 8: Odense står også i række 2. Slet den ene.',
      'Række 9: Datoen 31.11.2025 findes ikke.',
      'Række 10: Datoen »05.12.2025« ligger efter i dag.',
      'Række 11: Der er en dato for underskrift, men status er en anden.',
      'Række 12: Kommunen mangler.',
      'Række 13: Status mangler.',
    ])
      expect(told).toContain(sentence);
    expect(tallies(portal.db).get(SLUG)?.counts.length).toBe(1);
  });

  test.each(['csv', 'xlsx'])(
    'what the portal gives out as .%s comes back unchanged, and says so',
    async (kind) => {
      const { portal, staff } = await portalInDecember();
      const given = await portal.app.inject({ method: 'GET', url: `/aftaler/${SLUG}.${kind}` });
      expect(given.statusCode).toBe(200);
      const checked = await upload(
        portal,
        staff,
        { name: `ud.${kind}`, content: given.rawPayload },
        '20.11.2025',
      );
      expect(words(checked.text)).toContain('98 kommuner i filen: 0 ændringer, 98 står allerede sådan.');
      expect(words(checked.text)).toContain('Alt står allerede, som filen siger.');
      expect(checked.text).not.toContain('Gem ');
    },
  );

  test('with two columns of status is refused: which of them holds nobody can tell', async () => {
    const { portal, staff } = await portalInDecember();
    const file = csv('Kommune;Status;Status', 'Odense;Mangler;Underskrevet');
    const refused = await upload(portal, staff, file);
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('Filen har flere kolonner med status.');
    const logged = portal.db.$client
      .prepare("select reason from access_log where event = 'upload-refused'")
      .pluck();
    expect(logged.all()).toEqual(['content']);
  });

  test('of texts as long as cells can be is told what is wrong with each, while others wait', async () => {
    const { portal, staff } = await portalInDecember();
    const cell = 'ø-å '.repeat(8000);
    const rows = Array.from({ length: 100 }, () => `${cell};Mangler`);
    const refused = await upload(portal, staff, csv('Kommune;Status', ...rows));
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('er ikke en kommune');
  });

  test('a second time says when and by whom it was saved', async () => {
    const { portal, staff } = await portalInDecember();
    const file = csv('Kommune;Status', 'Odense;Underskrevet');
    await confirm(staff, await upload(portal, staff, file));
    expect(words((await upload(portal, staff, file)).text)).toMatch(
      /Den samme liste blev gemt .* af Rita Redaktør\./,
    );
  });

  test('confirmed after somebody else saved, is shown again with what they set', async () => {
    const { portal, staff } = await portalInDecember();
    const other = portal.as('staff2');
    const file = csv('Kommune;Status', 'Odense;Underskrevet');
    const [mine, theirs] = [
      await upload(portal, staff, file),
      await upload(portal, other, csv('Kommune;Status', 'Odense;Under behandling')),
    ];
    await confirm(other, theirs);
    const answer = await confirm(staff, mine);
    expect(answer.status).toBe(409);
    expect(words(answer.text)).toMatch(/Odense står nu som Under behandling \(Ruben Redaktør/);
    expect(found(portal, '0461')?.status).toBe('in-progress');
    expect((await confirm(staff, answer)).status).toBe(303);
    expect(found(portal, '0461')?.status).toBe('signed');
  });

  test('of another agreement, or made by somebody else than the portal, is not confirmed', async () => {
    const { portal, staff } = await portalInDecember();
    const checked = await upload(portal, staff, csv('Kommune;Status', 'Odense;Underskrevet'));
    const forged = { text: checked.text.replace(/name="indhold" value="./, 'name="indhold" value="x') };
    expect((await confirm(staff, forged)).status).toBe(422);
    expect(found(portal, '0461')?.status).toBe('missing');
  });

  test.each([
    ['nothing', { name: '', content: '' }, 'Vælg en fil'],
    ['an empty file', { name: 'tom.csv', content: '' }, 'Filen er tom'],
    [
      'an old Excel file',
      { name: 'a.xls', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]) },
      '.xls',
    ],
    ['columns that say nothing', csv('a;b', '1;2'), 'Skriv Kommune og Status over kolonnerne'],
    ['headings alone', csv('Kommune;Status'), 'Der står ingen kommuner under overskrifterne'],
  ])('%s is told in a sentence', async (_name, file, sentence) => {
    const { portal, staff } = await portalInDecember();
    const answer = await upload(portal, staff, file);
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain(sentence);
  });

  test('too large is told before it is read', async () => {
    const { portal, staff } = await portalInDecember();
    const answer = await upload(portal, staff, {
      name: 'stor.csv',
      content: Buffer.alloc(6 * 1024 * 1024, 'x'),
    });
    expect(answer.status).toBe(413);
    expect(words(answer.text)).toContain('for stor');
  });

  test.each(['odense', undefined] as const)('from %s is refused before it is read', async (who) => {
    const { portal } = await portalInDecember();
    const visitor = portal.as(who);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers, payload } = multipart({}, csv('Kommune;Status', 'Odense;Underskrevet'));
    const answer = await portal.app.inject({
      method: 'POST',
      url: PATH,
      headers: { ...headers, cookie },
      payload,
    });
    expect([401, 403]).toContain(answer.statusCode);
  });

  test.each([
    ['cut off in the middle', (body: Buffer) => body.subarray(0, body.length / 2), undefined],
    ['with a mark of 252 letters', (body: Buffer) => body, 'x'.repeat(252)],
    [
      'with a part called __proto__',
      (body: Buffer) => Buffer.from(body.toString('latin1').replace('opgjort', '__proto__'), 'latin1'),
      undefined,
    ],
  ])('a body %s ends in an answer', async (_name, harm, mark) => {
    const { portal, staff } = await portalInDecember();
    const page = await staff.get(PATH);
    const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = multipart(
      { _csrf: tokenIn(page.text), opgjort: '01.12.2025' },
      csv('Kommune;Status', 'Odense;Underskrevet'),
      mark,
    );
    const payload = harm(sent.payload);
    const answer = await portal.app.inject({
      method: 'POST',
      url: PATH,
      headers: { ...sent.headers, cookie },
      payload,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect((await portal.get('/healthz')).status).toBe(200);
  });
});

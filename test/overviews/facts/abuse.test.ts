/** Who may not, what is no field, and text that is more than text. */
import { describe, expect, test } from 'vitest';
import { inputName } from '#src/core/editing/read-record.ts';
import { findRow } from '#src/core/editing/rows.ts';
import { fieldOf } from '#src/core/fields/fields.ts';
import { getEntity } from '#src/core/journal/entities.ts';
import { kinds } from '#src/overviews/facts/kinds.ts';
import { buildTestApp } from '#test/support/app.ts';
import { recordForm, words } from '#test/support/record-forms.ts';

const ROOT = '/redaktion/oplysninger';
const TASK = `${ROOT}/klik-opgaver/rolle-4-telefonnumre`;
const REASON = 'Bekræftet.';
const PAGES = [
  ROOT,
  TASK,
  `${ROOT}/opgaver/ny`,
  `${TASK}/udgaar`,
  `${TASK}/saml`,
  `${ROOT}/kommunegrupper/eg/medlemmer`,
  `${ROOT}/bemaerkninger`,
  `${ROOT}/bemaerkninger/2025-11-recipients-swapped-ksd-databehandleraftale`,
];

describe('who may', () => {
  test.each(PAGES)(
    '%s: staff and admin may, municipalities may not, strangers are led to sign in',
    async (path) => {
      const portal = await buildTestApp();
      for (const who of ['staff', 'admin'] as const)
        expect((await portal.as(who).get(path)).status).toBe(200);
      for (const who of ['odense', 'owner'] as const) {
        expect((await portal.as(who).get(path)).status).toBe(403);
      }
      const answer = await portal.as().get(path);
      expect([answer.status, answer.location]).toEqual([303, `/log-ind?tilbage=${encodeURIComponent(path)}`]);
    },
  );

  test.each(PAGES.filter((path) => path !== ROOT && path !== `${ROOT}/bemaerkninger`))(
    '%s: nobody else can send its form',
    async (path) => {
      const portal = await buildTestApp();
      const before = portal.db.$client.prepare('select count(*) from batch').pluck().get();
      expect(
        (await portal.as('odense').post(path, { titel: 'x', begrundelse: 'x' }, { from: '/' })).status,
      ).toBe(403);
      expect((await portal.as().post(path, { titel: 'x', begrundelse: 'x' }, { from: '/' })).status).toBe(
        401,
      );
      expect(portal.db.$client.prepare('select count(*) from batch').pluck().get()).toBe(before);
    },
  );

  test('on an earlier day nothing can be saved, and no button says so', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const page = await staff.get(`${TASK}?stand=2025-11-25`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('value="gem"');
    const sent = await staff.post(
      `${TASK}?stand=2025-11-25`,
      { titel: 'x', begrundelse: REASON },
      { from: TASK },
    );
    expect(sent.status).toBe(403);
  });
});

describe('addresses of nothing', () => {
  test.each([
    `${ROOT}/findes-ikke`,
    `${ROOT}/findes-ikke/ny`,
    `${ROOT}/klik-opgaver/findes-ikke`,
    `${ROOT}/konti/test-rita`,
    `${ROOT}/kommuner/ny`,
    `${ROOT}/k98-pladser/ny`,
    `${ROOT}/sts-faser/modernisering/saml`,
    `${ROOT}/bemaerkninger/findes-ikke`,
    `${ROOT}/kommunegrupper/findes-ikke/medlemmer`,
    `${ROOT}/klik-opgaver/%27%20or%201=1--`,
  ])('%s is 404', async (path) => {
    const portal = await buildTestApp();
    expect((await portal.as('staff').get(path)).status).toBe(404);
  });

  test.each(['type', 'loesning', 'moede', 'vis', 'q'])(
    'odd values of the filter %s are no error',
    async (name) => {
      const portal = await buildTestApp();
      const odd = [
        "' or 1=1--",
        '<script>alert(1)</script>',
        '../../etc/passwd',
        'a'.repeat(500),
        '\u0000',
        '%',
      ];
      for (const value of odd) {
        const answer = await portal.as('staff').get(`${ROOT}?${name}=${encodeURIComponent(value)}`);
        expect([value.slice(0, 20), answer.status]).toEqual([value.slice(0, 20), 200]);
        expect(answer.text).not.toContain('<script>alert');
      }
    },
  );
});

describe('what is no field', () => {
  test('every column name, id, prototype: nothing but the changed field moves', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const before = findRow(portal.db, 'task', 'rolle-4-telefonnumre');
    const form = await recordForm(portal.as('staff'), TASK);
    const columns = Object.entries(getEntity('task').columns).flatMap(([code, { name }]) => [code, name]);
    const extra = [
      ...columns,
      'id',
      'entity',
      'created_by',
      '__proto__',
      '__proto__[x]',
      'constructor[prototype][x]',
    ];
    const own = new Set(Object.keys(form.fields));
    const foreign = extra.filter((name) => !own.has(name));
    const forged = Object.fromEntries(foreign.map((name) => [name, 'forged']));
    const saved = await form.send({ ...forged, titel: 'Ny titel', begrundelse: REASON });
    expect(saved.status).toBe(303);
    const after = findRow(portal.db, 'task', 'rolle-4-telefonnumre');
    expect({ ...after, title: before?.title, revision: before?.revision }).toEqual(before);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(saved.location).toContain('/rolle-4-telefonnumre?');
  });

  test.each([
    ['a solution', { loesning: 'findes-ikke' }],
    ['a group', { gaelder: 'findes-ikke' }],
    ['yes or no', { arbejdstitel: 'måske' }],
  ])('%s that the list does not offer is refused at the field', async (_name, fields) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    const answer = await form.send({ ...fields, begrundelse: REASON });
    expect([answer.status, words(answer.text).includes('Vælg en fra listen.')]).toEqual([422, true]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:x@y.dk',
    '//evil.example',
    'https://',
    'https://a b.dk',
    'ftp://kombit.dk',
  ])('the link %s is refused', async (adresse) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), `${ROOT}/links/sapa-bogen`);
    const answer = await form.send({ adresse, begrundelse: REASON });
    expect([answer.status, words(answer.text).includes('der begynder med https://')]).toEqual([422, true]);
  });

  test('a forged basis is as a stale one', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    for (const grundlag of ['', '0', '-1', '99999999', 'x', '1e3']) {
      const answer = await form.send({ grundlag, titel: 'Ny', begrundelse: REASON });
      expect([grundlag, answer.status]).toEqual([grundlag, 409]);
    }
  });
});

test('markup is text wherever it is shown', async () => {
  const portal = await buildTestApp({ today: '2025-12-01' });
  const staff = portal.as('staff');
  const canary = '<img src=x onerror=alert(1)>"\'&';
  const form = await recordForm(staff, TASK);
  const saved = await form.send({ titel: canary, 'hvad-i-skal-goere': canary, begrundelse: canary });
  expect(saved.status).toBe(303);
  const pages = [
    ROOT,
    TASK,
    saved.location,
    '/klik',
    '/klik/rolle-4-telefonnumre',
    '/',
    '/frister',
    '/aendringer.atom',
  ];
  for (const path of [...pages, '/klik/rolle-4-telefonnumre.ics', '/soeg?q=onerror', '/api/v1/tasks'])
    expect([
      path,
      (await staff.get(path)).text.includes('<img src=x') && !path.includes('api') && !path.endsWith('.ics'),
    ]).toEqual([path, false]);
});

describe('the descriptions', () => {
  test.each(kinds.map((kind) => [kind.entity, kind] as const))(
    '%s: every field is a column with words and a name of its own',
    (_name, kind) => {
      const names = kind.fields.map((field) => {
        expect(getEntity(kind.entity).columns).toHaveProperty(field.name);
        expect(fieldOf(kind.entity, field.name).label).not.toBe('');
        return inputName(kind, field);
      });
      const taken = [
        'maade',
        'handling',
        'begrundelse',
        'gaelder-fra',
        'grundlag',
        'afklarer',
        'anden',
        'som',
        'medlem',
      ];
      expect(new Set([...names, ...taken]).size).toBe(names.length + taken.length);
    },
  );

  test('no form sets what the journal or the reader of decks sets', () => {
    const own = [
      'id',
      'since',
      'revision',
      'meetingId',
      'slide',
      'identity',
      'confidence',
      'withdrawnOn',
      'text',
    ];
    const named = kinds
      .filter(({ entity }) => entity !== 'link')
      .flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(named.filter((name) => own.includes(name))).toEqual([]);
  });

  test('every record of every kind has its page', async () => {
    const portal = await buildTestApp();
    const staff = portal.as('staff');
    const list = await staff.get(`${ROOT}?q=e`);
    const hrefs = [...list.text.matchAll(/href="(\/redaktion\/oplysninger\/[^"?]+)"/g)].map(
      ([, href = '']) => href,
    );
    expect(hrefs.length).toBeGreaterThan(150);
    for (const kind of kinds)
      expect([kind.slug, (await staff.get(`${ROOT}?type=${kind.slug}`)).status]).toEqual([kind.slug, 200]);
    const one = new Map(hrefs.map((href) => [href.split('/')[3], href]));
    for (const href of one.values()) expect([href, (await staff.get(href)).status]).toEqual([href, 200]);
  });
});

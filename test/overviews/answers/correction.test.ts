/** What a municipality answered by mistake, corrected by KOMBIT: with a reason, in the journal, seen by the municipality. */
import { beforeEach, expect, test } from 'vitest';
import { ownMatter } from '#src/core/answers/queries.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Visitor } from '#test/support/cast.ts';

const PAGE = '/kommuner/odense';
const CORRECT = '/redaktion/svar/odense/bruger';
const FORM = `${CORRECT}?spoergsmaal=eg-kmd`;

let portal: TestApp;
let odense: Visitor;
let staff: Visitor;

beforeEach(async () => {
  portal = await buildTestApp({ now: () => new Date('2025-11-24T08:00:00Z') });
  odense = portal.as('odense');
  staff = portal.as('staff');
  await odense.post(`${PAGE}/gaelder`, { spoergsmaal: 'eg-kmd', svar: 'eg', grundlag: '0' }, { from: PAGE });
});

async function correct(fields: Record<string, string> = {}, who = staff) {
  const grundlag = String(ownMatter(portal.db, '0461').setsRevision);
  const all = { spoergsmaal: 'eg-kmd', svar: 'kmd', begrundelse: 'I skiftede til KMD i maj', grundlag };
  return who.post(CORRECT, { ...all, ...fields }, { from: PAGE });
}

function uses(setId: string) {
  return ownMatter(portal.db, '0461').belongs.get(setId);
}

test('staff find the answer on the page of the municipality, and set it with a reason that the municipality reads', async () => {
  expect((await staff.get(PAGE)).text).toContain(`href="${FORM}"`);
  expect((await staff.get(FORM)).text).toContain('Nu står der: <b>EG</b>'.replace('å', '&aring;'));
  const { status, location } = await correct();
  expect(status).toBe(303);
  expect((await staff.get(location)).text).toContain(
    'Rettet af KOMBIT: Odense Kommune har svaret »KMD« på »Bruger I EG eller KMD?«.',
  );
  const { text } = await odense.get(PAGE);
  expect(text).toContain('Bruger I EG eller KMD? <b>KMD</b>');
  expect(text).toContain('Rettet af KOMBIT 24. november 2025: I skiftede til KMD i maj');
  expect(text).not.toContain(CORRECT);
  expect((await staff.get('/redaktion/log')).text).toContain('Rettet af KOMBIT');
});

test('undone, what the municipality said stands again, and nothing is said of KOMBIT', async () => {
  const { location } = await correct();
  const aendring = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
  await staff.post('/fortryd', { aendring, tilbage: PAGE }, { from: PAGE });
  expect(uses('eg')).toBe(true);
  expect((await odense.get(PAGE)).text).not.toContain('Rettet af KOMBIT');
});

test('the municipality may answer anew after it', async () => {
  await correct();
  const grundlag = String(ownMatter(portal.db, '0461').setsRevision);
  await odense.post(`${PAGE}/gaelder`, { spoergsmaal: 'eg-kmd', svar: 'begge', grundlag }, { from: PAGE });
  expect([uses('eg'), uses('kmd')]).toEqual([true, true]);
  expect((await odense.get(PAGE)).text).not.toContain('Rettet af KOMBIT');
});

test.each([
  ['without a reason', { begrundelse: '  ' }, 'Skriv, hvorfor svaret rettes.'],
  ['with 70 kB of reason', { begrundelse: 'x'.repeat(70_000) }, 'Begrundelsen er for lang.'],
  ['without an answer', { svar: '' }, 'Vælg det rigtige svar.'],
])('%s it is refused', async (_name, fields: Record<string, string>, words) => {
  const page = await correct(fields);
  expect([page.status, page.text.includes(words)]).toEqual([422, true]);
  expect(uses('eg')).toBe(true);
});

test('made from an old page it changes nothing, and what was typed stays', async () => {
  const page = await correct({ grundlag: '0' });
  expect(page.status).toBe(409);
  expect(page.text).toContain('>I skiftede til KMD i maj</textarea>');
  expect(uses('eg')).toBe(true);
});

test('sent twice it is one correction', async () => {
  const fields = { _noegle: 'den-samme', grundlag: String(ownMatter(portal.db, '0461').setsRevision) };
  const [first, again] = [await correct(fields), await correct(fields)];
  expect(again.location).toBe(first.location);
});

test('what nobody has answered is not there to be corrected, and only staff correct', async () => {
  expect((await staff.get(`${CORRECT}?spoergsmaal=dubu`)).status).toBe(404);
  expect((await staff.get(`${CORRECT}?spoergsmaal=findes-ikke`)).status).toBe(404);
  expect((await staff.get(CORRECT)).status).toBe(422);
  expect((await staff.get(FORM.replace('odense', 'findes-ikke'))).status).toBe(404);
  expect((await odense.get(FORM)).status).toBe(403);
  expect((await correct({}, odense)).status).toBe(403);
  expect((await portal.as().get(FORM)).location).toContain('/log-ind?');
});

test('nobody else reads of it', async () => {
  await correct();
  for (const path of [
    PAGE,
    '/aendringer.atom',
    '/moeder/2025-11/aendringer',
    '/api/v1/changes?since=2025-01-01',
  ]) {
    expect((await portal.as('assens').get(path)).text, path).not.toContain('skiftede til KMD');
  }
});

/** What is withdrawn, laid together, put into a group, or found out about the source. */
import { describe, expect, test } from 'vitest';
import { findRow } from '#src/core/editing/rows.ts';
import { listRemarks, listSameAsks } from '#src/core/sources/queries.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { edit } from '#test/support/edit.ts';
import { recordForm, words } from '#test/support/record-forms.ts';

const ROOT = '/redaktion/oplysninger';
const ASK = `${ROOT}/opgaver/klik-genetableret-adgang`;
const REASON = 'Projektlederen har bekræftet det.';
const undo = /kvittering=(\d+)/;

describe('a withdrawn record', () => {
  test('is gone from its day, stands before it, is found again, and can come back', async () => {
    const portal = await buildTestApp({ today: '2025-12-05' });
    const staff = portal.as('staff');
    const form = await recordForm(staff, `${ASK}/udgaar`);
    const gone = await form.send({ 'gaelder-fra': '03.12.2025', begrundelse: REASON });
    expect(gone.status).toBe(303);
    expect((await portal.get('/opgaver/klik-genetableret-adgang')).status).toBe(404);
    expect((await portal.get('/opgaver/klik-genetableret-adgang?stand=2025-12-02')).status).toBe(200);
    const list = words((await staff.get(`${ROOT}?vis=udgaaet`)).text);
    expect(list).toContain('1 oplysning');
    expect(list).toContain('Udgået 03.12.2025');
    const back = await recordForm(staff, `${ASK}/udgaar`);
    expect((await back.send({ 'gaelder-fra': '05.12.2025', begrundelse: REASON })).status).toBe(303);
    expect((await portal.get('/opgaver/klik-genetableret-adgang')).status).toBe(200);
    expect((await portal.get('/opgaver/klik-genetableret-adgang?stand=2025-12-04')).status).toBe(404);
  });

  test('that was a double leads from its old address to the record that stays', async () => {
    const portal = await buildTestApp({ today: '2025-12-05' });
    const paths: Record<string, string> = { task: '/klik/', agreement: '/aftaler/', request: '/opgaver/' };
    const [pair] = listSameAsks(portal.db);
    const [ofFolded = '', folded = ''] = pair?.folded.split('/') ?? [];
    const [ofShown = '', shown = ''] = pair?.shown.split('/') ?? [];
    edit(portal.db, ofFolded, folded, { withdrawnOn: '2025-11-24' });
    const answer = await portal.get(`${paths[ofFolded]}${folded}`);
    expect([answer.status, answer.headers.location]).toEqual([301, `${paths[ofShown]}${shown}`]);
    edit(portal.db, ofShown, shown, { withdrawnOn: '2025-11-24' });
    expect((await portal.get(`${paths[ofFolded]}${folded}`)).status).toBe(404);
  });

  test.each([
    ['no reason', { begrundelse: '' }, 'Skriv, hvorfor'],
    ['a day after today', { 'gaelder-fra': '06.12.2025', begrundelse: REASON }, 'Dagen ligger efter i dag.'],
    ['a day before the record', { 'gaelder-fra': '01.01.2025', begrundelse: REASON }, 'eller en senere dag'],
  ])('%s is refused', async (_name, fields, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-05' });
    const form = await recordForm(portal.as('staff'), `${ASK}/udgaar`);
    const answer = await form.send(fields);
    expect([answer.status, words(answer.text).includes(sentence)]).toEqual([422, true]);
  });

  test('somebody else changed meanwhile is seen first; sent twice it is withdrawn once', async () => {
    const portal = await buildTestApp({ today: '2025-12-05' });
    const form = await recordForm(portal.as('staff'), `${ASK}/udgaar`);
    const other = await recordForm(portal.as('staff2'), ASK);
    await other.send({ titel: 'Rubens titel', begrundelse: REASON });
    const fields = { 'gaelder-fra': '05.12.2025', begrundelse: REASON, _noegle: 'twice' };
    const stale = await form.send({ ...fields, _noegle: 'stale' });
    expect([stale.status, words(stale.text).includes('Rubens titel')]).toEqual([409, true]);
    const fresh = await recordForm(portal.as('staff'), `${ASK}/udgaar`);
    const [first, second] = [await fresh.send(fields), await fresh.send(fields)];
    expect([first.status, second.location]).toEqual([303, first.location]);
  });

  test('the municipalities themselves are never withdrawn', async () => {
    const portal = await buildTestApp();
    expect((await portal.as('staff').get(`${ROOT}/kommuner/0461/udgaar`)).status).toBe(404);
  });
});

describe('two records that are one', () => {
  test('ask: shown once with both sources, undone they are two again', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const path = `${ROOT}/klik-opgaver/valg-ean-nummer/saml`;
    const form = await recordForm(staff, path);
    const saved = await form.send({
      som: 'samme',
      anden: 'request/klik-genetableret-adgang',
      begrundelse: REASON,
    });
    expect(saved.status).toBe(303);
    const keys = listDeadlines({ db: portal.db, today: '2025-12-01' }).map(({ key }) => key);
    expect(keys).not.toContain('request/klik-genetableret-adgang');
    const aendring = undo.exec(saved.location)?.[1] ?? '';
    await staff.post('/fortryd', { aendring, tilbage: '/' }, { from: path });
    expect(listSameAsks(portal.db).length).toBe(1);
    // What was parted once can be laid together with another.
    const other = await recordForm(staff, `${ROOT}/klik-opgaver/rolle-4-telefonnumre/saml`);
    const again = { som: 'samme', anden: 'request/klik-genetableret-adgang', begrundelse: REASON };
    expect((await other.send(again)).status).toBe(303);
    expect(listSameAsks(portal.db).map(({ shown }) => shown)).toContain('task/rolle-4-telefonnumre');
  });

  test('record twice: the other goes, its names and its slide go to the kept one', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const form = await recordForm(staff, `${ROOT}/aftaler/sapa-databehandleraftale/saml`);
    const saved = await form.send({ som: 'dublet', anden: 'agreement/sapa-bilag-a', begrundelse: REASON });
    expect(saved.status).toBe(303);
    expect((await portal.get('/aftaler/sapa-bilag-a')).status).toBe(404);
    expect(findRow(portal.db, 'agreement', 'sapa-databehandleraftale')?.aliases).toContain(
      'Databehandleraftale bilag A - ny skabelon',
    );
    // Its slide tells of the kept one now.
    const slide = portal.db.$client
      .prepare(
        "select slide from entry where object_id = 'sapa-databehandleraftale' order by seq desc limit 1",
      )
      .pluck()
      .get();
    expect(slide).toBe(findRow(portal.db, 'agreement', 'sapa-bilag-a')?.slide);
  });

  test.each([
    ['no kind', { anden: 'request/klik-genetableret-adgang' }, 'Vælg, om det er samme opgave'],
    ['no other', { som: 'samme' }, 'Vælg den anden fra listen.'],
    ['itself', { som: 'samme', anden: 'task/valg-ean-nummer' }, 'Vælg den anden fra listen.'],
    [
      'another kind as a double',
      { som: 'dublet', anden: 'request/klik-genetableret-adgang' },
      'ikke samme type',
    ],
    ['what no list offers', { som: 'samme', anden: 'account/test-rita' }, 'Vælg den anden fra listen.'],
    [
      'one that is in another already',
      { som: 'samme', anden: 'agreement/flis-databehandleraftale' },
      'allerede lagt sammen',
    ],
  ])('%s is refused', async (_name, fields, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), `${ROOT}/klik-opgaver/valg-ean-nummer/saml`);
    const answer = await form.send({ begrundelse: REASON, ...fields });
    expect([answer.status, words(answer.text).includes(sentence)]).toEqual([422, true]);
  });

  test('an agreement with signatures does not go into another', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), `${ROOT}/aftaler/bom-databehandleraftale/saml`);
    const answer = await form.send({
      som: 'dublet',
      anden: 'agreement/tre-datastandarder',
      begrundelse: REASON,
    });
    expect([answer.status, words(answer.text).includes('har underskrifter')]).toEqual([422, true]);
  });
});

describe('a group of municipalities', () => {
  const PATH = `${ROOT}/kommunegrupper/eg/medlemmer`;
  const members = { medlem: ['0461', '0420'], kendt: 'ja', 'gaelder-fra': '01.12.2025', begrundelse: REASON };

  test('with known members shows its tasks to them alone, from that day', async () => {
    const portal = await buildTestApp({ today: '2025-12-02' });
    const form = await recordForm(portal.as('staff'), PATH);
    expect((await form.send(members)).status).toBe(303);
    const tasks = async (query: string) => (await portal.get(`/frister?type=klik&status=alle&${query}`)).text;
    expect(await tasks('kommune=odense')).toContain('/klik/eg-fordringer');
    expect(await tasks('kommune=kolding')).not.toContain('/klik/eg-fordringer');
    expect(await tasks('kommune=kolding&stand=2025-11-30')).toContain('/klik/eg-fordringer');
  });

  test('loses who is taken out, and a stale list is not saved', async () => {
    const portal = await buildTestApp({ today: '2025-12-02' });
    const mine = await recordForm(portal.as('staff'), PATH);
    const theirs = await recordForm(portal.as('staff2'), PATH);
    await theirs.send({ ...members, medlem: ['0461'] });
    const stale = await mine.send(members);
    expect([stale.status, words(stale.text).includes('Odense Med i gruppen')]).toEqual([409, true]);
    const fresh = await recordForm(portal.as('staff'), PATH);
    await fresh.send({ ...members, medlem: ['0420', '9999', 'x'] });
    const codes = portal.db.$client
      .prepare(
        "select municipality_id from municipality_set_member where withdrawn_on is null and set_id = 'eg'",
      )
      .pluck()
      .all();
    expect(codes).toEqual(['0420']);
  });
});

describe('spellings', () => {
  test('that staff add to a municipality are known to a pasted list at once', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const form = await recordForm(staff, `${ROOT}/kommuner/0461`);
    const saved = await form.send({ 'andre-stavemaader': 'Odense By\nOdens', begrundelse: REASON });
    expect(saved.status).toBe(303);
    const paste = '/redaktion/underskrifter/tre-datastandarder/indsaet';
    const fields = { liste: 'mangler', opgjort: '01.12.2025', trin: 'tolk', tekst: 'Odense By' };
    expect(words((await staff.post(paste, fields)).text)).toContain('1 præcise');
  });
});

describe('a remark on the source', () => {
  const KSD = '2025-11-recipients-swapped-ksd-databehandleraftale';

  test('that is settled leaves the record, and the slide says what was found out', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    expect(words((await portal.get('/aftaler/ksd-databehandleraftale')).text)).toContain('byttet om');
    const form = await recordForm(portal.as('staff'), `${ROOT}/bemaerkninger/${KSD}`);
    const saved = await form.send({ afklaring: 'Rækkerne var byttet om, siger projektlederen.' });
    expect(saved.status).toBe(303);
    expect(words((await portal.get('/aftaler/ksd-databehandleraftale')).text)).not.toContain('byttet om');
    const { slide } = findRow(portal.db, 'remark', KSD) ?? { slide: 0 };
    expect(words((await portal.get(`/moeder/2025-11/slide/${slide}`)).text)).toContain(
      'siger projektlederen',
    );
  });

  test('is settled with the correction of the field that it is about', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), `${ROOT}/aftaler/ksd-databehandleraftale`);
    const recipients = 'KSD systemansvarlige og KOMBIT programledere';
    const other = '2025-11-recipients-swapped-ky-databehandleraftale';
    await form.send({ 'sendt-til': recipients, begrundelse: REASON, afklarer: [KSD, other] });
    const page = words((await portal.get('/aftaler/ksd-databehandleraftale')).text);
    expect(page).toContain(
      'Rettet: Sendt til. I materialet står: »KY systemansvarlige og KOMBIT programledere«.',
    );
    expect(page).not.toContain('ser ud til at være byttet om');
    // One that is about another record is not settled from here.
    expect(listRemarks(portal.db).find(({ id }) => id === other)?.resolution).toBeNull();
  });

  test('needs a sentence, and shows what somebody else wrote meanwhile', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const path = `${ROOT}/bemaerkninger/${KSD}`;
    const mine = await recordForm(portal.as('staff'), path);
    expect((await mine.send({ afklaring: ' ' })).status).toBe(422);
    await (await recordForm(portal.as('staff2'), path)).send({ afklaring: 'Rubens svar' });
    const stale = await mine.send({ afklaring: 'Mit svar' });
    expect(stale.status).toBe(409);
    expect(words(stale.text)).toMatch(/Rubens svar .*Ruben Redaktør.* Mit svar/);
  });
});

/** What a municipality answers: on its own page, on the page of one ask, seen by nobody else. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ownMatter } from '#src/core/answers/queries.ts';
import { eq } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { answer } from '#src/db/schema/answers.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Visitor } from '#test/support/cast.ts';
import { pageWords } from '#test/support/page-words.ts';

const TASK = 'task/rolle-4-telefonnumre';
const AGREEMENT = 'agreement/tre-datastandarder';
const PAGE = '/kommuner/odense';
const ASK = `${PAGE}/svar?opgave=${encodeURIComponent(TASK)}`;

let portal: TestApp;
let odense: Visitor;

beforeEach(async () => {
  portal = await buildTestApp({ now: () => new Date('2025-11-24T08:00:00Z') });
  odense = portal.as('odense');
});

/** Answers in full, as the page of the ask does. */
function send(fields: Record<string, string> = {}, who = odense) {
  const all = { opgave: TASK, grundlag: '0', svar: 'loest', dato: '', bemaerkning: '', ...fields };
  return who.post(`${PAGE}/svar`, all, { from: '/' });
}

/** Presses the button of the ask in the list of the page. */
async function press(name: 'loest' | 'aaben', key: string) {
  const { text } = await odense.get(PAGE);
  const value = new RegExp(`name="${name}" value="(\\d+ ${key})"`).exec(text)?.[1] ?? 'no such button';
  return odense.post(`${PAGE}/svar`, { [name]: value }, { from: PAGE });
}

function statusNow(key = TASK) {
  return ownMatter(portal.db, '0461').answers.get(key)?.status ?? null;
}

function signatureNow() {
  return portal.db.select().from(signature).where(eq(signature.id, 'tre-datastandarder/0461')).get();
}

/** The rows of a group on the page. */
function inGroup(text: string, id: string): string {
  return new RegExp(`id="${id}"[\\s\\S]*?</ul>`).exec(text)?.[0] ?? '';
}

/** Before the news of the front page, which name it to everybody. */
function listed(text: string): boolean {
  return text.split('id="nyt"')[0]?.includes('Sikr telefonnumre') ?? false;
}

describe('one press on the page of the municipality', () => {
  test('solves a task: it leaves the open ones, the receipt says so and takes it back', async () => {
    const before = await odense.get(PAGE);
    expect(inGroup(before.text, 'forude')).toContain('Sikr telefonnumre');
    const answered = await press('loest', TASK);
    expect(answered.status).toBe(303);
    const after = await odense.get(answered.location);
    expect(after.text).toContain('er markeret som løst.');
    expect(inGroup(after.text, 'forude')).not.toContain('Sikr telefonnumre');
    expect(inGroup(after.text, 'loest')).toContain('Sikr telefonnumre');
    expect(inGroup(after.text, 'loest')).toContain('24. november 2025');

    const batch = /name="aendring" value="(\d+)"/.exec(after.text)?.[1] ?? '';
    await odense.post('/fortryd', { aendring: batch, tilbage: PAGE }, { from: PAGE });
    expect(inGroup((await odense.get(PAGE)).text, 'forude')).toContain('Sikr telefonnumre');
  });

  test('a solved task is opened again', async () => {
    await press('loest', TASK);
    expect(statusNow()).toBe('done');
    await press('aaben', TASK);
    expect(statusNow()).toBeNull();
    await press('loest', TASK);
    expect(statusNow()).toBe('done');
  });

  test('two buttons of one page are two answers, one button twice is one', async () => {
    const { text } = await odense.get(PAGE);
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const key = /name="_noegle" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const pressed = (ask: string) =>
      odense.post(`${PAGE}/svar`, { loest: `0 ${ask}`, _noegle: key }, { token });
    const [first, again, other] = [
      await pressed(TASK),
      await pressed(TASK),
      await pressed('task/adg-0-adgangsstyring'),
    ];
    expect(again.location).toBe(first.location);
    expect(other.location).not.toBe(first.location);
    expect(portal.db.select().from(answer).all()).toHaveLength(2);
  });
});

test('while the municipality has no contacts, the page of an ask leads to them', async () => {
  const { text } = await odense.get(ASK);
  expect(text).toContain('Der er ingen kontakter endnu.');
  expect(text).not.toContain('id="hvem"');
});

describe('the signature of an agreement', () => {
  test('is a claim that everybody sees, and no count', async () => {
    expect(signatureNow()?.status).toBe('missing');
    await press('loest', AGREEMENT);
    expect(signatureNow()).toMatchObject({ status: 'claimed', signedOn: '2025-11-24' });
    const open = await portal.get('/aftaler/tre-datastandarder');
    expect(open.text).toContain('1 har selv meldt underskrift');
    expect(open.text).toContain('15 af 98');
    expect((await odense.get(PAGE)).text).toContain('Meldt af kommunen');
    const others = pageWords((await portal.get(PAGE)).text);
    expect(others).toContain(
      'Kommunen har selv meldt underskrift: Tilslutningsaftale om tre begrebs- og datastandarder. KOMBIT har ikke bekræftet den endnu.',
    );
    expect(others).toContain('Meldt af kommunen, ikke bekræftet af KOMBIT man. 15. dec. 2025 K-aftalen');
    expect(others).not.toMatch(/KOMBIT har opgjort|Opgjort af KOMBIT/);
  });

  test('taken back, what KOMBIT had counted stands again with its source', async () => {
    const before = signatureNow();
    await press('loest', AGREEMENT);
    await press('aaben', AGREEMENT);
    expect(signatureNow()).toMatchObject({
      status: 'missing',
      countedOn: before?.countedOn,
      meetingId: before?.meetingId,
      slide: before?.slide,
    });
  });

  test('undone by the receipt, what stood stands again', async () => {
    const before = signatureNow();
    const { location } = await press('loest', AGREEMENT);
    const batch = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    await odense.post('/fortryd', { aendring: batch, tilbage: PAGE }, { from: PAGE });
    expect(signatureNow()).toMatchObject({ status: 'missing', countedOn: before?.countedOn, slide: 9 });
  });

  test('a task that is the same ask as an agreement claims the signature of it', async () => {
    await press('loest', 'task/flis-underskriv-databehandleraftale');
    const claimed = portal.db
      .select()
      .from(signature)
      .where(eq(signature.id, 'flis-databehandleraftale/0461'))
      .get();
    expect(claimed?.status).toBe('claimed');
    await press('aaben', 'task/flis-underskriv-databehandleraftale');
    expect((await odense.get(PAGE)).text).toContain('FLIS: Underskriv ny databehandleraftale');
  });

  test('one that KOMBIT has registered has no button', async () => {
    portal.db
      .update(signature)
      .set({ status: 'signed' })
      .where(eq(signature.id, 'tre-datastandarder/0461'))
      .run();
    expect((await odense.get(PAGE)).text).not.toContain(`${AGREEMENT}"`);
  });
});

describe('the page of one ask', () => {
  test('keeps day and remark', async () => {
    const { location } = await send({ dato: '20.11.2025', bemaerkning: 'Sendt til økonomi' });
    const page = await odense.get(location);
    expect(page.text).toContain('20. november 2025. Sendt til økonomi');
  });

  test('not for us takes a reason, and the ask stands among what does not concern them', async () => {
    const refused = await send({ svar: 'ikke-relevant' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Skriv, hvorfor opgaven ikke er relevant for jer.');
    await send({ svar: 'ikke-relevant', bemaerkning: 'Vi har ingen roller i KLIK' });
    const { text } = await odense.get(PAGE);
    expect(inGroup(text, 'ikke-relevant')).toContain('Vi har ingen roller i KLIK');
    expect(inGroup(text, 'forude')).not.toContain('Sikr telefonnumre');
  });

  test('what is on its way stays open', async () => {
    await send({ svar: 'i-gang' });
    const { text } = await odense.get(PAGE);
    expect(inGroup(text, 'forude')).toMatch(/Sikr telefonnumre[\s\S]*?Under behandling/);
  });

  test.each([
    ['a day to come', { dato: '25.11.2025' }, 'Datoen ligger efter i dag.'],
    ['a day that is not there', { dato: '31.11.2025' }, 'November har 30 dage.'],
    ['no answer', { svar: 'noget' }, 'Vælg, hvordan det står til.'],
    ['70 kB of reason', { bemaerkning: 'x'.repeat(70_000) }, 'Bemærkningen er for lang.'],
  ])('%s is refused with what was typed', async (_name, fields: Record<string, string>, words) => {
    const page = await send({ bemaerkning: 'det jeg skrev', ...fields });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain(fields.bemaerkning ?? 'det jeg skrev');
    expect(statusNow()).toBeNull();
  });

  test('when a colleague has answered meanwhile, both answers are shown and nothing is lost', async () => {
    await send({ svar: 'i-gang', bemaerkning: 'Min kollega' }, portal.as('owner'));
    const page = await send({ bemaerkning: 'Jeg' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Min kollega');
    expect(page.text).toContain('>Jeg</textarea>');
    expect(statusNow()).toBe('in-progress');
    const revision = /name="grundlag" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    expect((await send({ grundlag: revision, bemaerkning: 'Jeg' })).status).toBe(303);
    expect(statusNow()).toBe('done');
  });

  test('twenty answers at once: one is saved, the others are told, none fails', async () => {
    const { text } = await odense.get(ASK);
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const fields = { opgave: TASK, grundlag: '0', svar: 'loest' };
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        odense.post(`${PAGE}/svar`, { ...fields, bemaerkning: `nr. ${i}` }, { token }),
      ),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(sent.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('an ask that is not there, and what is only told, are not found', async () => {
    for (const key of ['task/findes-ikke', 'request/sts-til-orientering', 'task/x" or 1']) {
      expect((await send({ opgave: key })).status).toBe(404);
    }
  });

  test('a note is for the municipality alone: KOMBIT reads the answer and not the note', async () => {
    await odense.post(
      `${PAGE}/note`,
      { opgave: TASK, grundlag: '0', note: 'Hemmelig aftale' },
      { from: ASK },
    );
    expect((await odense.get(ASK)).text).toContain('Hemmelig aftale');
    await send({ bemaerkning: 'Læs mig' });
    const seen = await portal.as('staff').get(ASK);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Læs mig');
    expect(seen.text).not.toContain('Hemmelig aftale');
    expect(seen.text).not.toContain('Gem svar');
  });

  test('a note that a colleague changed meanwhile is shown beside the own text', async () => {
    await odense.post(`${PAGE}/note`, { opgave: TASK, grundlag: '0', note: 'Den første' }, { from: ASK });
    const page = await odense.post(
      `${PAGE}/note`,
      { opgave: TASK, grundlag: '0', note: 'Den anden' },
      { from: ASK },
    );
    expect(page.status).toBe(409);
    expect(page.text).toContain('Den første');
    expect(page.text).toContain('>Den anden</textarea>');
  });
});

describe('what concerns the municipality', () => {
  const ask = (svar: string, spoergsmaal = 'eg-kmd', grundlag = '0') =>
    odense.post(`${PAGE}/gaelder`, { spoergsmaal, svar, grundlag }, { from: PAGE });

  test('EG or KMD is asked once; what is for the others goes', async () => {
    expect((await odense.get(PAGE)).text).toContain('Bruger I EG eller KMD?');
    const { location } = await ask('kmd');
    const { text } = await odense.get(location);
    expect(inGroup(text, 'ikke-relevant')).toContain('EG_Konfigurer');
    expect(inGroup(text, 'forude')).not.toContain('EG_Konfigurer');
    expect(inGroup(text, 'forude')).toContain('KMD_Konfigurer');
    expect(text).toContain('Bruger I EG eller KMD? <b>KMD</b>');
  });

  test('it is remembered for this municipality alone', async () => {
    await ask('kmd');
    const assens = await portal.as('assens').get('/kommuner/assens');
    expect(inGroup(assens.text, 'forude')).toContain('EG_Konfigurer');
    expect((await portal.get(PAGE)).text).toContain('EG_Konfigurer');
  });

  test('an answer that is not there is refused, and one made from an old page changes nothing', async () => {
    expect((await ask('alle')).status).toBe(422);
    expect((await ask('ja', 'findes-ikke')).status).toBe(422);
    await ask('kmd');
    await ask('eg');
    expect(ownMatter(portal.db, '0461').belongs.get('kmd')).toBe(true);
  });
});

describe('pages across', () => {
  test('the front page and the deadlines leave out what the municipality has solved', async () => {
    await send();
    for (const path of ['/', '/frister', '/frister.csv', '/kommuner/odense/udskrift']) {
      expect(listed((await odense.get(path)).text), path).toBe(false);
      expect(listed((await portal.get(`${path}?kommune=odense`)).text), path).toBe(true);
    }
    expect((await odense.get('/frister?status=underskrevet')).text).toContain('Sikr telefonnumre');
  });

  test('as it stood on an earlier day: not answered, and nothing to press', async () => {
    await send();
    const { text } = await odense.get(`${PAGE}?stand=2025-11-23`);
    expect(text).not.toContain('Markér som løst');
    expect(inGroup(text, 'loest')).not.toContain('Sikr telefonnumre');
  });

  test('the file of the page holds what the page shows', async () => {
    await send({ bemaerkning: 'Sendt til økonomi' });
    const { text } = await odense.get(`${PAGE}.csv`);
    expect(text).toContain('24. november 2025. Sendt til økonomi');
  });
});

describe('whom it is for', () => {
  test('another municipality and a stranger see the page as before', async () => {
    await send({ bemaerkning: 'Kun for os' });
    for (const visitor of [portal.as('assens'), portal.as()]) {
      const { text } = await visitor.get(PAGE);
      expect(text).not.toContain('Kun for os');
      expect(text).toContain('Husk som vores kommune');
    }
  });

  test('forms of another municipality are not there, and the attempt is in the log', async () => {
    const assens = portal.as('assens');
    const { status } = await assens.post(`${PAGE}/svar`, { loest: `0 ${TASK}` }, { from: '/' });
    expect(status).toBe(404);
    expect((await assens.get(ASK)).status).toBe(404);
    const refused = portal.db.select().from(accessLog).where(eq(accessLog.event, 'access-refused')).all();
    expect(refused.map(({ reason, objectMunicipalityId }) => [reason, objectMunicipalityId])).toEqual([
      ['other-municipality', '0461'],
      ['other-municipality', '0461'],
    ]);
  });

  test('strangers sign in first, KOMBIT may not answer for anybody', async () => {
    expect((await portal.as().get(ASK)).location).toContain('/log-ind?');
    expect(
      (await portal.as('staff').post(`${PAGE}/svar`, { loest: `0 ${TASK}` }, { from: '/' })).status,
    ).toBe(403);
    const { text } = await portal.as('staff').get(PAGE);
    expect(text).not.toContain('Markér som løst');
  });
});

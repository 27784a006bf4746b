/** Answers that come wrong, late, twice, from elsewhere, or about what has gone meanwhile: nothing is lost, and it is said. */
import { beforeEach, describe, expect, test } from 'vitest';
import { endSessionsOf } from '#src/core/access/sessions.ts';
import { ownMatter } from '#src/core/answers/queries.ts';
import { recordDeed } from '#src/core/journal/record.ts';
import { eq } from '#src/db/drizzle.ts';
import { account } from '#src/db/schema/accounts.ts';
import { ownNote } from '#src/db/schema/answers.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Visitor } from '#test/support/cast.ts';
import { edit } from '#test/support/edit.ts';

const TASK = 'task/rolle-4-telefonnumre';
const OTHER = 'task/adg-0-adgangsstyring';
const AGREEMENT = 'agreement/tre-datastandarder';
const PAGE = '/kommuner/odense';
const TYPED = 'Det, jeg brugte en time på at skrive';

let portal: TestApp;
let odense: Visitor;

beforeEach(async () => {
  portal = await buildTestApp({ now: () => new Date('2025-11-24T08:00:00Z') });
  odense = portal.as('odense');
});

function send(fields: Record<string, string> = {}, who = odense, path = `${PAGE}/svar`) {
  const all = { opgave: TASK, grundlag: '0', svar: 'loest', dato: '', bemaerkning: TYPED };
  return who.post(path, { ...all, ...fields }, { from: '/' });
}

function askHref(key: string) {
  return `${PAGE}/svar?opgave=${encodeURIComponent(key)}`;
}

function answers(code = '0461') {
  return ownMatter(portal.db, code).answers;
}

function batchIn(location: string): string {
  return /kvittering=(\d+)/.exec(location)?.[1] ?? '';
}

describe('another municipality', () => {
  test.each([
    '/kommuner/ODENSE/svar',
    '/kommuner/%6fdense/svar',
    '/kommuner/%4Fdense/svar',
    '/kommuner/assens%2F..%2Fodense/svar',
    '/kommuner/assens/../odense/svar',
    '/kommuner//odense/svar',
    '/kommuner/odense%00/svar',
    '/kommuner/0461/svar',
  ])('is not reached through %s', async (path) => {
    const { status } = await send({}, portal.as('assens'), path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect([answers().size, answers('0420').size]).toEqual([0, 0]);
  });

  test('does not undo, and a colleague does', async () => {
    const aendring = batchIn((await send()).location);
    const other = await portal.as('assens').post('/fortryd', { aendring, tilbage: '/' }, { from: '/' });
    expect(other.status).toBe(404);
    expect(answers().get(TASK)?.status).toBe('done');
    const colleague = await portal.as('owner').post('/fortryd', { aendring, tilbage: PAGE }, { from: '/' });
    expect(colleague.status).toBe(303);
    expect(answers().size).toBe(0);
    const again = await odense.post('/fortryd', { aendring, tilbage: PAGE }, { from: '/' });
    expect([again.status, again.text.includes('Ændringen er allerede fortrudt.')]).toEqual([422, true]);
  });

  test('is what whoever moved there sees, and nothing of the old one', async () => {
    await send();
    const { location } = await odense.post(
      `${PAGE}/note`,
      { opgave: TASK, grundlag: '0', note: TYPED },
      { from: '/' },
    );
    const batch = batchIn((await send({ opgave: OTHER })).location);
    portal.db.update(account).set({ municipalityId: '0420' }).where(eq(account.id, 'test-oda')).run();
    for (const path of [
      PAGE,
      location,
      `${PAGE}/kontakter`,
      `${PAGE}.csv`,
      `/kommuner/assens?kvittering=${batch}`,
    ]) {
      expect((await odense.get(path)).text, path).not.toContain(TYPED);
    }
    expect((await send({ grundlag: '0' })).status).toBe(404);
    expect((await odense.get('/kommuner/assens')).text).toContain('Markér som løst');
  });

  test('an account that was closed is nobody: the form is kept for whoever signs in', async () => {
    portal.db
      .update(account)
      .set({ disabledAt: '2025-11-24T07:00:00.000Z' })
      .where(eq(account.id, 'test-oda'))
      .run();
    endSessionsOf(portal.db, 'test-oda');
    expect((await odense.get(askHref(TASK))).location).toContain('/log-ind?');
    const page = await send();
    expect(page.status).toBe(401);
    expect(answers().size).toBe(0);
  });
});

describe('what was typed', () => {
  test('loses the marks that nobody sees, keeps its lines, and is printed as text', async () => {
    const note = 'a\u0000b\r\nc <b>d</b> \u202Etxt.exe\u2066 "e" & =1+1';
    await odense.post(`${PAGE}/note`, { opgave: TASK, grundlag: '0', note }, { from: '/' });
    expect(portal.db.select().from(ownNote).get()?.text).toBe('ab\nc <b>d</b> txt.exe "e" & =1+1');
    expect((await odense.get(askHref(TASK))).text).toContain('ab\nc &lt;b&gt;d&lt;/b&gt; txt.exe');
  });

  test('a remark that a spreadsheet would take for a formula is text in the file', async () => {
    await send({ bemaerkning: '=HYPERLINK("http://ondt.example")' });
    expect((await odense.get(`${PAGE}.csv`)).text).not.toMatch(/(?:^|[;"])=HYPERLINK/m);
  });

  test('stays empty where it was emptied, when the day is refused', async () => {
    await send({ bemaerkning: 'Den gamle' });
    const page = await send({ grundlag: '1', bemaerkning: '', dato: '31.11.2025' });
    expect(page.status).toBe(422);
    expect(page.text).not.toContain('>Den gamle</textarea>');
  });

  test.each([
    ['1.1.1900', 'mere end ti år tilbage'],
    ['01.01.0001', 'Skriv året med fire cifre'],
    ['24.11.2125', 'Datoen ligger efter i dag.'],
  ])('done on %s is refused', async (dato, words) => {
    const page = await send({ dato });
    expect([page.status, page.text.includes(words), page.text.includes(`${TYPED}</textarea>`)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(answers().size).toBe(0);
  });

  test('a note of 70 kB comes back to be shortened, one of 300 kB is refused before it is read', async () => {
    const note = (length: number) =>
      odense.post(`${PAGE}/note`, { opgave: TASK, grundlag: '0', note: 'n'.repeat(length) }, { from: '/' });
    const long = await note(70_000);
    expect([long.status, long.text.includes('n'.repeat(70_000))]).toEqual([422, true]);
    expect((await note(300_000)).status).toBe(413);
    expect(portal.db.select().from(ownNote).all()).toEqual([]);
  });
});

describe('an ask that has gone meanwhile', () => {
  test.each([
    ['svar', 'bemaerkning'],
    ['note', 'note'],
  ])('%s: it is said, and what was typed is there to be copied', async (what, field) => {
    edit(portal.db, 'task', 'rolle-4-telefonnumre', { withdrawnOn: '2025-11-24' });
    const page = await send({ [field]: TYPED }, odense, `${PAGE}/${what}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Opgaven findes ikke l&aelig;ngere');
    expect(page.text).toContain(`readonly>${TYPED}</textarea>`);
    expect(answers().size).toBe(0);
  });

  test('its button, its page and who has it say the same', async () => {
    edit(portal.db, 'task', 'rolle-4-telefonnumre', { withdrawnOn: '2025-11-24' });
    const pages = [
      await odense.post(`${PAGE}/svar`, { loest: `0 ${TASK}` }, { from: '/' }),
      await odense.post(`${PAGE}/hvem`, { opgave: TASK, grundlag: '0', hvem: '' }, { from: '/' }),
      await odense.get(askHref(TASK)),
    ];
    for (const { status, text } of pages) {
      expect([status, text.includes('Opgaven findes ikke l&aelig;ngere')]).toEqual([404, true]);
    }
  });

  test('answered and then withdrawn, it leaves the page, and the answer comes back with it', async () => {
    await send();
    edit(portal.db, 'task', 'rolle-4-telefonnumre', { withdrawnOn: '2025-11-24' });
    expect((await odense.get(PAGE)).text).not.toContain(TYPED);
    edit(portal.db, 'task', 'rolle-4-telefonnumre', { withdrawnOn: null });
    expect((await odense.get(PAGE)).text).toContain(TYPED);
  });

  test('merged with another, the answer to either is the answer to both', async () => {
    await send({ opgave: OTHER });
    const value = {
      shown: TASK,
      folded: OTHER,
      reason: 'Prøve',
      identity: null,
      confidence: 'high',
      withdrawnOn: null,
    };
    const about = { entity: 'same_ask', objectId: 'proeve', field: null, value };
    recordDeed(
      portal.db,
      {
        kind: 'edit',
        actor: 'test',
        actorRole: 'staff',
        title: 'Prøve',
        now: new Date('2025-11-24T09:00:00Z'),
      },
      [{ ...about, effectiveOn: '2025-11-24', meetingId: null, slide: null }],
    );
    const page = await odense.get(askHref(OTHER));
    expect(page.text).toContain('Sikr telefonnumre');
    expect(page.text).toContain(TYPED);
    // A page that was open since before the merging.
    expect((await send({ opgave: TASK, svar: 'i-gang' })).status).toBe(409);
    expect(answers().get(OTHER)?.status).toBe('done');
  });
});

describe('what may not be changed now', () => {
  test('as of an earlier day every button is gone, and a form that is sent says why', async () => {
    await send();
    for (const path of [PAGE, askHref(OTHER), '/klik/adg-0-adgangsstyring']) {
      const { text } = await odense.get(`${path}${path.includes('?') ? '&' : '?'}stand=2025-11-24`);
      const past = await odense.get(`${path}${path.includes('?') ? '&' : '?'}stand=2025-11-20`);
      expect(text, path).toMatch(/Markér som løst|Gem svar/);
      expect(past.text, path).not.toMatch(/Markér som løst|Gem svar|Gem note|Meld underskrevet|Ret svaret/);
    }
    const { status, text } = await send({ opgave: OTHER }, odense, `${PAGE}/svar?stand=2025-11-20`);
    expect([status, text.includes('Gå til i dag for at ændre noget.')]).toEqual([403, true]);
    expect(answers().has(OTHER)).toBe(false);
  });

  test('staff who see as the municipality have no button and no note, and send nothing', async () => {
    await odense.post(`${PAGE}/note`, { opgave: TASK, grundlag: '0', note: TYPED }, { from: '/' });
    const staff = portal.as('staff');
    await staff.post('/redaktion/se-som', { kommune: 'odense' });
    for (const path of [PAGE, askHref(TASK), `${PAGE}/kontakter`]) {
      const { text } = await staff.get(path);
      expect(text, path).not.toMatch(/Markér som løst|Gem svar|Gem note|Tilføj kontakt|Ret svaret/);
      expect(text, path).not.toContain(TYPED);
    }
    for (const [what, fields] of [
      ['svar', { loest: `0 ${TASK}` }],
      ['note', { opgave: TASK, grundlag: '0', note: 'x' }],
      ['hvem', { opgave: TASK, grundlag: '0', hvem: '' }],
      ['gaelder', { spoergsmaal: 'eg-kmd', svar: 'kmd', grundlag: '0' }],
      ['kontakter/ret', { grundlag: '0', rolle: 'legal', navn: 'x' }],
      ['kontakter/passer', {}],
    ] as const) {
      expect([what, (await staff.post(`${PAGE}/${what}`, fields, { from: '/' })).status]).toEqual([
        what,
        403,
      ]);
    }
    expect(answers().size).toBe(0);
  });
});

describe('two sides about one signature', () => {
  test('a claim that KOMBIT set back is told beside the status, and may be told anew', async () => {
    const { text } = await odense.get(askHref(AGREEMENT));
    const grundlag = /name="grundlag" value="(\d+)"/.exec(text)?.[1] ?? '';
    await send({ opgave: AGREEMENT, grundlag, dato: '20.11.2025' });
    edit(portal.db, 'signature', 'tre-datastandarder/0461', { status: 'missing' });
    for (const path of [PAGE, askHref(AGREEMENT), '/aftaler/tre-datastandarder']) {
      const page = await odense.get(path);
      expect(page.text, path).toContain('har registreret noget andet. Meldt: 20. november 2025.');
      expect(page.text, path).toContain('Meld underskrevet');
    }
  });

  test('one that KOMBIT has registered has no form, and says whom to write to', async () => {
    edit(portal.db, 'signature', 'tre-datastandarder/0461', { status: 'signed' });
    const { text } = await odense.get(askHref(AGREEMENT));
    expect(text).toContain('KOMBIT har registreret jeres underskrift.');
    expect(text).not.toContain('Gem svar');
  });
});

test('a question that a colleague answered meanwhile: that is said, and the first answer stands', async () => {
  const ask = (svar: string, who: Visitor) =>
    who.post(`${PAGE}/gaelder`, { spoergsmaal: 'eg-kmd', svar, grundlag: '0' }, { from: PAGE });
  await ask('kmd', portal.as('owner'));
  const { location } = await ask('eg', odense);
  const { text } = await odense.get(location);
  expect(text).toContain('En kollega svarede, mens siden var åben, og jeres svar er ikke gemt.');
  expect(text).toContain('Bruger I EG eller KMD? <b>KMD</b>');
});

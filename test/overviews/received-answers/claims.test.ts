/** From "Meld underskrevet" on a municipality's page to KOMBIT's confirmation, and back again. */
import { beforeEach, describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { eq } from '#src/db/drizzle.ts';
import { signature } from '#src/db/schema/agreements.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Answer, Visitor } from '#test/support/cast.ts';

const LIST = '/redaktion/svar';
const AGREEMENT = 'agreement/tre-datastandarder';
const STANDS = { identity: null, confidence: 'high', withdrawnOn: null };
const FLIS_TASK = 'task/flis-underskriv-databehandleraftale';

let now: Date;
let portal: TestApp;
let odense: Visitor;
let staff: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now });
  odense = portal.as('odense');
  staff = portal.as('staff');
});

function tell(key: string, fields: Record<string, string> = {}, who = odense, slug = 'odense') {
  const all = { opgave: key, grundlag: '0', svar: 'loest', dato: '20.11.2025', bemaerkning: '' };
  return who.post(`/kommuner/${slug}/svar`, { ...all, ...fields }, { from: '/' });
}

/** What stands before an answer: the number that a form is made from. */
async function standing(key: string): Promise<string> {
  const { text } = await odense.get(`/kommuner/odense/svar?opgave=${encodeURIComponent(key)}`);
  return /name="grundlag" value="(\d+)"/.exec(text)?.[1] ?? '';
}

async function claim(key = AGREEMENT, fields: Record<string, string> = {}): Promise<Answer> {
  return tell(key, { grundlag: await standing(key), ...fields });
}

/** Presses a row's button on the list, with everything its form holds. */
async function confirm(of: string, who = staff): Promise<Answer> {
  const { text } = await who.get(LIST);
  const form = [...text.matchAll(/<form method="post" action="([^"]+)"[\s\S]*?<\/form>/g)].find(([html]) =>
    html.includes(of),
  );
  if (!form) throw new Error(`no button for ${of}`);
  const [html, action = ''] = form;
  const fields = [...html.matchAll(/name="(dato|tilbage|bekraeft|_noegle)" value="([^"]*)"/g)];
  return who.post(action, Object.fromEntries(fields.map(([, name, value]) => [name, value])), { from: LIST });
}

function signed(id: string) {
  return portal.db.select().from(signature).where(eq(signature.id, id)).get();
}

function inGroup(text: string, id: string): string {
  return new RegExp(`id="${id}"[\\s\\S]*?</ul>`).exec(text)?.[0] ?? '';
}

describe('a signature that was told', () => {
  test('stands in one list of all agreements, with the remark, and one press confirms it', async () => {
    await claim(AGREEMENT, { bemaerkning: 'Borgmesteren har skrevet under' });
    await claim(FLIS_TASK);
    const { text } = await staff.get(LIST);
    expect(text).toContain('Meldt underskrevet (2)');
    expect(text).toContain('Borgmesteren har skrevet under');
    const { location, status } = await confirm('tre-datastandarder');
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/redaktion\/svar\?kvittering=\d+$/)]);
    const after = await staff.get(location);
    expect(after.text).toContain('Odense er sat til Underskrevet.');
    expect(after.text).toContain('Meldt underskrevet (1)');
    expect(signed('tre-datastandarder/0461')).toMatchObject({ status: 'signed', signedOn: '2025-11-20' });
    const own = inGroup((await odense.get('/kommuner/odense')).text, 'loest');
    expect(own).toMatch(/datastandarder[\s\S]*Underskrevet/);
    expect(own).toContain('Meldt af kommunen');
  });

  test('of a KLIK task is confirmed on its agreement, and the task is signed', async () => {
    await claim(FLIS_TASK);
    await confirm('flis-databehandleraftale');
    expect(signed('flis-databehandleraftale/0461')?.status).toBe('signed');
    const { text } = await odense.get('/kommuner/odense');
    expect(inGroup(text, 'loest')).toMatch(/Underskriv ny databehandleraftale[\s\S]*Underskrevet/);
    expect(text).not.toContain(`${FLIS_TASK}"`);
  });

  test('confirmed in the grid of its agreement, which asks for nothing more', async () => {
    await claim();
    const grid = '/redaktion/underskrifter/tre-datastandarder';
    const { text } = await staff.get(`${grid}?vis=meldt`);
    const bekraeft = /name="bekraeft" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { location } = await staff.post(
      grid,
      { bekraeft, dato: '24.11.2025', vis: 'meldt' },
      { from: grid },
    );
    expect(location).toContain(`${grid}?vis=meldt`);
    expect(signed('tre-datastandarder/0461')).toMatchObject({ status: 'signed', signedOn: '2025-11-20' });
  });

  test('undone by KOMBIT is a claim again', async () => {
    await claim();
    const { location } = await confirm('tre-datastandarder');
    const batch = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    await staff.post('/fortryd', { aendring: batch, tilbage: LIST }, { from: LIST });
    expect(signed('tre-datastandarder/0461')?.status).toBe('claimed');
    expect((await staff.get(LIST)).text).toContain('Meldt underskrevet (1)');
  });

  test('that KOMBIT has confirmed is not taken back by the municipality', async () => {
    const { location } = await claim();
    const batch = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    const seen = await standing(AGREEMENT);
    await confirm('tre-datastandarder');
    const undone = await odense.post('/fortryd', { aendring: batch, tilbage: '/' }, { from: '/' });
    expect(undone.status).toBe(422);
    expect((await tell(AGREEMENT, { svar: 'aaben', grundlag: seen })).status).toBe(409);
    await tell(AGREEMENT, { svar: 'aaben', grundlag: await standing(AGREEMENT) });
    expect(signed('tre-datastandarder/0461')?.status).toBe('signed');
  });

  test('taken back while the list was open, is not confirmed: KOMBIT sees both', async () => {
    await claim();
    const { text } = await staff.get(LIST);
    const bekraeft = /name="bekraeft" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await tell(AGREEMENT, { svar: 'aaben', grundlag: await standing(AGREEMENT) });
    const page = await staff.post(
      '/redaktion/underskrifter/tre-datastandarder',
      { bekraeft, dato: '24.11.2025', tilbage: LIST },
      { from: LIST },
    );
    expect(page.status).toBe(409);
    expect(page.text).toContain('Mangler');
    expect(signed('tre-datastandarder/0461')?.status).toBe('missing');
  });

  test('two of one list, pressed from the same page, are two confirmations', async () => {
    await claim();
    await tell(AGREEMENT, { grundlag: '0' }, portal.as('assens'), 'assens');
    const assens = portal.as('assens');
    const page = await assens.get(`/kommuner/assens/svar?opgave=${encodeURIComponent(AGREEMENT)}`);
    const grundlag = /name="grundlag" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    await tell(AGREEMENT, { grundlag }, assens, 'assens');
    const { text } = await staff.get(LIST);
    const buttons = [...text.matchAll(/name="bekraeft" value="([^"]+)"/g)].map(([, value = '']) => value);
    expect(buttons).toHaveLength(2);
    for (const bekraeft of [...buttons, ...buttons]) {
      const fields = { bekraeft, dato: '24.11.2025', tilbage: LIST, _noegle: 'den-samme-side' };
      await staff.post('/redaktion/underskrifter/tre-datastandarder', fields, { from: LIST });
    }
    expect(signed('tre-datastandarder/0461')?.status).toBe('signed');
    expect(signed('tre-datastandarder/0420')?.status).toBe('signed');
    expect((await staff.get(LIST)).text).toContain('Ingen underskrifter venter');
  });

  test('leads back to nothing outside the portal', async () => {
    await claim();
    const { text } = await staff.get(LIST);
    const bekraeft = /name="bekraeft" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { location } = await staff.post(
      '/redaktion/underskrifter/tre-datastandarder',
      { bekraeft, dato: '24.11.2025', tilbage: '//ondt.example/' },
      { from: LIST },
    );
    expect(location).toMatch(/^\/\?kvittering=/);
  });
});

describe('the other answers', () => {
  test('stand in the same list by what was answered, and in its file', async () => {
    const reason = '=HYPERLINK("http://ondt.example")';
    await tell('task/rolle-4-telefonnumre', { svar: 'ikke-relevant', bemaerkning: reason });
    await tell('task/adg-0-adgangsstyring', { bemaerkning: '<b>Gjort</b>' });
    const notOurs = await staff.get(`${LIST}?vis=ikke-relevant`);
    expect(notOurs.text).toContain('Sikr telefonnumre');
    const done = await staff.get(`${LIST}?vis=loest`);
    expect(done.text).toContain('&lt;b&gt;Gjort&lt;/b&gt;');
    expect(done.text).toMatch(/20\.11\.2025[\s\S]*Oda Odense, 24\.11\.2025 kl\. 9\.00/);
    const file = await staff.get(`${LIST}.csv?vis=ikke-relevant`);
    expect(file.text).toContain('Sikr telefonnumre');
    expect(file.text).not.toMatch(/[;"]=HYPERLINK/);
    expect(file.text).not.toContain('Oda');
  });

  test('are gone when they are taken back, or when what they answer is withdrawn', async () => {
    await tell('task/rolle-4-telefonnumre');
    expect((await staff.get(LIST)).text).toContain('Løst (1)');
    await tell('task/rolle-4-telefonnumre', {
      svar: 'aaben',
      grundlag: await standing('task/rolle-4-telefonnumre'),
    });
    expect((await staff.get(LIST)).text).toContain('Løst (0)');
  });

  test('are many: the page shows the newest 200, the file has them all', async () => {
    const now = new Date('2025-11-24T08:00:00Z');
    for (const { id } of listMunicipalities(portal.db)) {
      const deed = { kind: 'edit', actor: 'test-oda', actorRole: '', title: 'Prøve', now } as const;
      const changes = ['rolle-4-telefonnumre', 'adg-0-adgangsstyring', 'valg-ean-nummer'].map((task) => ({
        entity: 'answer',
        objectId: `${id}/task/${task}`,
        field: null,
        value: {
          ownerId: id,
          ask: `task/${task}`,
          status: 'done',
          doneOn: '2025-11-20',
          remark: null,
          ...STANDS,
        },
        effectiveOn: '2025-11-24',
        meetingId: null,
        slide: null,
      }));
      recordDeed(portal.db, deed, changes);
    }
    const { text } = await staff.get(`${LIST}?vis=loest`);
    expect(text).toContain('De nyeste 200 af 294 vises. Filen har dem alle.');
    expect(text.match(/<th scope="row">/g)).toHaveLength(200);
    expect((await staff.get(`${LIST}.csv?vis=loest`)).text.trim().split('\r\n')).toHaveLength(295);
  });

  test('are for KOMBIT alone', async () => {
    for (const path of [LIST, `${LIST}.csv`, `${LIST}.xlsx`]) {
      expect((await odense.get(path)).status).toBe(403);
      expect((await portal.as().get(path)).location).toContain('/log-ind?');
    }
    expect((await staff.get(`${LIST}?vis=alt`)).status).toBe(422);
  });
});

/** People in roles: kept by the municipality, seen by it and KOMBIT, handed over in one go. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accessLog } from '#src/db/schema/access-log.ts';
import { municipalContact } from '#src/db/schema/answers.ts';
import { needsConfirming } from '#src/features/contacts/rules.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Visitor } from '#test/support/cast.ts';

const LIST = '/kommuner/odense/kontakter';
const ASK = '/kommuner/odense/svar?opgave=task%2Frolle-4-telefonnumre';

let now: Date;
let portal: TestApp;
let odense: Visitor;

beforeEach(async () => {
  now = new Date('2025-11-24T08:00:00Z');
  portal = await buildTestApp({ now: () => now });
  odense = portal.as('odense');
});

function add(fields: Record<string, string> = {}) {
  const all = {
    grundlag: '0',
    rolle: 'legal',
    loesning: '',
    navn: 'Jens Jurist',
    mail: 'jens@odense.test',
    telefon: '',
  };
  return odense.post(`${LIST}/ret`, { ...all, ...fields });
}

function rows() {
  return portal.db.select().from(municipalContact).all();
}

describe('a contact', () => {
  test('is added, shown to both sides, and its role is no longer without a person', async () => {
    expect((await odense.get(LIST)).text).toMatch(/Roller uden en person[\s\S]*Jurist eller DPO/);
    const { location } = await add();
    expect((await odense.get(location)).text).toContain('Kontakten er gemt.');
    for (const visitor of [odense, portal.as('staff')]) {
      const { text } = await visitor.get(LIST);
      expect(text).toContain('jens@odense.test');
      expect(text.split('Roller uden en person')[1]).not.toContain('Jurist');
    }
    expect((await portal.as('staff').get(LIST)).text).not.toContain('Tilføj kontakt');
  });

  test('without a person it is a role that nobody has', async () => {
    await add({ navn: '', mail: '' });
    expect((await portal.as('staff').get(LIST)).text).toContain('Ingen person endnu');
  });

  test.each([
    ['an address with a line break', { mail: 'jens@odense.test\nBcc: alle@odense.test' }, 'linjeskift'],
    ['two addresses', { mail: 'a@b.dk, c@d.dk' }, 'Skriv kun én mailadresse'],
    ['a system owner of nothing', { rolle: 'system-owner' }, 'Vælg den løsning'],
    ['a solution that is not there', { loesning: 'findes-ikke' }, 'Vælg en løsning på listen.'],
    ['a name as long as a book', { navn: 'J'.repeat(70_000) }, 'Navnet er for langt.'],
    ['a telephone of letters', { telefon: 'ring!' }, 'Skriv telefonnummeret med tal'],
  ])('%s is refused with what was typed', async (_name, fields: Record<string, string>, words) => {
    const page = await add({ navn: 'Jens Jurist', ...fields });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain(`value="${fields.navn ?? 'Jens Jurist'}"`);
    expect(rows()).toEqual([]);
  });

  test('changed by two, the second is shown both and loses nothing', async () => {
    await add();
    const [one] = rows();
    const change = (navn: string, grundlag: string) => add({ kontakt: one?.id ?? '', grundlag, navn });
    expect((await change('Jonna Jurist', '1')).status).toBe(303);
    const page = await change('Jacob Jurist', '1');
    expect(page.status).toBe(409);
    expect(page.text).toContain('Jonna Jurist');
    expect(page.text).toContain('value="Jacob Jurist"');
    expect(rows()[0]?.name).toBe('Jonna Jurist');
    const again = await odense.post(
      `${LIST}/slet`,
      { kontakt: one?.id ?? '', grundlag: '1' },
      { from: LIST },
    );
    expect(again.status).toBe(409);
    await odense.post(`${LIST}/slet`, { kontakt: one?.id ?? '', grundlag: '2' }, { from: LIST });
    expect(rows()).toEqual([]);
  });

  test('sent twice is one', async () => {
    const _noegle = 'den-samme';
    await add({ _noegle });
    await add({ _noegle });
    expect(rows()).toHaveLength(1);
  });

  test('what was done is in the log, names and addresses are not', async () => {
    await add();
    const logged = JSON.stringify(portal.db.select().from(accessLog).all());
    expect(logged).toContain('contacts-changed');
    expect(logged).not.toMatch(/Jens|jens@/);
    expect(JSON.stringify(portal.db.$client.prepare('select * from entry').all())).not.toMatch(/jens@/);
  });
});

describe('a contact that a colleague erased meanwhile', () => {
  const GONE = 'Kontakten står ikke på listen længere.';
  const id = 'slettet-imens';

  test.each([
    [
      'is changed',
      'ret',
      { kontakt: id, grundlag: '1', rolle: 'legal', navn: 'Jens Jurist' },
      'value="Jens Jurist"',
    ],
    ['is erased', 'slet', { kontakt: id, grundlag: '1' }, 'Kontakter'],
    ['is confirmed', 'passer', { kontakt: id }, 'Kontakter'],
    ['leaves', 'overdrag', { fra: id, til: '', navn: 'Nis Ny' }, 'value="Nis Ny"'],
  ])(
    '%s: that is said, what was typed stays, and nobody is accused of anything',
    async (_name, what, fields, kept) => {
      const page = await odense.post(`${LIST}/${what}`, fields as Record<string, string>, { from: LIST });
      expect(page.status).toBe(404);
      expect(page.text).toContain(GONE);
      expect(page.text).toContain(kept);
      expect(rows()).toEqual([]);
      const refused = portal.db.select().from(accessLog).all();
      expect(refused.filter(({ event }) => event === 'access-refused')).toEqual([]);
    },
  );

  test('gets an ask: that is said on the page of the ask', async () => {
    const page = await odense.post(
      '/kommuner/odense/hvem',
      { opgave: 'task/rolle-4-telefonnumre', grundlag: '0', hvem: id },
      { from: ASK },
    );
    expect(page.status).toBe(404);
    expect(page.text).toContain(GONE);
    expect(page.text).toContain('Hvem har opgaven');
  });

  test('the form that comes back makes it anew', async () => {
    const page = await add({ kontakt: id, grundlag: '1' });
    expect(page.text).toContain('name="kontakt" value=""');
    await add();
    expect(rows()).toHaveLength(1);
  });
});

test('one of several is confirmed alone', async () => {
  await add();
  await add({ rolle: 'mailbox', navn: '', mail: 'klik@odense.test' });
  portal.db.update(municipalContact).set({ confirmedOn: '2025-01-01' }).run();
  const { text } = await odense.get(LIST);
  const [, kontakt = ''] = /name="kontakt" value="([^"]+)"/.exec(text) ?? [];
  await odense.post(`${LIST}/passer`, { kontakt }, { from: LIST });
  expect(
    rows()
      .map(({ id, confirmedOn }) => [id === kontakt, confirmedOn])
      .sort(),
  ).toEqual([
    [false, '2025-01-01'],
    [true, '2025-11-24'],
  ]);
});

test.each([
  ['2025-05-26', false],
  ['2025-05-25', true],
])('confirmed %s, asked again on 24 November: %s', (confirmedOn, asks) => {
  expect(needsConfirming(confirmedOn, '2025-11-24')).toBe(asks);
});

test('after half a year the page asks whether it is still right, and one press says so', async () => {
  await add();
  portal.db.update(municipalContact).set({ confirmedOn: '2025-01-01' }).run();
  expect((await odense.get(LIST)).text).toContain('Passer det stadig?');
  await odense.post(`${LIST}/passer`, {}, { from: LIST });
  expect((await odense.get(LIST)).text).not.toContain('Passer det stadig?');
});

describe('handing over', () => {
  async function withTwoRoles() {
    await add({ navn: 'Lise Leder', mail: 'lise@odense.test' });
    await add({ rolle: 'system-owner', loesning: 'sapa', navn: 'Lise Leder', mail: 'lise@odense.test' });
    await add({ rolle: 'infrastructure', navn: 'Ib Infra', mail: 'ib@odense.test' });
    const legal = rows().find(({ role }) => role === 'legal')?.id ?? '';
    await odense.post(
      '/kommuner/odense/hvem',
      { opgave: 'task/rolle-4-telefonnumre', grundlag: '0', hvem: legal },
      { from: ASK },
    );
    return legal;
  }

  /** What the page of the form was made from. */
  async function standing(): Promise<string> {
    const { text } = await odense.get(`${LIST}/overdrag`);
    return /name="grundlag" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  async function handOver(fields: Record<string, string>) {
    const all = { til: '', navn: '', mail: '', telefon: '', grundlag: await standing() };
    return odense.post(`${LIST}/overdrag`, { ...all, ...fields }, { from: LIST });
  }

  test('all roles of a leaver and all asks go to a new person in one go', async () => {
    const legal = await withTwoRoles();
    expect((await odense.get('/kommuner/odense')).text).toContain('Hos Lise Leder');
    const { location } = await handOver({ fra: legal, navn: 'Nis Ny', mail: 'nis@odense.test' });
    expect((await odense.get(location)).text).toContain('Alle roller og opgaver er overdraget.');
    expect(
      rows()
        .map(({ role, name }) => [role, name])
        .sort(),
    ).toEqual([
      ['infrastructure', 'Ib Infra'],
      ['legal', 'Nis Ny'],
      ['system-owner', 'Nis Ny'],
    ]);
    const { text } = await odense.get('/kommuner/odense');
    expect(text).toContain('Hos Nis Ny');
    expect(text).not.toContain('Lise');
  });

  test('to somebody who is there already', async () => {
    const legal = await withTwoRoles();
    const ib = rows().find(({ name }) => name === 'Ib Infra')?.id ?? '';
    await handOver({ fra: legal, til: ib });
    expect(new Set(rows().map(({ email }) => email))).toEqual(new Set(['ib@odense.test']));
  });

  test('to nobody is refused', async () => {
    const legal = await withTwoRoles();
    const page = await handOver({ fra: legal });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Vælg, hvem der overtager');
  });

  test('to oneself, or to two at once, is refused with what was typed', async () => {
    const legal = await withTwoRoles();
    const owner = rows().find(({ role }) => role === 'system-owner')?.id ?? '';
    for (const til of [legal, owner]) {
      const page = await handOver({ fra: legal, til });
      expect([page.status, page.text.includes('Vælg en anden end den, der stopper.')]).toEqual([422, true]);
    }
    const ib = rows().find(({ name }) => name === 'Ib Infra')?.id ?? '';
    const page = await handOver({ fra: legal, til: ib, navn: 'Nis Ny' });
    expect([page.status, page.text.includes('value="Nis Ny"')]).toEqual([422, true]);
    expect(page.text).toContain('Vælg enten en person på listen, eller skriv en ny person.');
    expect(rows().filter(({ name }) => name === 'Lise Leder')).toHaveLength(2);
  });

  test('a name of nothing but unseen marks is nobody', async () => {
    const legal = await withTwoRoles();
    expect((await handOver({ fra: legal, navn: '\u200b\u202e ' })).status).toBe(422);
  });

  test('two at once: the second, who meant the leaver, does not take it from the new one', async () => {
    const legal = await withTwoRoles();
    const grundlag = await standing();
    await handOver({ fra: legal, navn: 'Nis Ny', mail: 'nis@odense.test', grundlag });
    const page = await handOver({ fra: legal, navn: 'Ole Ny', mail: 'ole@odense.test', grundlag });
    expect(page.status).toBe(409);
    expect(page.text).toContain('intet er overdraget');
    expect(page.text).toContain('value="Ole Ny"');
    expect(rows().filter(({ name }) => name === 'Nis Ny')).toHaveLength(2);
  });

  test('sent twice is one, though the list is another after the first', async () => {
    const legal = await withTwoRoles();
    const fields = { fra: legal, navn: 'Nis Ny', grundlag: await standing(), _noegle: 'den-samme' };
    const [first, again] = [await handOver(fields), await handOver(fields)];
    expect([again.status, again.location]).toEqual([303, first.location]);
  });

  test('the list of asks is filtered by who has them', async () => {
    const legal = await withTwoRoles();
    const theirs = await odense.get(`/kommuner/odense?hvem=${legal}`);
    expect(theirs.text).toContain('bne opgaver (1)');
    const nobodys = await odense.get('/kommuner/odense?hvem=ingen');
    expect(nobodys.text).not.toContain('Sikr telefonnumre på roller');
  });

  test('an erased contact leaves its asks to nobody', async () => {
    const legal = await withTwoRoles();
    await odense.post(`${LIST}/slet`, { kontakt: legal, grundlag: '1' }, { from: LIST });
    expect((await odense.get(ASK)).text).toContain('<option value="" selected>Ingen</option>');
  });
});

/** What a municipality has answered counts in its people's mails, and nowhere else. */
import { beforeEach, describe, expect, test } from 'vitest';
import { municipalContact } from '#src/db/schema/answers.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST, type Visitor } from '#test/support/cast.ts';
import { listed, mailsTo, queueAt, type SentMail, switchOn } from './support.ts';

const PAGE = '/kommuner/odense';
const ODA = CAST.odense.email;
const ASTA = CAST.assens.email;
const SUNE = CAST.owner.email;
/** Due 15 December 2025: reminded of on the 2nd, the 9th and, late, on the 16th. */
const TASK = 'task/adg-0-adgangsstyring';
const TITLE = 'ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere';
const AGREEMENT = 'agreement/tre-datastandarder';
const SIGN = 'K-aftalen: Tilslutningsaftale om tre begrebs- og datastandarder';

let portal: TestApp;
let odense: Visitor;

beforeEach(async () => {
  portal = await buildTestApp({ today: '2025-11-26', now: () => new Date('2025-11-26T08:00:00Z') });
  for (const one of [CAST.odense, CAST.assens, CAST.owner]) addActor(portal.db, one);
  switchOn(portal.db);
  await tuesday('2025-11-25');
  odense = portal.as('odense');
});

function tuesday(day: string): Promise<number> {
  return queueAt(portal.db, `${day}T08:00:00Z`);
}

function answer(ask: string, svar: string, bemaerkning = 'Derfor') {
  const grundlag = '0';
  return odense.post(`${PAGE}/svar`, { opgave: ask, grundlag, svar, bemaerkning }, { from: '/' });
}

/** Presses the button of the ask on the page of the municipality. */
async function press(name: 'loest' | 'aaben', ask: string) {
  const { text } = await odense.get(PAGE);
  const value = new RegExp(`name="${name}" value="(\\d+ ${ask})"`).exec(text)?.[1] ?? 'no such button';
  return odense.post(`${PAGE}/svar`, { [name]: value }, { from: PAGE });
}

/** Everything an address was told since the first mail, as one text. */
function toldSince(address: string): string {
  return mailsTo(portal.db, address)
    .slice(1)
    .map(({ subject, text }) => `${subject}\n${text}`)
    .join('\n');
}

function last(address: string): SentMail {
  return mailsTo(portal.db, address).at(-1) as SentMail;
}

describe('an ask that the municipality', () => {
  test('has solved is told once as solved, and never reminded of; another municipality still is', async () => {
    await answer(TASK, 'loest');
    await tuesday('2025-12-02');
    expect(last(ODA).subject).toMatch(/, 1 løst$/);
    expect(listed(last(ODA).text, 'Løst siden sidst')).toEqual([TITLE]);
    for (const day of ['2025-12-09', '2025-12-16', '2025-12-30']) await tuesday(day);
    expect(toldSince(ODA).split(TITLE).length).toBe(2);
    expect(toldSince(ASTA).split(TITLE).length).toBe(4);
    expect(toldSince(ASTA)).not.toContain('Løst siden sidst');
  });

  test('has called none of its business is not mentioned again', async () => {
    await answer(TASK, 'ikke-relevant');
    for (const day of ['2025-12-02', '2025-12-09', '2025-12-16']) await tuesday(day);
    expect(toldSince(ODA)).not.toContain(TITLE);
    expect(toldSince(ASTA)).toContain(TITLE);
  });

  test('has claimed to be signed is told as claimed, and not reminded of as missing', async () => {
    await press('loest', AGREEMENT);
    await tuesday('2025-12-02');
    expect(listed(last(ODA).text, 'Løst siden sidst')).toEqual([SIGN]);
    expect(last(ODA).text).toContain('Aftale. Status: Meldt af kommunen');
    for (const day of ['2025-12-09', '2025-12-23', '2026-01-06']) await tuesday(day);
    expect(toldSince(ODA).split(SIGN).length).toBe(2);
    expect(toldSince(ASTA).split(SIGN).length).toBe(4);
  });

  test('is working on is reminded of, and the mail says so', async () => {
    await answer(TASK, 'i-gang');
    await tuesday('2025-12-02');
    await tuesday('2025-12-09');
    expect(listed(last(ODA).text, 'Frist snart')).toContain(TITLE);
    expect(last(ODA).text).toContain('KLIK. Status: Under behandling');
  });

  test('has opened again after it was told as solved is told as changed', async () => {
    await answer(TASK, 'loest');
    await tuesday('2025-12-02');
    await press('aaben', TASK);
    await tuesday('2025-12-09');
    expect(listed(last(ODA).text, 'Ændret')).toEqual([TITLE]);
    expect(last(ODA).text).toContain('Før: Løst');
  });
});

test('"EG eller KMD?": what is for the others is not told any more', async () => {
  expect(mailsTo(portal.db, ODA)[0]?.text).toContain('EG_');
  await odense.post(`${PAGE}/gaelder`, { spoergsmaal: 'eg-kmd', svar: 'kmd', grundlag: '0' }, { from: PAGE });
  await tuesday('2025-12-02');
  for (const day of ['2026-01-13', '2026-01-20', '2026-02-03']) await tuesday(day);
  expect(toldSince(ODA)).not.toContain('EG_');
  expect(toldSince(ASTA)).toContain('EG_');
});

test('nobody gets a mail only because they have solved something: it waits for the next one', async () => {
  for (const day of ['2026-03-03', '2026-03-10']) await tuesday(day);
  const count = mailsTo(portal.db, ODA).length;
  await answer('task/rolle-4-telefonnumre', 'loest');
  expect(await tuesday('2026-03-17')).toBe(0);
  expect(mailsTo(portal.db, ODA).length).toBe(count);
});

test('as many asks are open as the page of the municipality counts', async () => {
  await answer(TASK, 'loest');
  await answer('task/rolle-4-telefonnumre', 'ikke-relevant');
  await tuesday('2025-12-02');
  const then = { today: '2025-12-02', now: () => new Date('2025-12-02T09:00:00Z') };
  const { text } = await (await buildTestApp({ ...then, db: portal.db })).as('odense').get(PAGE);
  const [open, late] = [/bne opgaver \((\d+)\)/, /Frist passeret \((\d+)\)/].map(
    (heading) => heading.exec(text)?.[1],
  );
  expect(last(ODA).text).toContain(`Odense Kommune har ${open} åbne opgaver, ${late} med frist passeret.`);
});

describe('an ask that somebody in the municipality has', () => {
  async function handTo(mail: string, rolle = 'legal'): Promise<void> {
    const contact = { grundlag: '0', rolle, loesning: '', navn: 'Jens Jurist', mail, telefon: '' };
    await odense.post(`${PAGE}/kontakter/ret`, contact);
    const hvem = portal.db.select().from(municipalContact).all()[0]?.id ?? '';
    await odense.post(`${PAGE}/hvem`, { opgave: TASK, grundlag: '0', hvem }, { from: '/' });
  }

  test('is told to them as new; before the day they alone are reminded, when it is late the programme leader too', async () => {
    await handTo(SUNE.toUpperCase());
    await tuesday('2025-12-02');
    expect(listed(last(SUNE).text, 'Nyt')).toEqual([TITLE]);
    expect(last(SUNE).text).toContain('Fordelt til: jer');
    await tuesday('2025-12-09');
    expect(listed(last(SUNE).text, 'Frist snart')).toEqual([TITLE]);
    expect(toldSince(ODA)).not.toContain(TITLE);
    await tuesday('2025-12-16');
    expect(listed(last(ODA).text, 'Frist passeret')).toContain(TITLE);
    expect(last(ODA).text).toContain('Fordelt til: Jurist eller DPO');
    await tuesday('2025-12-30');
    for (const one of [ODA, SUNE]) expect(last(one).text).toContain('Sidste påmindelse');
  });

  test('stays with the programme leader when no mail reaches whoever has it', async () => {
    await handTo('postkasse@odense.test', 'mailbox');
    await tuesday('2025-12-02');
    await tuesday('2025-12-09');
    expect(listed(last(ODA).text, 'Frist snart')).toContain(TITLE);
    expect(last(ODA).text).toContain('Fordelt til: Funktionspostkasse');
    expect(last(ODA).text).toContain('Fordelt til: ingen endnu');
  });

  test('is told without a name, because the municipality may erase it', async () => {
    await handTo(SUNE);
    for (const day of ['2025-12-02', '2025-12-09', '2025-12-16']) await tuesday(day);
    expect(toldSince(ODA) + toldSince(SUNE)).not.toContain('Jens');
    expect(toldSince(ASTA)).not.toContain('Fordelt til');
  });
});

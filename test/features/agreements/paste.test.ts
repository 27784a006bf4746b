import { describe, expect, test } from 'vitest';
import { listNamed } from '#src/core/municipalities/queries.ts';
import { pastedNames } from '#src/features/agreements/lists/pasted-names.ts';
import { saidInText } from '#src/features/agreements/lists/said-in-text.ts';
import { listSignatures } from '#src/features/agreements/queries.ts';
import { tallies } from '#src/features/agreements/tally.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { type Fields, tokenIn, type Visitor } from '#test/support/cast.ts';
import { readMaterialFile } from '#test/support/material.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const SLUG = 'tre-datastandarder';
const PATH = `/redaktion/underskrifter/${SLUG}/indsaet`;

/** The slide with the 83 names, as a clerk would mark and copy it from the text of the deck. */
function slideOfNames(): string | undefined {
  const text = readMaterialFile('2025-11-text-layer.txt');
  const start = text?.indexOf('Danmarkskort') ?? -1;
  return text?.slice(start, text.indexOf('\n\n\n', text.indexOf('Albertslund', start)));
}

/** Reads the text on the page, then saves what it proposes. */
async function paste(visitor: Visitor, fields: Fields, decisions: Fields = {}) {
  const read = await visitor.post(PATH, { liste: 'mangler', opgjort: '01.12.2025', ...fields, trin: 'tolk' });
  const hidden = Object.fromEntries(
    [...read.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map((one) => [
      one[1],
      one[2],
    ]),
  );
  const save = () =>
    visitor.post(
      PATH,
      {
        liste: 'mangler',
        opgjort: '01.12.2025',
        ...fields,
        ...decisions,
        trin: 'gem',
        grundlag: basisIn(read.text),
      },
      { token: tokenIn(read.text) },
    );
  return { read, save, hidden };
}
const basisIn = (html: string) => /name="grundlag" value="(\d+)"/.exec(html)?.[1] ?? '';
const statusOf = ({ db }: TestApp, code: string) =>
  listSignatures(db, SLUG).find((one) => one.municipalityId === code)?.status ?? 'not-counted';
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('pasted text', () => {
  const read = (text: string) => pastedNames(text, listNamed(seededDatabase()));
  const names = (text: string) => read(text).sure.map(({ municipality }) => municipality.name);

  test.each([
    ['blanks', ' '],
    ['tabs', '\t'],
    ['dots', '.'],
    ['brackets', ')'],
  ])('a line of 60,000 %s is read before the test gives up, and the names around it too', (_name, sign) => {
    expect(names(`Odense\nx${sign.repeat(60_000)}y\nAssens ${sign.repeat(60_000)}`)).toEqual([
      'Odense',
      'Assens',
    ]);
  });

  test.each([
    ['a name a line', 'Odense\nAssens\nFanø', ['Odense', 'Assens', 'Fanø']],
    ['names with commas and "og"', 'Odense, Assens og Fanø', ['Odense', 'Assens', 'Fanø']],
    ['bullets, numbers and marks', '• Odense\n2) Assens.\n- Fanø*', ['Odense', 'Assens', 'Fanø']],
    [
      'official names and old spellings',
      'Odense Kommune\nÅrhus\nBornholms Regionskommune',
      ['Odense', 'Aarhus', 'Bornholm'],
    ],
    ['a name over two lines', 'Bornholms\nRegionskommune', ['Bornholm']],
    ['columns from a spreadsheet', 'Odense\t0461\nAssens\t0420', ['Odense', 'Assens']],
    ['a heading before the names of the same line', 'Mangler: Odense, Assens', ['Odense', 'Assens']],
    ['letters put together of two signs', 'Fano\u0308'.replace('o\u0308', 'ø'), ['Fanø']],
    [
      'a hyphen and "og" within a name',
      'Lyngby-Taarbæk og Ringkøbing-Skjern',
      ['Lyngby-Taarbæk', 'Ringkøbing-Skjern'],
    ],
  ])('%s is read', (_name, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('a name that is nearly right is proposed, one that is less so must be decided', () => {
    const { unsure } = read('Allergd\nFang\nHolbaek');
    expect(
      unsure.map(({ text, proposed, near }) => [text, proposed?.name ?? null, near[0]?.municipality.name]),
    ).toEqual([
      ['Allergd', 'Allerød', 'Allerød'],
      ['Fang', null, 'Fanø'],
      ['Holbaek', 'Holbæk', 'Holbæk'],
    ]);
  });

  test('an unknown name is never guessed, and never lost', () => {
    const { unsure } = read('Atlantis\nOdense');
    expect(unsure).toEqual([{ text: 'Atlantis', near: [], proposed: null }]);
  });

  test('headings and sentences are shown as no municipalities', () => {
    const { sure, unsure, others } = read('Følgende 83 kommuner mangler underskrift:\nOdense');
    expect([sure.length, unsure.length, others]).toEqual([
      1,
      0,
      ['Følgende 83 kommuner mangler underskrift'],
    ]);
  });

  test('what the text says of itself: how many, of what, as of when', () => {
    const said = saidInText(
      'Opgjort pr. 20. november 2025\nFølgende 83 kommuner mangler underskrift',
      '2025-11-24',
    );
    expect(said).toEqual({ counts: [83], listed: 'missing', saysBoth: false, countedOn: '2025-11-20' });
    expect(saidInText('15 kommuner har underskrevet', '2025-11-24').listed).toBe('signed');
    expect(saidInText('Odense\nAssens', '2025-11-24').listed).toBeNull();
  });
});

describe('a clerk pastes a list', () => {
  test('the 83 names of the slide: 83 missing, 15 signed, on map, list, counts and curve; and undoes it', async (context) => {
    const text = slideOfNames();
    if (!text) return context.skip();
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const { read, save } = await paste(staff, { tekst: text });
    expect(words(read.text)).toContain('Gem 83 som Mangler og 15 som Underskrevet');
    expect(words(read.text)).toMatch(
      /De 15 kommuner, der ikke står på den, bliver sat til Underskrevet: Faxe, Fredericia/,
    );
    expect(words(read.text)).not.toContain('men listen har');
    expect(words(read.text)).toContain('Teksten siger opgjort 20.11.2025, og I har skrevet 01.12.2025.');
    const saved = await save();
    expect(saved.status).toBe(303);
    expect(
      tallies(portal.db)
        .get(SLUG)
        ?.counts.map((one) => [one.countedOn, one.signed, one.missing]),
    ).toEqual([
      ['2025-11-20', 15, 83],
      ['2025-12-01', 15, 83],
    ]);
    const page = await staff.get(`/aftaler/${SLUG}`);
    expect(words(page.text)).toContain('Mangler: 83');
    const batchId = /kvittering=(\d+)/.exec(saved.location)?.[1] ?? '';
    await staff.post('/fortryd', { aendring: batchId, tilbage: '/' }, { from: PATH });
    expect(tallies(portal.db).get(SLUG)?.counts.length).toBe(1);
  });

  test('nothing is saved by reading', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    await paste(portal.as('staff'), { tekst: 'Odense' });
    expect(tallies(portal.db).get(SLUG)?.counts.length).toBe(1);
  });

  test('a list of those who have signed sets the rest to missing, or leaves them as they are', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const fields = { tekst: 'Odense, Assens', liste: 'underskrevet' };
    const kept = await paste(portal.as('staff'), { ...fields, resten: 'uaendret' });
    expect(words(kept.read.text)).toContain('Gem 2 som Underskrevet');
    await kept.save();
    expect([statusOf(portal, '0461'), statusOf(portal, '0320')]).toEqual(['signed', 'signed']);
    const { read, save } = await paste(portal.as('staff'), fields);
    expect(words(read.text)).toContain('Gem 2 som Underskrevet og 96 som Mangler');
    await save();
    expect([statusOf(portal, '0461'), statusOf(portal, '0320')]).toEqual(['signed', 'missing']);
  });

  test('a stated number that does not fit is said', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const { read } = await paste(portal.as('staff'), { tekst: '5 kommuner mangler:\nOdense\nAssens' });
    expect(words(read.text)).toContain('Teksten siger 5, men listen har 2 kommuner.');
  });

  test('a list of the other kind than chosen is said', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const { read } = await paste(portal.as('staff'), {
      tekst: '2 kommuner har underskrevet:\nOdense\nAssens',
    });
    expect(words(read.text)).toContain('I har valgt det modsatte');
  });

  test('an undecided name stops the save; decided, it counts; "ikke en kommune" leaves it out', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const fields = { tekst: 'Odense\nFang', liste: 'underskrevet', resten: 'uaendret' };
    const undecided = await (await paste(staff, fields)).save();
    expect(undecided.status).toBe(422);
    expect(words(undecided.text)).toContain('Vælg kommune for det navn, der skal afgøres');
    expect(undecided.text).toContain('Fang');
    await (await paste(staff, fields, { 'valg-0': 'ingen' })).save();
    expect([statusOf(portal, '0461'), statusOf(portal, '0563')]).toEqual(['signed', 'missing']);
    await (await paste(staff, { ...fields, opgjort: '30.11.2025' }, { 'valg-0': '0563' })).save();
    expect(statusOf(portal, '0563')).toBe('signed');
  });

  test('the same list a second time says when and by whom it was saved, and has nothing to save', async () => {
    const portal = await buildTestApp({ today: '2025-12-01', now: () => new Date('2025-12-01T08:12:00Z') });
    const staff = portal.as('staff');
    await (await paste(staff, { tekst: 'Odense' })).save();
    const { read } = await paste(staff, { tekst: '  Odense Kommune ' });
    expect(words(read.text)).toContain('Den samme liste blev gemt 01.12.2025 kl. 9.12 af Rita Redaktør.');
    expect(read.text).not.toContain('Gem 1 som');
  });

  test('sent twice, it is saved once', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const { save } = await paste(portal.as('staff'), { tekst: 'Odense', _noegle: 'one-and-the-same' });
    const [first, second] = [await save(), await save()];
    expect(second.location).toBe(first.location);
    expect(portal.db.$client.prepare("select count(*) from batch where kind = 'paste'").pluck().get()).toBe(
      1,
    );
  });

  test('what somebody else saved meanwhile is shown, and not overwritten before it was seen', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const mine = await paste(portal.as('staff'), { tekst: 'Odense' });
    const other = { tekst: 'Odense', liste: 'underskrevet', resten: 'uaendret' };
    await (await paste(portal.as('staff2'), other)).save();
    const stale = await mine.save();
    expect(stale.status).toBe(409);
    expect(words(stale.text)).toMatch(/Odense står nu som Underskrevet \(Ruben Redaktør/);
    expect(stale.text).toContain('Gem 1 som Mangler');
    expect(statusOf(portal, '0461')).toBe('signed');
  });

  test.each([
    ['no text', { tekst: ' \n ' }, 'Indsæt listen fra mailen'],
    ['no kind', { tekst: 'Odense', liste: '' }, 'Vælg, om listen viser'],
    ['a day after today', { tekst: 'Odense', opgjort: '02.12.2025' }, 'Datoen ligger efter i dag.'],
    ['a day that does not exist', { tekst: 'Odense', opgjort: '31.11.2025' }, 'November har 30 dage.'],
    ['more text than the portal takes', { tekst: `${'x'.repeat(80_000)}\nOdense` }, 'Teksten er for lang.'],
    [
      'hundreds of names that are none',
      { tekst: Array.from({ length: 300 }, (_, i) => `Ode${'abcdefghij'[i % 10]}nse${i}`).join('\n') },
      'mere end 200 navne',
    ],
    ['5,000 lines', { tekst: 'Odense\n'.repeat(5000) }, 'flere end 1.000 linjer'],
  ])('%s is told at the field, and what was typed stays', async (_name, fields, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const answer = await portal
      .as('staff')
      .post(PATH, { liste: 'mangler', opgjort: '01.12.2025', ...fields });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain(sentence);
    if (fields.tekst.endsWith('Odense')) return;
    if (fields.tekst.trim()) expect(answer.text).toContain('Odense</textarea>'.slice(6));
  });

  test('markup in the text is text', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const { read } = await paste(portal.as('staff'), { tekst: 'Odense\n<script>alert(1)</script> "Assens"' });
    expect(read.text).not.toContain('<script>alert');
  });

  test.each(['odense', 'owner'] as const)('%s may not, and nothing is read', async (who) => {
    const portal = await buildTestApp();
    expect((await portal.as(who).get(PATH)).status).toBe(403);
    expect((await portal.as(who).post(PATH, { tekst: 'Odense' }, { from: '/' })).status).toBe(403);
  });

  test('a stranger is led to the sign-in', async () => {
    const portal = await buildTestApp();
    const answer = await portal.as().get(PATH);
    expect([answer.status, answer.location]).toEqual([303, `/log-ind?tilbage=${encodeURIComponent(PATH)}`]);
  });
});

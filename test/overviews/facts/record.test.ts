/** A KOMBIT editor corrects, supersedes and creates records; readers see both what was said and what holds. */
import { describe, expect, test } from 'vitest';
import { listTasks } from '#src/features/klik/queries.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Fields, Visitor } from '#test/support/cast.ts';
import { basisIn, readingsIn, recordForm, words } from '#test/support/record-forms.ts';

const TASK = '/redaktion/oplysninger/klik-opgaver/rolle-4-telefonnumre';
const PUBLIC = '/klik/rolle-4-telefonnumre';
const REASON = 'Skrevet forkert på sliden. Bekræftet af KLIK-teamet.';

const taskOf = ({ db }: TestApp) => listTasks(db).find(({ id }) => id === 'rolle-4-telefonnumre');
const batches = ({ db }: TestApp) => Number(db.$client.prepare('select count(*) from batch').pluck().get());

/** Reads the dates first, as a person does, then saves. */
async function save(visitor: Visitor, path: string, fields: Fields) {
  const form = await recordForm(visitor, path);
  const read = await form.send({ ...fields, handling: 'laes' });
  return form.send({ ...fields, ...readingsIn(read.text), handling: 'gem' });
}

describe('a correction', () => {
  test('holds from the day of the fact, and the page shows beside it what the material says', async () => {
    const portal = await buildTestApp({ today: '2025-12-01', now: () => new Date('2025-12-01T08:12:00Z') });
    const before = (await portal.get(PUBLIC)).text;
    const saved = await save(portal.as('staff'), TASK, { frist: '16.01.2026', begrundelse: REASON });
    expect(saved.status).toBe(303);
    expect(taskOf(portal)?.end.from).toBe('2026-01-16');
    const after = words((await portal.get(PUBLIC)).text);
    expect(words(before)).not.toContain('Rettet: Frist.');
    expect(after).toContain(
      `Rettet: Frist. I materialet står: »09.01.2026«. Rita Redaktør, 01.12.2025 kl. 9.12: ${REASON}`,
    );
    // Also on an earlier day of the fact, and never before the fact itself.
    const then = words((await portal.get(`${PUBLIC}?stand=2025-11-20`)).text);
    expect(then).toContain('16. januar 2026');
    expect(then).toContain('Rita Redaktør');
    expect((await portal.get(`${PUBLIC}?stand=2025-11-01`)).status).toBe(404);
  });

  test('leaves the words of the slide as they are on the slide', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    await save(portal.as('staff'), TASK, { titel: 'En anden titel', begrundelse: REASON });
    const page = words((await portal.get(PUBLIC)).text);
    expect(page).toMatch(/Sådan står der på sliden .*Opgave .*Sikr telefonnumre på roller i KLIK/);
    expect(page).toContain('En anden titel');
  });

  test('is taken back by the receipt', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const { location } = await save(staff, TASK, { frist: '16.01.2026', begrundelse: REASON });
    const aendring = /kvittering=(\d+)/.exec(location)?.[1] ?? '';
    expect(words((await staff.get(location)).text)).toContain('er rettet: Frist. Fortryd');
    await staff.post('/fortryd', { aendring, tilbage: TASK }, { from: TASK });
    expect(taskOf(portal)?.end.raw).toBe('09.01.2026');
    expect(words((await portal.get(PUBLIC)).text)).not.toContain('Rettet: Frist.');
  });

  test('of a correction keeps the words of the material; undone, the first one stands with its own reason', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    await save(staff, TASK, { frist: '16.01.2026', begrundelse: 'Første grund' });
    const second = await save(staff, TASK, { frist: '23.01.2026', begrundelse: 'Anden grund' });
    const shown = words((await portal.get(PUBLIC)).text);
    expect(shown).toContain('I materialet står: »09.01.2026«.');
    expect(shown).toContain('Anden grund');
    const aendring = /kvittering=(\d+)/.exec(second.location)?.[1] ?? '';
    await staff.post('/fortryd', { aendring, tilbage: TASK }, { from: TASK });
    expect(words((await portal.get(PUBLIC)).text)).toContain('Første grund');
  });

  test('needs a reason', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const answer = await save(portal.as('staff'), TASK, { titel: 'Ny titel', begrundelse: ' ' });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('Skriv, hvorfor det ændres');
    expect(answer.text).toContain('value="Ny titel"');
  });

  test('of nothing is refused', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const answer = await save(portal.as('staff'), TASK, { begrundelse: REASON });
    expect([answer.status, words(answer.text).includes('I har ikke ændret noget.')]).toEqual([422, true]);
  });

  test.each([
    [
      'agreement',
      '/redaktion/oplysninger/aftaler/bom-databehandleraftale',
      { 'sendt-til': 'Andre' },
      '/aftaler/bom-databehandleraftale',
      'I materialet står: »KOMBIT-programledere«',
    ],
    [
      'agreement with an empty cell',
      '/redaktion/oplysninger/aftaler/aula-databehandleraftale',
      { frist: '15.12.2025' },
      '/aftaler/aula-databehandleraftale',
      'Rettet: Frist. I materialet er feltet tomt.',
    ],
    [
      'event',
      '/redaktion/oplysninger/arrangementer/sapa-dialogmoede-januar-2026',
      { klokken: '10-12' },
      '/loesninger/sapa',
      'Rettet: Klokken. I materialet står:',
    ],
  ])('of an %s is shown on its page', async (_name, path, fields, page, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    expect((await save(portal.as('staff'), path, { ...fields, begrundelse: REASON })).status).toBe(303);
    expect(words((await portal.get(page)).text)).toContain(sentence);
  });
});

describe('something new', () => {
  const NEW = { maade: 'afloes', 'gaelder-fra': '01.12.2025', begrundelse: 'Fristen er flyttet.' };

  test('holds from the day it was told; until then the old one stands', async () => {
    const portal = await buildTestApp({ today: '2025-12-02' });
    const saved = await save(portal.as('staff'), TASK, { ...NEW, frist: '30.01.2026' });
    expect(saved.status).toBe(303);
    const page = words((await portal.get(PUBLIC)).text);
    expect(page).toContain('Ændret fra 1. december 2025: Frist. I materialet står: »09.01.2026«.');
    const before = words((await portal.get(`${PUBLIC}?stand=2025-11-30`)).text);
    expect(before).toContain('9. januar 2026');
    expect(before).not.toContain('30. januar 2026');
  });

  test.each([
    ['a day before the fact', '06.11.2025', 'Det, der står nu, gælder fra 6. november 2025.'],
    ['a day after today', '03.12.2025', 'Dagen ligger efter i dag.'],
    ['no day', '', 'Skriv datoen med dag, måned og år'],
    ['a day that does not exist', '31.11.2025', 'November har 30 dage.'],
  ])('%s is refused at the field', async (_name, day, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-02' });
    const answer = await save(portal.as('staff'), TASK, { ...NEW, frist: '30.01.2026', 'gaelder-fra': day });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain(sentence);
    expect(answer.text).toContain('value="30.01.2026"');
    expect(taskOf(portal)?.end.raw).toBe('09.01.2026');
  });

  test('a year that nobody typed is worked out from the day it was told', async () => {
    const portal = await buildTestApp({ today: '2026-11-22' });
    const form = await recordForm(portal.as('staff'), TASK);
    const told = { maade: 'afloes', 'gaelder-fra': '20.11.2026', frist: 'medio dec.', handling: 'laes' };
    expect(words((await form.send(told)).text)).toContain(
      'Læses som 11.–20. december 2026: fra 11.12.2026 til 20.12.2026. Året 2026 er udledt ud fra 20. november 2026.',
    );
    // A correction is of what that meeting said.
    expect(words((await form.send({ ...told, maade: 'ret' })).text)).toContain(
      'Året 2025 er udledt ud fra 24. november 2025.',
    );
  });
});

describe('a date as people write it', () => {
  test.each([
    ['medio dec.', '11.–20. december 2025: fra 11.12.2025 til 20.12.2025. Året 2025 er udledt'],
    ['uge 3', 'uge 3 i 2026: fra 12.01.2026 til 18.01.2026. Året 2026 er udledt'],
    ['1. kvartal 2026', '1. kvartal 2026: fra 01.01.2026 til 31.03.2026.'],
    ['15. december 2025', 'mandag 15. december 2025.'],
    ['før sommerferien 2026', 'senest juni 2026 (før sommerferien): til og med 26.06.2026.'],
    ['løbende', 'løbende, uden dage.'],
    ['uafklaret', 'uafklaret: »Uafklaret«, uden dage.'],
  ])('"%s" is read in words before it is saved', async (typed, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(
      portal.as('staff'),
      '/redaktion/oplysninger/aftaler/bom-databehandleraftale',
    );
    const answer = await form.send({ frist: typed, handling: 'laes' });
    expect(answer.status).toBe(200);
    expect(words(answer.text)).toContain(`Læses som ${sentence}`);
  });

  test('is not saved before its reading was shown, nor when another one was', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    const fields = { frist: 'medio jan.', begrundelse: REASON };
    const first = await form.send(fields);
    expect(first.status).toBe(422);
    expect(words(first.text)).toContain('Se efter, hvordan datoen er læst, og gem igen.');
    const other = await form.send({ ...fields, frist: 'ultimo jan.', ...readingsIn(first.text) });
    expect(other.status).toBe(422);
    expect(taskOf(portal)?.end.raw).toBe('09.01.2026');
    expect((await form.send({ ...fields, ...readingsIn(first.text) })).status).toBe(303);
    expect(taskOf(portal)?.end.raw).toBe('medio jan.');
  });

  test.each([
    ['31.11.2025', 'November har 30 dage.'],
    ['30.02.2026', 'Februar har 28 dage i 2026.'],
    ['en dag med sol', 'Portalen kan ikke læse »en dag med sol« som en dato.'],
    ['dec. 2075', 'ligger langt fra i dag'],
    ['01.01.0000', 'ligger langt fra i dag'],
    ['31.12.9999', 'ligger langt fra i dag'],
    ['1e309', 'som en dato'],
    ['<script>alert(1)</script>', 'som en dato'],
    ['x'.repeat(70_000), 'Teksten er for lang. Skriv højst 120 tegn.'],
    ['01.11.2025', 'Datoen ligger før starten.'],
  ])('"%s" is a fault at the field, and the text stays', async (typed, sentence) => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    const answer = await form.send({ frist: typed, begrundelse: REASON });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain(sentence);
    expect(answer.text).toMatch(/id="frist"[^>]*aria-describedby="[^"]*frist-fejl/);
    expect(answer.text).not.toContain('<script>alert');
    expect(words(answer.text)).toContain('Ret 1 felt, før du kan gemme');
    if (typed.length < 200)
      expect(answer.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(`value="${typed}"`);
  });
});

describe('two people', () => {
  const edit = { begrundelse: REASON, titel: 'Min titel' };

  test('a stale form is not saved: both values are shown, and what was typed stays', async () => {
    const portal = await buildTestApp({ today: '2025-12-01', now: () => new Date('2025-12-01T08:12:00Z') });
    const mine = await recordForm(portal.as('staff'), TASK);
    await save(portal.as('staff2'), TASK, { titel: 'Rubens titel', begrundelse: REASON });
    const stale = await mine.send(edit);
    expect(stale.status).toBe(409);
    expect(words(stale.text)).toContain('Titel Rubens titel Ruben Redaktør, 01.12.2025 kl. 9.12 Min titel');
    expect(stale.text).toContain('value="Min titel"');
    expect(taskOf(portal)?.title).toBe('Rubens titel');
    expect(words(stale.text)).toContain('Gem alligevel');
    const again = await mine.send({ ...edit, grundlag: basisIn(stale.text) });
    expect(again.status).toBe(303);
    expect(taskOf(portal)?.title).toBe('Min titel');
  });

  test('who changed another field is seen, and nothing of either is lost', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const mine = await recordForm(staff, TASK);
    await save(portal.as('staff2'), TASK, { 'hvad-i-skal-goere': 'Rubens ord', begrundelse: REASON });
    const stale = await mine.send(edit);
    expect(stale.status).toBe(409);
    expect(words(stale.text)).toContain('Ikke rørt');
    // The untouched field shows what stands now.
    expect(stale.text).toContain('Rubens ord</textarea>');
    const again = await recordForm(staff, TASK, stale.text);
    expect((await again.send(edit)).status).toBe(303);
    expect([taskOf(portal)?.title, taskOf(portal)?.wording]).toEqual(['Min titel', 'Rubens ord']);
  });

  test('the same form sent twice is saved once and gives the same answer', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    const before = batches(portal);
    const send = () => form.send({ ...edit, _noegle: 'one-and-the-same' });
    const answers = await Promise.all([send(), send()]);
    const later = await send();
    expect(new Set([...answers, later].map(({ location }) => location)).size).toBe(1);
    expect(batches(portal)).toBe(before + 1);
  });

  test('twenty at once: every accepted one is in the journal, the others are told', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const form = await recordForm(portal.as('staff'), TASK);
    const before = batches(portal);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => form.send({ ...edit, titel: `Titel ${at}` })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303).length).toBe(1);
    expect(statuses.filter((status) => status === 409).length).toBe(19);
    expect(batches(portal)).toBe(before + 1);
  });
});

describe('a new record', () => {
  const NEW = '/redaktion/oplysninger/opgaver/ny';
  const fields = {
    titel: 'Meld jer til et ekstra møde',
    loesning: 'sapa',
    'hvad-i-skal-goere': 'Meld mindst én bruger til.',
    frist: '12. december',
    'til-orientering': 'nej',
    'gaelder-fra': '28.11.2025',
  };

  test('is on its page, in the list of deadlines and in search from the day it was told', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const saved = await save(portal.as('staff'), NEW, fields);
    expect(saved.location).toMatch(
      /^\/redaktion\/oplysninger\/opgaver\/meld-jer-til-et-ekstra-moede\?kvittering=/,
    );
    const page = await portal.get('/opgaver/meld-jer-til-et-ekstra-moede');
    expect(words(page.text)).toContain('Oprettet af KOMBITs redaktion.');
    expect((await portal.get('/frister?type=opgave')).text).toContain('Meld jer til et ekstra møde');
    expect((await portal.get('/soeg?q=ekstra%20moede')).text).toContain('Meld jer til et ekstra møde');
    expect((await portal.get('/opgaver/meld-jer-til-et-ekstra-moede?stand=2025-11-27')).status).toBe(404);
  });

  test('of every kind can be made with its needed fields, and shown', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const staff = portal.as('staff');
    const made: [string, Fields][] = [
      [
        'klik-opgaver',
        {
          titel: 'Ny opgave',
          loesning: 'klik',
          arbejdstitel: 'ja',
          start: 'uge 50',
          frist: 'uge 2',
          gaelder: 'eg',
        },
      ],
      [
        'aftaler',
        {
          'titel-i-kilden': 'Databehandleraftale',
          loesning: 'kp',
          type: 'databehandleraftale',
          udsendt: 'Sendes uge 51',
          frist: 'uafklaret',
        },
      ],
      [
        'arrangementer',
        {
          titel: 'Nyt møde',
          loesning: 'valg',
          afholdes: '9. januar 2026',
          klokken: '9.30-11.00',
          adresse: 'https://kombit.dk/x',
        },
      ],
      ['nyheder', { overskrift: 'En nyhed', loesning: 'nis2', tekst: 'Med egne ord.' }],
      ['kontraktdatoer', { loesning: 'dubu', hvad: 'option', dato: 'udgangen af 2027' }],
      ['sts-milepaele', { milepael: 'En milepæl', dato: '2. halvår 2026' }],
      ['sts-faser', { fase: 'En fase', dato: '2027' }],
      ['k98-trin', { trin: 'Et trin', dato: 'uge 12' }],
      ['valg-skridt', { titel: 'Et skridt', dato: 'marts 2026' }],
      ['kontakter', { navn: 'Funktionspostkasse', mail: 'post@kombit.test', loesning: 'valg' }],
      ['links', { tekst: 'Vejledning', adresse: 'https://kombit.dk/vejledning', loesning: 'valg' }],
    ];
    for (const [kind, own] of made) {
      const saved = await save(staff, `/redaktion/oplysninger/${kind}/ny`, {
        'gaelder-fra': '01.12.2025',
        ...own,
      });
      expect([kind, saved.status]).toEqual([kind, 303]);
      expect([kind, (await staff.get(saved.location)).status]).toEqual([kind, 200]);
    }
    const pages = [
      '/',
      '/frister',
      '/klik',
      '/klik/ny-opgave',
      '/aftaler',
      '/loesninger/kp',
      '/loesninger/valg',
      '/loesninger/nis2',
      '/loesninger/dubu',
      '/sts',
      '/k98',
      '/soeg?q=ny',
      '/frister.ics',
      '/aendringer.atom',
      '/api/v1/deadlines',
      '/kommuner/odense',
    ];
    for (const page of pages) expect([page, (await portal.get(page)).status]).toEqual([page, 200]);
    expect(words((await portal.get('/loesninger/valg')).text)).toContain('kl. 9.30–11.00');
  });

  test('whose needed fields are empty is refused at each of them', async () => {
    const portal = await buildTestApp({ today: '2025-12-01' });
    const answer = await save(portal.as('staff'), '/redaktion/oplysninger/arrangementer/ny', {
      'gaelder-fra': '01.12.2025',
    });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('Ret 3 felter, før du kan gemme');
  });
});

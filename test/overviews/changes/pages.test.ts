import { describe, expect, test } from 'vitest';
import { readXml } from '#src/formats/xml/read-xml.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { correct, readMeeting, type TestChange } from '#test/support/meetings.ts';
import { pageWords, sectionOf } from '#test/support/page-words.ts';

const DECEMBER = '2025-12-15';
const ODENSE = '0461';

const TASK = { entity: 'task', objectId: 'rolle-4-telefonnumre' };

const NEW_TASK = {
  solutionId: 'sapa',
  title: 'Prøv den nye adgang',
  workingTitle: false,
  projectRaw: 'SAPA',
  start: day('2025-12-20'),
  end: day('2026-02-01'),
  extra: {},
  confidence: 'high',
};

/** What the meeting of December says: one deadline moves, one task is new, two municipalities have signed, one ask is gone. */
const TOLD_IN_DECEMBER: TestChange[] = [
  { entity: 'task', objectId: 'rolle-4-telefonnumre', field: 'end', value: day('2026-01-30') },
  { entity: 'task', objectId: 'ny-adgang', field: null, value: NEW_TASK },
  { entity: 'signature', objectId: `tre-datastandarder/${ODENSE}`, field: 'status', value: 'signed' },
  { entity: 'signature', objectId: 'tre-datastandarder/0101', field: 'status', value: 'signed' },
  { entity: 'event', objectId: 'EVENT', field: 'withdrawnOn', value: DECEMBER },
];

async function afterDecember(today = DECEMBER): Promise<TestApp & { event: { id: string; title: string } }> {
  const portal = await buildTestApp({ today });
  const event = portal.db.$client.prepare('select id, title from event order by id limit 1').get() as {
    id: string;
    title: string;
  };
  readMeeting(
    portal.db,
    DECEMBER,
    TOLD_IN_DECEMBER.map((one) => (one.objectId === 'EVENT' ? { ...one, objectId: event.id } : one)),
  );
  return { ...portal, event };
}

describe('the first meeting of the portal', () => {
  test('says calmly that everything is new, and lists nothing as added', async () => {
    const { get } = await buildTestApp();
    const { status, text } = await get('/moeder/2025-11/aendringer');
    expect(status).toBe(200);
    expect(pageWords(text)).toContain('Mødet er det første i portalen. Der er intet tidligere møde');
    expect(pageWords(text)).toContain('Intet er rettet eller tilføjet siden mødet.');
    expect(text).not.toContain('id="siden"');
  });

  test.each(['/', '/kommuner/odense'])('%s says so in its panel', async (url) => {
    const { get } = await buildTestApp();
    const panel = pageWords(
      sectionOf((await get(url)).text.replace('aria-labelledby="siden-sidst"', 'id="panel"'), 'panel'),
    );
    expect(panel).toContain('Siden mødet i november 2025');
    expect(panel).toContain('Mødet er det første i portalen, så alt herfra er nyt. Intet er rettet siden.');
  });

  test('a correction after it is shown with the old value struck through, the new one and the reason', async () => {
    const { get, db } = await buildTestApp({ today: '2025-12-02' });
    const moved = {
      entity: 'task',
      objectId: 'rolle-4-telefonnumre',
      field: 'end',
      value: day('2026-01-16'),
    };
    correct(db, '2025-12-01T09:00:00Z', [moved], 'Fristen er udskudt efter ønske');
    for (const url of ['/moeder/2025-11/aendringer', '/', '/kommuner/odense']) {
      const { text } = await get(url);
      expect(text, url).toMatch(/Frist: <del>.*9\. januar 2026<\/del> <ins>.*16\. januar 2026<\/ins>/);
      expect(text, url).toContain('Fordi: Fristen er udskudt efter ønske');
    }
    const earlier = await get('/moeder/2025-11/aendringer?stand=2025-11-30');
    expect(pageWords(earlier.text)).toContain('Intet er rettet eller tilføjet siden mødet.');
  });

  test('what only the portal keeps for itself is no change', async () => {
    const { get, db } = await buildTestApp({ today: '2025-12-02' });
    const moved = { entity: 'task', objectId: 'rolle-4-telefonnumre', field: 'confidence', value: 'low' };
    correct(db, '2025-12-01T09:00:00Z', [moved]);
    expect(pageWords((await get('/moeder/2025-11/aendringer')).text)).toContain('Intet er rettet');
  });
});

describe('a count between the meetings', () => {
  const OF = 'tre-datastandarder';
  const counted = (code: string, status: string) => ({
    entity: 'signature',
    objectId: `${OF}/${code}`,
    field: null,
    value: {
      agreementId: OF,
      municipalityId: code,
      status,
      countedOn: '2025-12-01',
      confidence: 'high',
      withdrawnOn: null,
    },
  });

  test('tells whose status moved, and not who was only counted again', async () => {
    const { get, db } = await buildTestApp({ today: '2025-12-02' });
    correct(db, '2025-12-01T09:00:00Z', [counted(ODENSE, 'missing'), counted('0101', 'signed')]);
    const words = pageWords((await get('/moeder/2025-11/aendringer')).text);
    expect(words).toContain('Underskrevet: København');
    expect(words).not.toContain('Odense');
    expect(pageWords((await get('/kommuner/odense')).text)).toContain('Intet er rettet siden.');
  });

  test('says "Ikke opgjort" of a status that is taken away', async () => {
    const { get, db } = await buildTestApp({ today: '2025-12-02' });
    const gone = { ...counted(ODENSE, ''), field: 'withdrawnOn', value: '2025-12-01' };
    correct(db, '2025-12-01T09:00:00Z', [gone]);
    expect((await get('/kommuner/odense')).text).toMatch(
      /Status: <del>.*Mangler<\/del> <ins>.*Ikke opgjort<\/ins>/,
    );
    expect(pageWords((await get('/moeder/2025-11/aendringer')).text)).toContain('Ikke opgjort: Odense');
  });
});

test('what a person changed names the day and the reason, and no slide that does not say it', async () => {
  const { get, db } = await buildTestApp({ today: '2025-12-02' });
  const [meetingId, slide] = ['2025-11', 4];
  const moved = { ...TASK, field: 'end', value: day('2026-01-16'), meetingId, slide };
  correct(db, '2025-12-01T09:00:00Z', [moved], 'Udskudt');
  const words = pageWords((await get('/moeder/2025-11/aendringer')).text);
  expect(words).toContain('Registreret 1. december 2025. Fordi: Udskudt');
  expect(words).not.toContain('Nov. 2025, slide 4');
});

test('another kind of dash is no change to tell of', async () => {
  const { get, db } = await buildTestApp({ today: '2025-12-02' });
  const agreement = { entity: 'agreement', objectId: 'kp-databehandleraftale', field: 'title' };
  correct(db, '2025-12-01T09:00:00Z', [{ ...agreement, value: 'Databehandleraftale – ny  skabelon' }]);
  expect(pageWords((await get('/moeder/2025-11/aendringer')).text)).toContain('Intet er rettet');
  correct(db, '2025-12-01T10:00:00Z', [{ ...agreement, value: 'Databehandleraftale – nyere skabelon' }]);
  expect(pageWords((await get('/moeder/2025-11/aendringer')).text)).toContain('nyere skabelon');
});

describe('the second meeting', () => {
  test('lists what is changed, done, withdrawn and new since the first, and nothing else', async () => {
    const { get, event } = await afterDecember();
    const { text } = await get('/moeder/2025-12/aendringer');
    const words = pageWords(text);
    expect(words).toContain('siden mødet i november 2025');
    expect(words).toContain('Ændret (1) KLIK-opgave');
    expect(text).toMatch(/Frist: <del>.*9\. januar 2026<\/del> <ins>.*30\. januar 2026<\/ins>/);
    expect(words).toContain('Gjort (1) Underskrifter');
    expect(words).toContain('Underskrevet: København, Odense');
    expect(words).toContain('Udgået (1) Arrangement');
    expect(words).toContain(event.title);
    expect(text).not.toContain(`#arrangement-${event.id}`);
    expect(words).toContain('Nyt (1) KLIK-opgave');
    expect(words).toContain('Prøv den nye adgang');
    expect(text).toContain('/moeder/2025-12/slide/4');
  });

  test('leaves the page of the first meeting with what was told between the two', async () => {
    const { get } = await afterDecember();
    expect(pageWords((await get('/moeder/2025-11/aendringer')).text)).toContain('Intet er rettet');
  });

  test('a municipality sees its own signature and not that of another', async () => {
    const { get } = await afterDecember();
    const odense = (await get('/kommuner/odense')).text;
    expect(odense).toMatch(/Status: <del>.*Mangler<\/del> <ins>.*Underskrevet<\/ins>/);
    expect((await get('/kommuner/struer')).text).not.toMatch(/<del>.*Mangler<\/del>/);
  });

  test('the front page compares with the meeting before the latest', async () => {
    const { get } = await afterDecember();
    const words = pageWords((await get('/')).text);
    expect(words).toContain('Siden mødet i november 2025');
    expect(words).toContain('Nyt: Prøv den nye adgang');
    // What November told is not new at the meeting of December.
    expect(words).not.toContain('Nye KLIK-opgaver');
  });

  test('an earlier meeting that is read in last of all is no news on the front page', async () => {
    const { get, db } = await buildTestApp({ today: '2026-01-12' });
    const task = {
      entity: 'task',
      objectId: 'gammel',
      field: null,
      value: { ...NEW_TASK, title: 'Gammel opgave' },
    };
    readMeeting(db, '2025-10-27', [task], '2026-01-10T10:00:00Z');
    const front = pageWords((await get('/')).text);
    expect(front).toContain('Siden mødet i oktober 2025');
    expect(front).not.toContain('Nyt: Gammel opgave');
    const november = pageWords((await get('/moeder/2025-11/aendringer')).text);
    expect(november).toContain('siden mødet i oktober 2025');
    expect(november).toContain('Sikr telefonnumre på roller i KLIK');
    expect(november).not.toContain('Gammel opgave');
  });
});

test.each(['/moeder/2024-01/aendringer', '/moeder/xx/aendringer'])('%s is not there', async (url) => {
  const { get } = await buildTestApp();
  expect((await get(url)).status).toBe(404);
});

describe('/aendringer.atom', () => {
  const entries = (xml: string) => [...xml.matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) => entry);

  test('is a feed with one entry for the first meeting, and the same each time', async () => {
    const { get } = await buildTestApp();
    const { status, text, headers } = await get('/aendringer.atom');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(() => readXml(Buffer.from(text))).not.toThrow();
    expect(entries(text)).toHaveLength(1);
    expect(text).toContain('<title>Programledermøde november 2025</title>');
    expect((await get('/aendringer.atom', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test('has an entry for each day on which something was told, the newest first, that keeps its id', async () => {
    const { get, db } = await afterDecember('2025-12-20');
    const before = entries((await get('/aendringer.atom')).text);
    const title = {
      entity: 'task',
      objectId: 'ny-adgang',
      field: 'title',
      value: 'Prøv <b>adgangen</b> & ]]> "nu"',
    };
    correct(db, '2025-12-18T23:30:00Z', [title]);
    const { text } = await get('/aendringer.atom');
    expect(() => readXml(Buffer.from(text))).not.toThrow();
    const after = entries(text);
    expect(after.map((one) => /<title>(.*)<\/title>/.exec(one)?.[1])).toEqual([
      'Ændringer 19. december 2025',
      'Programledermøde december 2025',
      'Programledermøde november 2025',
    ]);
    const idOf = (entry: string | undefined) => /<id>(.*)<\/id>/.exec(entry ?? '')?.[1];
    expect(idOf(after[1])).toBe(idOf(before[0]));
    expect(after[1]).toContain('Frist: 30. januar 2026 (før: 9. januar 2026)');
    expect(after[0]).toContain('&amp;lt;b&amp;gt;');
    expect(after[0]).toContain('href="http://127.0.0.1:3000/moeder/2025-12/aendringer#efter"');
  });
});

import { describe, expect, test } from 'vitest';
import { recordDeed } from '#src/core/journal/record.ts';
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import { listSameAsks } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { klik } from '#src/features/klik/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { pageWords } from '#test/support/page-words.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const ROLE_4 = '/klik/rolle-4-telefonnumre';

describe('the list of tasks', () => {
  test('on the meeting day four are current, seven lie ahead, one has ended', async () => {
    const { text } = await (await buildTestApp()).get('/klik');
    expect(headings(text)).toEqual(['Aktuelle nu (4)', 'Starter senere (7)', 'Frist passeret (1)']);
  });

  test('the task that ends first stands first', async () => {
    const { text } = await (await buildTestApp()).get('/klik');
    expect(titles(text).slice(0, 4)).toEqual([
      'Indsend EAN-nummer til fakturering for VALG-løsningen',
      'FLIS: Underskriv ny databehandleraftale',
      'ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere',
      '(Rolle 4) Sikr telefonnumre på roller i KLIK',
    ]);
  });

  test('that nobody has counted is said once for all of them', async () => {
    const { text } = await (await buildTestApp()).get('/klik');
    expect(pageWords(text).match(/ikke opgjort/gi)).toHaveLength(1);
  });

  test('a title that may change is marked and shown without its mark', async () => {
    const { text } = await (await buildTestApp()).get('/klik');
    expect(pageWords(text).match(/· arbejdstitel/g)).toHaveLength(7);
    expect(pageWords(text)).not.toContain('Arbejdstitel: Opret');
    expect(pageWords(text)).not.toContain('(arbejdstitel)');
  });

  test('uncertain dates stand with the words of the slide', async () => {
    const { text } = await (await buildTestApp()).get('/klik');
    expect(pageWords(text)).toContain('Medio/ultimo dec');
    expect(pageWords(text)).toContain('Primo jan.');
  });

  test('a task for EG or KMD says so, and that nobody knows whom that is', async () => {
    const { db, get } = await buildTestApp();
    const { text } = await get('/klik');
    for (const id of ['eg', 'kmd']) {
      const set = findMunicipalitySet(db, id);
      expect(pageWords(text)).toContain(set?.name ?? '-');
      expect(pageWords(text)).toContain(set?.note ?? '-');
    }
  });

  test('on an earlier day only the tasks that had begun are there', async () => {
    const { text } = await (await buildTestApp()).get('/klik?stand=2025-11-01');
    expect(headings(text)).toEqual(['Aktuelle nu (3)']);
    expect(pageWords(text)).not.toContain('(Rolle 4)');
  });

  test('before all tasks the page says that there are none', async () => {
    const { text } = await (await buildTestApp()).get('/klik?stand=2025-03-01');
    expect(pageWords(text)).toContain('Ingen KLIK-opgaver');
  });
});

describe('one task', () => {
  test('says when it runs, what there is to do, whom it concerns, and that nobody has counted', async () => {
    const { text } = await (await buildTestApp()).get(ROLE_4);
    expect(pageWords(text)).toContain('Frist om 46 dage');
    expect(text).toContain(
      'Opgaven løber fra 6. november 2025 til 9. januar 2026. I dag er 24. november 2025.',
    );
    expect(pageWords(text)).toContain('Det skal I gøre');
    expect(pageWords(text)).toContain('Alle 98 kommuner');
    expect(pageWords(text).match(/ikke opgjort/gi)).toHaveLength(1);
    expect(pageWords(text)).toContain('Programledermøde nov. 2025, slide 4');
  });

  test('the uncertain note stands on both tasks it may belong to, with a link to the other', async () => {
    const { db, get } = await buildTestApp();
    const adg = db.$client.prepare("select id from task where title like 'ADG%'").pluck().get() as string;
    for (const href of [ROLE_4, `/klik/${adg}`]) {
      const { text } = await get(href);
      expect(pageWords(text)).toContain('Tilknytning usikker: noten kan høre til');
      expect(text).toContain(`href="${ROLE_4}"`);
      expect(text).toContain(`href="/klik/${adg}"`);
    }
  });

  test('a note in the words of the portal is shown in those; else as a quotation', async () => {
    const db = seededDatabase();
    const noteId = db.$client.prepare('select id from task_note where uncertain = 1').pluck().get() as string;
    setNote(db, noteId, 'wording', null);
    setNote(db, noteId, 'text', 'Opfundet tekst fra sliden.');
    const quoted = await (await buildTestApp({ db })).get(ROLE_4);
    expect(quoted.text).toMatch(/<blockquote[^>]*>(&rdquo;|”)Opfundet tekst fra sliden\./);
    setNote(db, noteId, 'wording', 'Portalens egne ord.');
    const worded = await (await buildTestApp({ db })).get(ROLE_4);
    expect(pageWords(worded.text)).toContain('Portalens egne ord.');
    expect(pageWords(worded.text)).not.toContain('Opfundet tekst');
  });

  test('a certain note names the other task it concerns and no doubt', async () => {
    const { db, get } = await buildTestApp();
    const eg = db.$client.prepare("select id from task where title like 'EG%'").pluck().get();
    const { text } = await get(`/klik/${eg}`);
    expect(pageWords(text)).toContain('Noten gælder også');
    expect(pageWords(text)).not.toContain('Tilknytning usikker');
  });

  test('a working title is said to be one, and stays as read among the fields of the slide', async () => {
    const { db, get } = await buildTestApp();
    const eg = db.$client.prepare("select id from task where title like 'EG%'").pluck().get();
    const { text } = await get(`/klik/${eg}`);
    expect(pageWords(text)).toContain('Arbejdstitel: titlen kan blive ændret.');
    expect(text).toMatch(
      /<h1[^>]*>EG_Konfigurer og åbn for fordringer vha\. ny gæld- og betalingsløsning<\/h1>/,
    );
    expect(pageWords(text)).toContain('betalingsløsning (arbejdstitel)');
    expect(pageWords(text)).toContain('år udledt');
  });

  test('one ask in two rows: the task names the agreement with its own slide, and the agreement the task', async () => {
    const db = seededDatabase();
    const task = db.$client.prepare("select id from task where solution_id = 'flis'").pluck().get() as string;
    const agreement = db.$client
      .prepare("select id from agreement where solution_id = 'flis'")
      .pluck()
      .get() as string;
    linkAsSameAsk(db, `task/${task}`, `agreement/${agreement}`);
    const { get } = await buildTestApp({ db });
    const page = await get(`/klik/${task}`);
    expect(pageWords(page.text)).toContain('Opgaven er den samme som aftalen');
    expect(page.text).toContain(`href="/aftaler/${agreement}"`);
    expect(pageWords(page.text)).toContain('Nov. 2025, slide 5');
    expect((await get(`/aftaler/${agreement}`)).text).toContain(`href="/klik/${task}"`);
  });

  test('a task that has ended says so, with what is odd about it', async () => {
    const { db, get } = await buildTestApp();
    const ended = db.$client.prepare("select id from task where title like '(Brugerstyring%'").pluck().get();
    const { text } = await get(`/klik/${ended}`);
    expect(pageWords(text)).toContain('Frist passeret 3. nov. 2025');
    expect(text).toContain('class="remark"');
    expect(pageWords(text)).not.toContain('overskredet');
  });

  test('an unknown task is a page that helps', async () => {
    const { status, text } = await (await buildTestApp()).get('/klik/findes-ikke');
    expect(status).toBe(404);
    expect(pageWords(text)).toContain('Opgaven findes ikke');
  });

  test('links carry the shown day along', async () => {
    const { text } = await (await buildTestApp()).get(`${ROLE_4}?stand=2025-11-10`);
    expect(text).toContain('href="/klik?stand=2025-11-10"');
    expect(text).toContain('href="/loesninger/klik?stand=2025-11-10"');
  });
});

describe('what other pages and programs ask of the tasks', () => {
  const reading = () => ({ db: seededDatabase(), today: MEETING_DAY });

  test('twelve deadlines by the end of the task, with its start', () => {
    const offers = klik.deadlines?.(reading()) ?? [];
    expect(offers).toHaveLength(12);
    const role4 = offers.find(({ key }) => key === 'task/rolle-4-telefonnumre');
    expect(role4).toMatchObject({
      dateLabel: 'frist',
      startLabel: 'starter',
      workingTitle: false,
      countedOn: null,
    });
    expect(role4?.date.to).toBe('2026-01-09');
    expect(role4?.statusOf('0461')).toBe('not-counted');
    expect(offers.filter(({ workingTitle }) => workingTitle)).toHaveLength(7);
    expect(offers.map(({ appliesToId }) => appliesToId).filter(Boolean)).toEqual(['eg', 'kmd']);
  });

  test('a note is described with both tasks where it is uncertain', () => {
    const { db, today } = reading();
    const id = db.$client.prepare('select id from task_note where uncertain = 1').pluck().get() as string;
    const described = klik.describe?.({ db, today }, 'task_note', id);
    expect(described?.title).toMatch(/ADG_0 .* eller \(Rolle 4\)|\(Rolle 4\) .* eller ADG_0/);
    expect(described?.detail).toBe('Tilknytning usikker');
  });

  test('the API lists them with dates as read and meant, and notes with their doubt', async () => {
    const { get } = await buildTestApp();
    const { data, asOf } = JSON.parse((await get('/api/v1/tasks')).text) as {
      data: {
        slug: string;
        workingTitle: boolean;
        appliesTo: string;
        end: { raw: string; from: string; to: string };
        notes: { uncertain: boolean; tasks: string[] }[];
        source: { meeting: string; slide: number };
      }[];
      asOf: string;
    };
    expect(asOf).toBe(MEETING_DAY);
    expect(data).toHaveLength(12);
    const role4 = data.find(({ slug }) => slug === 'rolle-4-telefonnumre');
    expect(role4).toMatchObject({
      end: { raw: '09.01.2026', from: '2026-01-09', to: '2026-01-09' },
      appliesTo: 'all',
      source: { meeting: '2025-11', slide: 4 },
    });
    expect(role4?.notes).toMatchObject([{ uncertain: true }]);
    expect(role4?.notes[0]?.tasks).toHaveLength(2);
  });
});

const deed = {
  kind: 'edit' as const,
  actor: 'test',
  actorRole: 'staff',
  title: 'Prøve',
  now: new Date('2025-11-24T12:00:00Z'),
};

/** Links two records unless the seeds already do. */
function linkAsSameAsk(db: Db, shown: string, folded: string): void {
  if (listSameAsks(db).some((one) => one.folded === folded)) return;
  const value = { shown, folded, reason: 'Samme underskrift', confidence: 'high' };
  const source = { effectiveOn: MEETING_DAY, meetingId: '2025-11', slide: 5 };
  recordDeed(db, deed, [{ entity: 'same_ask', objectId: 'flis', field: null, value, ...source }]);
}

function setNote(db: Db, objectId: string, field: 'text' | 'wording', value: string | null): void {
  const change = { entity: 'task_note', effectiveOn: MEETING_DAY, meetingId: null, slide: null };
  recordDeed(db, deed, [{ ...change, objectId, field, value }]);
}

function headings(html: string): string[] {
  return [...html.matchAll(/scope="rowgroup">([^<]+)</g)].map((match) => match[1] ?? '');
}

function titles(html: string): string[] {
  return [...html.matchAll(/<a href="\/klik\/[^"]+">([^<]+)<\/a>/g)].map((match) => match[1] ?? '');
}

/** The reader against the real material of November 2025, which lies beside the checkout. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { openText } from '#src/overviews/material-import/open-files.ts';
import { readDecks } from '#src/overviews/material-import/read-material.ts';
import { proseHash } from '#src/shared/danish-text.ts';
import { readMaterialFile } from '#test/support/material.ts';

const TEXT = '2025-11-text-layer.txt';
const OCR = '2025-11-ocr.txt';
const hasMaterial = readMaterialFile(TEXT) !== undefined;

function read(...names: string[]): Snapshot {
  return readDecks(names.map((name) => openText({ name, bytes: Buffer.from(readMaterialFile(name) ?? '') })));
}

const cached = new Map<string, Snapshot>();
function november(...names: string[]): Snapshot {
  const key = names.join();
  const known = cached.get(key) ?? read(...names);
  cached.set(key, known);
  return known;
}
const both = (): Snapshot => november(TEXT, OCR);
const codes = (snapshot: Snapshot): string[] => snapshot.warnings.map(({ code }) => code);

describe.skipIf(!hasMaterial)('text layer and OCR read together', () => {
  test('are 53 slides, counted with the agenda as the first', () => {
    const { slides } = both();
    expect(slides).toHaveLength(53);
    const kinds = Object.fromEntries(slides.map(({ number, kind }) => [number, kind]));
    expect(kinds).toMatchObject({
      1: 'agenda',
      3: 'status-areas',
      4: 'klik-tasks',
      5: 'agreements',
      6: 'agreements',
      8: 'agreement-details',
      9: 'signature-list',
      11: 'sapa-steps',
      12: 'sapa-accesses',
      15: 'superseding',
      17: 'divider',
      20: 'theme',
      23: 'sts-components',
      25: 'sts-layers',
      27: 'sts-plan',
      30: 'sts-transition',
      33: 'sts-goals',
      36: 'theme',
      41: 'figures',
      42: 'next-steps',
      46: 'flow',
      47: 'annual-wheel',
      49: 'seats',
      50: 'criteria',
      51: 'process',
      52: 'questions',
      53: 'wrap-up',
    });
    expect(slides[13]?.title).toBe('Demonstration af SAPA funktionalitet');
    expect(slides[35]).toMatchObject({ section: 'TEMA II' });
  });

  test('hold so many of each kind, and every line found its place', () => {
    const counts = Object.fromEntries(
      Object.entries(both()).flatMap(([key, list]) => (Array.isArray(list) ? [[key, list.length]] : [])),
    );
    expect(counts).toMatchObject({
      klik_tasks: 12,
      callouts: 3,
      agreements: 19,
      signatures: 1,
      agreement_details: 1,
      requests: 12,
      sts_milestones: 4,
      sts_phases: 6,
      sts_components: 12,
      sts_layers: 5,
      sts_transition: 4,
      sts_goals: 8,
      sts_chain: 6,
      k98_steps: 10,
      k98_seats: 14,
      k98_chairs: 2,
      k98_criteria: 6,
      k98_application_fields: 3,
      k98_flow: 9,
      annual_wheel: 17,
      sapa_steps: 5,
      sapa_accesses: 4,
      supersedings: 1,
      figures: 2,
      next_steps: 8,
      contract_dates: 3,
      news: 22,
      events: 4,
      links: 7,
      contacts: 5,
      not_understood: 0,
    });
    expect(both().meeting.agenda.map(({ title }) => title)).toEqual([
      'Kort nyt fra KOMBIT',
      'Genudbud af Støttesystemerne (STS) og en fælles platform',
      'Afvikling af kommunal- og regionsrådsvalget den 18/11 2025',
      'Status på K98-Aftalen og bemanding af governancemodellen',
      'Tak for i dag',
    ]);
  });

  test('put the meeting between the last count and the next day named', () => {
    expect(both().meeting).toMatchObject({
      id: '2025-11',
      date: { from: '2025-11-21', to: '2025-11-26', precision: 'range', yearInferred: true },
      date_basis: 'inferred',
      sources: ['text', 'ocr'],
    });
  });

  test('give the tasks with their dates, also over a line end', () => {
    const tasks = both().klik_tasks;
    expect(tasks.filter((task) => task.working_title)).toHaveLength(7);
    expect(tasks[6]).toMatchObject({
      project: 'Fælleskommunal Infrastruktur',
      title: 'ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere',
      start: { from: '2025-10-19' },
      end: { from: '2025-12-15' },
      confidence: 'high',
    });
    expect(tasks[7]).toMatchObject({
      title:
        'Arbejdstitel: Opret og underskriv aftale for visning af forskudsopgørelse for 11 formål (version 2.1)',
      end: { raw: 'Medio/ultimo dec', from: '2025-12-11', to: '2025-12-31', precision: 'range' },
    });
  });

  test('tie two notes to their tasks and leave the third between two', () => {
    const [webinar, debt, access] = both().callouts;
    expect(webinar).toMatchObject({
      tasks: [
        'ADG_0 Afdæk og afklar kommunens aktuelle anvendelse af Adgangsstyring for brugere',
        '(Rolle 4) Sikr telefonnumre på roller i KLIK',
      ],
      uncertain: true,
      confidence: 'low',
      date: { from: '2025-11-03' },
    });
    expect(debt?.tasks.map((title) => title.slice(0, 3))).toEqual(['EG_', 'KMD']);
    expect(access).toMatchObject({
      tasks: ['(Brugerstyring 1) Bevar "gamle" KLIK-brugeres adgang til KLIK'],
      uncertain: false,
    });
  });

  test('tell an unsettled date from an empty cell, and a dispatch that was from one that will be', () => {
    const { agreements } = both();
    const sent = (solution: string) => agreements.find((one) => one.solution === solution)?.sent;
    expect(sent('K-aftalen for datastandard service')).toMatchObject({
      raw: 'Sendt uge 44',
      from: '2025-10-27',
      state: 'sent',
    });
    expect(sent('Aula')).toMatchObject({ precision: 'third', state: 'planned' });
    expect(sent('FKI STS')).toMatchObject({ raw: 'dec-25', precision: 'month', state: 'planned' });
    expect(sent('KP')).toMatchObject({ raw: 'Uafklaret', precision: 'unclear', state: 'unclear' });
    expect(sent('Borgerblikket')).toMatchObject({ raw: '', precision: 'none', state: 'unclear' });
    expect(agreements.find((one) => one.solution === 'VALG')?.recipients).toBe(
      'VALG systemansvarlige, VALG-projektledere (kun Struer) og KOMBIT-programledere',
    );
  });

  test('list 83 municipalities that lack the signature and infer the 15 others', () => {
    const [count] = both().signatures;
    expect(count).toMatchObject({
      agreement: 'TILSLUTNING TRE DATASTANDARDER',
      as_of: { from: '2025-11-20' },
      listed: 'missing',
      stated_count: 83,
      inferred: 'signed',
      confidence: 'high',
    });
    expect(count?.missing).toHaveLength(83);
    expect(count?.signed).toEqual([
      'Vallensbæk',
      'Hillerød',
      'Halsnæs',
      'Faxe',
      'Kalundborg',
      'Sorø',
      'Lolland',
      'Fredericia',
      'Kolding',
      'Struer',
      'Odder',
      'Ringkøbing-Skjern',
      'Morsø',
      'Frederikshavn',
      'Jammerbugt',
    ]);
    expect(both().agreement_details[0]).toMatchObject({
      agreement: '3xbegrebs- og datastandarder',
      deadline: { from: '2025-12-15' },
      signed_stated: 15,
      areas: [{ area: 'Familieområdet' }, { area: 'Ældre-/omsorgsområdet' }, { area: 'PPR-området' }],
    });
  });

  test('tell what is asked, stated or not', () => {
    const asked = both().requests.map(({ slide, target, stated, deadline }) => [
      slide,
      target,
      stated,
      deadline?.to ?? null,
    ]);
    expect(asked).toEqual([
      [4, 'klik', false, null],
      [7, 'dubu', false, null],
      [8, 'aftaler', false, null],
      [13, 'sapa', false, null],
      [14, 'sapa', false, null],
      [16, 'sapa', false, null],
      [19, 'nis2', false, null],
      [20, 'sts', true, null],
      [36, 'valg', true, '2025-12-15'],
      [44, 'k98', false, null],
      [44, 'k98', true, null],
      [53, 'moeder', false, null],
    ]);
    expect(
      both()
        .requests.filter((one) => one.information_only)
        .map(({ slide }) => slide),
    ).toEqual([20]);
  });

  test('keep every sentence by the hash of its words', () => {
    const { callouts, requests, statements } = both();
    for (const { text, sha256 } of [...callouts, ...requests, ...statements])
      expect(sha256).toBe(proseHash(text ?? ''));
    const targets = new Set(statements.map(({ target }) => target));
    for (const target of [
      'dubu/clause',
      'dubu/contract',
      'nis2/folder',
      'nis2/school',
      'sts/lead',
      'sts/what',
      'sts/tender',
      'sts/advantage',
      'sts/transition',
      'sts/needs',
      'valg/went-well',
      'valg/could-be-better',
      'valg/incident',
      'valg/feedback',
      'valg/region-feedback',
      'valg/support',
      'k98/lead',
      'moeder/after',
      'sapa/dupla',
      'sapa/indkomstsnitflade',
    ]) {
      expect(targets).toContain(target);
    }
    expect(statements.filter(({ target }) => target === 'valg/went-well')).toHaveLength(6);
  });

  test('read STS: milestones, phases without days, layers, the picture of the transition', () => {
    const { sts_milestones, sts_phases, sts_layers, sts_transition } = both();
    expect(sts_milestones.map(({ date }) => [date.raw, date.from, date.to, date.precision])).toEqual([
      ['10. oktober 2025', '2025-10-10', '2025-10-10', 'day'],
      ['før sommerferien 2026', null, '2026-06-26', 'before'],
      ['31. oktober 2025', '2025-10-31', '2025-10-31', 'day'],
      ['efter sommerferien 2026', '2026-08-10', null, 'after'],
    ]);
    expect(sts_phases.map(({ title, date }) => [title, date.precision])).toEqual([
      ['1:1 Transition til ny applikationsleverandør', 'none'],
      ['Udbud: Applikationsdelen af Støttesystemerne', 'none'],
      ['Udbud: Fælles Driftsplatform', 'none'],
      ['1:1 Transition til ny driftsplatform', 'none'],
      ['NSIS', 'none'],
      ['Modernisering', 'none'],
    ]);
    expect(sts_layers.map(({ contract }) => contract)).toEqual([
      'STS',
      'STS',
      'STS',
      'Driftsplatform',
      'Driftsplatform',
    ]);
    expect(sts_transition.map(({ step, supplier, label }) => [step, supplier, label])).toEqual([
      ['I dag', 'KMD + Aeven', null],
      ['Transition til Driftsplatform', 'KMD', 'Ingen ændringer, Transition'],
      ['Transition af Applikationen', 'Applikationsleverandør', 'Transition, Ingen ændringer'],
      ['Moderniseringsprojekt', 'Applikationsleverandør', 'Modernisering'],
    ]);
    expect(sts_transition.every(({ confidence }) => confidence === 'low')).toBe(true);
  });

  test('read K98: the steps with their days, the seats, the wheel without invented places', () => {
    const { k98_steps, k98_seats, annual_wheel } = both();
    expect(k98_steps.map(({ title, date }) => [title, date.from, date.to])).toEqual([
      ['Tidsplan i direktionen', '2025-11-19', '2025-11-19'],
      ['Opslag færdigt', '2025-11-27', '2025-11-27'],
      ['Opslag sendes ud', '2025-12-01', '2025-12-01'],
      ['Ansøgningsperiode', '2025-12-01', '2025-12-22'],
      ['Programmøde', '2025-12-15', '2025-12-15'],
      ['Ansøgningsfrist', '2025-12-22', '2025-12-22'],
      ['1. udkast til fagråd og Portføljeråd', '2026-01-05', '2026-01-11'],
      ['Tilbagemelding', '2026-01-12', '2026-01-25'],
      ['Godkendelse', null, null],
      ['Onboarding møde', '2026-02-23', '2026-03-15'],
    ]);
    const seats = (body: string) => k98_seats.filter((seat) => seat.body === body).map(({ count }) => count);
    expect(seats('Porteføljeråd')).toEqual([5, 1, 2, 1, 1, null, 1, 1, 2]);
    expect(seats('Fagråd')).toEqual([5, 1, null, 1, 1]);
    expect(annual_wheel.every(({ level, months, draft }) => level === null && months === null && draft)).toBe(
      true,
    );
    expect(annual_wheel.map(({ activity }) => activity)).toEqual(
      expect.arrayContaining(['Ø.A', 'KØF', 'TOP møde']),
    );
  });

  test('read SAPA: steps, accesses with what becomes of their purposes, the closing that was put off', () => {
    const { sapa_steps, sapa_accesses, supersedings } = both();
    expect(sapa_steps.map(({ step, klik }) => [step, klik])).toEqual([
      ['Afdæk as-is og to-be', 'KLIK-opgave (A11)'],
      ['Opret og underskriv aftale (DUPLA)', 'KLIK-opgave pr. formål'],
      ['Opsæt visning i SAPA', 'Ingen KLIK-opgave'],
      ['Tildel rettigheder til SAPA', 'Ingen KLIK-opgave'],
      ['Oplær bruger i SAPA', 'Ingen KLIK-opgave'],
    ]);
    const access = Object.fromEntries(sapa_accesses.map((one) => [one.name, one]));
    expect(access['Indkomst']).toMatchObject({
      channel: 'indkomstsnitflade',
      levels: ['Snæver dataadgang', 'Mellem dataadgang', 'Bred dataadgang'],
      purposes: [
        { fate: 'lapses' },
        { name: 'mellemkommunal refusion og opkrævning', fate: 'stays' },
        { fate: 'open' },
      ],
    });
    expect(access['Årsopgørelse']).toMatchObject({
      channel: 'dupla',
      purposes_stated: 15,
      purposes: [
        { name: 'dagtilbud', fate: 'lapses' },
        { name: 'sygedagpenge', fate: 'lapses' },
      ],
    });
    expect(access['Personkontroloplysninger (R75)']).toMatchObject({
      purposes_stated: 4,
      expected: { precision: 'quarter' },
    });
    expect(supersedings[0]).toMatchObject({
      subject: 'Ekstranet og SF Tele lukker',
      before: { from: '2025-10-01' },
      after: { raw: 'når alternativ er i SAPA', date: { from: null, to: null } },
    });
    expect(supersedings[0]?.exempt).toHaveLength(3);
  });

  test('read VALG: figures without their days, steps ahead', () => {
    const { figures, next_steps } = both();
    expect(figures[0]).toMatchObject({
      value: 285,
      as_of: { from: '2025-11-21' },
      unassigned: [124, 58, 13, 11, 76, 3],
    });
    expect(figures[1]).toMatchObject({ value: 14, unit: 'sekunder' });
    expect(next_steps.find((step) => step.date.uncertain)).toMatchObject({
      title: 'Nødvendige ændringer',
      date: { raw: '2. halvår 2026?', from: '2026-07-01', to: '2026-12-31' },
    });
  });

  test('read what only the pictures show, with right letters and less confidence', () => {
    const { news, events, sts_components } = both();
    const headlines = news.filter((one) => one.target === 'sapa');
    expect(headlines).toHaveLength(15);
    expect(headlines[4]?.title).toBe(
      'Den tidligere udmeldte deadline for nedlukning af SF-Tele og Ekstranet udskydes',
    );
    expect(headlines[9]?.title).toBe('Forskudsopgørelsen Bred dataadgang er nu tilgængelig');
    expect(headlines.some(({ confidence }) => confidence === 'high')).toBe(false);
    expect(events.map(({ date, time, signup_deadline }) => [date.from, time, signup_deadline?.from])).toEqual(
      [
        ['2026-01-08', '9.30–11.00', undefined],
        ['2025-10-01', '09.30–10.30', undefined],
        ['2025-06-26', null, undefined],
        ['2026-01-21', '09.30–11.00', '2026-01-19'],
      ],
    );
    expect(events[3]).toMatchObject({ place: 'Teams', audience: 'Nye brugere og nye medarbejdere' });
    expect(sts_components.map(({ name }) => name)).toContain('Sags- og Dokumentindeks');
  });

  test('name every link once with its slide, and every contact with all slides and roles', () => {
    const { links, contacts } = both();
    expect(links.map(({ slide, text }) => [slide, text])).toEqual([
      [8, 'Ny tilslutningsaftale vedr. 3xbegrebs- og datastandarder'],
      [13, 'SAPA nyhedsside'],
      [14, ''],
      [14, 'demonstrationen af SAPA funktionalitet og anvendelsesmuligheder'],
      [18, 'Implementering af NIS 2'],
      [19, 'Kommunernes Cybersikkerhedsskole | Komponent'],
      [53, 'programleder@kombit.dk'],
    ]);
    expect(contacts.map(({ email, roles, slides }) => [email, roles, slides])).toEqual([
      ['BME@kombit.dk', ['Implementeringskonsulent'], [10]],
      ['SKL@kombit.dk', ['Projektleder'], [20, 35]],
      ['SST@kombit.dk', ['Projektleder', 'Produktchef'], [36, 43]],
      ['KSB@kombit.dk', ['Managementkonsulent'], [44, 52]],
      ['programleder@kombit.dk', [], [53]],
    ]);
  });

  test('warn of what a person would stumble over', () => {
    const warned = both().warnings.map(({ slide, code, text }) => `${slide} ${code} ${text}`);
    for (const warning of [
      '4 weekend-date 19.10.2025',
      '4 ended-before-meeting 03.11.2025',
      '5 weekend-date 10.08.2025',
      '5 deadline-without-dispatch Medio dec.2025',
      '5 sources-disagree dec.2025 / dec.2075',
      '6 recipients-swapped KY systemansvarlige og KOMBIT programledere',
      '6 recipients-swapped KSD systemansvarlige og KOMBIT programledere',
      '6 sources-disagree 20.10.2025 / 50.10.2025',
      '9 count-checked 83 + 15 = 98',
      '11 sources-disagree A11 / A1',
      '15 superseded 1. oktober 2025 / når alternativ er i SAPA',
      '41 values-without-days 124, 58, 13, 11, 76, 3',
      '51 step-without-date Godkendelse',
      '51 informed-after 15.12. / 1.12.',
      '51 sources-disagree 27.11 / 271',
    ]) {
      expect(warned).toContain(warning);
    }
  });
});

describe.skipIf(!hasMaterial)('the text layer alone', () => {
  test('reads the same tables, counts its slides from "Kort nyt" and says what it lacks', () => {
    const alone = november(TEXT);
    expect(alone.slides).toHaveLength(52);
    expect(alone.slides[0]?.title).toBe('Kort nyt fra KOMBIT');
    expect(codes(alone)).toEqual(expect.arrayContaining(['source-missing', 'slide-numbers']));
    const facts = (snapshot: Snapshot) => [
      snapshot.klik_tasks.map(({ title, start, end }) => [title, start, end]),
      snapshot.agreements.map(({ solution, sent, recipients, deadline }) => [
        solution,
        sent,
        recipients,
        deadline,
      ]),
      snapshot.signatures.map(({ missing }) => missing),
      snapshot.k98_steps.map(({ title, date }) => [title, date]),
    ];
    expect(facts(alone)).toEqual(facts(both()));
    expect(alone.meeting.agenda).toEqual([]);
    expect(alone.not_understood).toEqual([]);
  });
});

describe.skipIf(!hasMaterial)('the OCR text alone', () => {
  const alone = (): Snapshot => november(OCR);

  test('gives the right 83 municipalities and four steps, never with high confidence', () => {
    expect(alone().signatures[0]?.missing).toEqual(both().signatures[0]?.missing);
    expect(alone().sapa_steps.map(({ step }) => step)).toEqual([
      'Afdæk as-is og to-be',
      'Opsæt visning i SAPA',
      'Tildel rettigheder til SAPA',
      'Oplær bruger i SAPA',
    ]);
    for (const list of Object.values(alone())) {
      if (!Array.isArray(list)) continue;
      for (const record of list) if ('confidence' in record) expect(record.confidence).not.toBe('high');
    }
  });

  test('guesses no damaged day', () => {
    const days = JSON.stringify([alone().k98_steps, alone().next_steps, alone().supersedings]);
    for (const day of ['2025-11-27', '2025-12-01', '2025-12-15"', '2025-12-22']) {
      expect(JSON.stringify(alone().k98_steps)).not.toContain(day);
    }
    expect(days).not.toContain('2025-10-01');
    const dates = alone().agreements.flatMap(({ sent, deadline }) => [sent, deadline]);
    for (const raw of ['Medio dec.2075', '50.10.2025']) {
      expect(dates.find((date) => date.raw === raw)).toMatchObject({ from: null, to: null });
    }
  });

  test('says what it lacks and which rows it could not read', () => {
    expect(codes(alone())).toContain('source-missing');
    expect(alone().not_understood.length).toBeGreaterThan(0);
    expect(alone().annual_wheel).toEqual([]);
  });
});

describe.skipIf(!hasMaterial)('the day of the meeting', () => {
  test('given by a person counts as given', () => {
    const inputs = [{ name: TEXT, bytes: Buffer.from(readMaterialFile(TEXT) ?? '') }];
    const { meeting } = readDecks(inputs.map(openText), { meetingDay: '2025-11-24' });
    expect(meeting).toMatchObject({
      id: '2025-11',
      date: { from: '2025-11-24', precision: 'day' },
      date_basis: 'given',
    });
  });
});

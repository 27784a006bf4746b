/** Decks of other months, invented: plans, councils, the annual wheel, events, and what a deck keeps beside its words. */
import { describe, expect, test } from 'vitest';
import { paragraph, shape } from '#test/support/pptx.ts';
import { box, grid, type Place, readSlides, titled } from '#test/support/sample-deck.ts';

const K98 = titled('TEMA I', box([40, 200, 600, 40], 'Bemanding af K98-Aftalen'));
const STS = titled('TEMA II', box([40, 200, 600, 40], 'Genudbud af Støttesystemerne (STS)'));

describe('a process', () => {
  test('may have its days on the line and its steps above and below', async () => {
    const day = (x: number, text: string) => box([x, 240, 80, 20], text);
    const step = (x: number, y: number, text: string) => box([x, y, 120, 60], text);
    const { k98_steps } = await readSlides(
      K98,
      titled(
        'Tidsplan for fagråd',
        day(60, '26.1.'),
        day(260, 'Uge 7'),
        day(460, 'medio marts'),
        day(660, '1. april'),
        step(40, 150, 'Opslag sendes ud'),
        step(240, 290, 'Ansøgningsfrist'),
        step(440, 150, 'Udpegning'),
        step(640, 290, 'Første møde'),
      ),
    );
    expect(k98_steps.map(({ title, date, confidence }) => [title, date.from, date.to, confidence])).toEqual([
      ['Opslag sendes ud', '2026-01-26', '2026-01-26', 'medium'],
      ['Ansøgningsfrist', '2026-02-09', '2026-02-15', 'medium'],
      ['Udpegning', '2026-03-11', '2026-03-20', 'medium'],
      ['Første møde', '2026-04-01', '2026-04-01', 'medium'],
    ]);
  });

  test('may be a table', async () => {
    const { k98_steps } = await readSlides(
      K98,
      titled(
        'Proces for porteføljeråd',
        grid(
          [40, 100, 400, 60],
          ['Aktivitet', 'Deltagere', 'Dato'],
          ['Indstilling', 'KKR', '02.02.2026'],
          ['Godkendelse', 'Bestyrelsen', 'Uafklaret'],
        ),
      ),
    );
    expect(k98_steps).toMatchObject([
      { title: 'Indstilling', details: ['Deltagere: KKR'], date: { from: '2026-02-02' }, confidence: 'high' },
      { title: 'Godkendelse', date: { precision: 'unclear' }, confidence: 'medium' },
    ]);
  });
});

test('milestones may stand in a table or in points', async () => {
  const { sts_milestones } = await readSlides(
    STS,
    titled(
      'Milepæle',
      grid(
        [40, 100, 400, 60],
        ['Tidspunkt', 'Milepæl'],
        ['2. kvartal 2026', 'Tilbud modtages'],
        ['01.09.2026', 'Kontrakt underskrives'],
      ),
    ),
    titled(
      'Tidsplan for udbud',
      box(
        [40, 100, 800, 80],
        '• Prækvalifikation er afsluttet: 12. januar 2026',
        '• 30. april 2026: Tilbudsfrist',
      ),
    ),
  );
  expect(
    sts_milestones.map(({ title, date, confidence }) => [title, date.from, date.to, confidence]),
  ).toEqual([
    ['Tilbud modtages', '2026-04-01', '2026-06-30', 'medium'],
    ['Kontrakt underskrives', '2026-09-01', '2026-09-01', 'high'],
    ['Prækvalifikation er afsluttet', '2026-01-12', '2026-01-12', 'medium'],
    ['Tilbudsfrist', '2026-04-30', '2026-04-30', 'medium'],
  ]);
});

describe('seats of a council', () => {
  test('may stand in a table with who is appointed', async () => {
    const { k98_seats } = await readSlides(
      K98,
      titled(
        'Bemanding af råd',
        grid(
          [40, 100, 600, 80],
          ['Udpeget', 'Geografi', 'Plads', 'Råd', 'Status'],
          ['Anna Test', 'KKR Sjælland', 'En kommunaldirektør', 'Porteføljeråd', 'Udpeget'],
          ['Ledig', 'KKR Nordjylland', 'En kommunaldirektør', '↓', 'Mangler'],
          ['Bo Prøve og Ida Eksempel', '', 'To fagchefer', 'Fagråd for børn', ''],
        ),
      ),
    );
    expect(k98_seats).toMatchObject([
      {
        body: 'Porteføljeråd',
        geography: 'KKR Sjælland',
        appointed: ['Anna Test'],
        status: 'Udpeget',
        count: 1,
      },
      { body: 'Porteføljeråd', geography: 'KKR Nordjylland', appointed: [], status: 'Mangler' },
      { body: 'Fagråd for børn', appointed: ['Bo Prøve', 'Ida Eksempel'], count: 2 },
    ]);
  });

  test('may be points with a name', async () => {
    const { k98_seats } = await readSlides(
      K98,
      titled(
        'Bemanding',
        box([40, 80, 400, 30], 'Porteføljerådet (3 pladser)'),
        box(
          [40, 120, 400, 200],
          '• Kommunaldirektør, KKR Hovedstaden: Anna Test (Odder)',
          '• En økonomidirektør',
          '• To repræsentanter fra KL',
        ),
      ),
    );
    expect(k98_seats.map(({ body, seat, count, appointed }) => [body, seat, count, appointed])).toEqual([
      ['Porteføljerådet', 'Kommunaldirektør, KKR Hovedstaden', 1, ['Anna Test']],
      ['Porteføljerådet', 'En økonomidirektør', 1, []],
      ['Porteføljerådet', 'To repræsentanter fra KL', 2, []],
    ]);
  });
});

describe('the annual wheel', () => {
  test('tells level and month by the columns a box reaches over and the row it stands in', async () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'];
    const month = (name: string, at: number) => box([120 + at * 70, 80, 60, 20], name);
    const { annual_wheel } = await readSlides(
      K98,
      titled(
        'Årshjul (udkast)',
        ...months.map(month),
        box([20, 120, 90, 60], 'KL'),
        box([20, 200, 90, 60], 'Fagråd'),
        box([190, 130, 140, 40], 'Høring om budget'),
        box([680, 210, 60, 40], 'Behandling af ønsker'),
      ),
    );
    expect(annual_wheel).toMatchObject([
      { activity: 'Høring om budget', level: 'KL', months: [2, 3], draft: true, confidence: 'medium' },
      { activity: 'Behandling af ønsker', level: 'Fagråd', months: [9, 9] },
    ]);
  });

  test('drawn as a ring tells the month by direction, and no level', async () => {
    const names = [
      'Januar',
      'Februar',
      'Marts',
      'April',
      'Maj',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'December',
    ];
    const around = (radius: number, turn: number, text: string): string => {
      const angle = (turn / 12) * 2 * Math.PI - Math.PI / 2;
      const at: Place = [
        Math.round(460 + radius * Math.cos(angle)),
        Math.round(260 + (radius / 2) * Math.sin(angle)),
        60,
        20,
      ];
      return box(at, text);
    };
    const { annual_wheel, warnings } = await readSlides(
      K98,
      titled(
        'Årshjul',
        ...names.map((name, at) => around(380, at, name)),
        around(200, 4, 'Budgetønsker'),
        around(200, 7.5, 'Evaluering'),
      ),
    );
    expect(annual_wheel).toMatchObject([
      { activity: 'Budgetønsker', level: null, months: [5, 5], confidence: 'low' },
      { activity: 'Evaluering', level: null, months: null },
    ]);
    expect(warnings.map(({ code }) => code)).toContain('placement-unknown');
  });

  test('may be a table with months down the side', async () => {
    const { annual_wheel } = await readSlides(
      K98,
      titled(
        'Årshjul for K98',
        grid(
          [40, 80, 300, 140],
          ['', 'Bestyrelse', 'Fagråd'],
          ['Januar', 'Strategi', ''],
          ['Februar', '↓', 'Ønsker'],
          ['Marts', '', ''],
          ['April', 'Budget', ''],
        ),
      ),
    );
    expect(annual_wheel.map(({ activity, level, months }) => [activity, level, months])).toEqual([
      ['Strategi', 'Bestyrelse', [1, 2]],
      ['Budget', 'Bestyrelse', [4, 4]],
      ['Ønsker', 'Fagråd', [2, 2]],
    ]);
  });
});

test('events may stand in a table', async () => {
  const { events } = await readSlides(
    titled(
      'Kommende arrangementer',
      grid(
        [40, 100, 500, 60],
        ['Tid', 'Webinar', 'Dato', 'Målgruppe', 'Tilmelding senest'],
        ['10.00-11.00', 'Nyt om roller', '03.02.2026', 'Systemansvarlige', '30.01.2026'],
        ['', 'Kursus i rapporter', 'foråret 2026', '', ''],
      ),
    ),
  );
  expect(events).toMatchObject([
    {
      title: 'Nyt om roller',
      date: { from: '2026-02-03' },
      time: '10.00-11.00',
      audience: 'Systemansvarlige',
      signup_deadline: { to: '2026-01-30' },
      confidence: 'high',
    },
    { title: 'Kursus i rapporter', date: { precision: 'season' }, confidence: 'medium' },
  ]);
});

test('a hidden slide, notes and a slide that is only a picture make no records and are told', async () => {
  const task = grid(
    [40, 100, 300, 40],
    ['Løsning', 'Opgave', 'Slut'],
    ['KY', 'Hemmelig opgave', '27.02.2026'],
  );
  const { klik_tasks, warnings, not_understood, slides } = await readSlides(
    { ...titled('KLIK-opgaver', task), hidden: true },
    {
      ...titled(
        'KLIK-opgaver',
        grid([40, 100, 300, 40], ['Løsning', 'Opgave', 'Slut'], ['KY', 'Tilpas breve', '27.02.2026']),
      ),
      notes: ['Sig at det haster.'],
    },
  );
  expect(klik_tasks.map(({ title }) => title)).toEqual(['Tilpas breve']);
  expect(slides.map(({ kind }) => kind)).toEqual(['title', 'hidden', 'klik-tasks']);
  expect(warnings.map(({ code, slide }) => [code, slide])).toEqual([
    ['hidden-slide', 2],
    ['speaker-notes', 3],
  ]);
  expect(not_understood.some(({ slide, text }) => slide === 2 && text.includes('Hemmelig opgave'))).toBe(
    true,
  );
});

test('what is crossed out holds no longer, and is told', async () => {
  const struck = `<a:p><a:r><a:rPr strike="sngStrike"/><a:t>30.01.2026 </a:t></a:r><a:r><a:rPr/><a:t>27.02.2026</a:t></a:r></a:p>`;
  const { statements, warnings } = await readSlides(
    titled(
      'Ny frist',
      shape({ at: [40, 100, 600, 40], paragraphs: paragraph('Fristen er flyttet:') + struck }),
    ),
  );
  expect(warnings).toMatchObject([{ code: 'crossed-out', text: '30.01.2026' }]);
  expect(JSON.stringify(statements)).not.toContain('30.01');
});

test('a person may stand over the mail address, and an ask may be a duty with a day', async () => {
  const { contacts, requests } = await readSlides(
    titled(
      'Nyt om Aula',
      box([40, 100, 700, 60], '• I skal senest den 20. februar udpege en kontaktperson.'),
      box([40, 300, 400, 60], 'Berit Prøve, produktchef', 'bpr@example.dk'),
    ),
  );
  expect(contacts).toMatchObject([{ name: 'Berit Prøve', roles: ['produktchef'], email: 'bpr@example.dk' }]);
  expect(requests).toMatchObject([{ target: 'aula', deadline: { to: '2026-02-20' } }]);
});

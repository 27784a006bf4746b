/** Decks of other months, invented: tables of tasks and agreements as other people would draw them. */
import { describe, expect, test } from 'vitest';
import { box, bubble, grid, readSlides, titled } from '#test/support/sample-deck.ts';

describe('a table of tasks', () => {
  test('is read with its columns in any order, and what is one more column is kept', async () => {
    const { klik_tasks, not_understood } = await readSlides(
      titled(
        'KLIK-opgaver i det nye år',
        grid(
          [40, 100, 700, 60],
          ['Løses senest', 'Ansvarlig', 'KLIK-opgave', 'Status', 'Løsning', 'Starter', 'Timer'],
          ['27.02.2026', 'Systemansvarlig', 'Ryd op i testbrugere', 'I gang', 'FLIS', '02.02.2026', '4'],
          ['ultimo januar', '', 'Giv adgang til ny rapport', '', 'KP', 'Løbende', ''],
          ['efter påske', '', 'Bestil certifikat', '', 'VALG', 'senest uge 3', '2'],
        ),
      ),
    );
    expect(klik_tasks).toMatchObject([
      {
        project: 'FLIS',
        title: 'Ryd op i testbrugere',
        start: { from: '2026-02-02' },
        end: { to: '2026-02-27' },
        responsible: 'Systemansvarlig',
        status: 'I gang',
        extra: { Ansvarlig: 'Systemansvarlig', Status: 'I gang', Timer: '4' },
        confidence: 'high',
      },
      {
        project: 'KP',
        start: { raw: 'Løbende', precision: 'ongoing' },
        end: { from: '2026-01-21', to: '2026-01-31', precision: 'third' },
        confidence: 'medium',
      },
      {
        project: 'VALG',
        start: { raw: 'senest uge 3', to: '2026-01-18' },
        end: { raw: 'efter påske', from: '2026-04-07' },
      },
    ]);
    expect(not_understood).toEqual([]);
  });

  test('gives a merged project, a group and a date over two columns to every row they cover', async () => {
    const { klik_tasks } = await readSlides(
      titled(
        'Opgaver i KLIK',
        grid(
          [40, 100, 400, 120],
          ['Projekt', 'Opgave', 'Periode', '→'],
          ['↓', '↓', 'Start', 'Slut'],
          ['SAPA', 'Afprøv visning', '02.02.2026', '06.02.2026'],
          ['↓', 'Ret brugerroller', 'Uafklaret', '→'],
          ['Aula', '→', '→', '→'],
          ['', 'Udpeg kontakt', '09.02.2026', '13.02.2026'],
        ),
      ),
    );
    expect(klik_tasks.map(({ project, title, start, end }) => [project, title, start.raw, end.raw])).toEqual([
      ['SAPA', 'Afprøv visning', '02.02.2026', '06.02.2026'],
      ['SAPA', 'Ret brugerroller', 'Uafklaret', 'Uafklaret'],
      ['Aula', 'Udpeg kontakt', '09.02.2026', '13.02.2026'],
    ]);
  });

  test('may have a caption over its headings, a sum below, and its solution in the title of the slide', async () => {
    const { klik_tasks, callouts, not_understood } = await readSlides(
      titled(
        'KLIK-opgaver for SAPA',
        grid(
          [40, 100, 300, 80],
          ['Det skal ske', '→', '→'],
          ['Opgave', 'Frist', 'Timer'],
          ['Ret roller', '13.02.2026', '4'],
          ['I alt', '', '4'],
        ),
      ),
    );
    expect(klik_tasks.map(({ project, title }) => [project, title])).toEqual([['SAPA', 'Ret roller']]);
    expect(callouts).toEqual([]);
    expect(not_understood.map(({ text }) => text)).toEqual(['I alt | 4']);
  });

  test('goes on over three slides, the headings on the first only', async () => {
    const { klik_tasks } = await readSlides(
      titled(
        'KLIK-opgaver (1 af 3)',
        grid([40, 100, 400, 40], ['Frist', 'Opgave', 'Løsning'], ['30.01.2026', 'Bestil kort', 'VALG']),
      ),
      titled('KLIK-opgaver (2 af 3)', grid([40, 100, 400, 20], ['06.02.2026', 'Send liste', 'FBS'])),
      titled('KLIK-opgaver (3 af 3)', grid([40, 100, 400, 20], ['13.02.2026', 'Ret stamdata', 'YR'])),
    );
    expect(klik_tasks.map(({ slide, project, end }) => [slide, project, end.to])).toEqual([
      [2, 'VALG', '2026-01-30'],
      [3, 'FBS', '2026-02-06'],
      [4, 'YR', '2026-02-13'],
    ]);
  });

  test('knows what a mark stands for, and says where none tells it', async () => {
    const { klik_tasks, warnings, not_understood } = await readSlides(
      titled(
        'KLIK-opgaver',
        grid(
          [40, 100, 400, 60],
          ['Løsning', 'Opgave', 'Start', 'Slut'],
          ['KY', 'Tilpas breve*', '02.02.2026', '27.02.2026'],
          ['KSD', 'Tilpas skabelon†', '02.02.2026', '27.02.2026'],
        ),
        box([40, 400, 600, 30], '* Kun kommuner med egne breve'),
      ),
    );
    expect(klik_tasks.map(({ title, extra }) => [title, extra])).toEqual([
      ['Tilpas breve', { Fodnote: 'Kun kommuner med egne breve' }],
      ['Tilpas skabelon', undefined],
    ]);
    expect(warnings).toMatchObject([{ code: 'footnote-missing', text: 'Tilpas skabelon†' }]);
    expect(not_understood).toEqual([]);
  });

  test('mends a title that a line end has broken', async () => {
    const { klik_tasks } = await readSlides(
      titled(
        'KLIK-opgaver',
        grid(
          [40, 100, 400, 40],
          ['Løsning', 'Opgave', 'Slut'],
          ['FLIS', 'Gennemgå data-kvalitet i indberet-ningsløsningen', '27.02.2026'],
        ),
        box([40, 300, 600, 30], 'Indberetningsløsningen åbner til foråret.'),
      ),
    );
    expect(klik_tasks[0]?.title).toBe('Gennemgå datakvalitet i indberetningsløsningen');
  });

  test('has notes that belong to the row their tip lies in; where words and tip differ a person is asked', async () => {
    const { callouts, warnings } = await readSlides(
      titled(
        'KLIK-opgaver',
        grid(
          [40, 100, 400, 60],
          ['Løsning', 'Opgave', 'Start', 'Slut'],
          ['KY', 'Tilpas breve', '02.02.2026', '27.02.2026'],
          ['KSD', 'Bestil rapporter', '02.02.2026', '27.02.2026'],
        ),
        // The tip of a bubble is 0.6 of its height below its middle.
        bubble([200, 100, 80, 25], 'Vejledning følger.'),
        bubble([300, 100, 80, 25], 'Husk gamle rapporter.'),
      ),
    );
    expect(callouts).toMatchObject([
      { text: 'Vejledning følger.', tasks: ['Tilpas breve'], uncertain: false, confidence: 'medium' },
      { text: 'Husk gamle rapporter.', uncertain: true, confidence: 'low' },
    ]);
    expect(callouts[1]?.tasks).toEqual(['Tilpas breve', 'Bestil rapporter']);
    expect(warnings.map(({ code }) => code)).toEqual(['callout-uncertain']);
  });
});

describe('a table of agreements', () => {
  test('is read with its columns in any order; a solution nobody knows is a solution', async () => {
    const { agreements } = await readSlides(
      titled(
        'Aftaler på vej',
        grid(
          [40, 100, 700, 80],
          ['Underskrives senest', 'Modtagere', 'System', 'Bemærkning', 'Dokument', 'Sendes'],
          ['15.02.2026', 'Systemansvarlige', 'Fælles Kalender', 'Ny', 'Databehandleraftale', '12.01.2026'],
          ['', 'Jurister', 'BoM', '', 'Bilag C', 'Sendes uge 8'],
          ['Afventer', '', 'Aula', '', 'Tilslutningsaftale', ''],
        ),
      ),
    );
    expect(agreements).toMatchObject([
      {
        solution: 'Fælles Kalender',
        agreement: 'Databehandleraftale',
        recipients: 'Systemansvarlige',
        sent: { from: '2026-01-12', state: 'sent' },
        deadline: { to: '2026-02-15' },
        extra: { Bemærkning: 'Ny' },
        confidence: 'high',
      },
      {
        solution: 'BoM',
        sent: { from: '2026-02-16', state: 'planned' },
        deadline: { precision: 'none' },
        confidence: 'medium',
      },
      {
        solution: 'Aula',
        sent: { precision: 'none', state: 'unclear' },
        deadline: { raw: 'Afventer', precision: 'unclear' },
      },
    ]);
  });

  test('finds a column by what stands in it where its heading says nothing', async () => {
    const { agreements } = await readSlides(
      titled(
        'Overblik over aftaler',
        grid(
          [40, 100, 500, 60],
          ['Navn', 'Aftale', 'Til', 'Frist', 'På vej'],
          ['SAPA', 'Databehandleraftale bilag B', 'SAPA systemansvarlige', '01.03.2026', '02.02.2026'],
          ['FBS', 'Databehandleraftale', 'Bibliotekschefer', '15.03.2026', '09.02.2026'],
        ),
      ),
    );
    // What was guessed is not sure, however exact its dates.
    expect(agreements.map(({ confidence }) => confidence)).toEqual(['medium', 'medium']);
    expect(agreements).toMatchObject([
      {
        solution: 'SAPA',
        recipients: 'SAPA systemansvarlige',
        sent: { from: '2026-02-02' },
        deadline: { to: '2026-03-01' },
      },
      {
        solution: 'FBS',
        recipients: 'Bibliotekschefer',
        sent: { from: '2026-02-09' },
        deadline: { to: '2026-03-15' },
      },
    ]);
  });

  test('a note over it belongs to a row', async () => {
    const { callouts } = await readSlides(
      titled(
        'Aftaler',
        grid(
          [40, 100, 500, 60],
          ['Løsning', 'Aftale', 'Sendt', 'Frist'],
          ['KP', 'Databehandleraftale', '05.01.2026', '30.01.2026'],
          ['YR', 'Databehandleraftale', '05.01.2026', '30.01.2026'],
        ),
        bubble([200, 120, 80, 25], 'Sendt igen i går.'),
      ),
    );
    expect(callouts).toMatchObject([
      { tasks: [], agreement: 'YR: Databehandleraftale', confidence: 'medium' },
    ]);
  });
});

test('a table of another kind is told row by row as not understood', async () => {
  const { not_understood, statements } = await readSlides(
    titled('Fordeling af frugt', grid([40, 100, 300, 40], ['Æbler', 'Pærer', 'Bananer'], ['3', '4', '5'])),
  );
  expect(not_understood.map(({ text }) => text)).toEqual(['Æbler | Pærer | Bananer', '3 | 4 | 5']);
  expect(statements).toEqual([]);
});

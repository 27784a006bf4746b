/** Decks of other months, invented: lists of who has signed, as other people would draw them. */
import { describe, expect, test } from 'vitest';
import { box, grid, readSlides, titled } from '#test/support/sample-deck.ts';

const AS_OF = box([40, 440, 300, 30], 'Status opgjort d. 15.01.26');

describe('a list of those who have signed', () => {
  test('stands in columns under one heading', async () => {
    const { signatures } = await readSlides(
      titled(
        'Tilslutningsaftale for ny kalender',
        box([40, 80, 600, 30], 'Følgende 6 kommuner har underskrevet'),
        box([40, 120, 150, 200], 'Aabenraa', 'Vejle', 'Høje Taastrup'),
        box([240, 120, 150, 200], 'Bornholms Regionskommune', 'Nordfyn', 'Morsø Kommune'),
        AS_OF,
      ),
    );
    expect(signatures).toMatchObject([
      {
        listed: 'signed',
        inferred: 'missing',
        stated_count: 6,
        listed_count: 6,
        as_of: { from: '2026-01-15' },
        confidence: 'high',
      },
    ]);
    expect([...(signatures[0]?.signed ?? [])].sort()).toEqual(
      ['Aabenraa', 'Bornholm', 'Høje-Taastrup', 'Morsø', 'Nordfyns', 'Vejle'].sort(),
    );
    expect(signatures[0]?.missing).toHaveLength(92);
  });

  test('stands beside the list of those who have not, each under its own heading', async () => {
    const { signatures } = await readSlides(
      titled(
        'Underskrifter på databehandleraftalen',
        box([40, 80, 400, 30], 'Har underskrevet (4)'),
        box([540, 80, 400, 30], 'Mangler (3)'),
        box([40, 120, 150, 100], 'Odder', 'Skive'),
        box([240, 120, 150, 100], 'Struer', 'Lemvig'),
        box([540, 120, 150, 100], 'Thisted', 'Rebild'),
        box([740, 120, 150, 100], 'Læsø'),
        AS_OF,
      ),
    );
    expect(signatures).toMatchObject([{ listed: 'both', inferred: null, confidence: 'high' }]);
    expect([...(signatures[0]?.signed ?? [])].sort()).toEqual(['Lemvig', 'Odder', 'Skive', 'Struer']);
    expect([...(signatures[0]?.missing ?? [])].sort()).toEqual(['Læsø', 'Rebild', 'Thisted']);
  });

  test('stands in a sentence', async () => {
    const { signatures } = await readSlides(
      titled(
        'Aftale om ny kalender',
        box([40, 100, 800, 60], 'Per 15/1 mangler 4 kommuner at underskrive: Fanø, Ærø, Samsø og Langeland.'),
      ),
    );
    expect(signatures).toMatchObject([
      {
        listed: 'missing',
        stated_count: 4,
        as_of: { from: '2026-01-15' },
        missing: ['Langeland', 'Ærø', 'Fanø', 'Samsø'],
      },
    ]);
  });

  test('belongs to the sentence that names it, not to the one before', async () => {
    const { signatures } = await readSlides(
      titled(
        'Aula-aftalen',
        box(
          [40, 100, 800, 60],
          '94 kommuner har underskrevet. Følgende mangler: Ballerup, Greve, Odense samt Aarhus.',
        ),
      ),
    );
    // 94 and 4 are 98: the slide's own number checks the list.
    expect(signatures).toMatchObject([
      { listed: 'missing', stated_count: null, listed_count: 4, confidence: 'high' },
    ]);
    expect(signatures[0]?.signed).toHaveLength(94);
  });

  test('stands in a table with a row for each, or a column for each list', async () => {
    const { signatures } = await readSlides(
      titled(
        'Status på tilslutning',
        grid(
          [40, 100, 300, 100],
          ['Status', 'Kommune'],
          ['✓', 'Odense'],
          ['Mangler', 'Vejle'],
          ['12.01.2026', 'Kolding Kommune'],
          ['–', 'Esbjerg'],
        ),
      ),
      titled(
        'Status på underskrift af ny aftale',
        grid(
          [40, 100, 300, 80],
          ['Mangler underskrift', 'Har underskrevet', '→'],
          ['Greve', 'Solrød', 'Køge'],
          ['Stevns', 'Faxe', ''],
        ),
      ),
    );
    expect(signatures.map(({ listed, signed, missing }) => [listed, signed, missing])).toEqual([
      ['both', ['Odense', 'Kolding'], ['Esbjerg', 'Vejle']],
      ['both', ['Køge', 'Solrød', 'Faxe'], ['Greve', 'Stevns']],
    ]);
  });

  test('goes on over two slides and is counted over both', async () => {
    const { signatures, warnings } = await readSlides(
      titled(
        'Mangler underskrift på K-aftalen (1 af 2)',
        box([40, 80, 500, 200], 'Følgende 5 kommuner mangler underskrift:', 'Odense', 'Vejle', 'Fanø'),
      ),
      titled(
        'Mangler underskrift på K-aftalen (2 af 2)',
        box([40, 80, 500, 200], 'Ærø', 'Samsø', 'Status opgjort d. 15.01.26'),
      ),
    );
    expect(signatures).toMatchObject([
      { slide: 2, stated_count: 5, listed_count: 5, as_of: { from: '2026-01-15' }, confidence: 'high' },
    ]);
    expect(signatures[0]?.signed).toHaveLength(93);
    expect(warnings.filter(({ code }) => code.startsWith('count-')).map(({ code }) => code)).toEqual([
      'count-checked',
    ]);
  });

  test('is doubtful with a number that does not fit, a name nobody knows, or a name on both lists', async () => {
    const { signatures, warnings } = await readSlides(
      titled(
        'Tilslutningsaftale A',
        box([40, 80, 500, 200], '9 kommuner mangler underskrift:', 'Odense', 'Vejle', 'Nordborg', 'Fanø'),
      ),
      titled(
        'Tilslutningsaftale B',
        box([40, 80, 400, 30], 'Har underskrevet'),
        box([540, 80, 400, 30], 'Mangler'),
        box([40, 120, 300, 100], 'Odder', 'Skive'),
        box([540, 120, 300, 100], 'Skive', 'Lemvig'),
      ),
    );
    expect(signatures).toMatchObject([
      {
        confidence: 'low',
        count_mismatch: true,
        stated_count: 9,
        listed_count: 3,
        unknown_names: ['Nordborg'],
      },
      { confidence: 'low', conflicts: ['Skive'] },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['count-mismatch', 'unknown-name', 'signed-and-missing']),
    );
  });
});

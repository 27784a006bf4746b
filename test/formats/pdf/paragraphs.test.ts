/** Lines of PDF pages -> paragraphs. */
import { describe, expect, test } from 'vitest';
import { paragraphsOf, paragraphTextsOf, titled } from '#test/support/read-back.ts';

describe('paragraphs', () => {
  test('a wrapped line goes on, a line that ends early or a wider step does not', async () => {
    const page = titled()
      .lines(
        60,
        150,
        ['Svaret skal sendes af den systemansvarlige, og det', 'skal ske i løsningen. Husk alle formål.'],
        { size: 14 },
      )
      .text(60, 210, 'Næste punkt er nyt.', { size: 14 });
    expect(await paragraphTextsOf(page)).toEqual([
      'Svaret skal sendes af den systemansvarlige, og det skal ske i løsningen. Husk alle formål.',
      'Næste punkt er nyt.',
    ]);
  });

  test('bullets and numbers drawn on their own are marks, with levels by indentation', async () => {
    const page = titled()
      .text(60, 150, '•', { size: 16 })
      .text(82, 150, 'To trin', { size: 16 })
      .text(82, 175, '–', { size: 16 })
      .text(104, 175, 'Ny driftsplatform', { size: 16 })
      .text(60, 200, '•', { size: 16 })
      .text(82, 200, 'Varsling', { size: 16 })
      .text(60, 260, '1.', { size: 16 })
      .text(82, 260, 'Kort nyt', { size: 16 });
    expect((await paragraphsOf(page)).map(({ text, level, isBullet }) => [text, level, isBullet])).toEqual([
      ['To trin', 0, true],
      ['Ny driftsplatform', 1, true],
      ['Varsling', 0, true],
      ['Kort nyt', 0, true],
    ]);
  });

  test('names below each other are one paragraph each, a name over two lines is one', async () => {
    const page = titled()
      .lines(100, 150, ['Albertslund', 'Faaborg-Midtfyn', 'Greve', 'Bornholms'], { size: 11, step: 16 })
      .text(100, 150 + 3 * 16 + 12.5, 'Regionskommune', { size: 11 })
      .lines(100, 150 + 4 * 16 + 12.5, ['Dragør', 'Ærø'], { size: 11, step: 16 });
    expect(await paragraphTextsOf(page)).toEqual([
      'Albertslund',
      'Faaborg-Midtfyn',
      'Greve',
      'Bornholms Regionskommune',
      'Dragør',
      'Ærø',
    ]);
  });

  test('names below each other in even steps are one paragraph each', async () => {
    const names = ['Fanø', 'Lyngby-Taarbæk', 'Læsø', 'Mariagerfjord', 'Norddjurs', 'Ikast-Brande'];
    expect(await paragraphTextsOf(titled().lines(100, 150, names, { size: 11, step: 15 }))).toEqual(names);
  });

  test('in a box a line with room for the next word was ended on purpose', async () => {
    const page = titled()
      .box({ x: 100, y: 150, width: 220, height: 90 }, 'EEF4F4')
      .lines(110, 175, ['Projektleder', 'ansvarlig for planen og alle de', 'andre opgaver'], { size: 14 });
    expect(await paragraphTextsOf(page)).toEqual([
      'Projektleder',
      'ansvarlig for planen og alle de andre opgaver',
    ]);
  });

  test('after a full line only a wider step tells of a new paragraph', async () => {
    const page = titled()
      .lines(60, 150, ['kommunens systemansvarlige skal', 'svare senest den dag, som der står her i'], {
        size: 14,
      })
      .text(60, 194, 'og resten af året er der ro på alle', { size: 14 })
      .text(60, 211, 'områder', { size: 14 });
    expect(await paragraphTextsOf(page)).toEqual([
      'kommunens systemansvarlige skal svare senest den dag, som der står her i',
      'og resten af året er der ro på alle områder',
    ]);
  });

  test('a date over what happens on it is a line of its own', async () => {
    const page = titled()
      .text(200, 300, '27.11', { size: 12 })
      .text(190, 315, 'Opslag færdigt', { size: 12 });
    expect(await paragraphTextsOf(page)).toEqual(['27.11', 'Opslag færdigt']);
  });

  test('two columns of text are read one after the other', async () => {
    const page = titled()
      .lines(60, 150, ['Fordele ved den nye', 'løsning er mange og', 'gode for borgerne.'], { size: 14 })
      .lines(500, 150, ['Ulemper er der kun', 'få af, og de kan', 'klares med tiden.'], { size: 14 });
    expect(await paragraphTextsOf(page)).toEqual([
      'Fordele ved den nye løsning er mange og gode for borgerne.',
      'Ulemper er der kun få af, og de kan klares med tiden.',
    ]);
  });
});

describe('addresses', () => {
  test('one too long for its line is one address', async () => {
    const page = titled().lines(
      60,
      150,
      [
        'Læs mere om det nye på https://kombit.dk/aktuelt/nyheder-om-',
        'infrastruktur/2026 inden den første december.',
      ],
      { size: 14 },
    );
    expect(await paragraphTextsOf(page)).toEqual([
      'Læs mere om det nye på https://kombit.dk/aktuelt/nyheder-om-infrastruktur/2026 inden den første december.',
    ]);
  });
});

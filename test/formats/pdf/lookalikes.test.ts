/** Drawings in PDF files that are no tables. */
import { describe, expect, test } from 'vitest';
import { slideOf, titled } from '#test/support/read-back.ts';

describe('what only looks like a table', () => {
  test('names set in columns stay text, read column by column', async () => {
    const page = titled('Følgende kommuner mangler');
    const names = [
      'Albertslund',
      'Allerød',
      'Assens',
      'Ballerup',
      'Billund',
      'Brøndby',
      'Dragør',
      'Egedal',
      'Esbjerg',
    ];
    [0, 1, 2].forEach((column) => {
      page.lines(100 + column * 150, 150, names.slice(column * 3, column * 3 + 3), { size: 11, step: 14 });
    });
    const slide = await slideOf(page);
    expect(slide.blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(
      slide.blocks
        .slice(1)
        .flatMap((block) => (block.kind === 'text' ? block.paragraphs : []))
        .map(({ text }) => text),
    ).toEqual(names);
  });

  test('boxes with room between them are boxes', async () => {
    const page = titled('Løsninger');
    for (const [index, name] of ['Adgang', 'Drift', 'Support', 'Udbud'].entries()) {
      const place = {
        x: 60 + (index % 2) * 200,
        y: 120 + Math.floor(index / 2) * 80,
        width: 180,
        height: 60,
      };
      page.box(place, '5FA052').text(place.x + 20, place.y + 35, name);
    }
    const slide = await slideOf(page);
    expect(slide.blocks.slice(1)).toMatchObject(
      ['Adgang', 'Drift', 'Support', 'Udbud'].map((text) => ({
        kind: 'text',
        fill: '5FA052',
        paragraphs: [{ text }],
      })),
    );
  });

  test('the bars of a chart on its axis are no table', async () => {
    const page = titled('Henvendelser');
    page.line(60, 400, 500, 400);
    for (const [index, height] of [40, 160, 90, 210].entries()) {
      page.box({ x: 80 + index * 100, y: 400 - height, width: 60, height }, '1A8A84');
      page
        .text(100 + index * 100, 390 - height, String(height))
        .text(100 + index * 100, 415, `${17 + index}`);
    }
    expect((await slideOf(page)).blocks.some((block) => block.kind === 'table')).toBe(false);
  });
});

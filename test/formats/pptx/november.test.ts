/** The rebuilt deck of November 2025: facts anybody can check by opening it. */
import { describe, expect, test } from 'vitest';
import type { Deck, DeckSlide, TableBlock } from '#src/formats/deck.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { readMaterialBytes, readMaterialFile } from '#test/support/material.ts';

const FILE = '2025-11-rebuilt.pptx';
const bytes = readMaterialBytes(FILE);
const truth: Truth = JSON.parse(readMaterialFile('2025-11-rebuilt.truth.json') ?? '{}');

/** The part of the answer sheet that is compared here. */
interface Truth {
  klik_tasks: { project: string; title: string; start: { raw: string }; end: { raw: string } }[];
  callouts: { text: string; tasks: string[] }[];
}

describe.skipIf(!bytes)(`${FILE}`, () => {
  const deck: Deck = bytes ? readPptx(FILE, bytes) : { slides: [] };

  test('has 54 slides with their numbers, none hidden, none with notes', () => {
    expect(deck.slides.map(({ number }) => number)).toEqual(
      Array.from({ length: 54 }, (_, index) => index + 1),
    );
    expect(deck.slides.filter(({ hidden, notes }) => hidden || notes.length > 0)).toEqual([]);
    expect(deck.slides.filter(({ title }) => title === '')).toEqual([]);
  });

  test('has its table of tasks cell by cell', () => {
    const table = onlyTable(slide(5));
    expect(table.columnEdges).toHaveLength(5);
    expect(table.rowEdges).toHaveLength(14);
    expect(wordsOf(table).slice(1)).toEqual(
      truth.klik_tasks.map(({ project, title, start, end }) => [project, title, start.raw, end.raw]),
    );
  });

  test('has three speech bubbles on that slide, each pointing at the row it speaks of', () => {
    const table = onlyTable(slide(5));
    const pointedAt = new Map(
      slide(5).blocks.flatMap((block) => {
        if (block.kind !== 'text' || !block.isCallout) return [];
        const row = table.rowEdges.findLastIndex((edge) => edge <= (block.pointsAt?.y ?? 0));
        return [[block.paragraphs.map(({ text }) => text).join('\n'), wordsOf(table)[row]?.[1]]];
      }),
    );
    expect(pointedAt.size).toBe(3);
    for (const { text, tasks } of truth.callouts) expect(tasks).toContain(pointedAt.get(text));
  });

  test('has one date that is crossed out', () => {
    const struck = deck.slides.flatMap(({ number, blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'text'
          ? block.paragraphs.flatMap((one) => (one.struck ? [[number, one.struck]] : []))
          : [],
      ),
    );
    expect(struck).toEqual([[16, [expect.stringContaining('1. oktober 2025')]]]);
  });

  test('has cells over two months in its annual wheel', () => {
    const wide = onlyTable(slide(48))
      .rows.flat()
      .filter(({ columnSpan }) => columnSpan > 1);
    expect(wide.length).toBeGreaterThan(0);
    for (const { column, columnSpan } of wide) expect(column + columnSpan).toBeLessThanOrEqual(13);
  });

  test('has the mail addresses of its contacts', () => {
    const urls = deck.slides.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'text' ? block.paragraphs.flatMap(({ links }) => links.map(({ url }) => url)) : [],
      ),
    );
    expect(urls).toContain('mailto:SST@kombit.dk');
    expect(urls).toContain('mailto:programleder@kombit.dk');
    expect(urls.filter((url) => !/^(?:https?:|mailto:)/.test(url))).toEqual([]);
  });

  function slide(number: number): DeckSlide {
    const found = deck.slides[number - 1];
    if (!found) throw new Error(`no slide ${number}`);
    return found;
  }
});

function onlyTable({ blocks }: DeckSlide): TableBlock {
  const tables = blocks.filter((block) => block.kind === 'table');
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table;
}

function wordsOf({ rows }: TableBlock): string[][] {
  return rows.map((row) => row.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('\n')));
}

/** The rebuilt November deck as PDF against what stands in it, and against the same deck as PPTX. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Deck, DeckSlide, TableBlock, TextBlock } from '#src/formats/deck.ts';
import { readPdf } from '#src/formats/pdf/read-pdf.ts';
import { readPptx } from '#src/formats/pptx/read-pptx.ts';
import { readMaterialBytes, readMaterialFile } from '#test/support/material.ts';

interface Truth {
  klik_tasks: { project: string; title: string; start: Said; end: Said; slide: number }[];
  callouts: { text: string; tasks: string[]; slide: number }[];
  agreements: { solution: string; agreement: string; recipients: string; deadline: Said; slide: number }[];
  signatures: { listed_count: number; missing: string[] }[];
  sts_milestones: { title: string; date: Said; slide: number }[];
  k98_steps: { title: string; date: Said; slide: number }[];
  k98_seats: { body: string; seat: string; slide: number }[];
  annual_wheel: { level: string; months: [number, number]; activity: string; slide: number }[];
  links: { text: string; url: string; slide: number }[];
}

interface Said {
  raw: string;
}

const pdfBytes = readMaterialBytes('2025-11-rebuilt.pdf');
const pptxBytes = readMaterialBytes('2025-11-rebuilt.pptx');
const truth = JSON.parse(readMaterialFile('2025-11-rebuilt.truth.json') ?? '{}') as Truth;

describe.skipIf(!pdfBytes || !pptxBytes)('the rebuilt deck', () => {
  let pdf: Deck = { slides: [] };
  let pptx: Deck = { slides: [] };
  beforeAll(async () => {
    pdf = await readPdf('2025-11-rebuilt.pdf', pdfBytes ?? new Uint8Array());
    pptx = readPptx('2025-11-rebuilt.pptx', pptxBytes ?? new Uint8Array());
  });

  test('has the title, the tables and the links of each slide as the PPTX has them', () => {
    const shown = ({ slides }: Deck) =>
      slides.map((slide) => ({
        number: slide.number,
        title: slide.title,
        tables: tablesOf(slide).map(gridOf),
        links: paragraphsOf(slide)
          .flatMap(({ links }) => links)
          .map(({ url }) => url),
      }));
    expect(shown(pdf)).toEqual(shown(pptx));
  });

  test('has nearly every paragraph word for word, and no word more or less', () => {
    const words = (deck: Deck) => deck.slides.map((slide) => lettersOf(slide).split('').toSorted().join(''));
    expect(words(pdf)).toEqual(words(pptx));
    const pairs = pptx.slides.flatMap((slide, index) => {
      const others = new Set(paragraphsOf(pdf.slides[index]).map(({ text }) => text));
      return paragraphsOf(slide).map(({ text }) => others.has(text));
    });
    expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.96);
  });

  test('has each task, agreement and activity of the wheel as a row of a table', () => {
    const rows = (slide: number) => tablesOf(pdf.slides[slide - 1]).flatMap(rowsOf);
    for (const task of truth.klik_tasks) {
      expect(rows(task.slide)).toContainEqual([task.project, task.title, task.start.raw, task.end.raw]);
    }
    for (const { solution, agreement, recipients, deadline, slide } of truth.agreements) {
      expect(rows(slide)).toContainEqual([solution, agreement, expect.any(String), recipients, deadline.raw]);
    }
    for (const { level, months, activity, slide } of truth.annual_wheel) {
      const row = tablesOf(pdf.slides[slide - 1])[0]?.rows.find(([first]) => textOf(first) === level);
      const cell = row?.find((one) => one.column === months[0] && textOf(one) === activity);
      expect([level, activity, cell?.columnSpan]).toEqual([level, activity, months[1] - months[0] + 1]);
    }
  });

  test('has each callout beside the table, pointing at the row it speaks of', () => {
    for (const { text, tasks, slide } of truth.callouts) {
      const callout = textBlocksOf(pdf.slides[slide - 1]).find(
        (block) => block.isCallout && textOf(block) === text,
      );
      const table = tablesOf(pdf.slides[slide - 1])[0];
      const row = table?.rowEdges.findLastIndex((edge) => edge <= (callout?.pointsAt?.y ?? 0)) ?? -1;
      expect(tasks).toContain(textOf(table?.rows[row]?.[1]));
    }
  });

  test('has every municipality of the list as a paragraph of its own, beside title, headings and as-of date', () => {
    const [list] = truth.signatures;
    const names = paragraphsOf(pdf.slides[9]).map(({ text }) => text);
    const written: Record<string, string> = {
      Bornholm: 'Bornholms Regionskommune',
      Nordfyns: 'Nordfyn',
      Vesthimmerlands: 'Vesthimmerland',
    };
    expect(list?.missing.filter((name) => !names.includes(written[name] ?? name))).toEqual([]);
    expect(names.length).toBe((list?.listed_count ?? 0) + 4);
  });

  test('has milestones, steps and seats with their words together', () => {
    const texts = (slide: number) => pdf.slides[slide - 1]?.blocks.map((block) => lettersIn([block])) ?? [];
    const places = [
      ...truth.sts_milestones.map(({ date, slide }) => ({ slide, words: [date.raw] })),
      ...truth.k98_steps.map(({ date, title, slide }) => ({ slide, words: [date.raw, title] })),
      ...truth.k98_seats.map(({ seat, slide }) => ({ slide, words: [seat] })),
    ];
    const lost = places.filter(
      ({ slide, words }) => !texts(slide).some((text) => words.every((word) => text.includes(letters(word)))),
    );
    expect(lost).toEqual([]);
  });
});

function tablesOf(slide: DeckSlide | undefined): TableBlock[] {
  return (slide?.blocks ?? []).filter((block) => block.kind === 'table');
}

function textBlocksOf(slide: DeckSlide | undefined): TextBlock[] {
  return (slide?.blocks ?? []).filter((block) => block.kind === 'text');
}

function gridOf(table: TableBlock) {
  return table.rows.map((row) =>
    row.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan, textOf(cell)]),
  );
}

function rowsOf(table: TableBlock): string[][] {
  return table.rows.map((row) => row.map(textOf));
}

function textOf(holder: { paragraphs: { text: string }[] } | undefined): string {
  return holder?.paragraphs.map(({ text }) => text).join(' ') ?? '';
}

function paragraphsOf(slide: DeckSlide | undefined) {
  return (slide?.blocks ?? []).flatMap((block) =>
    block.kind === 'text' ? block.paragraphs : block.rows.flat().flatMap((cell) => cell.paragraphs),
  );
}

function lettersOf(slide: DeckSlide): string {
  return lettersIn(slide.blocks);
}

function lettersIn(blocks: DeckSlide['blocks']): string {
  return letters(
    blocks.flatMap((block) => (block.kind === 'text' ? [textOf(block)] : rowsOf(block).flat())).join(' '),
  );
}

/** Letters and figures alone: where lines and words part differs between programs. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

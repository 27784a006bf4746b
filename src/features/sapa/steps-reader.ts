/** Reads the steps a municipality takes, each with or without a KLIK task. */
import { splitColumns } from '#src/core/reading/columns.ts';
import { confidenceOf, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { joinLines } from '#src/formats/text/join-lines.ts';

type Step = Snapshot['sapa_steps'][number];

const KLIK = /(?:Ingen )?KLIK-opgave(?: \([A-Z]?\d+\)| pr\. \p{L}+)?/gu;
const KLIK_ONLY = /^(?:(?:Ingen )?KLIK-opgave(?: \([A-Z]?\d+\)| pr\. \p{L}+)?\s*)+$/u;
const LEAST_STEPS = 3;

/** Boxes that each end with words about their KLIK task: "KLIK-opgave (A11)", "Ingen KLIK-opgave". */
export function readSteps(page: Page): Reading | null {
  const marks = page.lines.filter((line) => KLIK_ONLY.test(line.text));
  const count = marks.reduce((sum, line) => sum + (line.text.match(KLIK)?.length ?? 0), 0);
  if (count < LEAST_STEPS) return null;
  const [only] = marks;
  const steps = marks.length === 1 && only ? besideEachOther(page.lines, only) : oneByOne(page.lines);
  if (steps.length < LEAST_STEPS) return null;
  const lines = steps.flatMap((step) => step.lines);
  return {
    kind: 'sapa-steps',
    isList: true,
    records: {
      sapa_steps: steps.map(
        ({ step, klik, lines: own }, index): Step => ({
          slide: page.slide.number,
          confidence: confidenceOf(own),
          number: index + 1,
          step,
          klik,
        }),
      ),
    },
    claimed: [...new Set(lines)],
  };
}

interface Box {
  step: string;
  klik: string;
  lines: Line[];
}

/** The lines of one box after those of the other. Some programs write all marks after all boxes. */
function oneByOne(lines: readonly Line[]): Box[] {
  const boxes: Box[] = [];
  let open: Line[] = [];
  const waiting: Line[][] = [];
  for (const line of lines) {
    if (!KLIK_ONLY.test(line.text)) {
      if (line.afterGap && open.length > 0) waiting.push(open.splice(0));
      open.push(line);
      continue;
    }
    if (open.length > 0) waiting.push(open);
    open = [];
    const box = waiting.shift();
    if (box) boxes.push({ step: stepOf(box), klik: line.text, lines: [...box, line] });
  }
  return boxes;
}

/** OCR reads boxes that lie beside each other line by line: their words must be dealt out to the boxes. */
function besideEachOther(lines: readonly Line[], marks: Line): Box[] {
  const above = lines.slice(0, lines.indexOf(marks));
  const kliks = marks.text.match(KLIK) ?? [];
  const cells = splitColumns(
    above.map((line) => line.text),
    kliks.length,
  );
  if (!cells) return [];
  return cells.map((cell, index) => ({
    step: joinLines(cell.map((text) => ({ text }))),
    klik: kliks[index] ?? '',
    lines: [...above, marks],
  }));
}

/** "aftale(DUPLA)" has lost its blank. */
function stepOf(lines: readonly Line[]): string {
  return joinLines(lines).replace(/(\p{L})\(/gu, '$1 (');
}

/** Reads a slide of next steps: boxes with or without a day, some with points. */
import { type DatedStep, datedSteps } from '#src/core/reading/dated-boxes.ts';
import { type DatedTable, datedTable } from '#src/core/reading/dated-table.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  NO_DATE,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type NextStep = Snapshot['next_steps'][number];

const TITLE = /^(?:næste skridt|det videre forløb|hvad sker der nu|kommende (?:opgaver|aktiviteter))/i;

const PLAN = /tidsplan|milepæle|tidslinje|køreplan/i;
/** Abbreviations alone in their boxes are the ends of the line that the steps stand on. */
const AXIS_LABEL = /^[\p{Lu}\d]{1,6}(?:\/[\p{Lu}\d]{1,6})*$/u;

/** A slide titled "Næste skridt" or the like. */
export function readNextSteps(page: Page, context: ReadContext): Reading | null {
  if (!isAhead(page)) return null;
  const table = datedTable(page, context);
  if (table) return readingOfTable(table, page);
  const boxes = page.slide.layout ? boxesOfDeck(page, context) : boxesIn(page.lines, context);
  const steps = boxes.filter((box) => box.parts.length > 0).map((box) => makeStep(box, page, context));
  if (steps.length === 0) return null;
  return {
    kind: 'next-steps',
    isList: true,
    records: { next_steps: steps },
    claimed: boxes.flatMap((box) => box.lines),
  };
}

/** A box is a run of lines without a gap, with the points that follow. Its day is its first line or its last. */
function boxesIn(lines: readonly Line[], context: ReadContext): DatedStep[] {
  const boxes: DatedStep[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const days = run.filter((line) => isDay(line, context));
    const texts = paragraphs(run.filter((line) => !days.includes(line)));
    const before = boxes.at(-1);
    const day = days[0] ? { text: days[0].text, lines: [days[0]] } : null;
    const onlyPoints = texts.length > 0 && texts.every((part) => isPoint(part));
    if (texts.length === 0 && day && before && !before.date) {
      before.date = day;
      before.lines.push(...run);
    } else if (onlyPoints && before) {
      before.parts.push(...texts);
      before.lines.push(...run);
    } else if (run.length > 0) boxes.push({ date: day, parts: [...texts], lines: [...run] });
    run = [];
  };
  for (const line of lines) {
    const goesOn = !line.afterGap || /^\p{Ll}/u.test(line.text);
    if (!goesOn) close();
    run.push(line);
  }
  close();
  return boxes;
}

/** A deck's plan of a solution is steps ahead as well; the plans of STS and K98 have readers of their own. */
function isAhead({ slide }: Page): boolean {
  if (TITLE.test(slide.title)) return true;
  return slide.layout !== null && PLAN.test(slide.title) && !['sts', 'k98'].includes(slide.subject);
}

function readingOfTable({ rows, claimed }: DatedTable, { slide }: Page): Reading {
  const next_steps = rows.map(
    ({ title, date, confidence, extra }): NextStep => ({
      slide: slide.number,
      confidence,
      target: slide.subject,
      title,
      details: Object.entries(extra).map(([heading, text]) => `${heading}: ${text}`),
      date,
    }),
  );
  return { kind: 'next-steps', isList: true, isTable: true, isGrid: true, records: { next_steps }, claimed };
}

function boxesOfDeck(page: Page, context: ReadContext): DatedStep[] {
  const boxes = datedSteps(page, context);
  const isLabel = ({ date, parts }: DatedStep): boolean =>
    !date && parts.length === 1 && AXIS_LABEL.test(parts[0]?.text ?? '');
  const labels = boxes.filter(isLabel);
  const lines = labels.flatMap((label) => label.lines);
  const axis = labels.map(({ parts }) => parts[0]?.text ?? '').join(' ');
  const whole: DatedStep = { date: null, parts: [{ text: axis, lines, bullet: false }], lines };
  return [...(labels.length > 0 ? [whole] : []), ...boxes.filter((box) => !isLabel(box))];
}

function isPoint(part: Paragraph): boolean {
  return part.bullet;
}

function isDay(line: Line, context: ReadContext): boolean {
  const found = datesIn(line.text, context, { role: 'step' }, [line])[0];
  return found !== undefined && found.end - found.start >= line.text.length - 2;
}

function makeStep({ date, parts, lines }: DatedStep, page: Page, context: ReadContext): NextStep {
  const [first, ...more] = parts;
  return {
    slide: page.slide.number,
    confidence: confidenceOf(lines),
    target: page.slide.subject,
    title: first?.text ?? '',
    details: more.map((part) => part.text),
    date: date ? readDate(date.text, context, { role: 'step', tense: 'future' }, date.lines) : NO_DATE,
  };
}

/** Reads a process drawn as a timeline: days or weeks, each with a step and its details. */
import { isDateLine } from '#src/core/reading/date-line.ts';
import { type DatedStep, datedSteps, datesAtEnds } from '#src/core/reading/dated-boxes.ts';
import { type DatedRow, datedTable } from '#src/core/reading/dated-table.ts';
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  type Confidence,
  confidenceOf,
  lower,
  NO_DATE,
  type Page,
  type ReadContext,
  type Reading,
  readDate,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Step = Snapshot['k98_steps'][number];

const YEARS = /^20\d\d(?:\s+20\d\d)*$/;
const LEAST_STEPS = 4;
const LEAST_TITLED_STEPS = 2;
/** A lone noun after a finished step is a step of its own whose day is not told. */
const LONE_STEP = /^\p{Lu}\p{Ll}+(?:else|ning|tion|ing)$/u;

/** A slide with at least four dated steps. Damaged days ("271") are left as they are and never guessed. */
export function readProcess(page: Page, context: ReadContext): Reading | null {
  if (page.slide.subject !== 'k98') return null;
  const table = datedTable(page, context);
  if (table)
    return readingOf(
      table.rows.map((row) => stepOfRow(row, page)),
      table.claimed,
      page,
      true,
    );
  const years = page.lines.filter((line) => YEARS.test(line.text));
  const open = page.slide.layout ? boxesOf(page, context) : stepsOfText(page.lines, years, context);
  if (open.filter(({ date }) => date).length < leastSteps(page)) return null;
  const made = open.flatMap((one) => {
    const step = makeStep(one, page.slide.number, context);
    return step ? [{ step, lines: one.lines }] : [];
  });
  if (made.length < leastSteps(page)) return null;
  const claimed = [...years, ...made.flatMap(({ lines }) => lines)];
  return readingOf(
    made.map(({ step }) => step),
    claimed,
    page,
  );
}

/** A title that says what the slide shows needs fewer days to be believed. */
function leastSteps({ slide }: Page): number {
  return /proces|tidsplan|tidslinje|forløb|milepæl/i.test(slide.title) ? LEAST_TITLED_STEPS : LEAST_STEPS;
}

/** Sentences in boxes of their own stay sentences. */
function boxesOf(page: Page, context: ReadContext): DatedStep[] {
  return datedSteps(page, context).filter(
    ({ date, parts }) => parts.length > 0 && (date || LONE_STEP.test(parts[0]?.text ?? '')),
  );
}

function readingOf(steps: readonly Step[], claimed: Line[], page: Page, isGrid = false): Reading {
  const inOrder = sortSteps(steps);
  return {
    kind: 'process',
    isList: true,
    ...(isGrid ? { isGrid } : {}),
    records: { k98_steps: inOrder, warnings: warningsOf(inOrder, page) },
    claimed,
  };
}

function stepOfRow({ title, date, confidence, extra }: DatedRow, { slide }: Page): Step {
  const details = Object.entries(extra).map(([heading, text]) => `${heading}: ${text}`);
  return { slide: slide.number, confidence, title, details, date };
}

/** Days on lines of their own; where there are none, lines that end with their day. */
function stepsOfText(lines: readonly Line[], years: readonly Line[], context: ReadContext): DatedStep[] {
  const steps = groupByDate(lines, years);
  if (steps.length > 0) return steps;
  return paragraphs(lines).flatMap((part) =>
    datesAtEnds(part.text, context).map(({ date, rest }) => ({
      date: { text: date, lines: part.lines },
      parts: [{ ...part, text: rest }],
      lines: part.lines,
    })),
  );
}

/** Days that stand under each other belong to boxes beside each other, whose lines come by turns. */
function groupByDate(lines: readonly Line[], years: readonly Line[]): DatedStep[] {
  const open: DatedStep[] = [];
  let waiting: DatedStep[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const empty = open.slice(open.findLastIndex(({ parts }) => parts.length > 0) + 1);
    const told = paragraphs(run);
    if (empty.length > waiting.length && told.length === empty.length) {
      // All days first, then as many texts: the first belongs to the first.
      for (const [index, step] of empty.entries()) {
        const part = told[index];
        if (part) step.parts.push(part);
        if (part) step.lines.push(...part.lines);
      }
    } else if (
      waiting.length > 1 &&
      run.length >= waiting.length &&
      !run.slice(1).some((line) => line.afterGap)
    ) {
      for (const [index, step] of waiting.entries()) {
        const own = run.filter((_, at) => at % waiting.length === index);
        step.parts.push(...paragraphs(own));
        step.lines.push(...own);
      }
    } else for (const part of paragraphs(run)) addPart(open, part);
    if (run.length > 0) waiting = [];
    run = [];
  };
  for (const line of lines) {
    if (years.includes(line)) continue;
    if (!isDateLine(line.text)) {
      run.push(line);
      continue;
    }
    close();
    if (line.afterGap) waiting = [];
    const step: DatedStep = { date: { text: line.text, lines: [line] }, parts: [], lines: [line] };
    open.push(step);
    waiting.push(step);
  }
  close();
  return open;
}

function addPart(open: DatedStep[], part: Paragraph): void {
  const current = open.at(-1);
  if (!current) return;
  const isOwnStep = current.parts.length > 0 && !part.bullet && LONE_STEP.test(part.text);
  if (isOwnStep) open.push({ date: null, parts: [part], lines: [...part.lines] });
  else {
    current.parts.push(part);
    current.lines.push(...part.lines);
  }
}

function makeStep({ date, parts, lines }: DatedStep, slide: number, context: ReadContext): Step | null {
  const [first, ...more] = parts;
  if (!first) return null;
  return {
    slide,
    confidence: lower(confidenceOf(lines), certainty(date, lines)),
    title: first.text.replace(/:$/, ''),
    details: more.map((part) => part.text),
    date: date ? readDate(date.text, context, { role: 'step' }, date.lines) : NO_DATE,
  };
}

function certainty(date: DatedStep['date'], lines: readonly Line[]): Confidence {
  if (!date) return 'medium';
  return lines.some((line) => line.source === 'ocr') ? 'low' : 'high';
}

/** By first day, then last day. A step without a day stands before the dated one that follows it in the material. */
function sortSteps(steps: readonly Step[]): Step[] {
  const keyOf = (index: number): string => {
    const dated = steps.slice(index).find(({ date }) => date.from);
    const own = steps[index]?.date.from ? 1 : 0;
    return `${dated?.date.from ?? '9999'} ${own} ${dated?.date.to ?? '9999'}`;
  };
  const keyed = steps.map((step, index) => ({ step, key: keyOf(index) }));
  return keyed.sort((a, b) => a.key.localeCompare(b.key)).map(({ step }) => step);
}

function warningsOf(steps: readonly Step[], page: Page): Snapshot['warnings'] {
  const slide = page.slide.number;
  const warnings: Snapshot['warnings'] = [];
  for (const step of steps) {
    if (step.date.precision !== 'none') continue;
    warnings.push({
      slide,
      code: 'step-without-date',
      text: step.title,
      reason: 'Trinnet står på tidslinjen uden dato.',
      about: `k98_steps: ${step.title}`,
    });
  }
  const sent = steps.find((step) => /opslag.*(?:sendes|udsendes)|sendes ud/i.test(step.title));
  const told = steps.find((step) => step.details.some((detail) => /orientering om opslag/i.test(detail)));
  if (sent?.date.from && told?.date.from && told.date.from > sent.date.from) {
    warnings.push({
      slide,
      code: 'informed-after',
      text: `${told.date.raw} / ${sent.date.raw}`,
      reason: 'Orienteringen om opslaget ligger efter den dag, opslaget sendes ud.',
      about: `k98_steps: ${told.title}`,
    });
  }
  return warnings;
}

/** Reads a process drawn as a timeline: days or weeks, each with a step and its details. */
import { isDateLine } from '#src/core/reading/date-line.ts';
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
/** A lone noun after a finished step is a step of its own whose day is not told. */
const LONE_STEP = /^\p{Lu}\p{Ll}+(?:else|ning|tion|ing)$/u;

interface OpenStep {
  date: Line | null;
  parts: Paragraph[];
}

/** A slide with at least four dated steps. Damaged days ("271") are left as they are and never guessed. */
export function readProcess(page: Page, context: ReadContext): Reading | null {
  if (page.slide.subject !== 'k98') return null;
  const dated = page.lines.filter((line) => isDateLine(line.text));
  if (dated.length < LEAST_STEPS) return null;
  const years = page.lines.filter((line) => YEARS.test(line.text));
  const rest = page.lines.filter((line) => !years.includes(line));
  const open = groupByDate(rest);
  const steps = open.map((one) => makeStep(one, page.slide.number, context)).filter((step) => step !== null);
  if (steps.length < LEAST_STEPS) return null;
  const inOrder = sortSteps(steps);
  return {
    kind: 'process',
    isList: true,
    records: { k98_steps: inOrder, warnings: warningsOf(inOrder, page) },
    claimed: [...years, ...open.flatMap((one) => linesOf(one))],
  };
}

function groupByDate(lines: readonly Line[]): OpenStep[] {
  const open: OpenStep[] = [];
  let run: Line[] = [];
  const close = (): void => {
    for (const part of paragraphs(run)) addPart(open, part);
    run = [];
  };
  for (const line of lines) {
    if (!isDateLine(line.text)) {
      run.push(line);
      continue;
    }
    close();
    open.push({ date: line, parts: [] });
  }
  close();
  return open;
}

function addPart(open: OpenStep[], part: Paragraph): void {
  const current = open.at(-1);
  if (!current) return;
  const isOwnStep = current.parts.length > 0 && !part.bullet && LONE_STEP.test(part.text);
  if (isOwnStep) open.push({ date: null, parts: [part] });
  else current.parts.push(part);
}

function makeStep({ date, parts }: OpenStep, slide: number, context: ReadContext): Step | null {
  const [first, ...more] = parts;
  if (!first) return null;
  const lines = [...(date ? [date] : []), ...parts.flatMap((part) => part.lines)];
  return {
    slide,
    confidence: lower(confidenceOf(lines), certainty(date, lines)),
    title: first.text.replace(/:$/, ''),
    details: more.map((part) => part.text),
    date: date ? readDate(date.text, context, { role: 'step' }, [date]) : NO_DATE,
  };
}

function certainty(date: Line | null, lines: readonly Line[]): Confidence {
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

function linesOf({ date, parts }: OpenStep): Line[] {
  return [...(date ? [date] : []), ...parts.flatMap((part) => part.lines)];
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

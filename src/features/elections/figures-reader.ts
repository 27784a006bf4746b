/** Reads figures told in sentences, and the numbers of a chart beside them. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import {
  confidenceOf,
  datesIn,
  lower,
  type Page,
  type ReadContext,
  type Reading,
} from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

type Figure = Snapshot['figures'][number];

/** "Samlet 40 henvendelser fra skoler per 3/2". */
const TOTAL = /^(?:samlet|i alt|total(?:t)?)\s+(\d[\d.]*)\s+(\p{L}+)(.*)$/iu;
/** "Gennemsnit per telefonkald: 14 sekunder". */
const NAMED = /^([\p{L} ]{4,60}):\s*(\d[\d.,]*)\s+(\p{L}+)/u;
const NUMBERS_ONLY = /^\d{1,4}(?:\s+\d{1,4})*$/;
/** OCR reads marks of the chart beside its numbers. */
const NOISE = /^[\s.,|)\]}'‘:L]+|[\s.,|)\]}'‘:]+$/g;

/** A slide that tells a total, and loose numbers that may be its parts. */
export function readFigures(page: Page, context: ReadContext): Reading | null {
  const parts = paragraphs(page.lines);
  const total = parts.find((part) => TOTAL.test(part.text));
  if (!total) return null;
  const numberLines = page.lines.filter((line) => NUMBERS_ONLY.test(line.text.replace(NOISE, '')));
  const numbers = numberLines.flatMap((line) => line.text.match(/\d+/g) ?? []).map(Number);
  const figure = totalFigure(total, page, context);
  const values = partsOf(figure.value ?? 0, numbers);
  const isWhole = values.length > 1;
  if (isWhole) figure.unassigned = values;
  const named = parts.filter((part) => part !== total && NAMED.test(part.text));
  return {
    kind: 'figures',
    isList: true,
    records: {
      figures: [figure, ...named.map((part) => namedFigure(part, page))],
      warnings: isWhole ? [looseValues(values, figure, page)] : [],
    },
    // A named figure says more than its number, so its sentence is kept too.
    claimed: [...total.lines, ...(isWhole ? numberLines : []), ...noiseOf(page)],
  };
}

function totalFigure(part: Paragraph, page: Page, context: ReadContext): Figure {
  const [, value = '', unit = '', rest = ''] = TOTAL.exec(part.text) ?? [];
  const found = datesIn(part.text, context, { role: 'as-of', tense: 'past' }, part.lines)[0];
  const told = found ? rest.slice(0, rest.indexOf(found.date.raw)) : rest;
  const name = `${unit.charAt(0).toUpperCase()}${unit.slice(1)}${told.replace(/\s+(?:pr\.|per|den|d\.)?\s*$/i, '')}`;
  return {
    slide: page.slide.number,
    confidence: confidenceOf(part.lines),
    target: `${page.slide.subject}/support`,
    name: name.trim(),
    value: Number(value.replaceAll('.', '')),
    unit,
    as_of: found?.date ?? null,
    unassigned: [],
  };
}

function namedFigure(part: Paragraph, page: Page): Figure {
  const [, name = '', value = '', unit = ''] = NAMED.exec(part.text) ?? [];
  return {
    slide: page.slide.number,
    confidence: lower(confidenceOf(part.lines), 'medium'),
    target: `${page.slide.subject}/support`,
    name,
    value: Number(value.replaceAll('.', '').replace(',', '.')),
    unit,
    as_of: null,
    unassigned: [],
  };
}

/**
 * The loose numbers that add up to the total are its parts; the rest is the axis. Only one such choice may exist,
 * where numbers in a row (16, 17, 18 ...) belong to the axis.
 */
function partsOf(total: number, numbers: readonly number[]): number[] {
  const isAxis = (number: number): boolean => numbers.includes(number + 1) || numbers.includes(number - 1);
  const values = numbers.filter((number) => !isAxis(number));
  return sum(values) === total ? values : [];
}

/** The days stand on the slide in another order than the values: printed beside them they would seem to belong. */
function looseValues(values: readonly number[], figure: Figure, page: Page): Snapshot['warnings'][number] {
  return {
    slide: page.slide.number,
    code: 'values-without-days',
    text: values.join(', '),
    reason: `Tallene giver tilsammen ${figure.value}, men teksten viser ikke, hvilken dag hvert tal hører til.`,
    about: `figures: ${figure.name}`,
  };
}

/** In a chart OCR reads the same numbers again, with marks of the drawing. */
function noiseOf(page: Page): Line[] {
  return page.extra.filter((line) => !/\p{L}{3}/u.test(line.text));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

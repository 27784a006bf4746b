import { remarksOn, statementsOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { formatNumber } from '#src/shared/danish-text.ts';
import { compareDates, isPassed } from '#src/shared/fuzzy-date/order.ts';
import { fuzzyDateView, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Saying, SourceChip } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type ElectionFigure, type ElectionStep, listAsksOf } from './queries.ts';
import { asksEndingWith, endsOf, hasDate, isOpenPeriod, unassignedValues } from './rules.ts';

/** Id of the solution that all of this is about. */
export const VALG = 'valg';

export function nextStepsSection(db: Db, today: string, steps: readonly ElectionStep[]) {
  const asks = listAsksOf(db, VALG);
  const dated = steps.filter(hasDate).sort((a, b) => compareDates(a.date, b.date));
  return {
    dated: dated.map((step) => ({
      id: stepAnchor(step.id),
      title: step.title,
      details: step.details,
      date: fuzzyDateView(step.date, 'list'),
      relative: whenWords(step, today),
      isPassed: isPassed(step.date, today),
      isUncertain: step.date.uncertain === true,
      maybeSame: asksEndingWith(step, asks).map((ask) => ({
        title: ask.title ?? 'Opgave uden KLIK-opgave',
        href: `/opgaver/${ask.id}`,
      })),
    })),
    undated: steps
      .filter((step) => !hasDate(step))
      .map((step) => ({ id: stepAnchor(step.id), title: step.title, details: step.details })),
    sources: chipsOf(...steps),
  };
}

/** "om 38 dage"; of a period that lies open, what comes next: "åbner om 3 dage", "lukker om 21 dage". */
function whenWords({ date }: ElectionStep, today: string): string {
  if (!isOpenPeriod(date) || isPassed(date, today)) return relativeWords(date, today);
  const { opens, closes } = endsOf(date);
  return (opens.from ?? today) > today
    ? `åbner ${relativeWords(opens, today)}`
    : `lukker ${relativeWords(closes, today)}`;
}

export function stepAnchor(id: string): string {
  return `skridt-${id}`;
}

/** Parts of the follow-up that are told in sentences: heading and the targets whose sentences belong under it. */
const TOLD = [
  {
    id: 'evaluering',
    heading: 'Evaluering af valget',
    order: 50,
    parts: [
      { heading: 'Det gik godt', target: 'valg/went-well' },
      { heading: 'Det kunne have været bedre', target: 'valg/could-be-better' },
    ],
  },
  {
    id: 'haendelser',
    heading: 'Hændelser på valgdagen',
    order: 52,
    parts: [{ heading: '', target: 'valg/incident' }],
  },
  {
    id: 'tilbagemeldinger',
    heading: 'Tilbagemeldinger',
    order: 54,
    parts: [
      { heading: 'Fra kommuner', target: 'valg/feedback' },
      { heading: 'Fra en region', target: 'valg/region-feedback' },
    ],
  },
] as const;

export interface ToldSection {
  id: string;
  heading: string;
  order: number;
  data: { parts: { heading: string; sayings: Saying[] }[]; sources: SourceChip[] };
}

/** The sections that have something to tell on the day; the others are left out. */
export function toldSections(db: Db): ToldSection[] {
  return TOLD.map(({ parts, ...section }) => {
    const told = parts
      .map(({ heading, target }) => ({ heading, statements: statementsOn(db, target) }))
      .map(({ heading, statements }) => ({ heading, statements, sayings: sayingsOf(statements) }))
      .filter(({ sayings }) => sayings.length > 0);
    return {
      ...section,
      data: {
        parts: told.map(({ heading, sayings }) => ({ heading, sayings })),
        sources: chipsOf(...told.flatMap(({ statements }) => statements)),
      },
    };
  }).filter(({ data }) => data.parts.length > 0);
}

export function supportSection(db: Db, figures: readonly ElectionFigure[]) {
  const statements = statementsOn(db, 'valg/support');
  return {
    figures: figures.map((figure) => ({
      name: figure.name,
      value: figure.value === null ? 'Ikke oplyst' : formatNumber(figure.value),
      unit: figure.value === null ? '' : figure.unit,
      asOf: figure.asOf ? wordsOf(figure.asOf, 'text') : '',
      unassigned: unassignedValues(figure.unassigned).map(formatNumber),
      // That the values have no days stands in the sentence about them.
      remarks: remarksOn(db, 'election_figure', figure.id)
        .filter((one) => one.code !== 'values-without-days')
        .map((one) => ({ text: one.reason, correction: one.resolution ?? '' })),
    })),
    sayings: sayingsOf(statements),
    sources: chipsOf(...figures, ...statements),
  };
}

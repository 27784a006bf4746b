import {
  type DeadlineOffer,
  type Described,
  PLAIN_DEADLINE,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { formatNumber } from '#src/shared/danish-text.ts';
import { wordsOf, wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import { nextStepsSection, stepAnchor, supportSection, toldSections, VALG } from './page.ts';
import {
  type ElectionFigure,
  type ElectionStep,
  listAsksOf,
  listElectionFigures,
  listElectionSteps,
} from './queries.ts';
import { asksEndingWith, endsOf, hasDate, isOpenPeriod } from './rules.ts';

const PAGE = `/loesninger/${VALG}`;
const STEPS = 'naeste-skridt';
const SUPPORT = 'support';

export function electionDeadlines({ db }: Reading): DeadlineOffer[] {
  const asks = listAsksOf(db, VALG);
  return listElectionSteps(db)
    .filter(hasDate)
    .map((step) => ({
      ...PLAIN_DEADLINE,
      kind: 'milestone',
      key: `election_step/${step.id}`,
      title: step.title,
      href: `${PAGE}#${stepAnchor(step.id)}`,
      solutionId: VALG,
      ...whenOf(step),
      note: asksEndingWith(step, asks).length > 0 ? MAYBE_SAME : null,
      sources: sourcesOf(step),
    }));
}

const MAYBE_SAME =
  'Slutter samme dag som en anden opgave for VALG. Materialet siger ikke, om de er den samme.';

/** An open period is listed by the day it closes and asks for an answer; any other step is for information. */
function whenOf({ date }: ElectionStep) {
  if (!isOpenPeriod(date)) return { date, dateLabel: 'planlagt', informationOnly: true };
  const { opens, closes } = endsOf(date);
  return { date: closes, dateLabel: 'lukker', start: opens, startLabel: 'åbner', informationOnly: false };
}

export function electionSections({ db, today }: Reading, solutionId: string): SolutionSection[] {
  if (solutionId !== VALG) return [];
  const steps = listElectionSteps(db);
  const figures = listElectionFigures(db);
  const sections: SolutionSection[] = toldSections(db).map((one) => ({ ...one, view: 'elections/told' }));
  if (steps.length > 0)
    sections.push({
      id: STEPS,
      heading: 'Næste skridt',
      order: 40,
      view: 'elections/next-steps',
      data: nextStepsSection(db, today, steps),
    });
  if (figures.length > 0)
    sections.push({
      id: SUPPORT,
      heading: 'Henvendelser til supporten',
      order: 56,
      view: 'elections/support',
      data: supportSection(db, figures),
    });
  return sections;
}

export function electionEntries({ db }: Reading): SearchEntry[] {
  const entry = (
    described: Described,
    body: string[],
    row: { meetingId: string | null; slide: number | null },
  ) => ({
    group: 'VALG',
    title: described.title,
    body: body.join(' '),
    href: described.href,
    context: [described.kind, described.detail].filter(Boolean).join(' · '),
    source: sourcesOf(row)[0] ?? null,
  });
  return [
    ...listElectionSteps(db).map((one) => entry(describeStep(one), [...one.details, one.date.raw], one)),
    ...listElectionFigures(db).map((one) => entry(describeFigure(one), ['support'], one)),
  ];
}

export function describeElection({ db }: Reading, entity: string, id: string): Described | undefined {
  if (entity === 'election_step') {
    const step = listElectionSteps(db).find((one) => one.id === id);
    return step && describeStep(step);
  }
  if (entity === 'election_figure') {
    const figure = listElectionFigures(db).find((one) => one.id === id);
    return figure && describeFigure(figure);
  }
  return undefined;
}

function describeStep(step: ElectionStep): Described {
  return {
    kind: 'Næste skridt i VALG',
    title: step.title,
    href: `${PAGE}#${stepAnchor(step.id)}`,
    detail: hasDate(step) ? wordsWithSource(step.date) : 'Ingen dato oplyst',
  };
}

function describeFigure(figure: ElectionFigure): Described {
  const value = figure.value === null ? 'Ikke oplyst' : `${formatNumber(figure.value)} ${figure.unit}`;
  const asOf = figure.asOf ? `opgjort ${wordsOf(figure.asOf, 'text')}` : '';
  return {
    kind: 'Tal fra supporten',
    title: figure.name,
    href: `${PAGE}#${SUPPORT}`,
    detail: [value, asOf].filter(Boolean).join(', '),
  };
}

import {
  type DeadlineOffer,
  type Described,
  PLAIN_DEADLINE,
  type Reading,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { wordsWithSource } from '#src/web/fuzzy-date-view.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { councilHref, countWords, tallyWords } from './council-view.ts';
import {
  listApplicationFields,
  listCouncils,
  listCriteria,
  listFlow,
  listProcessSteps,
  listSeats,
  listWheel,
} from './queries.ts';
import { isApplicationDeadline, K98_SOLUTION, levelName } from './rules.ts';
import { placeWords } from './wheel-view.ts';

/** The steps of the staffing, with or without a date. Only the end of the application asks something of a municipality. */
export function stepDeadlines({ db }: Reading): DeadlineOffer[] {
  const form = listApplicationFields(db).map(({ title, optional }) => (optional ? `evt. ${title}` : title));
  return listProcessSteps(db).map((one) => {
    const isDeadline = isApplicationDeadline(one.title);
    return {
      ...PLAIN_DEADLINE,
      kind: 'council',
      key: `process_step/${one.id}`,
      title: one.title,
      href: '/k98#bemanding',
      solutionId: K98_SOLUTION,
      date: one.date,
      dateLabel: isDeadline ? 'frist' : 'planlagt',
      sources: sourcesOf(one),
      informationOnly: !isDeadline,
      note: isDeadline && form.length > 0 ? `Ansøgningen skal indeholde: ${form.join(', ')}.` : null,
      tellsOf: isDeadline ? ['application_field'] : [],
    };
  });
}

export function describeGovernance({ db }: Reading, entity: string, id: string): Described | undefined {
  const describe = DESCRIBERS[entity];
  return describe?.(db, id);
}

const DESCRIBERS: Record<string, (db: Db, id: string) => Described | undefined> = {
  council: (db, id) => {
    const one = byId(listCouncils(db), id);
    if (!one) return undefined;
    const seats = listSeats(db).filter(({ councilId }) => councilId === id);
    return { kind: 'Råd', title: one.name, href: councilHref(id), detail: tallyWords(seats) };
  },
  seat: (db, id) => {
    const one = byId(listSeats(db), id);
    if (!one) return undefined;
    const council = byId(listCouncils(db), one.councilId)?.name ?? '';
    return {
      kind: 'Plads',
      title: one.title,
      href: `${councilHref(one.councilId)}#plads-${id}`,
      detail: `${council}, antal: ${countWords(one).toLocaleLowerCase('da')}`,
    };
  },
  seat_criterion: (db, id) => {
    const one = byId(listCriteria(db), id);
    return one && { kind: 'Kriterium for bemandingen', title: one.title, href: '/k98#ansoegning' };
  },
  application_field: (db, id) => {
    const one = byId(listApplicationFields(db), id);
    return one && { kind: 'Felt i ansøgningen', title: one.title, href: '/k98#ansoegning' };
  },
  process_step: (db, id) => {
    const one = byId(listProcessSteps(db), id);
    if (!one) return undefined;
    const detail = one.date.precision === 'none' ? 'Uden dato' : wordsWithSource(one.date);
    return { kind: 'Trin i bemandingen', title: one.title, href: '/k98#bemanding', detail };
  },
  flow_step: (db, id) => {
    const one = byId(listFlow(db), id);
    const detail = levelName(one?.level ?? null) ?? 'Niveau ikke oplyst';
    return one && { kind: 'Flow i K98', title: one.title, href: '/k98#flow', detail };
  },
  wheel_entry: (db, id) => {
    const one = byId(listWheel(db), id);
    return one && { kind: 'Årshjul', title: one.activity, href: wheelHref(id), detail: placeWords(one) };
  },
};

/** Councils and wheel in short, on the page of K98, which lists the dates of the process itself. */
export function governanceSections({ db }: Reading, solutionId: string): SolutionSection[] {
  if (solutionId !== K98_SOLUTION) return [];
  const councils = listCouncils(db);
  const seats = listSeats(db);
  const wheel = listWheel(db);
  if (councils.length + wheel.length === 0) return [];
  const isDraft = wheel.some(({ draft }) => draft);
  const data = {
    councils: councils.map((one) => ({
      name: one.name,
      href: councilHref(one.id),
      tally: tallyWords(seats.filter(({ councilId }) => councilId === one.id)),
    })),
    wheel: wheel.length === 0 ? '' : `Årshjul med ${wheel.length} aktiviteter${isDraft ? ' (udkast)' : ''}`,
    sources: chipsOf(...councils, ...wheel),
  };
  return [
    {
      id: 'raad',
      heading: 'Råd og årshjul',
      order: 40,
      view: 'governance/solution-section',
      data: { k98: data },
    },
  ];
}

export function wheelHref(id: string): string {
  return `/k98/aarshjul#aktivitet-${id}`;
}

function byId<T extends { id: string }>(rows: readonly T[], id: string): T | undefined {
  return rows.find((one) => one.id === id);
}

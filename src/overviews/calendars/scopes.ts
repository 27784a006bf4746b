/** Which dates each address gives. */
import { ownMatter } from '#src/core/answers/queries.ts';
import { getMunicipality } from '#src/core/municipalities/queries.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { getSolution, solutionFamily } from '#src/core/solutions/queries.ts';
import { listSameAsks } from '#src/core/sources/queries.ts';
import {
  concerns,
  type Deadline,
  filterDeadlines,
  filterQuery,
  groupByDate,
  isSettled,
  lacksMunicipality,
  liesAhead,
  listDeadlines,
  listWithdrawnDeadlines,
  readFilter,
  withAnswers,
} from '#src/overviews/deadlines/index.ts';
import { InvalidInputError, NotFoundError } from '#src/shared/errors.ts';
import type { CalendarScope } from './compose.ts';
import { daysOf } from './rules.ts';

const FROM_PORTAL = 'fra Programlederportalen. En dato, der flytter sig, flytter med.';

/** `/frister.ics`: what the page shows with the same filters, in the same order. @throws InvalidInputError */
export function allDates(reading: Reading, query: unknown): CalendarScope {
  const filter = readFilter(query, reading.db);
  if (lacksMunicipality(filter)) {
    throw new InvalidInputError(
      `Status »${filter.status}« gælder én kommune. Tilføj kommune= med kommunens navn i adressen.`,
    );
  }
  const { municipality } = filter;
  const shown = (deadlines: readonly Deadline[]) => filterDeadlines(deadlines, filter, reading);
  return {
    name: municipality ? `Frister, ${municipality.name}` : 'Frister, Programlederportalen',
    description: `Frister ${FROM_PORTAL}`,
    path: `/frister${filterQuery(filter)}`,
    deadlines: groupByDate(shown(listDeadlines(reading))).flatMap((group) => group.deadlines),
    withdrawn: shown(comingWithdrawn(reading)),
    municipality,
  };
}

/** What concerns the municipality and is not settled, also when it is over: a calendar is looked back in. */
export function ofMunicipality(reading: Reading, slug: string): CalendarScope {
  return leftFor(reading, slug, (deadlines) => deadlines);
}

/**
 * The same for the municipality's own people: what they have answered themselves counts as settled too. That an entry
 * is missing is all that the calendar tells of an answer.
 */
export function ofOwnMunicipality(reading: Reading, slug: string): CalendarScope {
  const { id } = getMunicipality(reading.db, slug);
  const matter = ownMatter(reading.db, id);
  return leftFor(reading, slug, (deadlines) => withAnswers(deadlines, id, matter));
}

/** @param answered the same deadlines in the same order, with the status and audience that decide what is left */
function leftFor(
  reading: Reading,
  slug: string,
  answered: (deadlines: readonly Deadline[]) => readonly Deadline[],
): CalendarScope {
  const municipality = getMunicipality(reading.db, slug);
  const isLeft = (one: Deadline) => concerns(one, municipality.id) && !isSettled(one, municipality.id);
  const own = (deadlines: readonly Deadline[]) => {
    const left = new Set(answered(deadlines).flatMap((one) => (isLeft(one) ? one.key : [])));
    return deadlines.filter(({ key }) => left.has(key));
  };
  return {
    name: `${municipality.officialName}, programledelse`,
    description: `Opgaver, frister og arrangementer for ${municipality.officialName} ${FROM_PORTAL}`,
    path: `/kommuner/${slug}`,
    deadlines: own(listDeadlines(reading)),
    withdrawn: own(comingWithdrawn(reading)),
    municipality,
  };
}

export function ofSolution(reading: Reading, slug: string): CalendarScope {
  const solution = getSolution(reading.db, slug);
  const family = new Set(solutionFamily(reading.db, solution.id));
  return {
    ...chosen(reading, (one) => one.solutionIds.some((id) => family.has(id))),
    name: `${solution.name}, Programlederportalen`,
    description: `Datoer for ${solution.name} ${FROM_PORTAL}`,
    path: `/loesninger/${slug}`,
  };
}

const LISTS = {
  klik: { name: 'KLIK-opgaver', isIn: ({ kinds }: Deadline) => kinds.includes('task') },
  aftaler: { name: 'Aftaler', isIn: ({ kinds }: Deadline) => kinds.includes('agreement') },
  sts: { name: 'STS-genudbud', isIn: ({ key }: Deadline) => key.startsWith('sts_milestone/') },
  k98: { name: 'K98', isIn: ({ key }: Deadline) => key.startsWith('process_step/') },
} as const;

/** The dates that one page lists. */
export function ofKind(reading: Reading, page: keyof typeof LISTS): CalendarScope {
  const { name, isIn } = LISTS[page];
  return {
    ...chosen(reading, isIn),
    name: `${name}, Programlederportalen`,
    description: `${name} ${FROM_PORTAL}`,
    path: `/${page}`,
  };
}

const ASKS = {
  klik: { entity: 'task', what: 'Opgaven' },
  aftaler: { entity: 'agreement', what: 'Aftalen' },
  opgaver: { entity: 'request', what: 'Opgaven' },
} as const;

/**
 * One ask, to send on. Two records that are one ask give the same entry, so that nobody has it twice.
 * @throws NotFoundError when it is unknown, or has no day
 */
export function ofAsk(reading: Reading, page: keyof typeof ASKS, slug: string): CalendarScope {
  const { entity, what } = ASKS[page];
  const own = `${entity}/${slug}`;
  const shown = listSameAsks(reading.db).find((one) => one.folded === own)?.shown ?? own;
  const isIt = ({ key }: Deadline) => key === own || key === shown;
  const deadlines = listDeadlines(reading).filter(isIt);
  const withdrawn = deadlines.length > 0 ? [] : listWithdrawnDeadlines(reading).filter(isIt);
  const [found] = [...deadlines, ...withdrawn];
  if (!found) throw new NotFoundError(what);
  if (!daysOf(found.date)) throw new NotFoundError('Kalenderfilen');
  return {
    name: found.title,
    description: `Én opgave ${FROM_PORTAL}`,
    path: `/${page}/${slug}`,
    deadlines,
    withdrawn,
    municipality: null,
  };
}

/**
 * One date that has no page of its own, by its key: a step, the last day to sign up for an event.
 * @throws NotFoundError when it is unknown, or has no day
 */
export function ofKey(reading: Reading, key: string): CalendarScope {
  const isIt = (one: Deadline) => one.keys.includes(key);
  const deadlines = listDeadlines(reading).filter(isIt);
  const withdrawn = deadlines.length > 0 ? [] : listWithdrawnDeadlines(reading).filter(isIt);
  const [found] = [...deadlines, ...withdrawn];
  if (!found || !daysOf(found.date)) throw new NotFoundError('Datoen');
  return {
    name: found.title,
    description: `Én dato ${FROM_PORTAL}`,
    path: found.href,
    deadlines,
    withdrawn,
    municipality: null,
  };
}

function chosen(
  reading: Reading,
  isIn: (deadline: Deadline) => boolean,
): Pick<CalendarScope, 'deadlines' | 'withdrawn' | 'municipality'> {
  return {
    deadlines: listDeadlines(reading).filter(isIn),
    withdrawn: comingWithdrawn(reading).filter(isIn),
    municipality: null,
  };
}

/** What was withdrawn and is over needs no telling. */
function comingWithdrawn(reading: Reading): Deadline[] {
  return listWithdrawnDeadlines(reading).filter(liesAhead);
}

import { type Reading, type SearchEntry, sourcesOf } from '#src/core/offers/offers.ts';
import { readTheme } from '#src/core/sources/theme.ts';
import { councilHref, tallyWords } from './council-view.ts';
import { wheelHref } from './offers.ts';
import { dateLabel } from './process-view.ts';
import {
  listApplicationFields,
  listCouncils,
  listCriteria,
  listFlow,
  listProcessSteps,
  listSeats,
  listWheel,
} from './queries.ts';
import { K98_SOLUTION } from './rules.ts';
import { placeWords } from './wheel-view.ts';

/** What can be found of K98: the page, councils and their seats, steps, flow, and each activity of the wheel once. */
export function searchGovernance({ db }: Reading): SearchEntry[] {
  const steps = listProcessSteps(db);
  const councils = listCouncils(db);
  const seats = listSeats(db);
  const flow = listFlow(db);
  const wheel = listWheel(db);
  const [first] = [...steps, ...councils, ...wheel];
  if (!first) return [];
  const names = new Map(councils.map(({ id, name }) => [id, name]));
  const activities = [...new Map(wheel.toReversed().map((one) => [one.activity, one])).values()].reverse();
  return [
    {
      ...entry(first, 'K98-aftalen', '/k98', 'Bemanding, råd og årshjul'),
      body: pageWords({ db }).join(' '),
    },
    ...councils.map((one) => ({
      ...entry(
        one,
        one.name,
        councilHref(one.id),
        tallyWords(seats.filter((seat) => seat.councilId === one.id)),
      ),
      body: `Råd i K98. Forperson: ${one.chair ?? ''}`,
    })),
    ...seats.map((one) =>
      entry(
        one,
        one.title,
        `${councilHref(one.councilId)}#plads-${one.id}`,
        `Plads i ${names.get(one.councilId) ?? ''}`,
      ),
    ),
    ...steps.map((one) => ({
      ...entry(one, one.title, '/k98#bemanding', `Trin i bemandingen, ${dateLabel(one.date)}`),
      body: one.details.join(' '),
    })),
    ...flow.map((one) => entry(one, one.title, '/k98#flow', 'Flow mellem niveauerne')),
    ...activities.map((one) => entry(one, one.activity, wheelHref(one.id), `Årshjul: ${placeWords(one)}`)),
  ];
}

function pageWords({ db }: Pick<Reading, 'db'>): string[] {
  return [
    ...readTheme(db, [K98_SOLUTION], 'k98/').statements.map(({ wording, text }) => wording ?? text ?? ''),
    ...listCriteria(db).map(({ title }) => title),
    ...listApplicationFields(db).map(({ title }) => title),
    'ansøgning',
  ];
}

function entry(
  row: Parameters<typeof sourcesOf>[0],
  title: string,
  href: string,
  context: string,
): SearchEntry {
  return { group: 'K98', title, body: '', href, context, source: sourcesOf(row)[0] ?? null };
}

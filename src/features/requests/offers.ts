import {
  type DeadlineOffer,
  type Described,
  PLAIN_DEADLINE,
  type Reading,
  type SearchEntry,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { findUsersOf, solutionNames } from '#src/core/solutions/queries.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { requestRow } from './page.ts';
import { findRequest, listRequests, type Request } from './queries.ts';
import { inOrderOfAsking, requestDeadline, requestHref, requestTitle } from './rules.ts';

export function requestDeadlines({ db }: Reading): DeadlineOffer[] {
  return listRequests(db).map((one) => ({
    ...PLAIN_DEADLINE,
    kind: 'request',
    key: `request/${one.id}`,
    title: requestTitle(one),
    href: requestHref(one.id),
    solutionId: one.solutionId,
    date: requestDeadline(one),
    dateLabel: 'frist',
    informationOnly: one.informationOnly,
    appliesToId: findUsersOf(db, one.solutionId)?.id ?? null,
    note: one.title ? one.wording : null,
    sources: sourcesOf(one),
  }));
}

export function requestEntries({ db }: Reading): SearchEntry[] {
  const names = solutionNames(db);
  return listRequests(db).map((one) => ({
    group: 'Opgaver',
    title: requestTitle(one),
    body: [one.wording, one.text].filter((words) => words !== null).join(' '),
    href: requestHref(one.id),
    context: [names.get(one.solutionId ?? ''), dateDetail(one)].filter(Boolean).join(' · '),
    source: sourcesOf(one)[0] ?? null,
  }));
}

export function describeRequest({ db }: Reading, entity: string, id: string): Described | undefined {
  const found = entity === 'request' ? findRequest(db, id) : undefined;
  if (!found) return undefined;
  return {
    kind: found.informationOnly ? 'Til orientering' : 'Opgave uden KLIK-opgave',
    title: requestTitle(found),
    href: requestHref(found.id),
    detail: dateDetail(found),
  };
}

export function requestSections({ db, today }: Reading, solutionId: string): SolutionSection[] {
  const own = inOrderOfAsking(listRequests(db).filter((one) => one.solutionId === solutionId));
  if (own.length === 0) return [];
  const asksSomething = own.some((one) => !one.informationOnly);
  return [
    {
      id: 'opgaver',
      heading: asksSomething ? 'Det beder KOMBIT jer om' : 'Til orientering',
      order: 10,
      view: 'requests/section',
      data: { requests: own.map((one) => requestRow(db, one, today)), isAside: !asksSomething },
    },
  ];
}

function dateDetail(one: Request): string {
  if (one.informationOnly) return 'Til orientering';
  return one.deadline ? `Frist ${wordsOf(one.deadline, 'text')}` : 'Ingen egen frist';
}

import { findSolution, findUsersOf } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dateGroup, fuzzyDateView, isPassed, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Fact, FuzzyDateView, SourceChip, StatusBadge } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge, whenBadge } from '#src/web/status-badge.ts';
import { listRequests, type Request } from './queries.ts';
import { inOrderOfAsking, requestDeadline, requestHref, requestTitle } from './rules.ts';

/** One ask in the list on a solution's page. */
export interface RequestRow {
  title: string;
  href: string;
  text: string;
  /** Null: the ask names no day. */
  date: FuzzyDateView | null;
  relative: string;
  isPassed: boolean;
  informationOnly: boolean;
  sources: SourceChip[];
}

export function requestRow(request: Request, today: string): RequestRow {
  const { deadline } = request;
  return {
    title: requestTitle(request),
    href: requestHref(request.id),
    text: request.title ? (request.wording ?? '') : '',
    date: deadline ? fuzzyDateView(deadline, 'list') : null,
    relative: deadline ? relativeWords(deadline, today) : '',
    isPassed: deadline !== null && isPassed(deadline, today),
    informationOnly: request.informationOnly,
    sources: chipsOf(request),
  };
}

/** The page of one ask: what, by when, for whom, from where. */
export function requestPage(db: Db, today: string, request: Request) {
  const solution = request.solutionId ? findSolution(db, request.solutionId) : undefined;
  return {
    kicker: ['Opgave uden KLIK-opgave', solution?.name].filter(Boolean).join(' · '),
    heading: requestTitle(request),
    badge: badgeOf(request, today),
    text: request.title ? (request.wording ?? '') : '',
    quote: request.wording ? '' : request.title ? (request.text ?? '') : '',
    informationOnly: request.informationOnly,
    facts: factsOf(db, request, solution),
    sources: chipsOf(request),
    isCalledTask: request.stated,
    others: inOrderOfAsking(
      listRequests(db).filter((one) => one.solutionId === request.solutionId && one.id !== request.id),
    ).map((one) => requestRow(one, today)),
    othersHeading: solution ? `Andre opgaver i ${solution.name}` : 'Andre opgaver fra mødet',
  };
}

function badgeOf(request: Request, today: string): StatusBadge {
  if (request.informationOnly) return { ...statusBadge('information'), pill: true };
  const deadline = requestDeadline(request);
  const group = dateGroup(deadline, today);
  const relative = relativeWords(deadline, today);
  const word =
    group === 'undated' ? 'Ingen frist oplyst' : group === 'passed' ? 'Frist passeret' : `Frist ${relative}`;
  return { ...whenBadge(group, word), pill: true };
}

function factsOf(db: Db, request: Request, solution: { id: string; name: string } | undefined): Fact[] {
  const users = findUsersOf(db, request.solutionId);
  const { deadline } = request;
  const fact = (term: string, text: string, more: Partial<Fact> = {}): Fact => ({
    term,
    text,
    href: '',
    raw: '',
    ...more,
  });
  return [
    ...(solution ? [fact('Løsning', solution.name, { href: `/loesninger/${solution.id}` })] : []),
    ...(request.informationOnly
      ? []
      : [
          deadline
            ? fact('Frist', wordsOf(deadline, 'text'), { raw: deadline.raw })
            : fact('Frist', 'Ikke oplyst'),
        ]),
    fact('Gælder', users && !users.membersKnown ? `${users.name} (ikke oplyst hvilke)` : 'Alle 98 kommuner'),
  ];
}

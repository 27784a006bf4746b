import { findSolution, findUsersOf } from '#src/core/solutions/queries.ts';
import { listContacts, remarksOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dateGroup, isPassed } from '#src/shared/fuzzy-date/order.ts';
import { contactBlock } from '#src/web/asks.ts';
import { correctionViews } from '#src/web/corrections.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Fact, SourceChip, StatusBadge } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { statusBadge, whenBadge } from '#src/web/status-badge.ts';
import { type EventBeside, listEventsBeside, listRequests, type Request } from './queries.ts';
import { eventAskedFor, inOrderOfAsking, type Moment, momentOf, requestHref, requestTitle } from './rules.ts';

/** One ask in the list on a solution's page. */
export interface RequestRow {
  title: string;
  href: string;
  text: string;
  /** "Frist man. 15. dec. 2025"; '' where the ask names no day. */
  when: string;
  relative: string;
  isPassed: boolean;
  informationOnly: boolean;
  sources: SourceChip[];
}

export function requestRow(db: Db, request: Request, today: string): RequestRow {
  const moment = momentOf(request, eventAskedFor(listEventsBeside(db, request)));
  return {
    title: requestTitle(request),
    href: requestHref(request.id),
    text: request.title ? (request.wording ?? '') : '',
    when: moment ? `${whatOf(moment, today)} ${wordsOf(moment.date, 'list')}` : '',
    relative: moment ? relativeWords(moment.date, today) : '',
    isPassed: moment !== null && isPassed(moment.date, today),
    informationOnly: request.informationOnly,
    sources: chipsOf(request),
  };
}

/** The page of one ask: what, by when, for whom, from where. */
export function requestPage(reading: RequestReading, request: Request) {
  const { db, today } = reading;
  const solution = request.solutionId ? findSolution(db, request.solutionId) : undefined;
  const event = eventAskedFor(listEventsBeside(db, request));
  const moment = momentOf(request, event);
  return {
    kicker: ['Opgave uden KLIK-opgave', solution?.name].filter(Boolean).join(' · '),
    heading: requestTitle(request),
    badge: badgeOf(request, moment, today),
    text: request.title ? (request.wording ?? '') : '',
    quote: request.wording || !request.title ? '' : (request.text ?? ''),
    informationOnly: request.informationOnly,
    /** '' without a day of its own. */
    calendarHref: request.deadline?.from || request.deadline?.to ? `${requestHref(request.id)}.ics` : '',
    corrections: correctionViews(reading, 'request', request.id),
    remarks: remarksOn(db, 'request', request.id).map((one) => ({ text: one.reason, correction: '' })),
    event: event ? eventLine(event) : null,
    facts: factsOf(db, request, solution, moment),
    sources: chipsOf(request),
    isCalledTask: request.stated,
    contacts: listContacts(db)
      .filter(
        (one) => one.meetingId === request.meetingId && one.slides.some((slide) => slide === request.slide),
      )
      .map(contactBlock),
    others: inOrderOfAsking(
      listRequests(db).filter((one) => one.solutionId === request.solutionId && one.id !== request.id),
    ).map((one) => requestRow(db, one, today)),
    othersHeading: solution ? `Andre opgaver i ${solution.name}` : 'Andre opgaver fra mødet',
  };
}

function eventLine(event: EventBeside) {
  return {
    title: event.title,
    href: `/loesninger/${event.solutionId}#arrangement-${event.id}`,
    when: `Afholdes ${wordsOf(event.date, 'list')}`,
  };
}

function badgeOf(request: Request, moment: Moment | null, today: string): StatusBadge {
  if (request.informationOnly) return { ...statusBadge('information'), pill: true };
  if (!moment) return { ...whenBadge('undated', 'Ingen egen frist'), pill: true };
  const isOver = isPassed(moment.date, today);
  const word = isOver ? whatOf(moment, today) : `${moment.what} ${relativeWords(moment.date, today)}`;
  return { ...whenBadge(dateGroup(moment.date, today), word), pill: true };
}

function whatOf({ what, date }: Moment, today: string): string {
  if (!isPassed(date, today)) return what;
  return what === 'Afholdes' ? 'Afholdt' : `${what} passeret`;
}

function factsOf(
  db: Db,
  request: Request,
  solution: { id: string; name: string } | undefined,
  moment: Moment | null,
): Fact[] {
  const users = findUsersOf(db, request.solutionId);
  const fact = (term: string, text: string, more: Partial<Fact> = {}): Fact => ({
    term,
    text,
    href: '',
    raw: '',
    ...more,
  });
  const when = moment
    ? fact(moment.what, wordsOf(moment.date, 'text'), { raw: moment.date.raw })
    : fact('Frist', 'Ikke oplyst');
  return [
    ...(solution ? [fact('Løsning', solution.name, { href: `/loesninger/${solution.id}` })] : []),
    ...(request.informationOnly ? [] : [when]),
    fact('Gælder', users && !users.membersKnown ? `${users.name} (ikke oplyst hvilke)` : 'Alle 98 kommuner'),
  ];
}

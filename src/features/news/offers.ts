import {
  type DeadlineOffer,
  PLAIN_DEADLINE,
  type Reading,
  type SolutionSection,
  sourcesOf,
} from '#src/core/offers/offers.ts';
import { findUsersOf } from '#src/core/solutions/queries.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import { contractHref, eventHref } from './described.ts';
import { contractSection, eventsSection, headlinesSection, linksOf, slidesTold } from './page.ts';
import { type EventRow, listContractDates, listEvents, listNewsItems, statementsAbout } from './queries.ts';
import { CONTRACT_WORDS, contractNote, isToldHere, timeWords } from './rules.ts';

export function newsDeadlines({ db }: Reading): DeadlineOffer[] {
  const contracts = listContractDates(db);
  return [
    ...listEvents(db).flatMap((one) => [heldOn(one), ...signupBy(one)]),
    ...contracts.map(
      (one): DeadlineOffer => ({
        ...PLAIN_DEADLINE,
        kind: 'milestone',
        key: `contract_date/${one.id}`,
        title: CONTRACT_WORDS[one.what].title,
        href: contractHref(one),
        solutionId: one.solutionId,
        date: one.date,
        dateLabel: CONTRACT_WORDS[one.what].verb,
        informationOnly: true,
        appliesToId: findUsersOf(db, one.solutionId)?.id ?? null,
        note: contractNote(one, contracts) || null,
        sources: sourcesOf(one),
      }),
    ),
  ];
}

function heldOn(event: EventRow): DeadlineOffer {
  return {
    ...PLAIN_DEADLINE,
    kind: 'event',
    key: `event/${event.id}`,
    title: event.title,
    href: eventHref(event),
    solutionId: event.solutionId,
    date: event.date,
    dateLabel: 'afholdes',
    informationOnly: true,
    note: [timeWords(event.time), event.place].filter(Boolean).join(', ') || null,
    sources: sourcesOf(event),
  };
}

/** The last day to sign up is something to do, and has a row of its own. */
function signupBy(event: EventRow): DeadlineOffer[] {
  if (!event.signupDeadline) return [];
  return [
    {
      ...PLAIN_DEADLINE,
      kind: 'event',
      key: `event-signup/${event.id}`,
      title: `Tilmelding: ${event.title}`,
      href: eventHref(event),
      solutionId: event.solutionId,
      date: event.signupDeadline,
      dateLabel: 'tilmeldingsfrist',
      note: `Afholdes ${[wordsOf(event.date, 'list'), timeWords(event.time)].filter(Boolean).join(' ')}.`,
      sources: sourcesOf(event),
    },
  ];
}

export function newsSections(reading: Reading, solutionId: string): SolutionSection[] {
  const { db } = reading;
  const own = <T extends { solutionId: string | null }>(rows: readonly T[]) =>
    rows.filter((row) => row.solutionId === solutionId);
  const events = own(listEvents(db));
  const contracts = own(listContractDates(db));
  const items = own(listNewsItems(db));
  const links = linksOf(db, solutionId);
  const statements = statementsAbout(db, solutionId);
  const onSlideOf =
    (rows: readonly { meetingId: string | null; slide: number | null }[]) =>
    (row: { meetingId: string | null; slide: number | null }) =>
      rows.some((one) => one.meetingId === row.meetingId && one.slide === row.slide);

  const toldHere = statements.filter(isToldHere);
  const ofContract = toldHere.filter(onSlideOf(contracts));
  const bySlide = toldHere.filter((one) => !ofContract.includes(one));
  const headlines = items.filter((item) => !onSlideOf(bySlide)(item));

  const sections: SolutionSection[] = slidesTold(db, bySlide, items, links).map((told) => ({
    id: `slide-${told.meetingId}-${told.slide}`,
    heading: told.heading,
    order: 60,
    view: 'news/slide',
    data: told.data,
  }));
  if (contracts.length > 0)
    sections.push({
      id: 'kontrakt',
      heading: 'Leverandørkontrakten',
      order: 40,
      view: 'news/contract',
      data: contractSection(db, contracts, ofContract, findUsersOf(db, solutionId)),
    });
  if (events.length > 0)
    sections.push({
      id: 'arrangementer',
      heading: 'Arrangementer',
      order: 46,
      view: 'news/events',
      data: eventsSection(reading, events, statements),
    });
  if (headlines.length > 0)
    sections.push({
      id: 'nyheder',
      heading: 'Overskrifter fra nyhedssiden',
      order: 60,
      view: 'news/headlines',
      data: headlinesSection(headlines, links),
    });
  return sections;
}

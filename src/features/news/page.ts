import type { Reading } from '#src/core/offers/offers.ts';
import type { MunicipalitySet } from '#src/core/solutions/queries.ts';
import { type Link, listLinks, listSlides, remarksOn, type StatementRow } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { isPassed } from '#src/shared/fuzzy-date/order.ts';
import { correctionViews } from '#src/web/corrections.ts';
import { fuzzyDateView, relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { FuzzyDateView, Saying, SourceChip } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import type { ContractDate, EventRow, NewsItem } from './queries.ts';
import { CONTRACT_WORDS, isInvitation, isNewestOfItsSlide, splitEvents, timeWords } from './rules.ts';

export interface EventView {
  anchor: string;
  title: string;
  date: FuzzyDateView;
  /** "kl. 9.30–11.00 · Teams" */
  where: string;
  relative: string;
  audience: string;
  signup: { text: string; isPassed: boolean } | null;
  announced: string;
  link: { url: string; host: string } | null;
  sayings: Saying[];
  sources: SourceChip[];
}

export function eventsSection(
  reading: Reading,
  events: readonly EventRow[],
  statements: readonly StatementRow[],
) {
  const { today } = reading;
  const { upcoming, held } = splitEvents(events, today);
  const view = (one: EventRow) => {
    const invitations = isNewestOfItsSlide(one, events)
      ? statements.filter(
          (other) => isInvitation(other) && other.meetingId === one.meetingId && other.slide === one.slide,
        )
      : [];
    const corrections = correctionViews(reading, 'event', one.id);
    return { ...eventView(one, invitations, today), corrections };
  };
  return { upcoming: upcoming.map(view), held: held.map(view) };
}

export function eventAnchor(id: string): string {
  return `arrangement-${id}`;
}

function eventView(event: EventRow, invitations: readonly StatementRow[], today: string): EventView {
  const { signupDeadline: signup } = event;
  const host = event.url ? URL.parse(event.url)?.hostname : undefined;
  return {
    anchor: eventAnchor(event.id),
    title: event.title,
    date: fuzzyDateView(event.date, 'list'),
    where: [timeWords(event.time), event.place].filter(Boolean).join(' · '),
    relative: relativeWords(event.date, today),
    audience: event.audience ?? '',
    signup: signup ? { text: wordsOf(signup, 'list'), isPassed: isPassed(signup, today) } : null,
    announced: event.announced ? wordsOf(event.announced, 'text') : '',
    link: event.url && host ? { url: event.url, host: host.replace(/^www\./, '') } : null,
    sayings: sayingsOf(invitations),
    sources: chipsOf(event),
  };
}

export function contractSection(
  db: Db,
  dates: readonly ContractDate[],
  statements: readonly StatementRow[],
  users: MunicipalitySet | undefined,
) {
  const inOrder = [...dates].sort((a, b) => CONTRACT_WORDS[a.what].order - CONTRACT_WORDS[b.what].order);
  return {
    dates: inOrder.map((one) => ({
      term: CONTRACT_WORDS[one.what].term,
      // "Ved udgangen af 2026" names no day, so none is printed.
      text: one.date.precision === 'day' ? wordsOf(one.date, 'text') : '',
      raw: one.date.raw,
    })),
    remarks: dates
      .flatMap((one) => remarksOn(db, 'contract_date', one.id))
      .map((one) => ({ text: one.reason, correction: one.resolution ?? '' })),
    sayings: sayingsOf(statements),
    usersNote:
      users && !users.membersKnown ? (users.note ?? `Det er ikke oplyst, hvem der er ${users.name}.`) : '',
    sources: chipsOf(...dates),
  };
}

interface Headline {
  anchor: string;
  title: string;
  text: string;
  date: string;
}

export function headlinesSection(items: readonly NewsItem[], links: readonly Link[]) {
  return {
    headlines: items.map(headline),
    links: linksBeside(items, links),
    sources: chipsOf(...items),
  };
}

export function newsAnchor(id: string): string {
  return `nyhed-${id}`;
}

function headline(item: NewsItem): Headline {
  return {
    anchor: newsAnchor(item.id),
    title: item.title,
    text: item.wording ?? '',
    date: item.date ? wordsOf(item.date, 'text') : '',
  };
}

/** What one slide tells of a solution: its sentences, what it names, and the links that stand on it. */
export interface SlideTold {
  meetingId: string;
  slide: number;
  heading: string;
  data: {
    sayings: Saying[];
    headlines: Headline[];
    links: { url: string; text: string }[];
    sources: SourceChip[];
  };
}

/** One for each slide with something to print. */
export function slidesTold(
  db: Db,
  statements: readonly StatementRow[],
  items: readonly NewsItem[],
  links: readonly Link[],
): SlideTold[] {
  const bySlide = Map.groupBy(statements, (one) => `${one.meetingId}/${one.slide}`);
  return [...bySlide.values()].flatMap((own): SlideTold[] => {
    const [first] = own;
    if (!first || first.meetingId === null || first.slide === null) return [];
    const { meetingId, slide } = first;
    const here = items.filter((item) => item.meetingId === meetingId && item.slide === slide);
    const sayings = sayingsOf(own);
    if (sayings.length === 0 && here.length === 0) return [];
    const title = listSlides(db, meetingId).find((one) => one.slide === slide)?.title;
    return [
      {
        meetingId,
        slide,
        heading: title || 'Fra mødet',
        data: {
          sayings,
          headlines: here.map(headline),
          links: linksBeside([first], links),
          sources: chipsOf(first),
        },
      },
    ];
  });
}

function linksBeside(
  rows: readonly { meetingId: string | null; slide: number | null }[],
  links: readonly Link[],
) {
  return links
    .filter((link) => rows.some((row) => row.meetingId === link.meetingId && row.slide === link.slide))
    .map(({ url, text }) => ({ url, text: text || url }));
}

/** Links that an editor has tied to the solution. */
export function linksOf(db: Db, solutionId: string): Link[] {
  return listLinks(db).filter((one) => one.solutionId === solutionId);
}

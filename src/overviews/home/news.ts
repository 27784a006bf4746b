import type { DeadlineKind, Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Meeting } from '#src/core/sources/queries.ts';
import { type ContractDate, listContractDates } from '#src/features/news/index.ts';
import { listSupersedings, type Superseding } from '#src/features/sapa/index.ts';
import { type Deadline, titleOf } from '#src/overviews/deadlines/index.ts';
import { addDays } from '#src/shared/calendar-day.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';

/** Something a meeting brought, as the panel prints it. */
export interface NewsView {
  title: string;
  href: string;
  text: string;
  /** What the text replaces; '' for what is new. */
  before: string;
  links: { href: string; text: string }[];
  chips: SourceChip[];
}

/** Meetings are monthly: what was sent or begun in this time before one is new at it. */
const NEW_WITHIN_DAYS = 31;

/**
 * Contracts, dates that were replaced, agreements sent out and tasks begun: what the meeting changed. At a later meeting
 * the changes since the one before tell which agreements and tasks are new, so they are told of the first one alone.
 */
export function newsOf(
  meeting: Meeting,
  deadlines: readonly Deadline[],
  { db }: Reading,
  isFirst: boolean,
): NewsView[] {
  const names = solutionNames(db);
  const isTold = ({ meetingId }: { meetingId: string | null }) => meetingId === meeting.id;
  const contracts = Map.groupBy(listContractDates(db).filter(isTold), (one) => one.solutionId);
  const begun = isFirst ? deadlines.filter((one) => beganBefore(one, meeting)) : [];
  return [
    ...[...contracts].flatMap(([id, dates]) => contractNews(names.get(id) ?? id, id, dates)),
    ...listSupersedings(db).filter(isTold).map(replacementNews),
    ...arrivals('Nye aftaler sendt ud', '/aftaler', 'agreement', begun, names),
    ...arrivals('Nye KLIK-opgaver', '/klik', 'task', begun, names),
  ];
}

/** The day the contract ends, and what the agreement's text says where that is another. */
function contractNews(name: string, solutionId: string, dates: readonly ContractDate[]): NewsView[] {
  const end = dates.find((one) => one.what === 'expiry');
  const said = dates.find((one) => one.what === 'expiry-said');
  if (!end) return [];
  const text = `Kontrakten løber til ${wordsOf(end.date, 'text')}.`;
  return [
    {
      title: name,
      href: `/loesninger/${solutionId}`,
      text: said ? `${text} Aftaleteksten siger »${said.date.raw}«.` : text,
      before: '',
      links: [],
      chips: chipsOf(end, said ?? null),
    },
  ];
}

function replacementNews(one: Superseding): NewsView {
  return {
    title: one.subject,
    href: '/loesninger/sapa',
    text: one.afterRaw,
    before: wordsOf(one.before, 'text'),
    links: [],
    chips: chipsOf(one),
  };
}

/** Sent or begun in the month up to the meeting; what is only planned has not. */
function beganBefore({ start }: Deadline, { date }: Meeting): boolean {
  const day = date.to ?? date.from;
  if (!day || !start?.from || start.state === 'planned') return false;
  return start.from <= day && start.from >= addDays(day, -NEW_WITHIN_DAYS);
}

function arrivals(
  title: string,
  href: string,
  kind: DeadlineKind,
  begun: readonly Deadline[],
  names: ReadonlyMap<string, string>,
): NewsView[] {
  const own = begun.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const links = own.map((one) => ({ href: one.href, text: titleOf(one, names) }));
  const chips = chipsOf(...own.flatMap((one) => one.sources));
  return [{ title, href, text: '', before: '', links, chips }];
}

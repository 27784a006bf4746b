import type { Reading } from '#src/core/offers/offers.ts';
import { solutionNames } from '#src/core/solutions/queries.ts';
import type { Meeting } from '#src/core/sources/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { addDays } from '#src/shared/calendar-day.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { type ContractDate, listContractDates, listSupersedings } from './queries.ts';

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

/** Contracts, dates that were replaced, agreements sent out and tasks begun: what the meeting changed, shortest first. */
export function newsOf(meeting: Meeting, deadlines: readonly Deadline[], { db }: Reading): NewsView[] {
  const names = solutionNames(db);
  const contracts = [...Map.groupBy(listContractDates(db, meeting.id), (one) => one.solutionId)].flatMap(
    ([solutionId, dates]) => contractNews(names.get(solutionId) ?? solutionId, solutionId, dates),
  );
  const replaced = listSupersedings(db, meeting.id).map((one) => ({
    title: one.subject,
    href: '/loesninger/sapa',
    text: one.afterRaw,
    before: wordsOf(one.before, 'text'),
    links: [],
    chips: chipsOf(one),
  }));
  const since = addDays(meeting.date.to ?? meeting.date.from ?? '', -NEW_WITHIN_DAYS);
  const begun = deadlines.filter((one) => (one.start?.from ?? '') >= since && beganBy(one, meeting));
  return [
    ...contracts,
    ...replaced,
    ...arrived(
      'Nye aftaler sendt ud',
      '/aftaler',
      begun.filter((one) => one.kind === 'agreement'),
    ),
    ...arrived(
      'Nye KLIK-opgaver',
      '/klik',
      begun.filter((one) => one.kind === 'task'),
    ),
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

function beganBy({ start }: Deadline, meeting: Meeting): boolean {
  return start?.from != null && start.from <= (meeting.date.to ?? '') && start.state !== 'planned';
}

function arrived(title: string, href: string, deadlines: readonly Deadline[]): NewsView[] {
  if (deadlines.length === 0) return [];
  const links = deadlines.map((one) => ({ href: one.href, text: one.title }));
  return [
    { title, href, text: '', before: '', links, chips: chipsOf(...deadlines.flatMap((one) => one.sources)) },
  ];
}

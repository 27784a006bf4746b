import type { SolutionSection, SourceRef } from '#src/core/offers/offers.ts';
import { findSolution, listSolutions, type Solution, solutionFamily } from '#src/core/solutions/queries.ts';
import { type Contact, listContacts, listLinks } from '#src/core/sources/queries.ts';
import { features } from '#src/features/index.ts';
import { listDeadlines } from '#src/overviews/deadlines/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { ContactBlock, EmptyState } from '#src/web/parts.ts';
import type { RequestReading } from '#src/web/reading.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { datesPanel } from './dates.ts';
import { solutionRow } from './list-page.ts';
import { deadlinesOf } from './rules.ts';

/** From this many parts on, a page has a line with links to them. */
const LONG_PAGE = 4;

export function solutionPage(
  reading: RequestReading,
  solution: Solution,
  chosen: { code: string; name: string } | null,
) {
  const { db, today } = reading;
  const family = solutionFamily(db, solution.id);
  const deadlines = listDeadlines(reading);
  const own = deadlinesOf(deadlines, family);
  const sections = sectionsOf(reading, solution.id);
  const parent = solution.parentId ? findSolution(db, solution.parentId) : undefined;
  const contacts = listContacts(db).filter(
    (one) => one.solutionId !== null && family.includes(one.solutionId),
  );
  return {
    kicker: [solution.kind === 'theme' ? 'Tema' : 'Løsning', solution.fullName].filter(Boolean).join(' · '),
    heading: solution.name,
    lede: solution.summary ?? '',
    printHref: `/loesninger/${solution.id}/udskrift`,
    parent: parent ? { name: parent.name, href: `/loesninger/${parent.id}` } : null,
    children: listSolutions(db)
      .filter((one) => one.parentId === solution.id)
      .map((child) => solutionRow(child, deadlinesOf(deadlines, [child.id]), today, false)),
    sections,
    jumps:
      sections.length < LONG_PAGE
        ? []
        : sections.map(({ id, heading }) => ({ href: `#${id}`, text: heading })),
    empty: sections.length === 0 ? emptyState(solution, today) : null,
    dates: datesPanel(reading, solution.id, own, chosen?.code ?? null),
    municipality: chosen?.name ?? '',
    allDatesHref: `/frister?loesning=${solution.id}`,
    calendarHref: `/loesninger/${solution.id}.ics`,
    contacts: (contacts.length > 0 ? contacts : listContacts(db).filter(isMailbox)).map(contactBlock),
    hasOwnContact: contacts.length > 0,
    links: listLinks(db)
      .filter((one) => one.solutionId !== null && family.includes(one.solutionId))
      .map((one) => ({ url: one.url, text: one.text || one.url, sources: chipsOf(one) })),
    source: own[0]?.sources[0] as SourceRef | undefined,
    namesPeople: contacts.length > 0,
  };
}

/** What every feature has to tell of the solution, in the order in which it is read. */
function sectionsOf(reading: RequestReading, solutionId: string): SolutionSection[] {
  return features
    .flatMap((feature) => feature.solutionSections?.(reading, solutionId, reading.href) ?? [])
    .sort((a, b) => a.order - b.order);
}

function emptyState({ name }: Solution, today: string): EmptyState {
  return {
    icon: 'document',
    title: `Intet om ${name} endnu`,
    text: `Pr. ${dayInSentence(today)} har portalen ingen opgaver, aftaler eller nyheder om ${name}.`,
    action: { href: '/loesninger', text: 'Se alle løsninger' },
    level: 2,
  };
}

/** Nobody's own address, for whatever has no contact of its own. */
function isMailbox({ name, solutionId }: Contact): boolean {
  return name === '' && solutionId === null;
}

function contactBlock({ name, roles, email, meetingId, slides }: Contact): ContactBlock {
  return {
    name: name || 'KOMBIT, programledere',
    roles: roles.join(', '),
    email,
    about: '',
    sources: chipsOf(...slides.map((slide) => ({ meetingId, slide }))),
  };
}

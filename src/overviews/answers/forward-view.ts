import type { FastifyRequest } from 'fastify';
import type { MunicipalContact } from '#src/core/municipal-contacts/queries.ts';
import { listContacts } from '#src/core/sources/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import type { DeadlineRow } from '#src/web/list-parts.ts';
import { type Forwarding, forwardMail, mailtoOf } from './forward.ts';
import { aboutWords } from './wording.ts';

interface About {
  title: string;
  row: DeadlineRow;
  /** Who has the ask. */
  holder: MunicipalContact | undefined;
  municipality: string;
}

/** The mail as a link for each mail program, and as text to copy. */
export function forwardView(request: FastifyRequest, ask: Deadline, about: About, portalUrl: string) {
  const { reading, principal } = request;
  const calendarPath = calendarOf(ask);
  const one: Forwarding = {
    title: about.title,
    about: aboutWords(ask),
    ask,
    audience: about.row.audience ?? '',
    sources: about.row.sources.map(({ text }) => `${text.charAt(0).toLocaleLowerCase('da')}${text.slice(1)}`),
    contacts: contactsOf(request, ask),
    calendarUrl: calendarPath === '' ? '' : `${portalUrl}${calendarPath}`,
    portalUrl,
    today: reading.today,
    sender: { name: principal?.name ?? '', municipality: about.municipality },
  };
  const { holder } = about;
  return {
    ...forwardMail(one),
    mailto: mailtoOf(holder?.email ?? '', one),
    to: holder && holder.email !== '' ? holder.name || holder.email : '',
    calendarPath,
  };
}

/** Beside the page of the ask, else by its key; '' for an ask without a day. */
function calendarOf({ href, key, date }: Deadline): string {
  if (date.from === null && date.to === null) return '';
  const hasPage = /^\/(?:klik|aftaler|opgaver)\/[a-z0-9-]+$/.test(href);
  return hasPage ? `${href}.ics` : `/frister/${key}.ics`;
}

const MAILBOX = 'programleder@kombit.dk';
const MOST_CONTACTS = 3;

/** Who stands on the slides of the ask, else who stands for its solution, else the mailbox. */
function contactsOf({ reading }: FastifyRequest, ask: Deadline): string[] {
  const all = listContacts(reading.db).filter(({ name }) => name !== '');
  const onSlide = all.filter(({ meetingId, slides }) =>
    ask.sources.some(
      (one) => one.meetingId === meetingId && one.slide !== null && slides.includes(one.slide),
    ),
  );
  const ofSolution = all.filter(
    ({ solutionId }) => solutionId !== null && ask.solutionIds.includes(solutionId),
  );
  const found = onSlide.length > 0 ? onSlide : ofSolution;
  const words = found.slice(0, MOST_CONTACTS).map(({ name, email }) => `${name}, ${email}`);
  return words.length > 0 ? words : [MAILBOX];
}

/** Part `jeres-status`, key `own`: how an ask stands for the municipality of whoever is signed in, with what can be done. */
import type { FastifyRequest } from 'fastify';
import { type Answer, agreementsIn, firstOf, ownMatter } from '#src/core/answers/queries.ts';
import { statusWithAnswer } from '#src/core/answers/rules.ts';
import { contactInWords, listContactsOf } from '#src/core/municipal-contacts/queries.ts';
import type { Status } from '#src/core/offers/offers.ts';
import { sameAsksOf } from '#src/core/sources/queries.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { mayAnswer } from './own-municipality.ts';
import type { StatusBadge } from './parts.ts';
import { statusBadge } from './status-badge.ts';

export interface OwnStatus {
  name: string;
  status: StatusBadge;
  /** "24. november 2025. Sendt til økonomi." */
  said: string;
  /** '' for nobody. */
  holder: string;
  /** Where the form goes; '' where nothing may be answered. */
  action: string;
  /** Name, value and text of its button; null where KOMBIT has registered it. */
  button: { name: 'loest' | 'aaben'; value: string; text: string } | null;
  back: string;
  moreHref: string;
}

/** @param key of the page's own record: `task/<id>` @returns null for a reader of no municipality */
export function ownStatus(request: FastifyRequest, key: string): OwnStatus | null {
  const { own: municipality, reading } = request;
  if (!municipality) return null;
  const { code, slug, officialName } = municipality;
  const { db } = reading;
  const keys = [key, ...sameAsksOf(db, key)];
  const own = ownMatter(db, code);
  const answer = firstOf(own.answers, keys);
  const agreements = agreementsIn(keys);
  const counted = (firstOf(own.signatures, agreements)?.status ?? 'not-counted') as Status;
  const status = statusWithAnswer(counted, answer?.status, agreements.length > 0);
  const holder = listContactsOf(db, code).find(({ id }) => id === firstOf(own.assignments, keys));
  const answered = buttonOf(status, answer, agreements.length > 0);
  return {
    name: officialName,
    status: ownBadge(status),
    said: saidInWords(status, answer, agreements.length > 0),
    holder: holder ? contactInWords(db, holder) : '',
    action: mayAnswer(request, code) ? `/kommuner/${slug}/svar` : '',
    button: answered && { ...answered, value: pressedValue(own.revisionOf(keys), key) },
    back: request.url.split('?')[0] ?? '/',
    moreHref: answerHref(slug, key),
  };
}

/** For the municipality itself, what nobody has counted is what it has not answered. */
export function ownBadge(status: Status): StatusBadge {
  const badge = statusBadge(status);
  return status === 'not-counted' ? { ...badge, word: 'Intet svar endnu' } : badge;
}

/** What one press does; null where KOMBIT has registered the ask as settled. */
export function buttonOf(
  status: Status,
  answer: Answer | undefined,
  isAgreement: boolean,
): { name: 'loest' | 'aaben'; text: string } | null {
  const isAnswered = status === 'claimed' || (answer !== undefined && status === answer.status);
  if (status === 'signed' || (SETTLED.has(status) && !isAnswered)) return null;
  if (SETTLED.has(status)) return { name: 'aaben', text: 'Åbn igen' };
  return { name: 'loest', text: isAgreement ? 'Meld underskrevet' : 'Markér som løst' };
}

const SETTLED: ReadonlySet<Status> = new Set(['done', 'claimed', 'not-relevant']);

/** "17 task/rolle-4": what a button sends, the ask and what its row was made from. */
export function pressedValue(revision: number, key: string): string {
  return `${revision} ${key}`;
}

/** The page of one ask for one municipality. */
export function answerHref(slug: string, key: string): string {
  return `/kommuner/${slug}/svar?opgave=${encodeURIComponent(key)}`;
}

/** The same beside the status: where KOMBIT has another one than the municipality told, that is said. */
export function saidInWords(status: Status, answer: Answer | undefined, isAgreement: boolean): string {
  const said = answerInWords(answer);
  const isTold = isAgreement && answer?.status === 'done';
  if (!isTold || status === 'claimed' || status === 'signed') return said;
  return `Kommunen har meldt underskrift, men KOMBIT har registreret noget andet. Meldt: ${said}`;
}

/** "24. november 2025. Sendt til økonomi"; '' where nothing is said beside the status. */
function answerInWords(answer: Pick<Answer, 'doneOn' | 'remark'> | undefined): string {
  if (!answer) return '';
  const { doneOn, remark } = answer;
  return [doneOn ? `${dayInSentence(doneOn)}.` : '', remark ?? ''].filter((one) => one !== '').join(' ');
}

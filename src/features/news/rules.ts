import type { StatementRow } from '#src/core/sources/queries.ts';
import { compareDates, isPassed } from '#src/shared/fuzzy-date/order.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { ContractDate, EventRow } from './queries.ts';

/** Subjects whose sentences have pages or sections of their own; the rest are told here, slide by slide. */
const TOLD_ELSEWHERE = new Set(['sapa', 'valg', 'sts', 'k98', 'moeder']);

export function isToldHere({ target }: Pick<StatementRow, 'target'>): boolean {
  return !TOLD_ELSEWHERE.has(target.split('/')[0] ?? '');
}

/** Sentences that invite to what else stands on the slide: a lead, and what a newsletter on the slide says of it. */
export function isInvitation({ kind, target }: Pick<StatementRow, 'kind' | 'target'>): boolean {
  return target.endsWith('/news-letter') || (kind === 'lead' && !target.includes('/'));
}

/** Where the page of a sentence's subject is, for those that do not stand on a solution's page. */
export function pageOfStatement({
  target,
  solutionId,
  meetingId,
  slide,
}: Pick<StatementRow, 'target' | 'solutionId' | 'meetingId' | 'slide'>): string {
  const root = target.split('/')[0] ?? '';
  if (root === 'sts' || root === 'k98') return `/${root}`;
  return solutionId ? `/loesninger/${solutionId}` : slidePage({ meetingId, slide });
}

export function slidePage({ meetingId, slide }: { meetingId: string | null; slide: number | null }): string {
  if (meetingId === null) return '/moeder';
  return slide === null ? `/moeder/${meetingId}` : `/moeder/${meetingId}/slide/${slide}`;
}

/** Upcoming events, the nearest first; held ones, the latest first. */
export function splitEvents<T extends Pick<EventRow, 'date'>>(
  events: readonly T[],
  today: string,
): { upcoming: T[]; held: T[] } {
  const sorted = [...events].sort((a, b) => compareDates(a.date, b.date));
  return {
    upcoming: sorted.filter(({ date }) => !isPassed(date, today)),
    held: sorted.filter(({ date }) => isPassed(date, today)).reverse(),
  };
}

/** A slide shows its latest event; earlier ones on it are only mentioned, so its sentences are not about them. */
export function isNewestOfItsSlide<T extends Pick<EventRow, 'id' | 'meetingId' | 'slide' | 'date'>>(
  event: T,
  events: readonly T[],
): boolean {
  return !events.some(
    (other) =>
      other.id !== event.id &&
      other.meetingId === event.meetingId &&
      other.slide === event.slide &&
      compareDates(other.date, event.date) > 0,
  );
}

/** "09:30-11:00" -> "kl. 9.30–11.00"; "20.30" -> "kl. 20.30"; '' when no time is told. */
export function timeWords(time: string | null): string {
  if (!time) return '';
  const clock = time
    .replace(/\s*[-–—]\s*/g, '–')
    .replace(/(\d):(\d)/g, '$1.$2')
    .replace(/\b0(\d)\./g, '$1.');
  return `kl. ${clock}`;
}

/** What a contract date is: on the solution's page, as a title among deadlines, and as its verb there. */
export const CONTRACT_WORDS: Record<
  ContractDate['what'],
  { order: number; term: string; title: string; verb: string }
> = {
  'expiry-said': {
    order: 1,
    term: 'Bortfalder, hvis den ikke forlænges',
    title: 'Kontrakten bortfalder, hvis den ikke forlænges',
    verb: 'bortfalder',
  },
  expiry: { order: 2, term: 'Løber frem til', title: 'Kontrakten løber ud', verb: 'udløber' },
  option: {
    order: 3,
    term: 'Sidste option på forlængelse',
    title: 'Sidste option på forlængelse',
    verb: 'tiltrædes',
  },
};

/**
 * What a date that a contract is said to end on must not stand without: the same slide says that it runs longer.
 * '' where nothing else is said.
 */
export function contractNote(one: ContractDate, all: readonly ContractDate[]): string {
  if (one.what !== 'expiry-said') return '';
  const later = all.find((other) => other.what === 'expiry' && other.solutionId === one.solutionId);
  return later ? `Samme slide siger, at kontrakten løber frem til ${wordsOf(later.date, 'text')}.` : '';
}

import { type FuzzyDate, NO_DATE } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { compareDates } from '#src/shared/fuzzy-date/order.ts';
import type { Request } from './queries.ts';

type Worded = Pick<Request, 'title' | 'wording' | 'text' | 'slide'>;

/** An editor's title, else what stands, else the slide: an ask without words is still an ask. */
export function requestTitle({ title, wording, text, slide }: Worded): string {
  return title ?? wording ?? text ?? `Opgave på slide ${slide ?? '?'}`;
}

/** Address of an ask's page. */
export function requestHref(id: string): string {
  return `/opgaver/${id}`;
}

/** An ask that names no day has an empty deadline, which is not "Uafklaret". */
export function requestDeadline(request: Pick<Request, 'deadline'>): FuzzyDate {
  return request.deadline ?? NO_DATE;
}

/** The latest of the events on an ask's slide; earlier ones are only mentioned there. */
export function eventAskedFor<T extends { date: FuzzyDate }>(events: readonly T[]): T | undefined {
  return [...events].sort((a, b) => compareDates(a.date, b.date)).at(-1);
}

export interface Moment {
  /** "Frist", "Tilmeldingsfrist" or "Afholdes" */
  what: string;
  date: FuzzyDate;
}

/** The day that matters to an ask: its own deadline, else the last day to sign up to its event, else the event. */
export function momentOf(
  request: Pick<Request, 'deadline'>,
  event: { date: FuzzyDate; signupDeadline: FuzzyDate | null } | undefined,
): Moment | null {
  if (request.deadline) return { what: 'Frist', date: request.deadline };
  if (!event) return null;
  if (event.signupDeadline) return { what: 'Tilmeldingsfrist', date: event.signupDeadline };
  return { what: 'Afholdes', date: event.date };
}

/** What there is to do first, what is only told after; within each the nearest deadline first, undated last. */
export function inOrderOfAsking<T extends Pick<Request, 'informationOnly' | 'deadline'>>(
  requests: readonly T[],
): T[] {
  const key = (one: T) => `${one.informationOnly ? 1 : 0}${one.deadline?.from ?? one.deadline?.to ?? '9999'}`;
  return [...requests].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

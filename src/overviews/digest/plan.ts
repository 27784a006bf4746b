/**
 * When the portal reminds of a date: by the kind of ask, before its first possible day and after its last one. A date
 * without an end is never late. The mails go weekly, so a reminder that falls due before the next mail goes in this one.
 */
import type { DeadlineKind } from '#src/core/offers/offers.ts';
import { STAGES, type Stage } from '#src/db/schema/digest.ts';
import { daysBetween } from '#src/shared/calendar-day.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';

/** Days before the first possible day (`first`, `repeat`) and after the last one (`late`, `last`); null: not at all. */
interface Plan {
  first: number;
  repeat: number | null;
  late: number | null;
  last: number | null;
  /** So many days after the last possible day nobody is reminded any more. */
  stop: number;
}

const SOMETHING_TO_DO: Plan = { first: 14, repeat: 3, late: 1, last: 14, stop: 28 };

export const PLANS: Readonly<Record<DeadlineKind, Plan>> = {
  task: SOMETHING_TO_DO,
  request: SOMETHING_TO_DO,
  // Somebody else signs, often after a meeting of their own.
  agreement: { first: 28, repeat: 7, late: 7, last: 21, stop: 42 },
  council: { first: 21, repeat: 7, late: null, last: null, stop: 0 },
  milestone: { first: 21, repeat: null, late: null, last: null, stop: 0 },
  event: { first: 7, repeat: null, late: null, last: null, stop: 0 },
};

/** Days until the mail after this one, less the day of this one. */
const UNTIL_NEXT_MAIL = 6;

/** The reminder that a date is in on a day, whether it was told or not; null for none yet, or none any more. */
export function stageOf(kind: DeadlineKind, date: FuzzyDate, today: string): Stage | null {
  const plan = PLANS[kind];
  const earliest = date.from ?? date.to;
  if (earliest === null) return null;
  if (isOver(kind, date, today)) return null;
  return date.to !== null && date.to < today
    ? stageAfter(plan, daysBetween(date.to, today))
    : stageBefore(plan, daysBetween(today, earliest) - UNTIL_NEXT_MAIL);
}

/** The plan has stopped: nobody is reminded, nor told for the first time. */
export function isOver(kind: DeadlineKind, { to }: FuzzyDate, today: string): boolean {
  return to !== null && daysBetween(to, today) > PLANS[kind].stop;
}

/** True when the reminder was not told yet. */
export function isLater(stage: Stage, told: Stage | null): boolean {
  return told === null || STAGES.indexOf(stage) > STAGES.indexOf(told);
}

function stageAfter({ late, last }: Plan, days: number): Stage | null {
  if (last !== null && days >= last) return 'last';
  return late !== null && days >= late ? 'late' : null;
}

function stageBefore({ first, repeat }: Plan, days: number): Stage | null {
  if (repeat !== null && days <= repeat) return 'repeat';
  return days <= first ? 'first' : null;
}

/** Between which two moments one compares. Meetings newest first; days are ISO. */
import type { Meeting } from '#src/core/sources/queries.ts';
import { addDays } from '#src/shared/calendar-day.ts';
import { endOf, NOW, type Window } from './rules.ts';

/** Up to which moment the portal is shown: everything so far, or the end of the earlier day that is shown. */
export function untilOf({ isPast, today }: { isPast: boolean; today: string }): string {
  return isPast ? endOf(today) : NOW;
}

/** The day on which a meeting's material was told; null when it is not known. */
export function dayOfMeeting({ date }: Meeting): string | null {
  return date.to ?? date.from;
}

export interface MeetingWindows {
  /** The meeting before; null when this is the first one the portal knows. */
  previous: Meeting | null;
  /** From the meeting before up to this one; null without one before. */
  since: Window | null;
  /** From this meeting up to the next one, or to what is shown. */
  afterwards: Window;
}

/** Null when the meeting has no known day. */
export function windowsOf(
  meeting: Meeting,
  meetings: readonly Meeting[],
  until: string,
): MeetingWindows | null {
  const day = dayOfMeeting(meeting);
  if (day === null) return null;
  const previous = meetings.find((one) => (dayOfMeeting(one) ?? day) < day) ?? null;
  const next = meetings.findLast((one) => (dayOfMeeting(one) ?? day) > day);
  const nextDay = next && dayOfMeeting(next);
  const beforeNext = nextDay ? endOf(addDays(nextDay, -1)) : until;
  const previousDay = previous && dayOfMeeting(previous);
  return {
    previous,
    since: previousDay ? { after: previousDay, until: day } : null,
    afterwards: { after: day, until: beforeNext < until ? beforeNext : until },
  };
}

/**
 * What the front page compares: since the meeting before the latest one that is held, or since the latest where there
 * is none before. Null before any meeting.
 */
export function latestWindow(
  meetings: readonly Meeting[],
  today: string,
  until: string,
): { base: Meeting; isOnly: boolean; latest: Meeting; window: Window } | null {
  const held = meetings.filter((one) => (dayOfMeeting(one) ?? NOW) <= today);
  const [latest, previous] = held;
  const base = previous ?? latest;
  const after = base && dayOfMeeting(base);
  if (!latest || !after) return null;
  return { base, latest, isOnly: !previous, window: { after, until } };
}

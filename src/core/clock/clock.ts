import { DateTime } from 'luxon';

/** Where "now" comes from. Rules never ask it: they get a day. */
export interface Clock {
  now(): Date;
  /** Calendar day in Europe/Copenhagen, ISO. */
  today(): string;
}

/** @param pinnedToday ISO day that replaces today (setting PORTAL_TODAY), or undefined. */
export function makeClock(pinnedToday?: string): Clock {
  return {
    now: () => new Date(),
    today: () => pinnedToday ?? DateTime.now().setZone('Europe/Copenhagen').toISODate() ?? '',
  };
}

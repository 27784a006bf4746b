/** When the weekly mails go. A day is Copenhagen's, an instant UTC. */
import { DateTime } from 'luxon';
import { addDays, copenhagenDay, isoWeek, isoWeekday } from '#src/shared/calendar-day.ts';

const TUESDAY = 2;
const FRIDAY = 5;
const OPENS = '08:00';
const CLOSES = '16:00';

/** "2025-W48" */
export function weekOf(now: Date): string {
  const { year, week } = isoWeek(copenhagenDay(now));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * Tuesday at 8 to Friday at 16, so that a portal that stood still on Tuesday sends on Wednesday. Switched on in the
 * middle of it, the mails wait for the next week: nobody is taken by surprise by their own click.
 */
export function isTimeToMail(now: Date, switchedOnAt: Date): boolean {
  const opens = instantOf(now, TUESDAY, OPENS);
  return switchedOnAt <= opens && opens <= now && now < instantOf(now, FRIDAY, CLOSES);
}

/** The next Tuesday at 8 that is still to come. @param isWeekOver this week's mails have been sent or left out */
export function nextRoundAt(now: Date, isWeekOver: boolean): Date {
  const thisWeek = instantOf(now, TUESDAY, OPENS);
  return now < thisWeek && !isWeekOver ? thisWeek : instantOf(now, TUESDAY + 7, OPENS);
}

/** @param weekday 1 for Monday of the week of `now`; above 7 in the week after */
function instantOf(now: Date, weekday: number, time: string): Date {
  const today = copenhagenDay(now);
  const day = addDays(today, weekday - isoWeekday(today));
  return DateTime.fromISO(`${day}T${time}`, { zone: 'Europe/Copenhagen' }).toJSDate();
}

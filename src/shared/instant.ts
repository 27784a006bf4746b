/** An instant as people in Copenhagen say it. */
import { DateTime } from 'luxon';
import { dayInSentence } from './danish-calendar.ts';

/** "24.11.2025 kl. 9.12" @param instant ISO, UTC */
export function instantWords(instant: string): string {
  const local = DateTime.fromISO(instant, { zone: 'Europe/Copenhagen' });
  return local.toFormat("dd.MM.yyyy 'kl.' H.mm");
}

/** "24. november 2025 kl. 9.12" @param instant ISO, UTC */
export function instantInSentence(instant: string): string {
  const local = DateTime.fromISO(instant, { zone: 'Europe/Copenhagen' });
  return `${dayInSentence(local.toISODate() ?? '')} kl. ${local.toFormat('H.mm')}`;
}

/** The calendar's day in Copenhagen, ISO. */
export function dayOf(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'Europe/Copenhagen' }).toISODate() ?? '';
}

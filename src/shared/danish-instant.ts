/** Instants (UTC, ISO) as people in Denmark read them. */
import { DateTime } from 'luxon';
import { dayInSentence, dayInTable } from './danish-calendar.ts';

/** "24. november 2025 kl. 9.05" */
export function instantInSentence(at: string): string {
  return `${dayInSentence(dayOf(at))} kl. ${timeOf(at)}`;
}

/** "24.11.2025 kl. 9.05" */
export function instantInTable(at: string): string {
  return `${dayInTable(dayOf(at))} kl. ${timeOf(at)}`;
}

function dayOf(at: string): string {
  return local(at).toISODate() ?? '';
}

function timeOf(at: string): string {
  return local(at).toFormat('H.mm');
}

function local(at: string): DateTime {
  return DateTime.fromISO(at, { zone: 'Europe/Copenhagen' });
}

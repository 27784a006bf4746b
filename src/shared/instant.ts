/** An instant as people in Copenhagen say it. */
import { DateTime } from 'luxon';

/** "24.11.2025 kl. 9.12" @param instant ISO, UTC */
export function instantWords(instant: string): string {
  const local = DateTime.fromISO(instant, { zone: 'Europe/Copenhagen' });
  return local.toFormat("dd.MM.yyyy 'kl.' H.mm");
}

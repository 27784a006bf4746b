/** One calendar day in Danish words (design.md section 8). For dates that may be uncertain use fuzzy-date/wording.ts. */
import { partsOf } from './calendar-day.ts';
import { monthName, monthShortName, weekdayShortName } from './danish-calendar.ts';

/** Running text: "15. december 2025". */
export function longDay(day: string): string {
  const { year, month, day: number } = partsOf(day);
  return `${number}. ${monthName(month)} ${year}`;
}

/** Lists: "man. 15. dec. 2025". */
export function listDay(day: string): string {
  return `${weekdayShortName(day)} ${shortDay(day)}`;
}

/** "15. dec. 2025" */
export function shortDay(day: string): string {
  const { year, month, day: number } = partsOf(day);
  return `${number}. ${monthShortName(month)} ${year}`;
}

/** Tables and fields: "15.12.2025". */
export function tableDay(day: string): string {
  const [year, month, number] = day.split('-');
  return `${number}.${month}.${year}`;
}

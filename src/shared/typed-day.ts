/** A day as a person types it into a field: read, or refused with a Danish sentence that says what to do. */
import { dayOf, daysInMonth } from './calendar-day.ts';
import { monthName } from './danish-calendar.ts';
import { monthNumber } from './fuzzy-date/month-number.ts';

export type TypedDay = { day: string } | { reason: string };

const ASK = 'Skriv datoen med dag, måned og år, fx 15.12.2025.';

/**
 * Reads "31.12.2025", "1/12-25", "2025-12-31" or "31. december 2025" into an ISO day.
 * A day must be whole: without a year it is refused, because a form has no meeting to work the year out from.
 * The reason of a refusal is one or two Danish sentences for the field, e.g.
 * "Datoen 31.11.2025 findes ikke. November har 30 dage."
 */
export function parseTypedDay(typed: string): TypedDay {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  const parts = numberParts(text) ?? wordParts(text);
  if (!parts) return { reason: ASK };
  const day = dayOf(parts.year, parts.month, parts.day);
  return day === null ? { reason: `Datoen ${shown(text)} findes ikke. ${whyNot(parts)}` } : { day };
}

interface Parts {
  year: number;
  month: number;
  day: number;
}

function numberParts(text: string): Parts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const danish = /^(\d{1,2}) ?[./-] ?(\d{1,2})(?: ?[./-] ?| )(\d{4}|\d\d)$/.exec(text);
  return danish && { day: Number(danish[1]), month: Number(danish[2]), year: wholeYear(danish[3]) };
}

function wordParts(text: string): Parts | null {
  const match = /^(?:den |d\. ?)?(\d{1,2})\.? ?(\p{L}+)\.?,? ?(\d{4}|\d\d)$/iu.exec(text);
  const month = match && monthNumber(match[2] ?? '');
  return match && month ? { day: Number(match[1]), month, year: wholeYear(match[3]) } : null;
}

function wholeYear(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** What was typed stands in the sentence; too long a text would only be noise. */
function shown(text: string): string {
  return text.slice(0, 30);
}

function whyNot({ year, month, day }: Parts): string {
  if (year < 1000) return 'Skriv året med fire cifre, fx 2025.';
  if (month < 1 || month > 12) return 'Et år har 12 måneder. Skriv dagen først og så måneden.';
  if (day < 1) return 'En måned begynder med den 1.';
  const days = daysInMonth(year, month);
  const name = monthName(month);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} har ${days} dage${month === 2 ? ` i ${year}` : ''}.`;
}

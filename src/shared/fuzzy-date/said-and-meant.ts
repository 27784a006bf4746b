/** When the words of the source say something beside the portal's wording of a date. */
import type { FuzzyDate } from './fuzzy-date.ts';

const WORDS = /[\p{L}\p{N}]+/gu;

/** A wording with the words of the source behind it where they add something: "11.–20. december 2025 (”Medio dec.”)". */
export function withSource(date: FuzzyDate, wording: string): string {
  return addsToWording(date, wording) ? `${wording} (”${date.raw}”)` : wording;
}

/** Not where the wording holds every word of the source: "senest juni 2026 (før sommerferien)", "før sommerferien 2026". */
export function addsToWording(
  { raw, from, to, precision, yearInferred }: FuzzyDate,
  wording: string,
): boolean {
  if (raw === wording || precision === 'day' || (from === null && to === null)) return false;
  if (yearInferred) return raw !== '';
  const said = new Set(wording.match(WORDS));
  return (raw.match(WORDS) ?? []).some((word) => !said.has(word));
}

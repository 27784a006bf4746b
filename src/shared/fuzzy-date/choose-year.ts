import { addDays, daysBetween, isoWeekday, partsOf } from '#src/shared/calendar-day.ts';
import type { DateContext } from './context.ts';
import type { Days, Phrase } from './phrase.ts';

/** A date may lie this many days before the meeting and still be told of as ahead. */
const STILL_AHEAD_DAYS = 31;
/** A printed year farther from the meeting than this is rather a misreading ("2075"). */
const FARTHEST_YEARS = 10;
/** Without a meeting day, the years that can be meant at all. */
const POSSIBLE_YEARS = { first: 2000, last: 2049 };

export type ChosenDays =
  | { kind: 'found'; days: Days; inferred: boolean; low: boolean }
  /** No year is printed and no meeting day is known: the year stays open. */
  | { kind: 'open-year' }
  | { kind: 'impossible' }
  | { kind: 'far-year' };

/** The year rule of domain.md 5.4: printed, else nearest to the meeting, else by tense; an end is not before its start. */
export function chooseDays(phrase: Phrase, context: DateContext, tense: DateContext['tense']): ChosenDays {
  const meetingDay = context.meetingDay;
  if (typeof phrase.year === 'number') return givenYear(phrase, phrase.year, meetingDay);
  if (meetingDay === null) return { kind: 'open-year' };
  const meetingYear = partsOf(meetingDay).year;
  if (phrase.year) {
    const days = phrase.days(meetingYear + phrase.year.fromMeeting, meetingDay);
    return days ? { kind: 'found', days, inferred: false, low: false } : { kind: 'impossible' };
  }
  const inYears = candidateYears(meetingYear, context).map((year) => phrase.days(year, meetingDay));
  const candidates = inYears.filter((days) => days !== null);
  const possible = candidates.filter((days) => endsAfterStart(days, context));
  const nearest = nearestTo(meetingDay, possible.length > 0 ? possible : candidates);
  if (!nearest) return { kind: 'impossible' };
  const told = tense ? byTense(possible, meetingDay, tense) : nearest;
  const days = told ?? nearest;
  const disagree = days.from !== nearest.from || days.to !== nearest.to;
  // "29. februar" exists in one of the years only: a person should see that it was meant.
  return { kind: 'found', days, inferred: true, low: disagree || candidates.length < inYears.length };
}

/** True when the printed weekday is another than that of the day. */
export function weekdayDiffers(phrase: Phrase, days: Days): boolean {
  return phrase.weekday !== undefined && days.from !== null && isoWeekday(days.from) !== phrase.weekday;
}

function givenYear(phrase: Phrase, year: number, meetingDay: string | null): ChosenDays {
  if (isFar(year, meetingDay)) return { kind: 'far-year' };
  const days = phrase.days(year, meetingDay ?? '');
  if (!days) return { kind: 'impossible' };
  const ends = [days.from, days.to].filter((day) => day !== null);
  if (ends.some((day) => isFar(partsOf(day).year, meetingDay))) return { kind: 'far-year' };
  return { kind: 'found', days, inferred: false, low: false };
}

function isFar(year: number, meetingDay: string | null): boolean {
  if (meetingDay === null) return year < POSSIBLE_YEARS.first || year > POSSIBLE_YEARS.last;
  return Math.abs(year - partsOf(meetingDay).year) > FARTHEST_YEARS;
}

/** The meeting's year and its neighbours; an end may lie as far ahead as its start tells. */
function candidateYears(meetingYear: number, { startOf }: DateContext): number[] {
  const start = startOf?.from ?? startOf?.to;
  const startYear = start ? partsOf(start).year : meetingYear;
  const years = [meetingYear - 1, meetingYear, meetingYear + 1, startYear, startYear + 1];
  return [...new Set(years)].sort((a, b) => a - b);
}

function endsAfterStart(days: Days, { startOf }: DateContext): boolean {
  const start = startOf?.from ?? startOf?.to;
  const end = days.to ?? days.from;
  return !start || !end || end >= start;
}

function nearestTo(meetingDay: string, candidates: readonly Days[]): Days | null {
  let best: { days: Days; distance: number } | null = null;
  for (const days of candidates) {
    const distance = distanceOfMiddle(days, meetingDay);
    // Of two that are equally near, the one ahead.
    if (!best || distance <= best.distance) best = { days, distance };
  }
  return best?.days ?? null;
}

function distanceOfMiddle({ from, to }: Days, meetingDay: string): number {
  const first = from ?? to ?? meetingDay;
  const last = to ?? from ?? meetingDay;
  return Math.abs(daysBetween(meetingDay, first) + daysBetween(meetingDay, last)) / 2;
}

function byTense(
  candidates: readonly Days[],
  meetingDay: string,
  tense: 'past' | 'future',
): Days | undefined {
  if (tense === 'past') return candidates.findLast(({ from, to }) => (from ?? to ?? '') <= meetingDay);
  const earliest = addDays(meetingDay, -STILL_AHEAD_DAYS);
  return candidates.find(({ from, to }) => (to ?? from ?? '') >= earliest);
}

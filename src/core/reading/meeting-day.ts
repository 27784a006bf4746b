/** When was the meeting? Printed on the first slides, or worked out from what the material says of other days. */
import { addDays, daysBetween } from '#src/shared/calendar-day.ts';
import { findDates } from '#src/shared/fuzzy-date/find.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import type { Slide } from './slide.ts';

export interface MeetingDay {
  /** As the snapshot tells it: a day, or the days it may have been. */
  date: FuzzyDate;
  basis: 'printed' | 'inferred' | 'unknown';
  /** The one day by which dates without a year are read; null when nothing tells it. */
  day: string | null;
}

/** Words of a count: the meeting was held on that day or later. */
const COUNTED = /opgjort|\bstatus\s+(?:d\.|pr\.?|per)|\b(?:pr\.?|per)\s+(?:d\.\s*)?\d/i;
/** More days than this between the last count and the next step tell nothing. */
const WIDEST_DAYS = 31;
/** Title slides hold little more than the name of the meeting and its day. */
const TITLE_SLIDE_MAX_LINES = 4;
const NOTHING: FuzzyDate = { raw: '', from: null, to: null, precision: 'none', yearInferred: false };

/**
 * The rule: not before the latest day something was counted, and before the first single day after it that the
 * material names, because a deck shows its next step before it is taken. Spans of days bound nothing: they may
 * have begun.
 */
export function findMeetingDay(slides: readonly Slide[]): MeetingDay {
  const printed = printedDate(slides.slice(0, 1));
  const anchor = printed?.from ?? explicitCount(slides) ?? middleOfExplicitDays(slides);
  if (!anchor) return { date: NOTHING, basis: 'unknown', day: null };
  const between = daysAround(slides, anchor);
  if (printed?.from && printed.to) {
    const inside = between && between.from >= printed.from && between.to <= printed.to ? between : null;
    return {
      date: printed,
      basis: 'printed',
      day: middle(inside?.from ?? printed.from, inside?.to ?? printed.to),
    };
  }
  if (!between) return { date: NOTHING, basis: 'unknown', day: anchor };
  const date: FuzzyDate = { raw: '', ...between, precision: 'range', yearInferred: true };
  return { date, basis: 'inferred', day: middle(between.from, between.to) };
}

/** A month or day with its year on a title slide: of a slide named as a meeting any, else one that fills its line. */
function printedDate(slides: readonly Slide[]): FuzzyDate | null {
  for (const slide of slides) {
    const lines = [slide.title, ...slide.lines.map((line) => line.text)].filter((text) => text !== '');
    const isShort = lines.length <= TITLE_SLIDE_MAX_LINES;
    const isMeeting = isShort && lines.some((line) => /møde/i.test(line));
    if (!isShort && !(MEETING.test(slide.title) && lines.length <= WELCOME_MAX_LINES)) continue;
    const dated = lines.flatMap((line) => {
      const [found] = findDates(line, { meetingDay: null, role: 'event' });
      return found?.date.from && ['day', 'month'].includes(found.date.precision) ? [{ line, ...found }] : [];
    });
    const [first, ...more] = dated;
    if (!first) continue;
    const beside = (first.line.slice(0, first.start) + first.line.slice(first.end)).replace(TIME_OR_DAY, '');
    // Several days are a plan, and a day within a sentence is what it tells of.
    if (isMeeting || (more.length === 0 && !/\p{L}/u.test(beside))) return first.date;
  }
  return null;
}

const MEETING = /møde|programled|netværk|webinar/i;
/** A title slide may say beside the day how the meeting goes. */
const WELCOME_MAX_LINES = 8;
const TIME_OR_DAY = /(?<!\p{L})(?:kl\.?|(?:man|tirs|ons|tors|fre)dag|den|d\.)(?!\p{L})/giu;

function explicitCount(slides: readonly Slide[]): string | null {
  return latest(countedDays(slides, null));
}

function middleOfExplicitDays(slides: readonly Slide[]): string | null {
  const days = singleDays(slides, null).sort();
  return days[Math.floor(days.length / 2)] ?? null;
}

function daysAround(slides: readonly Slide[], anchor: string): { from: string; to: string } | null {
  const from = latest(countedDays(slides, anchor));
  if (!from) return null;
  const [next] = singleDays(slides, anchor)
    .filter((day) => day > from)
    .sort();
  if (!next || daysBetween(from, next) > WIDEST_DAYS) return null;
  return { from, to: addDays(next, -1) };
}

function countedDays(slides: readonly Slide[], meetingDay: string | null): string[] {
  return datedLines(slides).flatMap((line) =>
    COUNTED.test(line) ? findDates(line, { meetingDay }).flatMap(({ date }) => date.to ?? []) : [],
  );
}

function singleDays(slides: readonly Slide[], meetingDay: string | null): string[] {
  return datedLines(slides).flatMap((line) =>
    findDates(line, { meetingDay, role: 'step' }).flatMap(({ date }) =>
      date.precision === 'day' && date.from ? [date.from] : [],
    ),
  );
}

/** A single day has a figure in it. */
function datedLines(slides: readonly Slide[]): string[] {
  return slides
    .flatMap((slide) => [slide.title, ...slide.lines.map((line) => line.text)])
    .filter((line) => /\d/.test(line));
}

function latest(days: readonly string[]): string | null {
  return [...days].sort().at(-1) ?? null;
}

function middle(from: string, to: string): string {
  return addDays(from, Math.ceil(daysBetween(from, to) / 2));
}

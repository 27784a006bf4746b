import { addDays, dayOf, daysBetween, partsOf } from '#src/shared/calendar-day.ts';
import {
  type Days,
  longest,
  matchAt,
  type Phrase,
  sticky,
  type YearWord,
} from '#src/shared/fuzzy-date/phrase.ts';
import { readDay } from './day.ts';
import { readFromMeeting } from './from-meeting.ts';
import { readHoliday } from './holiday.ts';
import { readMonth } from './month.ts';
import { readPart } from './part.ts';
import { readQuarter } from './quarter.ts';
import { readSeason } from './season.ts';
import { readWeek } from './week.ts';
import { readYear } from './year.ts';

const THE = '(?:(?:den|d\\.?)\\s?)?';
const DAY_ONLY = sticky(
  '(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\\.?\\s(?:den\\s|d\\.?\\s?)?)?(\\d{1,2})\\.?((?:\\s?,\\s?\\d{1,2}\\.?)*)\\s?' +
    `(-|til\\sog\\smed|til|og|eller|\\+|&)\\s?${THE}(?=(?:\\p{L}+\\.?\\s(?:den\\s|d\\.?\\s?)?)?(\\d{1,2}))`,
);
const TO = sticky(`\\.?\\s?(?:-|til\\sog\\smed|t\\.?o\\.?m\\.?|(?:og\\s)?frem\\stil|til)\\s?${THE}`);
const AND = sticky(`\\.?\\s?(?:/|og|eller|samt|\\+|&)\\s?${THE}`);
const BETWEEN = sticky(`mellem\\s${THE}`);
const AND_AFTER_BETWEEN = sticky(`\\.?\\sog\\s${THE}`);
/** Longer than half a year over New Year: rather two dates in the wrong order. */
const LONGEST_ROUND_NEW_YEAR = 183;
/** Whether two times touch does not depend on the year. */
const ANY_YEAR = 2025;
const LEAP_YEAR = 2024;

/** A date, or two that make an interval: "1.-12. december", "24/11 - 15/12 2025", "ultimo november/primo december". */
export function readRange(text: string, at: number): Phrase | null {
  const between = matchAt(BETWEEN, text, at);
  if (between) {
    const start = at + between[0].length;
    const days = readDaysOfOneMonth(text, start, true);
    const first = days ? null : readUnit(text, start);
    return days ?? (first && readTwo(text, first, AND_AFTER_BETWEEN));
  }
  const days = readDaysOfOneMonth(text, at, false);
  if (days) return days;
  const first = readUnit(text, at);
  return first && (readTwo(text, first, TO) ?? readNeighbours(text, first) ?? first);
}

function readUnit(text: string, at: number): Phrase | null {
  return longest(
    [
      readDay,
      readPart,
      readWeek,
      readMonth,
      readQuarter,
      readSeason,
      readHoliday,
      readFromMeeting,
      readYear,
    ].map((read) => read(text, at)),
  );
}

/** "fra 1. til 12. december", "11.-20.12.2025": the first day borrows the month of the last. */
function readDaysOfOneMonth(text: string, at: number, afterBetween: boolean): Phrase | null {
  const match = matchAt(DAY_ONLY, text, at);
  const last = match && readDay(text, at + match[0].length);
  if (!match || !last || (last.weak && last.days(LEAP_YEAR, '') === null)) return null;
  const [first, second] = [Number(match[1]), Number(match[4])];
  const isRange = afterBetween || match[3] === '-' || match[3]?.startsWith('til');
  const listed = match[2]?.match(/\d+/g) ?? [];
  if (first >= second || (!isRange && second !== first + 1 + listed.length)) return null;
  return {
    ...last,
    precision: 'range',
    ranged: true,
    days: (year, meetingDay) => {
      const to = last.days(year, meetingDay)?.to;
      const month = to ? partsOf(to) : null;
      const from = month && dayOf(month.year, month.month, first);
      return from && to ? { from, to } : null;
    },
  };
}

function readTwo(text: string, first: Phrase, between: RegExp): Phrase | null {
  const second = readSecond(text, first, between);
  return second && interval(first, second);
}

/** "december 2025/januar 2026" is one time; "5. december og 9. januar" are two. */
function readNeighbours(text: string, first: Phrase): Phrase | null {
  const second = readSecond(text, first, AND);
  const both = second && interval(first, second);
  if (!both || isCounted(both.year)) return null;
  const year = typeof both.year === 'number' ? both.year : ANY_YEAR;
  const apart = lengthOf(first, year) + lengthOf(second, year);
  return lengthOf(both, year) <= apart ? both : null;
}

/** In days; 0 when it has none in that year. */
function lengthOf(phrase: Phrase, year: number): number {
  const days = phrase.days(typeof phrase.year === 'number' ? phrase.year : year, '');
  return days?.from && days.to ? daysBetween(days.from, days.to) + 1 : 0;
}

function readSecond(text: string, first: Phrase, between: RegExp): Phrase | null {
  if (first.ranged || isCounted(first.year)) return null;
  const sign = matchAt(between, text, first.end);
  const second = sign && readUnit(text, first.end + sign[0].length);
  return second && !isCounted(second.year) ? second : null;
}

function isCounted(year: YearWord): boolean {
  return typeof year === 'object' && year !== null;
}

/** From the first day of one to the last day of the other; a year printed with one of them serves both. */
function interval(first: Phrase, second: Phrase): Phrase {
  const year = second.year ?? first.year;
  const phrase: Phrase = {
    end: second.end,
    precision: 'range',
    year,
    ranged: true,
    days: (inYear) => daysOfInterval(first, second, inYear),
  };
  return first.weak && second.weak ? { ...phrase, weak: true } : phrase;
}

function daysOfInterval(first: Phrase, second: Phrase, year: number): Days | null {
  if (typeof first.year === 'number' && typeof second.year === 'number') {
    return inOrder(first.days(first.year, '')?.from, second.days(second.year, '')?.to);
  }
  const same = inOrder(first.days(year, '')?.from, second.days(year, '')?.to);
  if (same) return same;
  // Over New Year the printed year belongs to the date it stands beside.
  const startYear = typeof first.year === 'number' ? year : year - 1;
  const round = inOrder(first.days(startYear, '')?.from, second.days(startYear + 1, '')?.to);
  return round && addDays(round.from, LONGEST_ROUND_NEW_YEAR) >= round.to ? round : null;
}

function inOrder(
  from: string | null | undefined,
  to: string | null | undefined,
): { from: string; to: string } | null {
  return from && to && from <= to ? { from, to } : null;
}

import { addDays, addMonths, dayOf, partsOf } from '#src/shared/calendar-day.ts';
import type { Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { type Days, END, longest, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { months, readMonth } from './month.ts';
import { readQuarter } from './quarter.ts';
import { readSeason } from './season.ts';
import { readWeek } from './week.ts';
import { readYear } from './year.ts';

const START = '(?:primo|prim\\.?(?=\\s)|start(?:en)?|begyndelsen|først|tidligt?)';
const MIDDLE = '(?:medio|med\\.(?=\\s)|midt(?:en)?)';
const LAST = '(?:ultimo|ult\\.?(?=\\s)|slut(?:ning(?:en)?)?|sidst|sent)';
const WORD = `(?:(${START})|(${MIDDLE})|(${LAST}))`;
const OF = '(?:\\s(?:i|af|på)(?=\\s))?';
const PARTS = sticky(`(?:i\\s)?${WORD}(?:\\s?(?:[-/+]|til|og|eller)\\s?${WORD})?${OF}[.\\s]\\s?`);
const END_OF = sticky('(?:(?:ved|med)\\s)?udgangen\\saf\\s');
const END_OF_MEETING = sticky(`(?:ved\\s)?(?:(årets)|månedens)\\s(?:udgang|slutning|afslutning)${END}`);

/** "Primo jan.", "Medio/ultimo dec", "slutningen af januar", "primo 2026", "ved udgangen af 2026". */
export function readPart(text: string, at: number): Phrase | null {
  const parts = matchAt(PARTS, text, at);
  if (parts) {
    const first = partNumber(parts[1], parts[2]);
    const hasSecond = parts[4] ?? parts[5] ?? parts[6];
    const last = hasSecond ? partNumber(parts[4], parts[5]) : first;
    const whole = readWhole(text, at + parts[0].length);
    return whole && first <= last ? partOf(whole, first, last) : null;
  }
  const endOf = matchAt(END_OF, text, at);
  const whole = endOf && readWhole(text, at + endOf[0].length);
  if (whole) return endPhrase(whole);
  const meeting = matchAt(END_OF_MEETING, text, at);
  return meeting && endPhrase(wholeOfMeeting(at + meeting[0].length, meeting[1] !== undefined));
}

function readWhole(text: string, at: number): Phrase | null {
  return longest([readMonth, readQuarter, readYear, readSeason, readWeek].map((read) => read(text, at)));
}

function partNumber(start: string | undefined, middle: string | undefined): 1 | 2 | 3 {
  return start ? 1 : middle ? 2 : 3;
}

/** How a third of each kind of time is said; null where it has no thirds of its own. */
function thirdPrecision(whole: Precision, part: 1 | 2 | 3): Precision | null {
  if (whole === 'month') return 'third';
  if (whole === 'quarter' || whole === 'season') return 'month';
  if (whole === 'half') return 'range';
  // By convention primo and ultimo of a year are its first and last quarter (domain.md 5.4, row 22).
  if (whole === 'year') return part === 2 ? 'range' : 'quarter';
  return null;
}

function partOf(whole: Phrase, first: 1 | 2 | 3, last: 1 | 2 | 3): Phrase | null {
  const { weak: _certainNow, ...sure } = whole;
  if (whole.precision === 'week') return { ...sure, landmark: 'part' };
  const precision = thirdPrecision(whole.precision, first);
  if (!precision) return null;
  return {
    ...sure,
    precision: first === last ? precision : 'range',
    landmark: 'part',
    days: (year, meetingDay) => {
      const days = whole.days(year, meetingDay);
      const from = days && third(days, whole.precision, first).from;
      const to = days && third(days, whole.precision, last).to;
      return from && to ? { from, to } : null;
    },
  };
}

/** The last month of something longer than a month, else its last third (row 31: a year ends in December). */
function endPhrase(whole: Phrase): Phrase | null {
  if (whole.precision === 'month' || whole.precision === 'week') {
    const last = partOf(whole, 3, 3);
    return last && { ...last, landmark: 'end-of' };
  }
  if (whole.ranged) return null;
  const { weak: _certainNow, ...sure } = whole;
  return {
    ...sure,
    precision: 'month',
    landmark: 'end-of',
    days: (year, meetingDay) => {
      const to = whole.days(year, meetingDay)?.to;
      return to ? { from: firstOfMonth(to), to } : null;
    },
  };
}

function third({ from, to }: Days, whole: Precision, part: 1 | 2 | 3): Days {
  if (from === null || to === null) return { from, to };
  if (whole === 'month') {
    const starts = [from, addDays(from, 10), addDays(from, 20)];
    return { from: starts[part - 1] ?? from, to: part === 3 ? to : addDays(from, part * 10 - 1) };
  }
  // In months from the start: where the parts begin, and where the last one ends.
  const cuts = whole === 'year' ? [0, 3, 9, 12] : whole === 'half' ? [0, 2, 4, 6] : [0, 1, 2, 3];
  return {
    from: addMonths(from, cuts[part - 1] ?? 0),
    to: addDays(addMonths(from, cuts[part] ?? 0), -1),
  };
}

function firstOfMonth(day: string): string | null {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
}

function wholeOfMeeting(end: number, isYear: boolean): Phrase {
  return {
    end,
    precision: isYear ? 'year' : 'month',
    year: { fromMeeting: 0 },
    days: (year, meetingDay) => {
      const month = isYear ? 12 : partsOf(meetingDay).month;
      return months(year, isYear ? 1 : month, year, month);
    },
  };
}

import { addDays, mondayOfWeek } from '#src/shared/calendar-day.ts';
import { type Days, matchAt, type Phrase, sticky, type YearWord } from '#src/shared/fuzzy-date/phrase.ts';
import { wholeYear, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';

const YEAR_BEFORE = sticky('((?:19|20|21)\\d\\d)[,-]?\\s?(?=uge|w\\d)');
const WEEKDAY_OF = sticky('(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\\s(?:i\\s)?(?=uge)');
const WEEK = sticky(`(?:uge(?:r|rne|n)?\\.?\\s?(?:nr\\.?\\s?)?|w(?=\\d\\d))(\\d{1,2})(?![\\p{L}\\p{N}_])`);
const SECOND = sticky(
  '\\.?\\s?(-|/|\\+|,|og|til|eller)\\s?(?:uge\\s?)?(\\d{1,2})(?![\\p{L}\\p{N}_]|[./]\\d)',
);

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
/** Two weeks over New Year lie near each other; "uge 49-25" does not go round the year. */
const LONGEST_ROUND_NEW_YEAR = 20;

/** "uge 44", "Uge 3-4", "uge 49/2025", "uge 2-4 2026", "2026-W03", "fredag i uge 50". Years are ISO week years. */
export function readWeek(text: string, at: number): Phrase | null {
  const before = matchAt(YEAR_BEFORE, text, at) ?? matchAt(WEEKDAY_OF, text, at);
  const start = at + (before?.[0].length ?? 0);
  const match = matchAt(WEEK, text, start);
  if (!match) return null;
  const weekday = WEEKDAYS.indexOf(before?.[1] ?? '');
  const yearBefore = before && weekday < 0 ? Number(before[1]) : null;
  const first = Number(match[1]);
  const end = start + match[0].length;
  const second = matchAt(SECOND, text, end);
  const last = second ? Number(second[2]) : first;
  if (second && isYearNotWeek(second[1] ?? '', first, last)) {
    return weekPhrase(end + second[0].length, wholeYear(second[2] ?? ''), first, first, weekday);
  }
  if (second && !belongTogether(second[1] ?? '', first, last))
    return weekPhrase(end, yearBefore, first, first, weekday);
  const year = yearAfter(text, end + (second?.[0].length ?? 0));
  return year && weekPhrase(year.end, year.year ?? yearBefore, first, last, weekday);
}

/** "uge 49/25" and "uge 49-25" mean the year 2025, "uge 3/4" and "uge 24-26" mean weeks. */
function isYearNotWeek(sign: string, first: number, second: number): boolean {
  if (second < 20 || second > 45) return false;
  return sign === '/' ? second !== first + 1 : sign === '-' && second < first;
}

/** "uge 3-6" is a range; "uge 3 og 6" are two weeks and no range. */
function belongTogether(sign: string, first: number, second: number): boolean {
  return sign === '-' || sign === 'til' || second === first + 1 || (second === 1 && first >= 52);
}

function weekPhrase(end: number, year: YearWord, first: number, last: number, weekday: number): Phrase {
  if (weekday >= 0 && first === last) {
    return { end, precision: 'day', year, days: (inYear) => dayInWeek(inYear, first, weekday) };
  }
  const phrase: Phrase = {
    end,
    precision: first === last ? 'week' : 'range',
    year,
    // The year stands after the last week, so that is the week it belongs to.
    days: (inYear) => weeks(first <= last ? inYear : inYear - 1, first, inYear, last),
  };
  return first === last ? phrase : { ...phrase, ranged: true };
}

function weeks(firstYear: number, first: number, lastYear: number, last: number): Days | null {
  if (firstYear !== lastYear && 52 - first + last > LONGEST_ROUND_NEW_YEAR) return null;
  const from = mondayOfWeek(firstYear, first);
  const lastMonday = mondayOfWeek(lastYear, last);
  return from && lastMonday ? { from, to: addDays(lastMonday, 6) } : null;
}

function dayInWeek(year: number, week: number, weekday: number): Days | null {
  const monday = mondayOfWeek(year, week);
  return monday === null ? null : { from: addDays(monday, weekday), to: addDays(monday, weekday) };
}

import { addDays, dayOf, isoWeekday, lastDayOfMonth, mondayOfWeek } from '#src/shared/calendar-day.ts';
import { AA, type Days, END, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { twoYearsAfter, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';

interface Holiday {
  name: RegExp;
  days: (year: number) => Days | null;
}

/** Only holidays whose days can be worked out for the whole country: the winter holiday differs between municipalities. */
const HOLIDAYS: readonly Holiday[] = [
  { name: named('(?:skolernes\\s)?sommerferie(?:n|rne)?'), days: summerHoliday },
  { name: named(`(?:skolernes\\s)?efter${AA}rsferie(?:n|rne)?`), days: autumnHoliday },
  { name: named(`p${AA}sken?`), days: easter },
  { name: named('(?:nytår|årsskiftet)'), days: newYear },
  { name: named('(?:jul|julen)'), days: (year) => ({ from: `${year}-12-24`, to: `${year}-12-26` }) },
];

/** "sommerferien 2026", "jul", "påske". Weak, because it is mostly "før" or "efter" that makes a date of it. */
export function readHoliday(text: string, at: number): Phrase | null {
  for (const { name, days } of HOLIDAYS) {
    const match = matchAt(name, text, at);
    if (!match) continue;
    const end = at + match[0].length;
    const pair = days === newYear ? twoYearsAfter(text, end) : null;
    const year = pair ?? yearAfter(text, end);
    // "nytår 2025" may be the beginning or the end of that year.
    if (days === newYear && !pair && year?.year !== null) return null;
    return (
      year && { end: year.end, precision: 'season', year: year.year, days, weak: true, landmark: 'holiday' }
    );
  }
  return null;
}

function named(pattern: string): RegExp {
  return sticky(`${pattern}${END}`);
}

/** From the last Saturday in June to the Sunday before week 33 (domain.md 5.4, rows 23 and 24). */
export function summerHoliday(year: number): Days | null {
  const lastOfJune = lastDayOfMonth(year, 6);
  const sinceSaturday = (isoWeekday(lastOfJune) + 1) % 7;
  const back = mondayOfWeek(year, 33);
  return back === null ? null : { from: addDays(lastOfJune, -sinceSaturday), to: addDays(back, -1) };
}

function newYear(year: number): Days {
  return { from: `${year}-01-01`, to: `${year}-01-01` };
}

/** The schools' week 42. */
function autumnHoliday(year: number): Days | null {
  const monday = mondayOfWeek(year, 42);
  return monday === null ? null : { from: monday, to: addDays(monday, 6) };
}

/** Maundy Thursday to Easter Monday. */
function easter(year: number): Days | null {
  const sunday = easterSunday(year);
  return sunday === null ? null : { from: addDays(sunday, -3), to: addDays(sunday, 1) };
}

/** The anonymous Gregorian computus. */
function easterSunday(year: number): string | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

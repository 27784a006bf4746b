import { addDays, addMonths, dayOf, isoWeekday, lastDayOfMonth, partsOf } from '#src/shared/calendar-day.ts';
import type { Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { type Days, END, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';

const MEETING = '(?:mødet|programledermødet|programmødet|dette\\smøde)';
const NUMBERS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'];
const COUNT = `(\\d{1,3}|et|fjorten|${NUMBERS.join('|')})`;
const LENGTH = `${COUNT}\\s(dage?|uger?|måned(?:er)?)`;

const IMMEDIATELY = sticky(`(?:(?:umiddelbart|straks|lige)\\sefter\\s${MEETING}|straks|omgående)${END}`);
const SOON = sticky(
  `(?:snarest(?:\\smuligt)?|hurtigst\\smuligt|så\\s(?:hurtigt|snart)\\ssom\\smuligt|asap)${END}`,
);
/** "pr. d.d.", "pr. dags dato": the day the slide was shown. */
const THIS_DAY = sticky(`(?:pr\\.?\\s|per\\s)?(?:d\\.\\s?d\\.|dags\\sdato${END})`);
const AFTER_MEETING = sticky(`efter\\s${MEETING}${END}`);
const NEAR_DAY = sticky(`i\\s(går|dag|morgen|overmorgen)${END}`);
const NEAR_PERIOD = sticky(`(?:i\\s)?(denne|næste|kommende|sidste|forrige)\\s(uge|måned)${END}`);
const AHEAD = sticky(`(?:om\\s${LENGTH}|${LENGTH}\\sefter\\s${MEETING})${END}`);
const WITHIN = sticky(`(?:inden\\sfor|indenfor)\\s${LENGTH}${END}`);

const NEAR_DAYS: Readonly<Record<string, number>> = { går: -1, dag: 0, morgen: 1, overmorgen: 2 };

/** Words that count from the meeting: "umiddelbart efter mødet", "snarest", "i morgen", "næste uge", "om 14 dage". */
export function readFromMeeting(text: string, at: number): Phrase | null {
  const tried = (pattern: RegExp) => matchAt(pattern, text, at);
  const immediately = tried(IMMEDIATELY);
  // Two days are the convention for "at once" (domain.md 5.4, row 38).
  if (immediately)
    return counted(at, immediately, 'immediate', (day) => ({ from: day, to: addDays(day, 2) }));
  const soon = tried(SOON);
  if (soon) return counted(at, soon, 'immediate', (day) => ({ from: day, to: null }));
  const thisDay = tried(THIS_DAY);
  if (thisDay) return counted(at, thisDay, 'day', oneDay);
  const after = tried(AFTER_MEETING);
  if (after) return counted(at, after, 'after', (day) => ({ from: day, to: null }));
  const near = tried(NEAR_DAY);
  if (near) {
    const days = NEAR_DAYS[near[1] ?? ''] ?? 0;
    return { ...counted(at, near, 'day', (day) => oneDay(addDays(day, days))), weak: true };
  }
  const period = tried(NEAR_PERIOD);
  if (period) return nearPeriod(at, period);
  const ahead = tried(AHEAD);
  if (ahead) return lengthAhead(at, ahead, ahead[1] ?? ahead[3] ?? '', ahead[2] ?? ahead[4] ?? '');
  const within = tried(WITHIN);
  if (!within) return null;
  const end = (day: string) => moved(day, numberOf(within[1] ?? ''), within[2] ?? '');
  return counted(at, within, 'range', (day) => ({ from: day, to: end(day) }));
}

function counted(
  at: number,
  match: RegExpExecArray,
  precision: Precision,
  days: (day: string) => Days,
): Phrase {
  return {
    end: at + match[0].length,
    precision,
    year: { fromMeeting: 0 },
    days: (_year, meetingDay) => days(meetingDay),
  };
}

function nearPeriod(at: number, match: RegExpExecArray): Phrase {
  const steps = { denne: 0, næste: 1, kommende: 1 }[match[1] ?? ''] ?? -1;
  if (match[2] === 'uge') return counted(at, match, 'week', (day) => weekOf(addDays(day, 7 * steps)));
  return counted(at, match, 'month', (day) => monthOf(addMonths(day, steps)));
}

/** "om 14 dage" is a day, "om 2 uger" a week: no more exact than it is said. */
function lengthAhead(at: number, match: RegExpExecArray, count: string, unit: string): Phrase {
  const goal = (day: string) => moved(day, numberOf(count), unit);
  if (unit.startsWith('uge')) return counted(at, match, 'week', (day) => weekOf(goal(day)));
  if (unit.startsWith('måned')) return counted(at, match, 'month', (day) => monthOf(goal(day)));
  return counted(at, match, 'day', (day) => oneDay(goal(day)));
}

function numberOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return word === 'fjorten' ? 14 : word === 'et' ? 1 : NUMBERS.indexOf(word);
}

function moved(day: string, count: number, unit: string): string {
  if (unit.startsWith('uge')) return addDays(day, 7 * count);
  if (unit.startsWith('måned')) return addMonths(day, count);
  return addDays(day, count);
}

function oneDay(day: string): Days {
  return { from: day, to: day };
}

function weekOf(day: string): Days {
  const monday = addDays(day, 1 - isoWeekday(day));
  return { from: monday, to: addDays(monday, 6) };
}

function monthOf(day: string): Days {
  const { year, month } = partsOf(day);
  return { from: dayOf(year, month, 1), to: lastDayOfMonth(year, month) };
}

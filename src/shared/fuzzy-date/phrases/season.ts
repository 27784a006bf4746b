import { AA, END, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { twoYearsAfter, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';
import { months } from './month.ts';

const LEAD =
  '(?:(?:i\\s)?(sidste|forrige)\\s|(til|om|(?:til\\s)?(?:næste|kommende))\\s|(?:i|hen over|over)\\s)?(?:den\\s)?(?:tidlig(?:e|t)?\\s|sen(?:e|t)?\\s)?';
const SEASON = sticky(`${LEAD}(for${AA}r|sommer|efter${AA}r|vinter)(?:en|et)?${END}`);
const IS_LED = /^(?:i|til|om|hen|over|sidste|forrige|næste|kommende)\s/;

/** First and last month; the winter begins in the year before its end. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  f: [3, 5],
  s: [6, 8],
  e: [9, 11],
  v: [12, 2],
};

/** "i foråret", "til efteråret", "sommeren 2026", "vinteren 2025/26". A winter of one printed year is not guessed. */
export function readSeason(text: string, at: number): Phrase | null {
  const match = matchAt(SEASON, text, at);
  const [first, last] = SEASONS[match?.[3]?.charAt(0) ?? ''] ?? [];
  if (!match || !first || !last) return null;
  const wraps = last < first;
  const end = at + match[0].length;
  const pair = wraps ? twoYearsAfter(text, end) : null;
  const year = pair ?? yearAfter(text, end);
  if (!year || (wraps && !pair && year.year !== null)) return null;
  const phrase: Phrase = {
    end: year.end,
    precision: 'season',
    year: year.year,
    days: (inYear) => months(wraps ? inYear - 1 : inYear, first, inYear, last),
  };
  if (match[1]) phrase.tense = 'past';
  if (match[2]) phrase.tense = 'future';
  if (year.year === null && !IS_LED.test(match[0])) phrase.weak = true;
  return phrase;
}

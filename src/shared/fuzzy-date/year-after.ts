import { END, MONTH, matchAt, sticky, type YearWord } from './phrase.ts';

const FOUR_DIGITS = sticky(`[.,]?\\s?(?:-|/|i\\s|af\\s)?\\s?((?:19|20|21)\\d\\d)${END}(?![./]\\d)`);
const IN_PARENTHESIS = sticky('\\s?\\(((?:19|20|21)\\d\\d)\\)');
const TWO_DIGITS = sticky(`\\.?(?:[-/]|\\s?')(\\d\\d)${END}(?!\\.?\\s?${MONTH}${END}|[./]\\d|\\s?%)`);
const TWO_DIGITS_LAST = sticky(`\\.?\\s(\\d\\d)(?=\\s?(?:$|\\n|[,;:)?!]|\\.(?!\\d|\\s?${MONTH}${END})))`);
const COUNTED = sticky(
  `\\.?\\s(?:(?:i|til)\\s)?(?:(næste|kommende)|(sidste|forrige)|i|dette|indeværende)\\s${'(?:år)'}${END}`,
);
const TWO_YEARS = sticky(`\\s((?:20)?\\d\\d)\\s?[/-]\\s?((?:20)?\\d\\d)${END}`);
/** Something that began as a year and is none: "202§". */
const DAMAGED = sticky('[\\s.,-]{0,3}(?:2[0o]|z0)[\\p{L}\\p{N}§$&@*]{1,3}');

export interface YearAfter {
  year: YearWord;
  end: number;
}

/**
 * The year that follows a phrase: " 2025", "-25", "'26", " 26" at the end of a line, " næste år".
 * No year gives `year: null` and the same place; a damaged one gives null, for then the phrase cannot be trusted.
 */
export function yearAfter(text: string, at: number): YearAfter | null {
  const digits =
    matchAt(FOUR_DIGITS, text, at) ??
    matchAt(IN_PARENTHESIS, text, at) ??
    matchAt(TWO_DIGITS, text, at) ??
    matchAt(TWO_DIGITS_LAST, text, at);
  if (digits) return { year: wholeYear(digits[1] ?? ''), end: at + digits[0].length };
  const counted = matchAt(COUNTED, text, at);
  if (counted) {
    return { year: { fromMeeting: counted[1] ? 1 : counted[2] ? -1 : 0 }, end: at + counted[0].length };
  }
  return matchAt(DAMAGED, text, at) ? null : { year: null, end: at };
}

/** The later of two years that meet at New Year: " 2025/26", " 2025-2026". */
export function twoYearsAfter(text: string, at: number): YearAfter | null {
  const match = matchAt(TWO_YEARS, text, at);
  const [first, second] = [wholeYear(match?.[1] ?? ''), wholeYear(match?.[2] ?? '')];
  return match && second === first + 1 ? { year: second, end: at + match[0].length } : null;
}

/** Two digits are a year of this century. */
export function wholeYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

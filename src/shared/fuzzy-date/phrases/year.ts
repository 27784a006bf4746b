import { END, matchAt, type Phrase, sticky, type YearWord } from '#src/shared/fuzzy-date/phrase.ts';
import { months } from './month.ts';

const YEAR = sticky(`((?:19|20|21)\\d\\d)${END}(?![./:-]\\d|\\s?%)`);
const COUNTED = sticky(
  `(?:(i år|året|dette år|indeværende år)|((?:i |til )?(?:næste|kommende) år)|((?:i )?(?:sidste|forrige) år))${END}`,
);

/** "2026", "næste år", "året" (that of the meeting). */
export function readYear(text: string, at: number): Phrase | null {
  const given = matchAt(YEAR, text, at);
  if (given) return wholeYearPhrase(at + given[0].length, Number(given[1]));
  const counted = matchAt(COUNTED, text, at);
  if (!counted) return null;
  return wholeYearPhrase(at + counted[0].length, { fromMeeting: counted[2] ? 1 : counted[3] ? -1 : 0 });
}

function wholeYearPhrase(end: number, year: YearWord): Phrase {
  return { end, precision: 'year', year, days: (inYear) => months(inYear, 1, inYear, 12), weak: true };
}

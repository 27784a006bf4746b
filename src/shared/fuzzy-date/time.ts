import { END, MONTH, matchAt, sticky } from './phrase.ts';
import { type Place, plainText } from './plain-text.ts';

export interface TimeOfDay {
  /** "09:30" */
  from: string;
  /** "11:00", or null when only a beginning is told. */
  to: string | null;
}

const CLOCK = '(\\d{1,2})(?:[.:](\\d\\d))?';
/** "kl.", and what OCR makes of it: "KI.", "k1.", "k.". */
const AT = '(?:klokken|k[li1|]\\.?|k\\.)\\s?';
const TO = '\\s?(?:-|til|og)\\s?';
const WITH_WORD = `(?<![\\p{L}\\p{N}])${AT}${CLOCK}(?:${TO}(?:${AT})?${CLOCK})?${END}(?![./:]\\d|\\.?\\s?${MONTH}${END})`;
const BARE = `(\\d{1,2})[.:](\\d\\d)${TO}(\\d{1,2})[.:](\\d\\d)${END}(?![./:]\\d)`;

const EVERYWHERE = new RegExp(WITH_WORD, 'gu');
const AFTER_DATE = sticky(`,?\\s(?:fra\\s)?(?:${WITH_WORD}|${BARE})`);
const BARE_SOMEWHERE = new RegExp(`(?<![\\p{L}\\p{N}./:-])${BARE}`, 'u');

/** Reads "kl. 9.30 – 11.00", "09.30-11.00" or "kl. 20.30"; null when the text tells no time of day. */
export function parseTime(text: string): TimeOfDay | null {
  const plain = plainText(text).text;
  for (const match of plain.matchAll(EVERYWHERE)) {
    const time = timeOf(match.slice(1));
    if (time) return time;
  }
  const bare = BARE_SOMEWHERE.exec(plain);
  return bare && !couldBeDays(bare) ? timeOf(bare.slice(1)) : null;
}

/** "kl. 9.30–11.00", "kl. 20.30". */
export function timeInWords({ from, to }: TimeOfDay): string {
  const words = (clock: string) => clock.replace(/^0/, '').replace(':', '.');
  return to === null ? `kl. ${words(from)}` : `kl. ${words(from)}–${words(to)}`;
}

/** Where times stand in plain text that a word ("kl.") tells to be times. */
export function timesWithWord(text: string): Place[] {
  return [...text.matchAll(EVERYWHERE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The time of day that follows a date at a place in plain text, with its word or as "09.30-11.00". */
export function timeAfter(text: string, at: number): Place | null {
  const match = matchAt(AFTER_DATE, text, at);
  if (!match || (!timeOf(match.slice(1, 5)) && !timeOf(match.slice(5)))) return null;
  return { start: at + (/^,?\s(?:fra\s)?/.exec(match[0])?.[0].length ?? 0), end: at + match[0].length };
}

/** "10.11-12.11" may as well be two days. */
function couldBeDays([, , minutes, , lastMinutes]: RegExpExecArray): boolean {
  const isMonth = (digits = '') => Number(digits) >= 1 && Number(digits) <= 12;
  return isMonth(minutes) && isMonth(lastMinutes);
}

function timeOf([hour, minute, lastHour, lastMinute]: (string | undefined)[]): TimeOfDay | null {
  const from = clock(hour, minute);
  const to = lastHour === undefined ? null : clock(lastHour, lastMinute);
  if (from === null || (lastHour !== undefined && (to === null || to <= from))) return null;
  return { from, to };
}

function clock(hour = '', minute = '00'): string | null {
  const isTime =
    hour !== '' && (Number(hour) < 24 || (hour === '24' && minute === '00')) && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

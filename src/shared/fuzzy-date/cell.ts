import type { DateContext } from './context.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import { meaningOf, type Reading, withoutDays } from './meaning.ts';
import { plainText } from './plain-text.ts';
import { type Scanned, scanPhrases } from './scan.ts';
import { tenseOf } from './tense.ts';

const NOTHING = /^(?:[-.\s]*|ikke oplyst\.?)$/u;
/** Words that say that no date is known: they are the value, and nothing was misread. */
const UNKNOWN =
  /^(?:uafklaret|uvist|ukendt|afvent|tbd|tba|t\.b\.d|n\/?a\b|ikke |endnu ikke|under |mangler|kommer|følger|aftales|meldes|oplyses|besluttes|når |senere|ingen |uden |efter aftale|åben|på vej|\?)/u;
/** ... unless a day follows after all: "ikke før 15. december". */
const BOUND_AFTER_ALL = /^ikke (?:før|senere|inden)/u;
const ONGOING = /^(?:løbende|lgbende|kontinuerligt?|fortløbende|hele året|året rundt)(?![\p{L}\p{N}])/u;
const TAKEN_BACK =
  /(?:^|[^\p{L}])(?:ikke|uafklaret|afventer|aflyst|annulleret|udgår|tidligere|tidl|oprindeligt?)(?![\p{L}])/u;
const REPLACED = /(?:^|[^\p{L}])(?:forlænget|udsat|udskudt|flyttet|rykket|ændret|ny frist|nu)(?![\p{L}])/u;
/** Words of time that were not understood change what the date beside them means: "første uge i december". */
const TIME_WORD =
  /(?:^|[^\p{L}])(?:før|inden|efter|hver(?:t|anden)?|uge|halvdel|måned|primo|medio|ultimo|weekend|vinter|\p{L}*ferie|jul|nytår|påske)(?:en|n|s)?(?![\p{L}])/u;
const HARMLESS = /^[\p{L}\s.,:;()[\]'"/+!?*†|-]*$/u;
const COUNT_OF_THINGS = /(?<![\p{N}.,/-])\d{1,3}\s(?=\p{L}{3})/gu;

/** Reads one cell: its words are a date, say that there is none, or cannot be understood. */
export function readCell(raw: string, context: DateContext): Reading {
  const words = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const { text } = plainText(words);
  const letters = context.letters ?? 'clean';
  if (NOTHING.test(text)) return { date: withoutDays(words, 'none', context), why: null };
  const scanned = scanPhrases(text, { letters, cell: true });
  const single = governing(text, scanned);
  const said = single ? single.said : tenseOf(text);
  if (ONGOING.test(text)) return { date: ongoing(words, single, context), why: null };
  if (UNKNOWN.test(text) && !(single && BOUND_AFTER_ALL.test(text))) {
    return {
      date: withoutDays(words, 'unclear', context, deniesDispatch(text) ? undefined : said),
      why: null,
    };
  }
  if (single) return meaningOf(single.phrase, words, context, said);
  const why = said && HARMLESS.test(text) && scanned.length === 0 ? null : 'not-understood';
  return { date: withoutDays(words, 'unclear', context, deniesDispatch(text) ? undefined : said), why };
}

/** The one date that the cell is about; null when there is none, or when what stands around it makes it doubtful. */
function governing(text: string, scanned: readonly Scanned[]): Scanned | null {
  const outside = scanned.filter(({ start }) => !inParenthesis(text, start));
  const candidates = outside.length > 0 ? outside : scanned;
  const last = candidates.at(-1);
  if (!last) return null;
  const replaced = candidates.length > 1 && REPLACED.test(text.slice(candidates[0]?.phrase.end, last.start));
  if (candidates.length > 1 && !replaced) return null;
  return isHarmless(rest(text, scanned, outside.length > 0)) ? last : null;
}

function inParenthesis(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')') && text.indexOf(')', at) >= 0;
}

/** The text without its dates and times; a parenthesis beside a date is a remark. */
function rest(text: string, scanned: readonly Scanned[], dropParentheses: boolean): string {
  let left = '';
  let at = 0;
  for (const { start, phrase, time } of scanned) {
    left += `${text.slice(at, start)};`;
    at = time?.end ?? phrase.end;
  }
  left += text.slice(at);
  return dropParentheses ? left.replace(/\([^()]*\)/g, ';') : left;
}

function isHarmless(left: string): boolean {
  return HARMLESS.test(left.replace(COUNT_OF_THINGS, '')) && !TAKEN_BACK.test(left) && !TIME_WORD.test(left);
}

function deniesDispatch(text: string): boolean {
  return /(?:^|\s)ikke(?:\s|$)/.test(text);
}

function ongoing(words: string, single: Scanned | null, context: DateContext): FuzzyDate {
  const inner = single && meaningOf(single.phrase, words, context, undefined).date;
  return { ...(inner ?? withoutDays(words, 'ongoing', context)), precision: 'ongoing' };
}

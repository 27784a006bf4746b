import { AA, END, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { wholeYear, yearAfter } from '#src/shared/fuzzy-date/year-after.ts';
import { months } from './month.ts';

const YEAR_BEFORE = sticky('((?:19|20|21)\\d\\d)\\s?[-/,]?\\s?(?=[qh]\\d|[1-9]\\.|først|and|tred|fjer)');
const JOIN = '\\s?(?:-|/|\\+|og|til|eller)\\s?';
const ORDINAL = '([1-9]|første|andet|anden|tredje|fjerde)\\.?';

interface Kind {
  precision: 'quarter' | 'half';
  monthsLong: number;
  perYear: number;
  /** Groups: first part, last part, two digits of a year written together with it ("1H26"). */
  pattern: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    precision: 'quarter',
    monthsLong: 3,
    perYear: 4,
    pattern: kindPattern('q', '(?:kvartal(?:erne)?|kvt\\.?|kv\\.?)'),
  },
  { precision: 'half', monthsLong: 6, perYear: 2, pattern: kindPattern('h', `halv${AA}r`) },
];

/** "Q1 2026", "1. kvartal 2026", "Q4/Q1", "2. halvår 26", "1H26", "første halvår". */
export function readQuarter(text: string, at: number): Phrase | null {
  const before = matchAt(YEAR_BEFORE, text, at);
  const start = at + (before?.[0].length ?? 0);
  for (const kind of KINDS) {
    const match = matchAt(kind.pattern, text, start);
    if (!match) continue;
    const [whole, ordinal1, ordinal2, letter1, letter2, short, glued] = match;
    const first = partNumber(ordinal1 ?? letter1 ?? short);
    const last = partNumber(ordinal2 ?? letter2 ?? ordinal1 ?? letter1 ?? short);
    const end = start + whole.length;
    const year = glued ? { year: wholeYear(glued), end } : yearAfter(text, end);
    return year && partsOfYear(kind, year.end, year.year ?? (before ? Number(before[1]) : null), first, last);
  }
  return null;
}

function kindPattern(letter: string, word: string): RegExp {
  const words = `${ORDINAL}(?:${JOIN}${ORDINAL})?\\s?${word}`;
  const letters = `${letter}([1-9])(?:${JOIN}${letter}?([1-9]))?`;
  return sticky(`(?:${words}|${letters}|([1-9])${letter}(\\d\\d)?)${END}`);
}

function partNumber(word = ''): number {
  const named = ['første', 'andet', 'tredje', 'fjerde'].indexOf(word === 'anden' ? 'andet' : word);
  return named < 0 ? Number(word) : named + 1;
}

function partsOfYear(kind: Kind, end: number, year: Phrase['year'], first: number, last: number): Phrase {
  const exists = Math.max(first, last) <= kind.perYear;
  const startOf = (part: number) => (part - 1) * kind.monthsLong + 1;
  const phrase: Phrase = {
    end,
    precision: first === last ? kind.precision : 'range',
    year,
    days: (inYear) =>
      exists
        ? months(first <= last ? inYear : inYear - 1, startOf(first), inYear, last * kind.monthsLong)
        : null,
  };
  return first === last ? phrase : { ...phrase, ranged: true };
}

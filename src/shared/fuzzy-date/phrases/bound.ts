import { addDays } from '#src/shared/calendar-day.ts';
import type { Precision } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { type Days, END, matchAt, type Phrase, sticky } from '#src/shared/fuzzy-date/phrase.ts';
import { readRange } from './range.ts';

const THEN = '(?:\\s(?:i|ved|med|på)(?=\\s))?\\s(?:(?:den|d\\.?)\\s?(?=\\d|\\p{L}{3}))?';

type Bound = (inner: Phrase) => Phrase | null;

/** What each word in front makes of the date after it. */
const BOUNDS: readonly { word: RegExp; bound: Bound }[] = [
  { word: lead('(?:aller)?seneste?|ikke\\ssenere\\send'), bound: by },
  { word: lead('ikke\\s(?:før|inden)'), bound: from },
  { word: lead('inden(?!\\sfor\\s)'), bound: within },
  { word: lead('f(?:ø|oe|g|@)r|forud\\sfor'), bound: before },
  { word: lead('efter'), bound: after },
  { word: lead('tidligst'), bound: from },
  { word: lead('fra\\sog\\smed|fra'), bound: (inner) => (inner.ranged ? sure(inner) : from(inner)) },
  { word: lead('til\\sog\\smed|t\\.?o\\.?m\\.?|indtil|(?:og\\s)?frem\\s(?:til|mod)'), bound: until },
  {
    word: lead('til'),
    bound: (inner) => ({ ...(inner.precision === 'day' ? inner : sure(inner)), tense: 'future' }),
  },
  { word: lead('per|pr\\.?'), bound: (inner) => (inner.precision === 'day' ? sure(inner) : null) },
];
const ONWARDS = sticky(
  `(?:\\s?\\+(?![\\p{L}\\p{N}])|\\s(?:og|eller)\\s(?:frem(?:efter|over|ad)?|senere|efterfølgende)${END})`,
);
/** Before or after them means before or after their days; a day or a part of a month is itself the last possible. */
const STRETCHES: readonly Precision[] = ['week', 'month', 'quarter', 'half', 'year', 'season'];

/** "senest den 15/12-25", "inden jul", "før sommerferien 2026", "fra uge 3", "2027+"; else the date as it stands. */
export function readBound(text: string, at: number): Phrase | null {
  for (const { word, bound } of BOUNDS) {
    const match = matchAt(word, text, at);
    const inner = match && readRange(text, at + match[0].length);
    const phrase = inner && bound(inner);
    if (phrase) return phrase;
  }
  const inner = readRange(text, at);
  const onwards = inner && matchAt(ONWARDS, text, inner.end);
  return inner && onwards ? { ...from(inner), end: inner.end + onwards[0].length } : inner;
}

function lead(words: string): RegExp {
  return sticky(`(?:${words})${THEN}`);
}

function sure({ weak: _weak, ...phrase }: Phrase): Phrase {
  return phrase;
}

/** A last day does not change the interval: "senest den 15/12-25" is the 15th (domain.md 5.4, row 37). */
function by(inner: Phrase): Phrase {
  return { ...sure(inner), tense: 'future' };
}

function within(inner: Phrase): Phrase | null {
  if (inner.landmark === 'end-of') return until({ ...inner, tense: 'future' });
  if (inner.landmark !== 'part' && STRETCHES.includes(inner.precision)) return before(inner);
  return by(inner);
}

function before(inner: Phrase): Phrase | null {
  if (inner.landmark === 'end-of') return until({ ...inner, tense: 'future' });
  return {
    ...open(inner, 'before', ({ from }) => (from === null ? null : { from: null, to: addDays(from, -1) })),
    tense: 'future',
  };
}

function until(inner: Phrase): Phrase {
  return open(inner, 'before', ({ to }) => (to === null ? null : { from: null, to }));
}

function after(inner: Phrase): Phrase {
  return open(inner, 'after', ({ to }) => (to === null ? null : { from: addDays(to, 1), to: null }));
}

function from(inner: Phrase): Phrase {
  return open(inner, 'after', ({ from }) => (from === null ? null : { from, to: null }));
}

function open(inner: Phrase, precision: 'before' | 'after', side: (days: Days) => Days | null): Phrase {
  return {
    ...sure(inner),
    precision,
    days: (year, meetingDay) => {
      const days = inner.days(year, meetingDay);
      return days && side(days);
    },
  };
}

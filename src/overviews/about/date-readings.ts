import { dayInSentence, intervalInSentence } from '#src/shared/danish-calendar.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';

/** The examples are words of the November material, read as on its meeting. */
export const EXAMPLE_MEETING_DAY = '2025-11-24';

interface DateReading {
  /** '' for an empty cell. */
  words: string;
  meaning: string;
  note: string;
}

/** Examples of what the source writes and what the portal's own reader makes of it. */
export function dateReadings(): DateReading[] {
  return EXAMPLES.map(({ words, note = '' }) => ({ words, meaning: meaningOf(words), note }));
}

const CHOICE = 'Portalens valg: Kilden siger det ikke nærmere.';

const EXAMPLES: readonly { words: string; note?: string }[] = [
  { words: 'Primo dec' },
  { words: 'Medio dec.2025' },
  { words: 'Ultimo Jan.' },
  { words: 'Medio/ultimo dec' },
  { words: 'Sendt uge 44', note: 'En uge går fra mandag til søndag.' },
  { words: 'Uge 3-4' },
  { words: 'dec-25', note: 'Hele måneden, ikke den 25.' },
  { words: '1.12.-22.12' },
  { words: '2. halvår 2026?', note: 'Spørgsmålstegnet er kildens.' },
  { words: 'primo 2026', note: CHOICE },
  { words: 'ved udgangen af 2026', note: CHOICE },
  { words: 'før sommerferien 2026', note: 'Sommerferien begynder her den sidste lørdag i juni.' },
  { words: 'efter sommerferien 2026', note: 'Sommerferien slutter her før mandag i uge 33.' },
  { words: 'Uafklaret', note: 'Kilden siger selv, at datoen ikke er besluttet.' },
  { words: '', note: 'Kildens felt er tomt.' },
];

function meaningOf(words: string): string {
  const { from, to } = parseFuzzyDate(words, { meetingDay: EXAMPLE_MEETING_DAY });
  if (from === null && to === null) return words === '' ? 'Ikke oplyst' : 'Uafklaret';
  if (from === null) return `Senest ${dayInSentence(to ?? '')}`;
  if (to === null) return `Tidligst ${dayInSentence(from)}`;
  return from === to ? dayInSentence(from) : intervalInSentence(from, to);
}

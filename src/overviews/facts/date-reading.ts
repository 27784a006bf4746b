import { dayInSentence, dayInTable, weekdayName } from '#src/shared/danish-calendar.ts';
import type { FuzzyDate } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { fuzzyInSentence } from '#src/shared/fuzzy-date/wording.ts';

/** How a typed date is read, in words: shown before it is saved. */
export function readingWords(date: FuzzyDate, base: string): string {
  if (date.precision === 'none') return 'Læses som et tomt felt: Ikke oplyst.';
  return [`Læses som ${meaning(date)}.`, yearNote(date, base), stateNote(date), doubtNote(date)]
    .filter(Boolean)
    .join(' ');
}

/** What a form carries to tell that this very reading was shown: the words and everything they were read as. */
export function readingKey(date: FuzzyDate): string {
  const { raw, from, to, precision, state, uncertain } = date;
  return [raw, from, to, precision, state, uncertain].map((part) => part ?? '').join('|');
}

function meaning(date: FuzzyDate): string {
  const { from, to, precision } = date;
  if (precision === 'unclear') return `uafklaret: »${date.raw}«, uden dage`;
  if (from === null && to === null) return `${fuzzyInSentence(date)}, uden dage`;
  if (from !== null && from === to) return `${weekdayName(from)} ${dayInSentence(from)}`;
  if (from === null) return `${fuzzyInSentence(date)}: til og med ${dayInTable(to ?? '')}`;
  if (to === null) return `${fuzzyInSentence(date)}: fra ${dayInTable(from)}, uden slutdag`;
  return `${fuzzyInSentence(date)}: fra ${dayInTable(from)} til ${dayInTable(to)}`;
}

function yearNote({ yearInferred, from, to }: FuzzyDate, base: string): string {
  if (!yearInferred) return '';
  const year = (from ?? to ?? '').slice(0, 4);
  return `Året ${year} er udledt ud fra ${dayInSentence(base)}. Skriv året, hvis det er et andet.`;
}

function stateNote({ state }: FuzzyDate): string {
  if (state === 'sent') return 'Det læses som sendt.';
  return state === 'planned' ? 'Det læses som planlagt, ikke sendt.' : '';
}

function doubtNote({ uncertain, confidence }: FuzzyDate): string {
  if (confidence === 'low') return 'Portalen er i tvivl: se efter, om det passer.';
  return uncertain ? 'Vises med spørgsmålstegn.' : '';
}

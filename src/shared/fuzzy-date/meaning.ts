import { chooseDays, weekdayDiffers } from './choose-year.ts';
import type { DateContext } from './context.ts';
import type { DispatchState, FuzzyDate } from './fuzzy-date.ts';
import type { Phrase } from './phrase.ts';
import type { Tense } from './tense.ts';

/** Why words that look like a date have no days: the day does not exist, or its year is out of reach. */
export type Unreadable = 'impossible' | 'far-year' | 'not-understood';

export interface Reading {
  date: FuzzyDate;
  /** Null when the date has days, or when the words themselves say that there is none. */
  why: Unreadable | null;
}

/** A phrase in its context. `said` is the tense of the words around it. */
export function meaningOf(
  phrase: Phrase,
  raw: string,
  context: DateContext,
  said: Tense | undefined,
): Reading {
  const tense = phrase.tense ?? said ?? context.tense ?? tenseOfRole(context.role);
  const chosen = chooseDays(phrase, context, tense);
  if (chosen.kind === 'impossible' || chosen.kind === 'far-year') {
    return { date: withoutDays(raw, 'unclear', context, said), why: chosen.kind };
  }
  if (chosen.kind === 'open-year') {
    return { date: { ...withoutDays(raw, phrase.precision, context, said), confidence: 'low' }, why: null };
  }
  const { from, to } = chosen.days;
  const date: FuzzyDate = {
    raw,
    from,
    to,
    precision: from !== null && from === to ? 'day' : phrase.precision,
    yearInferred: chosen.inferred,
  };
  if (context.role === 'dispatch') date.state = stateOf(date, context.meetingDay, said);
  if (phrase.uncertain) date.uncertain = true;
  if (chosen.low || weekdayDiffers(phrase, chosen.days)) date.confidence = 'low';
  return { date, why: null };
}

/** A date of words alone, e.g. "Uafklaret" or an empty cell. */
export function withoutDays(
  raw: string,
  precision: FuzzyDate['precision'],
  { role }: DateContext,
  said?: Tense,
): FuzzyDate {
  const date: FuzzyDate = { raw, from: null, to: null, precision, yearInferred: false };
  if (role === 'dispatch') date.state = said === undefined ? 'unclear' : said === 'past' ? 'sent' : 'planned';
  return date;
}

function tenseOfRole(role: DateContext['role']): Tense | undefined {
  if (role === 'deadline') return 'future';
  return role === 'as-of' ? 'past' : undefined;
}

/** What the words say; else a time that is over was the dispatch, and one that is not is a plan. */
function stateOf({ from, to }: FuzzyDate, meetingDay: string | null, said: Tense | undefined): DispatchState {
  if (said) return said === 'past' ? 'sent' : 'planned';
  if (!meetingDay || (from === null && to === null)) return 'unclear';
  return to !== null && to <= meetingDay ? 'sent' : 'planned';
}

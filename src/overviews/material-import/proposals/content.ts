/** What a proposal holds: what was read, how it compares with what stands, and what a person has answered. */
import type { Difference } from '#src/core/drafts/compare.ts';
import type { Recognised } from '#src/overviews/material-import/recognise.ts';
import type { ListLeftOut } from './gone.ts';
import { isOpen, type Question } from './questions.ts';
import type { ProposalRow } from './store.ts';

/** A record that says the same as the portal. */
export interface SameRecord {
  label: string;
  slide: number | null;
}

export interface Comparison {
  differences: Difference[];
  /** Left out of a list that the material carries: each one field, `withdrawnOn`. */
  gone: Difference[];
  /** Not mentioned, where the material mentions few of the kind: it may simply not carry the list. */
  unmentioned: Difference[];
  /** Kinds that the material does not mention at all. */
  leftOut: ListLeftOut[];
  same: SameRecord[];
  /** Of a meeting that has its slides already: number in the material -> number that stands. Empty where they agree. */
  numbers: Record<string, number>;
}

export interface ImportContent extends Recognised {
  /** Null until a person has confirmed the day of the meeting. */
  comparison: Comparison | null;
  /** Open and answered. */
  questions: Question[];
}

export const NOTHING_READ = 'null';
export const NO_DIFFERENCE: Comparison = {
  differences: [],
  gone: [],
  unmentioned: [],
  leftOut: [],
  same: [],
  numbers: {},
};

/** Null while nothing has been read, and for seeds. */
export function importContent(row: ProposalRow): ImportContent | null {
  if (row.kind !== 'import') return null;
  const kept = JSON.parse(row.content) as ImportContent | null;
  if (!kept) return null;
  // What an older portal kept has not all of it.
  const comparison = kept.comparison && { ...NO_DIFFERENCE, ...kept.comparison };
  return { ...kept, comparison, questions: kept.questions ?? [] };
}

/** Null until it has been compared. */
export function comparisonOf(row: ProposalRow): Comparison | null {
  if (row.kind === 'seed') return { ...NO_DIFFERENCE, differences: JSON.parse(row.content) as Difference[] };
  return importContent(row)?.comparison ?? null;
}

export function openQuestions(row: ProposalRow): Question[] {
  return importContent(row)?.questions.filter(isOpen) ?? [];
}

/** The number under which a slide of the material stands, and by which people know it. */
export function shownNumber({ comparison }: ImportContent, number: number): number {
  return comparison?.numbers[String(number)] ?? number;
}

/** The words of each slide as they were read, by the number under which it stands. */
export function wordsOf(content: ImportContent): Map<number, string[]> {
  const words = Object.entries(content.words);
  return new Map(words.map(([number, lines]) => [shownNumber(content, Number(number)), lines]));
}

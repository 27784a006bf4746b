/** What stands on a municipality's page. A code is the municipality's. */
import {
  concerns,
  type Deadline,
  isOpen,
  isSettled,
  isToDo,
  liesAhead,
} from '#src/overviews/deadlines/index.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';

/** Everything the municipality (null: any) is asked to do and has not settled, agreements among it. */
export function openAsks(deadlines: readonly Deadline[], code: string | null): Deadline[] {
  return deadlines.filter((one) => isToDo(one) && concerns(one, code) && isOpen(one, code));
}

/** Where nothing is left to do: "Næste dato i kalenderen: 8. januar 2026."; '' without one. */
export function nextDateWords(deadlines: readonly Deadline[], code: string): string {
  const next = deadlines.find((one) => liesAhead(one) && concerns(one, code) && !isSettled(one, code));
  const day = next?.date.from ?? next?.date.to;
  return day ? `Næste dato i kalenderen: ${dayInSentence(day)}.` : '';
}

export interface ByTime {
  ahead: Deadline[];
  /** Newest first. */
  passed: Deadline[];
  undated: Deadline[];
}

export function byTime(deadlines: readonly Deadline[]): ByTime {
  return {
    ahead: deadlines.filter(liesAhead),
    passed: deadlines.filter((one) => one.group === 'passed').reverse(),
    undated: deadlines.filter((one) => one.group === 'undated'),
  };
}

/** "KKR Midtjylland" -> "Midtjylland" */
export function kkrName(kkr: string): string {
  return kkr.replace(/^KKR /, '');
}

/** "20.000-59.999" -> "20.000–59.999 indbyggere"; "100.000+" -> "100.000 indbyggere eller flere". */
export function sizeWords(sizeClass: string): string {
  if (sizeClass.endsWith('+')) return `${sizeClass.slice(0, -1)} indbyggere eller flere`;
  return `${sizeClass.replace('-', '–')} indbyggere`;
}

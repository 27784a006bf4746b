/** What stands on a municipality's page. `today` is ISO, a code the municipality's. */
import { concerns, type Deadline, isOpen, isToDo } from '#src/overviews/deadlines/index.ts';
import { dateGroup } from '#src/web/fuzzy-date-view.ts';

/** Everything the municipality is asked to do and has not settled, agreements among it. */
export function openAsks(deadlines: readonly Deadline[], code: string, today: string): Deadline[] {
  return deadlines.filter((one) => isToDo(one) && concerns(one, code) && isOpen(one, code, today));
}

export interface ByTime {
  ahead: Deadline[];
  /** Newest first. */
  passed: Deadline[];
  undated: Deadline[];
}

export function byTime(deadlines: readonly Deadline[], today: string): ByTime {
  const inGroup = (one: Deadline) => dateGroup(one.date, today);
  return {
    ahead: deadlines.filter((one) => inGroup(one) !== 'passed' && inGroup(one) !== 'undated'),
    passed: deadlines.filter((one) => inGroup(one) === 'passed').reverse(),
    undated: deadlines.filter((one) => inGroup(one) === 'undated'),
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

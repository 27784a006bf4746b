/**
 * The levels of a wheel's activities by the order of a text. A table is written row by row or column by column, and
 * within a column from the top level down. Only where that leaves one choice is a level told; all of it is inferred.
 */

export interface WheelWord {
  kind: 'level' | 'months' | 'activity';
  text: string;
  /** The level that the activity's own row names. */
  level?: string | null;
}

interface Open {
  text: string;
  /** Index into the levels from the top; null when not known. */
  level: number | null;
  /** Activities with nothing but activities between them. */
  run: number;
}

/** @returns for each activity its level, or null */
export function levelsByOrder(words: readonly WheelWord[]): (string | null)[] {
  const levels = words.flatMap((word) => (word.kind === 'level' ? [word.text] : []));
  const found = byRows(words, levels);
  if (found.some(({ level }) => level !== null)) {
    for (const tell of [wholeColumns, sameWords, between, lastOne, sameWords, sameSubject])
      tell(found, levels.length);
  }
  return found.map(({ level }) => (level === null ? null : (levels[level] ?? null)));
}

/** What stands after the name of a level and before the next one belongs to it. Months after the last level end its row. */
function byRows(words: readonly WheelWord[], levels: readonly string[]): Open[] {
  const found: Open[] = [];
  let level: number | null = null;
  let run = 0;
  for (const { kind, text, level: own } of words) {
    if (kind === 'activity') {
      const named = own ? levels.indexOf(own) : -1;
      found.push({ text, level: named >= 0 ? named : level, run });
      continue;
    }
    run += 1;
    if (kind === 'level') level = (level ?? -1) + 1;
    else if (level === levels.length - 1) level = null;
  }
  return found;
}

/** As many activities in a run as there are levels: one for each, from the top. */
function wholeColumns(found: readonly Open[], count: number): void {
  for (const run of new Set(found.map((one) => one.run))) {
    const column = found.filter((one) => one.run === run);
    if (column.length === count && column.every(({ level }) => level === null)) {
      for (const [index, one] of column.entries()) one.level = index;
    }
  }
}

/** "2. behandling" is where "1. behandling" is; "Budget godkendelse" where "Budget" is. */
function sameWords(found: readonly Open[]): void {
  for (const one of found) {
    if (one.level !== null) continue;
    const known = (keyOf: (text: string) => string): Set<number> =>
      new Set(
        found.flatMap(({ text, level }) =>
          level !== null && keyOf(text) === keyOf(one.text) ? [level] : [],
        ),
      );
    const whole = known((text) => text.replace(/^\d+\.?\s*/, '').toLowerCase());
    const [only] =
      whole.size > 0 ? whole : /^\p{L}/u.test(one.text) ? known((text) => text.split(' ')[0] ?? '') : [];
    if ((whole.size || 1) === 1 && only !== undefined) one.level = only;
  }
}

/** Shorter words are too common to tell what an activity is about. */
const SUBJECT_MIN_LENGTH = 8;

/** "Prioritering på tværs" is where "Godkendelse af prioritering" is: what concerns one thing is in one row. */
function sameSubject(found: readonly Open[]): void {
  const known = found.filter(({ level }) => level !== null);
  for (const one of found) {
    if (one.level !== null) continue;
    const own = subjectsOf(one.text);
    const levels = known
      .filter(({ text }) => subjectsOf(text).some((word) => own.includes(word)))
      .map(({ level }) => level);
    const [only, ...more] = new Set(levels);
    if (only !== undefined && more.length === 0) one.level = only;
  }
}

function subjectsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= SUBJECT_MIN_LENGTH);
}

/** Between two levels of a column with one level between them. */
function between(found: readonly Open[]): void {
  for (const [index, one] of found.entries()) {
    const [above, below] = [found[index - 1], found[index + 1]];
    if (one.level !== null || above?.run !== one.run || below?.run !== one.run) continue;
    if (above.level !== null && below.level === above.level + 2) one.level = above.level + 1;
  }
}

/** The last activity, below one of the last level but one. */
function lastOne(found: readonly Open[], count: number): void {
  const [above, last] = found.slice(-2);
  if (last?.level === null && above?.run === last.run && above.level === count - 2) last.level = count - 1;
}

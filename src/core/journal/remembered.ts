import type { Db } from '#src/db/client.ts';
import { prepared } from '#src/db/prepared.ts';

const head = prepared((db) => db.$client.prepare('select max(seq) from entry').pluck());

/** Number of the newest journal entry: as long as it is the same, everything that stands is the same. */
export function headOf(db: Db): number {
  return Number(head(db).get() ?? 0);
}

/**
 * A read whose answer is kept, per database, until the journal grows. For what every page asks and few deeds change;
 * callers share the answer and must not alter it.
 */
export function remembered<T>(read: (db: Db) => T): (db: Db) => T {
  const kept = new WeakMap<object, { head: number; answer: T }>();
  return (db) => {
    const now = headOf(db);
    const found = kept.get(db.$client);
    if (found?.head === now) return found.answer;
    const answer = read(db);
    // A deed that is given up in the end gives its numbers back to the next one.
    if (!db.$client.inTransaction) kept.set(db.$client, { head: now, answer });
    return answer;
  };
}

/** The same for a read about one thing of many, by its key: a municipality's code, the id of what stands. */
export function rememberedBy<T>(read: (db: Db, key: string) => T): (db: Db, key: string) => T {
  const answers = remembered(() => new Map<string, T>());
  return (db, key) => {
    const known = answers(db);
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = read(db, key);
    known.set(key, answer);
    return answer;
  };
}

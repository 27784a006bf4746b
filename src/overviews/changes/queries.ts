import { historiesTold } from '#src/core/journal/history.ts';
import { headOf } from '#src/core/journal/remembered.ts';
import type { Db } from '#src/db/client.ts';
import { changesBetween, type ObjectChange, type Window } from './rules.ts';

interface Kept {
  head: number;
  answers: Map<string, readonly ObjectChange[]>;
}

const kept = new WeakMap<object, Kept>();

/** The newest first. Kept until the journal grows: it is the same for all readers. */
export function listChanges(db: Db, window: Window): readonly ObjectChange[] {
  const head = headOf(db);
  let own = kept.get(db.$client);
  if (own?.head !== head) {
    own = { head, answers: new Map() };
    kept.set(db.$client, own);
  }
  const key = `${window.after}|${window.until}`;
  let answer = own.answers.get(key);
  if (!answer) {
    answer = changesBetween(historiesTold(db, window.after, window.until), window);
    own.answers.set(key, answer);
  }
  return answer;
}

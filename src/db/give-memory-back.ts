import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Db } from './client.ts';

/** Whoever waits for the work has seen what came of it by then. */
const REST_MS = 5_000;

let soon: NodeJS.Timeout | undefined;
let collect: (() => void) | undefined;

/**
 * Some seconds from now, counted from the last of several calls: gives back what a large piece of work has left in memory,
 * in SQLite and in V8. Both do so by themselves only when they need room, so that a server which reads one deck a month
 * would keep it for weeks.
 */
export function giveMemoryBack(db: Db): void {
  clearTimeout(soon);
  soon = setTimeout(() => {
    if (db.$client.open) db.$client.pragma('shrink_memory');
    collect ??= collector();
    collect();
  }, REST_MS).unref();
}

/** Node shows it only where V8 is told to. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

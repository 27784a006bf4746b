import type { Config } from '#src/config.ts';
import type { Clock } from '#src/core/clock/clock.ts';
import type { Db } from '#src/db/client.ts';

/** What the portal does by itself while it runs. Shallow: it takes one thing at a time and calls what does the work. */
export interface Job {
  /** Stands in the log. */
  name: string;
  everySeconds: number;
  /** Never twice at once. Ends soon after `signal`. */
  run: (ground: JobGround, signal: AbortSignal) => void | Promise<void>;
  /** Where something else than time tells that there is work. @returns a function that ends the listening. */
  listen?: (ground: JobGround, wake: () => void) => () => void;
}

export interface JobGround {
  db: Db;
  config: Config;
  clock: Clock;
  log: JobLog;
}

/** The part of the server's log that jobs use. */
export interface JobLog {
  info: (fields: object, text: string) => void;
  warn: (fields: object, text: string) => void;
  error: (fields: object, text: string) => void;
}

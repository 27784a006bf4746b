import type { Config } from '#src/config.ts';

/** One command of `portal`. It prints through `out` and `fail`, so that tests hear what a person reads. */
export interface Command {
  /** First line of the help: "backup FIL". */
  usage: string;
  /** One Danish line for the list of commands. */
  summary: string;
  /** The rest of the help. */
  help: string;
  /** @returns exit code: 0 done, 1 refused, 2 wrong usage, 78 unusable settings or database. */
  run: (args: string[], terminal: Terminal) => number | Promise<number>;
}

export interface Terminal {
  config: Config;
  out: (line: string) => void;
  fail: (line: string) => void;
}

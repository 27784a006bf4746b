/** Reads decks from outside, each in a process of its own, so that no file can stop or bring down the server. */

import type { Deck } from '#src/formats/deck.ts';
import { shownFileName, UnreadableFileError } from '#src/formats/unreadable-file.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { Answer } from './answer.ts';
import { type ChildEnd, type ChildLimits, runChild } from './run-child.ts';

export interface IsolatedReader {
  /**
   * The deck in the file, of whatever kind it is. Waits its turn when others are being read.
   * @throws UnreadableFileError with a Danish sentence; its `cause` is for the log
   * @throws RefusedError when too many wait already, or the server is stopping
   */
  read(fileName: string, bytes: Uint8Array, onTurn?: (turn: ReadingTurn) => void): Promise<Deck>;
  /** Ends what is being read. Whoever waits is refused. */
  close(): void;
}

/** How far a file has come: how many are before it, or that it is being read. */
export type ReadingTurn = { state: 'waiting'; before: number } | { state: 'reading' };

export interface ReadingLimits extends ChildLimits {
  /** Processes at one time. */
  atOnce: number;
  /** Files that may wait. */
  waiting: number;
}

export const READING_LIMITS: ReadingLimits = {
  milliseconds: 20_000,
  residentBytes: 512 * 1024 * 1024,
  outputBytes: 16 * 1024 * 1024,
  atOnce: 2,
  waiting: 20,
};

const READING_SCRIPT = new URL('./child.ts', import.meta.url);

interface Waiting {
  begin(): void;
  moveUp(before: number): void;
}

/** One for the whole program, so that its limits hold. @param script another one only in tests */
export function createIsolatedReader(limits = READING_LIMITS, script = READING_SCRIPT): IsolatedReader {
  const stopping = new AbortController();
  const queue: Waiting[] = [];
  let running = 0;

  function turn(onTurn?: (turn: ReadingTurn) => void): Promise<void> {
    if (running < limits.atOnce) {
      running += 1;
      return Promise.resolve();
    }
    if (queue.length >= limits.waiting) {
      throw new RefusedError('Der læses allerede mange filer. Prøv igen om et par minutter.');
    }
    onTurn?.({ state: 'waiting', before: queue.length });
    return new Promise((resolve) => {
      queue.push({ begin: resolve, moveUp: (before) => onTurn?.({ state: 'waiting', before }) });
    });
  }

  /** The place of the one that ended goes to the next at once, so that nobody can slip in between. */
  function passOn(): void {
    const next = queue.shift();
    if (next) next.begin();
    else running -= 1;
    for (const [before, waiting] of queue.entries()) waiting.moveUp(before);
  }

  return {
    async read(fileName, bytes, onTurn) {
      await turn(onTurn);
      try {
        onTurn?.({ state: 'reading' });
        const head = Buffer.from(`${JSON.stringify({ fileName })}\n`);
        return deckOf(fileName, await runChild(script, [head, bytes], limits, stopping.signal), limits);
      } finally {
        passOn();
      }
    },
    close: () => stopping.abort(),
  };
}

function stopped(): RefusedError {
  return new RefusedError('Portalen lukkes ned. Prøv igen om lidt.');
}

function deckOf(fileName: string, end: ChildEnd, limits: ReadingLimits): Deck {
  const name = shownFileName(fileName);
  switch (end.kind) {
    case 'answered': {
      const answer = parseAnswer(end.output);
      if (!answer) throw unread(name, `No answer: ${end.output.slice(0, 200)}`);
      if ('refusal' in answer) throw new UnreadableFileError(answer.refusal);
      return answer.deck;
    }
    case 'too-slow':
      throw new UnreadableFileError(
        `Filen ${name} kunne ikke læses på ${limits.milliseconds / 1_000} sekunder. Del den i mindre filer, eller gem den igen.`,
      );
    case 'too-much-memory':
      throw new UnreadableFileError(
        `Filen ${name} kræver for meget hukommelse at læse. Del den i mindre filer, eller gem den igen.`,
      );
    case 'too-much-output':
      throw new UnreadableFileError(`Filen ${name} har alt for meget tekst. Del den i mindre filer.`);
    case 'stopped':
      throw stopped();
    case 'failed':
      throw unread(name, end.complaint);
  }
}

/** undefined when it is none: the process ended in the middle of it. */
function parseAnswer(output: string): Answer | undefined {
  try {
    return JSON.parse(output) as Answer;
  } catch {
    return undefined;
  }
}

/** A fault of ours that a file brought out: the clerk hears what to do, the log hears why. */
function unread(name: string, complaint: string): UnreadableFileError {
  return new UnreadableFileError(`Filen ${name} kunne ikke læses. Gem den igen, og prøv igen.`, {
    cause: new Error(complaint),
  });
}

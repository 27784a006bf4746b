/** What opened files say, worked out on a thread of its own: the server answers others meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import type { OpenedFile } from '#src/overviews/material-import/open-files.ts';
import { RefusedError } from '#src/shared/errors.ts';

export interface Recognised {
  snapshot: Snapshot;
  /** The words of each slide as read, by slide number. */
  words: Record<string, string[]>;
}

export interface RecognitionTask {
  files: readonly OpenedFile[];
  /** ISO day of the meeting, when a person has given it. */
  meetingDay: string | null;
}

export type RecognitionAnswer = Recognised | { refusal: string };

const THREAD = new URL('./recognise-thread.ts', import.meta.url);
const MILLISECONDS = 30_000;
const HEAP_MEGABYTES = 512;

/** @throws RefusedError with a Danish sentence, also when it takes too long */
export function recognise(task: RecognitionTask, stopping: AbortSignal): Promise<Recognised> {
  const worker = new Worker(THREAD, {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(MILLISECONDS)]);
  return new Promise<Recognised>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(tooSlow()), { once: true });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without an answer')));
    worker.once('message', (answer: RecognitionAnswer) => {
      if ('refusal' in answer) reject(new RefusedError(answer.refusal));
      else resolve(answer);
    });
  }).finally(() => worker.terminate());
}

function tooSlow(): RefusedError {
  return new RefusedError('Materialet tog for lang tid at læse. Del det i mindre filer, og prøv igen.');
}

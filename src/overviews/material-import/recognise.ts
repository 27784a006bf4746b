/** What files say, worked out on a thread of its own: the server answers others meanwhile, and no file can stop it. */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { MaterialFile } from './open-files.ts';

export interface Recognised {
  snapshot: Snapshot;
  /** The words of each slide as read, by slide number. */
  words: Record<string, string[]>;
}

export interface RecognitionTask {
  /** Decks that have been opened, and texts as they came. */
  files: readonly MaterialFile[];
  /** ISO day of the meeting, when a person has given it. */
  meetingDay: string | null;
}

/** What the thread is given. */
export interface ThreadData {
  task: RecognitionTask;
  /** Where compiled code is kept; a thread does not know it from the program. */
  cacheFolder: string | undefined;
}

export type RecognitionAnswer = Recognised | { refusal: string };

const THREAD = new URL('./recognise-thread.ts', import.meta.url);
const MILLISECONDS = 30_000;
const HEAP_MEGABYTES = 512;

/**
 * @throws RefusedError with a Danish sentence, also when it takes too long or too much memory; a fault of ours is its
 * `cause`, for the log
 */
export function recognise(task: RecognitionTask, stopping?: AbortSignal): Promise<Recognised> {
  const cache = getCompileCacheDir();
  const worker = new Worker(THREAD, {
    workerData: { task, cacheFolder: cache && dirname(cache) } satisfies ThreadData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const signal = AbortSignal.any([...(stopping ? [stopping] : []), AbortSignal.timeout(MILLISECONDS)]);
  return new Promise<Recognised>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(tooSlow()), { once: true });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : failed(error)),
    );
    worker.once('exit', () => reject(failed(new Error('The thread ended without an answer'))));
    worker.once('message', (answer: RecognitionAnswer) => {
      if ('refusal' in answer) reject(new RefusedError(answer.refusal));
      else resolve(answer);
    });
  }).finally(() => worker.terminate());
}

function tooSlow(): RefusedError {
  return new RefusedError('Materialet tog for lang tid at læse. Del det i mindre filer, og prøv igen.');
}

function tooLarge(): RefusedError {
  return new RefusedError('Materialet kræver for meget hukommelse at læse. Del det i mindre filer.');
}

function failed(cause: Error): RefusedError {
  return new RefusedError('Materialet kunne ikke læses. Gem filen igen, og prøv igen.', { cause });
}

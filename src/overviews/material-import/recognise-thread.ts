/** The thread of `recognise.ts`: one task, one answer. Its code is kept compiled where that of the program is. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './recognise.ts';

const { task, cacheFolder } = workerData as ThreadData;
if (cacheFolder !== undefined) enableCompileCache(cacheFolder);
const { answerTo } = await import('./recognition-answer.ts');
// The thread is ended as soon as it has answered, without the end at which Node would keep it.
flushCompileCache();
parentPort?.postMessage(answerTo(task));

import type { Job, JobGround } from './job.ts';

export interface RunningJobs {
  /** Begins nothing more; resolves when what is under way has ended. */
  stop: () => Promise<void>;
}

/** Runs each job at once, then at its interval and whenever it is woken. A job that fails is logged and runs again. */
export function startJobs(jobs: readonly Job[], ground: JobGround): RunningJobs {
  const stopping = new AbortController();
  const running = jobs.map((job) => startJob(job, ground, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running.map((end) => end()));
    },
  };
}

function startJob(job: Job, ground: JobGround, signal: AbortSignal): () => Promise<void> {
  let isRunning = false;
  let isWanted = false;
  let lastRun = Promise.resolve();

  /** Woken while it runs: it runs once more, because it may have looked before the work was there. */
  const wake = (): void => {
    isWanted = true;
    if (!isRunning) lastRun = runWhileWanted();
  };
  const runWhileWanted = async (): Promise<void> => {
    isRunning = true;
    while (isWanted && !signal.aborted) {
      isWanted = false;
      try {
        await job.run(ground, signal);
      } catch (error) {
        ground.log.error({ job: job.name, err: error }, 'a job failed');
      }
    }
    isRunning = false;
  };

  const timer = setInterval(wake, job.everySeconds * 1000);
  const endListening = job.listen?.(ground, wake);
  wake();
  return async () => {
    clearInterval(timer);
    endListening?.();
    await lastRun;
  };
}

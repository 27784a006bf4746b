/** What runs by itself. */
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#src/config.ts';
import { makeClock } from '#src/core/clock/clock.ts';
import { queueMail } from '#src/core/mail/queue.ts';
import type { Db } from '#src/db/client.ts';
import { deliverMail } from '#src/jobs/deliver-mail.ts';
import type { Job, JobGround } from '#src/jobs/job.ts';
import { startJobs } from '#src/jobs/start-jobs.ts';
import { newMail } from '#test/core/mail/support.ts';
import { startMailServer } from '#test/support/mail-server.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const A = 'anna@odense.dk';

function ground(db: Db, settings: Record<string, string>, lines: string[] = []): JobGround {
  const write = (fields: object, text: string) => void lines.push(`${text} ${JSON.stringify(fields)}`);
  const log = { info: write, warn: write, error: write };
  return { db, config: readConfig(settings), clock: makeClock(), log };
}

test('a mail that waits is sent at the start, a queued one directly, and the log says neither where to nor what', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  const lines: string[] = [];
  queueMail(db, newMail(A), new Date());
  const jobs = startJobs([deliverMail], ground(db, { SMTP_URL: server.url }, lines));
  onTestFinished(() => jobs.stop());
  await server.reached('data', A);
  queueMail(db, newMail('bo@aarhus.dk', { subject: 'Hemmeligt emne' }), new Date());
  await server.reached('data', 'bo@aarhus.dk');
  await jobs.stop();
  expect(server.arrived.length).toBe(2);
  expect(lines.map((line) => line.replace(/"(mail|attempt)":\d+/g, '"$1":n'))).toEqual([
    'mail {"mail":n,"kind":"digest","account":null,"attempt":n,"result":"sent","code":"250"}',
    'mail {"mail":n,"kind":"digest","account":null,"attempt":n,"result":"sent","code":"250"}',
  ]);
});

test('after a stop nothing is sent any more, and what was queued stays', async () => {
  const db = seededDatabase();
  const server = await startMailServer();
  const jobs = startJobs([deliverMail], ground(db, { SMTP_URL: server.url }));
  await jobs.stop();
  queueMail(db, newMail(A), new Date());
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(db.$client.prepare('select state, attempts from mail').get()).toEqual({
    state: 'queued',
    attempts: 0,
  });
});

test('a job never runs twice at once, runs again when it is woken meanwhile, and a failure does not end it', async () => {
  const lines: string[] = [];
  let wake = (): void => undefined;
  let isListening = true;
  let [runs, atOnce, most] = [0, 0, 0];
  const job: Job = {
    name: 'prøve',
    everySeconds: 3600,
    listen: (_, wakeUp) => {
      wake = wakeUp;
      return () => {
        isListening = false;
      };
    },
    async run() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      runs += 1;
      if (runs === 1) for (const _ of [1, 2, 3]) wake();
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      if (runs === 1) throw new Error('gik galt');
    },
  };
  const jobs = startJobs([job], ground(seededDatabase(), {}, lines));
  await until(() => runs === 2);
  await jobs.stop();
  expect({ runs, most, isListening }).toEqual({ runs: 2, most: 1, isListening: false });
  expect(lines).toEqual([expect.stringContaining('"job":"prøve"')]);
});

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
}

/** Publishing is killed with SIGKILL at twenty moments: all of it stands or nothing does, and it can be done again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { brokenLogs } from '#src/core/logs/broken-logs.ts';
import { openDatabase } from '#src/db/client.ts';
import { applyProposal } from '#src/overviews/material-import/proposals/apply.ts';
import { buildTestApp } from '#test/support/app.ts';
import { CAST } from '#test/support/cast.ts';
import { decemberDeck, inventedTasks } from '#test/support/december-deck.ts';
import { compared, decisionFields } from '#test/support/material-sender.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const TASKS = 200;
const MOMENTS = 20;

const { id: actor, roles } = CAST.staff;
const DOER = { actor, roles, municipalityId: null, formKey: null, now: new Date('2025-12-16T10:00:00Z') };

test(`killed at ${MOMENTS} moments, a deck of ${TASKS} tasks is published whole or not at all`, {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder();
  const { base, proposalId } = await acceptedDeck(folder);
  const whole = join(folder, 'whole.db');
  copyFileSync(base, whole);
  const unhurt = startPublishing(whole, proposalId);
  const milliseconds = Number(await unhurt.publish());
  const found: string[] = [];
  for (let moment = 0; moment < MOMENTS; moment++) {
    const file = join(folder, `${moment}.db`);
    copyFileSync(base, file);
    const { child, publish } = startPublishing(file, proposalId);
    const published = publish();
    await child.ready;
    await pause((milliseconds * 1.1 * moment) / (MOMENTS - 1));
    child.process.kill('SIGKILL');
    await published;
    found.push(afterwards(file, proposalId));
  }
  const wrong = found.filter((one) => one !== 'nothing, then whole' && one !== 'whole');
  expect(wrong).toEqual([]);
  expect(found[0]).toBe('nothing, then whole');
});

/** What stands after the kill, and after publishing again where nothing did. */
function afterwards(file: string, proposalId: number): string {
  const db = openDatabase(file);
  try {
    const stands = () => {
      const count = (sql: string) => Number(db.$client.prepare(sql).pluck().get());
      const tasks = count("select count(*) from task where title like 'Opgave %' and withdrawn_on is null");
      const entries = count(
        "select count(distinct object_id) from entry where entity = 'task' and new_value like '%Opgave %'",
      );
      const meeting = count("select count(*) from meeting where id = '2025-12'");
      const batches = count("select count(*) from batch where kind = 'import'");
      const decided = count(
        "select count(*) from proposal where decision = 'applied' and batch_id is not null",
      );
      const words = count('select count(*) > 0 from slide_words');
      return JSON.stringify([tasks, entries, meeting, batches, decided, words]);
    };
    const sound = () =>
      db.$client.pragma('integrity_check', { simple: true }) === 'ok' &&
      (db.$client.pragma('foreign_key_check') as unknown[]).length === 0 &&
      brokenLogs(db).length === 0;
    const NOTHING = JSON.stringify([0, 0, 0, 0, 0, 0]);
    const WHOLE = JSON.stringify([TASKS, TASKS, 1, 1, 1, 1]);
    if (!sound()) return 'damaged';
    if (stands() === WHOLE) return 'whole';
    if (stands() !== NOTHING) return `half: ${stands()}`;
    applyProposal(db, DOER, proposalId);
    return stands() === WHOLE && sound() ? 'nothing, then whole' : `again: ${stands()}`;
  } finally {
    db.$client.close();
  }
}

/** A deck that was read, compared and accepted, as a database file of its own. */
async function acceptedDeck(folder: string): Promise<{ base: string; proposalId: number }> {
  const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: temporaryFolder() } });
  const { visitor, path, text } = await compared(
    portal,
    'staff',
    decemberDeck(inventedTasks(TASKS)),
    '15.12.2025',
  );
  const fields = { ...decisionFields(text), handling: 'sikre' };
  await visitor.post(`${path}/afgoerelser`, fields, { from: path });
  const accepted = portal.db.$client
    .prepare("select count(*) from proposal_decision where decision = 'accept'")
    .pluck();
  expect(accepted.get()).toBe(TASKS);
  const base = join(folder, 'base.db');
  await portal.db.$client.backup(base);
  return { base, proposalId: Number(path.split('/').at(-1)) };
}

interface Publishing {
  child: { process: ChildProcess; ready: Promise<void> };
  /** Begins once the program is ready. @returns what it said at the end; '' when it was killed */
  publish: () => Promise<string>;
}

function startPublishing(file: string, proposalId: number): Publishing {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, ['test/support/apply-proposal.ts', file, String(proposalId)], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const ended = new Promise<string>((resolve) =>
    child.once('exit', () => resolve(output.split('\n')[1] ?? '')),
  );
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.startsWith('ready\n')) resolve();
    });
  });
  const publish = async () => {
    await ready;
    child.stdin.write('now\n');
    return ended;
  };
  return { child: { process: child, ready }, publish };
}

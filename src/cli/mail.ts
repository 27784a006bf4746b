import { parseArgs } from 'node:util';
import { makeClock } from '#src/core/clock/clock.ts';
import { deliverDue, type Round } from '#src/core/mail/deliver.ts';
import { mailKindLabel } from '#src/core/mail/kinds.ts';
import { countUnsent, dueMails } from '#src/core/mail/queries.ts';
import { makeTransport } from '#src/core/mail/transport.ts';
import { closeDatabase, type Db } from '#src/db/client.ts';
import { listDue, type QueueGround, queueDue } from '#src/overviews/digest/index.ts';
import { oneLine } from '#src/shared/one-line.ts';
import type { Command, Terminal } from './command.ts';
import { openNewest } from './open-database.ts';

const USAGE = 'Skriv: portal mail due [--dry-run]';

export const mail: Command = {
  usage: 'mail due [--dry-run]',
  summary:
    'sætter ugens mails i kø, når de er slået til, og sender det, der venter; med --dry-run vises de, og intet sendes',
  help: 'Portalen gør det selv, mens den kører. Kommandoen kan køre samtidig: ingen mail sendes to gange.',
  async run(args, terminal) {
    const isDryRun = readArguments(args);
    if (isDryRun === null) {
      terminal.fail(USAGE);
      return 2;
    }
    const db = openNewest(terminal.config);
    try {
      const ground = groundOf(db, terminal);
      return isDryRun ? list(db, terminal, ground) : await deliver(db, terminal, ground);
    } finally {
      closeDatabase(db);
    }
  },
};

/** Whether it is a dry run; null when the arguments are wrong. */
function readArguments(args: string[]): boolean | null {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.join(' ') === 'due' ? values['dry-run'] === true : null;
  } catch {
    return null;
  }
}

function groundOf(db: Db, { config }: Terminal): QueueGround {
  const clock = makeClock(config.pinnedToday);
  return { reading: { db, today: clock.today() }, portalUrl: config.portalUrl, now: clock.now };
}

function list(db: Db, { config, out }: Terminal, ground: QueueGround): number {
  const planned = listDue(ground);
  for (const { kind, address, subject } of planned) {
    out(['Sættes i kø', mailKindLabel(kind), address, subject].map(oneLine).join('\t'));
  }
  if (planned.length > 0) out(`${mails(planned.length)} med ugens opgaver sættes i kø.`);
  const rows = dueMails(db, new Date());
  for (const { kind, address, subject } of rows) {
    out([mailKindLabel(kind), address, subject].map(oneLine).join('\t'));
  }
  out(`${mails(rows.length)} venter på at blive sendt med ${makeTransport(config).target}. Intet er sendt.`);
  return 0;
}

async function deliver(db: Db, { config, out, fail }: Terminal, ground: QueueGround): Promise<number> {
  const transport = makeTransport(config);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let round: Round;
  try {
    const queued = await queueDue({ ...ground, signal: stopping.signal });
    if (queued > 0) out(`${mails(queued)} med ugens opgaver er sat i kø.`);
    round = await deliverDue(db, transport, ground.now, { signal: stopping.signal });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  out(`${mails(round.sent)} er sendt med ${transport.target}.`);
  const waiting = countUnsent(db);
  if (round.refused > 0) fail(`${mails(round.refused)} blev afvist og sendes ikke igen.`);
  if (round.givenUp > 0) fail(`${mails(round.givenUp)} er opgivet efter flere forsøg.`);
  if (round.unreachable !== null)
    fail(`Portalen kan ikke sende med ${transport.target}: ${round.unreachable}`);
  if (waiting > 0) out(`${mails(waiting)} venter og prøves igen.`);
  return round.refused + round.givenUp + round.putOff > 0 ? 1 : 0;
}

function mails(count: number): string {
  return count === 1 ? '1 mail' : `${count} mails`;
}

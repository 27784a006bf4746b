import { parseArgs } from 'node:util';
import { actorName, findAccountByEmail } from '#src/core/access/accounts.ts';
import { ACCESS_EVENTS } from '#src/core/access-log/events.ts';
import { type AccessFilter, type AccessLogRow, listAccessEntries } from '#src/core/access-log/queries.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { getBatch } from '#src/core/deeds/undo.ts';
import type { Db } from '#src/db/client.ts';
import { addDays, startOfDay } from '#src/shared/calendar-day.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { oneLine } from '#src/shared/one-line.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import type { Command } from './command.ts';
import { openNewest } from './open-database.ts';
import { operator } from './operator.ts';

/** More than one person does in the 13 months that are kept. */
const MOST = 1_000_000;

export const log: Command = {
  usage: 'log --account MAIL [--from DAG] [--to DAG]',
  summary: 'viser, hvad en bruger har set, hentet, ændret og fået afvist, fx efter et brud på sikkerheden',
  help: [
    'En linje for hver post, ældste først: nummer, tidspunkt (UTC), hændelse, udfald, adresse, hvad det var om.',
    'DAG er en dag som 24.11.2025 i dansk tid; begge dage er med. Brugeren kan også angives ved sit id.',
    'At loggen er læst, skrives selv i den.',
  ].join('\n'),
  run(args, { config, out, fail }) {
    const asked = readArguments(args);
    if (!asked) {
      fail('Skriv: portal log --account MAIL [--from DAG] [--to DAG]');
      return 2;
    }
    const db = openNewest(config);
    try {
      const account = findAccountByEmail(db, asked.account)?.id ?? asked.account;
      const rows = listAccessEntries(db, { person: account, ...asked.period }, { most: MOST }).reverse();
      const about = { objectType: 'account', objectId: account, detail: { rows: rows.length } };
      logAccess(db, operator(), { event: 'log-read', ...about }, new Date());
      for (const row of rows) out(lineOf(db, row));
      out(`${rows.length} poster om ${actorName(db, account)}.`);
      return 0;
    } finally {
      db.$client.close();
    }
  },
};

function readArguments(
  args: string[],
): { account: string; period: Pick<AccessFilter, 'from' | 'until'> } | null {
  const options = { account: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;
  let values: { account?: string | undefined; from?: string | undefined; to?: string | undefined };
  try {
    values = parseArgs({ args, options }).values;
  } catch {
    return null;
  }
  if (!values.account) return null;
  return {
    account: values.account,
    period: {
      from: values.from === undefined ? undefined : startOfDay(dayIn(values.from)),
      until: values.to === undefined ? undefined : startOfDay(addDays(dayIn(values.to), 1)),
    },
  };
}

function dayIn(typed: string): string {
  const read = parseTypedDay(typed);
  if ('reason' in read) throw new RefusedError(read.reason);
  return read.day;
}

function lineOf(db: Db, row: AccessLogRow): string {
  const events: Readonly<Record<string, string>> = ACCESS_EVENTS;
  const about = row.batchId === null ? (row.objectId ?? '') : getBatch(db, row.batchId).title;
  const cells = [
    String(row.seq),
    row.at,
    events[row.event] ?? row.event,
    [row.outcome, row.reason].filter(Boolean).join(': '),
    row.address ?? row.addressNet ?? '-',
    [about, row.detail === null ? '' : JSON.stringify(row.detail)].filter(Boolean).join(' '),
  ];
  return cells.map(oneLine).join('\t');
}

import type { Db } from '#src/db/client.ts';
import { openMemory } from '#src/db/client.ts';
import { type FoldableEntry, fold } from './fold.ts';
import { writeRow } from './project.ts';
import { ALWAYS } from './record.ts';

export interface Standings {
  /** The database to read for a day: the current one, or one rebuilt in memory from the journal up to that day. */
  at(day: string): Db;
  /** First day on which any material holds, ISO; null on an empty portal. */
  firstDay(): string | null;
}

/** How many rebuilt days are kept: those of a whole meeting. Each is about as large as the current rows. */
const KEPT = 24;

/**
 * "As it stood on": the same queries run on a database that holds what the journal says for that day. Days between
 * two changes share one rebuilt database, so the number of different ones is bounded by the history itself.
 */
export function makeStandings(main: Db): Standings {
  const kept = new Map<string, Db>();
  const lastDayUpTo = main.$client
    .prepare('select max(effective_on) from entry where effective_on <= ?')
    .pluck();
  const headOf = main.$client.prepare('select max(seq) from entry').pluck();
  const boundsOf = main.$client.prepare(
    'select max(effective_on) as last, min(case when effective_on > ? then effective_on end) as first from entry',
  );
  let bounds: { head: number | null; last: string | null; first: string | null } | undefined;
  /** First and last day of the journal; looked up again when it has grown. */
  const read = () => {
    const head = headOf.get() as number | null;
    if (bounds?.head !== head) {
      bounds = { head, ...(boundsOf.get(ALWAYS) as { last: string | null; first: string | null }) };
    }
    return bounds;
  };

  return {
    firstDay: () => read().first,
    at(day) {
      const { last, head } = read();
      if (last === null || day >= last) return main;
      const key = `${head}:${lastDayUpTo.get(day) ?? ''}`;
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const built = rebuild(main, day);
      kept.set(key, built);
      if (kept.size > KEPT) dropOldest(kept);
      return built;
    },
  };
}

/**
 * Closed at once, because its memory is SQLite's and the garbage collector does not know how much it is. Nobody reads
 * it any more: a request reads its day without waiting for anything in between.
 */
function dropOldest(kept: Map<string, Db>): void {
  const [oldest] = kept;
  if (!oldest) return;
  const [key, db] = oldest;
  kept.delete(key);
  db.$client.close();
}

/** Builds what stood on a day in memory; exported so that a check can compare "today" with the current rows. */
export function rebuild(main: Db, day: string): Db {
  const memory = openMemory();
  const definitions = main.$client
    .prepare(
      "select sql from sqlite_schema where type in ('table', 'index') and sql is not null and name not like 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  memory.$client.exec(definitions.join(';\n'));
  const entries = main.$client
    .prepare(
      `select seq, entity, object_id as objectId, field, new_value as newValue, effective_on as effectiveOn,
              meeting_id as meetingId, slide from entry order by entity, object_id`,
    )
    .all() as (FoldableEntry & { entity: string; objectId: string })[];
  const write = memory.$client.transaction(() => {
    for (const [key, own] of Map.groupBy(entries, (entry) => `${entry.entity}\u0000${entry.objectId}`)) {
      const folded = fold(own, day);
      const [entity, objectId] = key.split('\u0000');
      if (folded && entity && objectId) writeRow(memory, entity, objectId, folded);
    }
  });
  write();
  copyJournal(main, memory, day);
  return memory;
}

/** History on an earlier day is the history up to that day. */
function copyJournal(main: Db, memory: Db, day: string): void {
  for (const [table, where] of [
    ['batch', 'id in (select batch_id from entry where effective_on <= @day)'],
    ['entry', 'effective_on <= @day'],
  ] as const) {
    const rows = main.$client.prepare(`select * from ${table} where ${where}`).all({ day }) as Record<
      string,
      unknown
    >[];
    const first = rows[0];
    if (!first) continue;
    const names = Object.keys(first);
    const insert = memory.$client.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
    memory.$client.transaction(() => {
      for (const row of rows) insert.run(row);
    })();
  }
}

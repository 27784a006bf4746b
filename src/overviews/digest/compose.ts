import { withdrawnKeys } from '#src/core/journal/withdrawn.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionFamily, solutionNames } from '#src/core/solutions/queries.ts';
import { listMeetings } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { changeViews, isStanding, latestWindow, listChanges, NOW } from '#src/overviews/changes/index.ts';
import {
  concerns,
  type Deadline,
  listDeadlines,
  ownDeadlines,
  titleOf,
} from '#src/overviews/deadlines/index.ts';
import { openAsks } from '#src/overviews/municipality/index.ts';
import { type Holder, holdersIn } from './holders.ts';
import { listReceivers, type Receiver, receiversOfWeek, snapshots } from './receivers.ts';
import { type DigestItem, SECTIONS, type Section, type Snapshot, sortOut } from './rules.ts';

/** One person's mail of a week, before it is put into words. */
export interface Digest {
  receiver: Receiver;
  /** A mail that only reminds is called so. */
  kind: 'digest' | 'reminder';
  items: readonly DigestItem[];
  counts: Readonly<Record<Section, number>>;
  /** Open asks that concern the person, told here or not: what the municipality's page counts. */
  openCount: number;
  /** How many of them are late, reminded of or not. */
  lateCount: number;
  /** What is told once the mail has gone. */
  snapshot: Snapshot;
}

/**
 * The mails of a week that are still to be queued, in the order of the receivers. Whoever has nothing to hear has none,
 * nor who would only hear what is settled: that waits for the next mail.
 */
export function* composeDigests(reading: Reading, week: string): Generator<Digest> {
  const { db, today } = reading;
  const names = solutionNames(db);
  const common = { withdrawn: withdrawnKeys(db), changed: changedRecords(reading), today };
  const told = snapshots(db);
  const done = receiversOfWeek(db, week);
  for (const [municipality, receivers] of Map.groupBy(listReceivers(db), (one) => one.municipality)) {
    const code = municipality.id;
    const all = ownDeadlines(reading, code).filter((one) => concerns(one, code));
    const holderOf = holdersIn(db, code, receivers);
    for (const receiver of receivers) {
      const { accountId } = receiver;
      if (done.has(accountId)) continue;
      const own = all.filter(concerning(db, receiver, holderOf));
      const knowing = { ...common, code, accountId, holderOf, told: told.get(accountId) ?? null };
      const { items, snapshot } = sortOut(own, knowing, (one) => titleOf(one, names));
      const counts = countsOf(items);
      if (items.length === counts.done) continue;
      const isNews = counts.due + counts.passed < items.length - counts.done;
      const kind = isNews ? 'digest' : 'reminder';
      const open = openAsks(own, code);
      const lateCount = open.filter(({ group }) => group === 'passed').length;
      yield { receiver, kind, items, counts, openCount: open.length, lateCount, snapshot };
    }
  }
}

/**
 * What the first mail to a person tells as new (null) or changed (what stood before): since the meeting before the
 * latest one. With one meeting only, all its asks are new.
 */
function changedRecords(reading: Reading): ReadonlyMap<string, string | null> {
  const found = latestWindow(listMeetings(reading.db), reading.today, NOW);
  if (!found) return new Map();
  const changed = new Map<string, string | null>();
  if (found.isOnly) for (const { key } of listDeadlines(reading)) changed.set(key, null);
  for (const change of listChanges(reading.db, found.window)) {
    const key = `${change.entity}/${change.objectId}`;
    if (change.kind === 'added') changed.set(key, null);
    if (change.kind !== 'changed' || isStanding(change.state)) continue;
    const fields = changeViews(reading, [change]).flatMap((view) => view.fields);
    if (fields.length > 0) {
      changed.set(key, fields.map(beforeWords).join('; '));
    }
  }
  return changed;
}

/** A date stands alone, as in every later mail. */
function beforeWords({ label, before }: { label: string; before: string }): string {
  return label === 'Frist' ? before : `${label}: ${before}`;
}

/** A programme leader hears of everything, others of their solutions and of what they have. */
function concerning(
  db: Db,
  { accountId, solutionIds }: Receiver,
  holderOf: (deadline: Deadline) => Holder | null,
): (deadline: Deadline) => boolean {
  if (solutionIds === null) return () => true;
  const solutions = new Set(solutionIds.flatMap((id) => solutionFamily(db, id)));
  return (deadline) =>
    deadline.solutionIds.some((id) => solutions.has(id)) || holderOf(deadline)?.accountId === accountId;
}

function countsOf(items: readonly DigestItem[]): Record<Section, number> {
  const counts = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>;
  for (const { section } of items) counts[section] += 1;
  return counts;
}

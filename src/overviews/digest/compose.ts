import { withdrawnKeys } from '#src/core/journal/withdrawn.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { solutionFamily, solutionNames } from '#src/core/solutions/queries.ts';
import { listMeetings } from '#src/core/sources/queries.ts';
import { changeViews, isStanding, latestWindow, listChanges, NOW } from '#src/overviews/changes/index.ts';
import {
  concerns,
  type Deadline,
  isAsk,
  isOpen,
  listDeadlines,
  titleOf,
} from '#src/overviews/deadlines/index.ts';
import { listReceivers, type Receiver, receiversOfWeek, snapshots } from './receivers.ts';
import { type DigestItem, SECTIONS, type Section, type Snapshot, sortOut } from './rules.ts';

/** One person's mail of a week, before it is put into words. */
export interface Digest {
  receiver: Receiver;
  /** A mail that only reminds is called so. */
  kind: 'digest' | 'reminder';
  items: readonly DigestItem[];
  counts: Readonly<Record<Section, number>>;
  /** Open asks that concern the person, told here or not. */
  openCount: number;
  /** What is told once the mail has gone. */
  snapshot: Snapshot;
}

/** The mails of a week that are still to be queued, in the order of the receivers; whoever has nothing to hear has none. */
export function* composeDigests(reading: Reading, week: string): Generator<Digest> {
  const { db, today } = reading;
  const deadlines = listDeadlines(reading);
  const names = solutionNames(db);
  const titles = new Map(deadlines.map((one) => [one, titleOf(one, names)]));
  const common = { withdrawn: withdrawnKeys(db), changed: changedRecords(reading), today };
  const told = snapshots(db);
  const done = receiversOfWeek(db, week);
  for (const receiver of listReceivers(db)) {
    if (done.has(receiver.accountId)) continue;
    const code = receiver.municipality.id;
    const own = deadlines.filter((one) => concerns(one, code) && isOf(reading, receiver, one));
    const knowing = { ...common, code, told: told.get(receiver.accountId) ?? null };
    const { items, snapshot } = sortOut(own, knowing, (one) => titles.get(one) ?? one.title);
    if (items.length === 0) continue;
    const counts = countsOf(items);
    const isNews = counts.due + counts.passed < items.length;
    const openCount = own.filter((one) => isAsk(one) && isOpen(one, code)).length;
    yield { receiver, kind: isNews ? 'digest' : 'reminder', items, counts, openCount, snapshot };
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
      changed.set(key, fields.map(({ label, before }) => `${label}: ${before}`).join('; '));
    }
  }
  return changed;
}

function isOf({ db }: Reading, { solutionIds }: Receiver, deadline: Deadline): boolean {
  if (solutionIds === null) return true;
  return solutionIds.some((id) => solutionFamily(db, id).some((one) => deadline.solutionIds.includes(one)));
}

function countsOf(items: readonly DigestItem[]): Record<Section, number> {
  const counts = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>;
  for (const { section } of items) counts[section] += 1;
  return counts;
}
